//! How much a TOML file may hold. Each table of a dossier is held against others of it,
//! so that a file of tables and nothing else could keep the program busy for hours.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Tables of a file, and entries of one list or table. A dossier has some hundreds.
pub(super) const MOST: usize = 5_000;

/// Bytes of all texts of a file at the most, each counted in every project year: a name
/// stands in several tables, in each year of them. Four years leave two megabytes.
const MOST_BYTES_OF_YEARS: usize = 8 * 1024 * 1024;

/// Stands for what the parser would say, if it counted.
pub(super) const MESSAGE: &str = "more than a file may hold";

/// Stands for what the parser would say, if it weighed.
pub(super) const TOO_LONG: &str = "texts that are too long";

/// Where the first stands that is one too many.
pub(super) fn too_many(top: &DeTable<'_>) -> Option<Range<usize>> {
    let mut tables = 0;
    in_table(top, &mut tables)
}

fn in_table(table: &DeTable<'_>, tables: &mut usize) -> Option<Range<usize>> {
    *tables += 1;
    let one_too_many = table.iter().nth(MOST).map(|(key, _)| key.span());
    one_too_many.or_else(|| table.values().find_map(|value| in_value(value, tables)))
}

fn in_value(value: &Spanned<DeValue<'_>>, tables: &mut usize) -> Option<Range<usize>> {
    match value.get_ref() {
        DeValue::Table(_) if *tables >= MOST => Some(value.span()),
        DeValue::Table(table) => in_table(table, tables),
        DeValue::Array(items) => {
            let one_too_many = items.get(MOST).map(Spanned::span);
            one_too_many.or_else(|| items.iter().find_map(|item| in_value(item, tables)))
        }
        _ => None,
    }
}

/// Where the longest text stands, when all are too long together.
pub(super) fn too_long(top: &DeTable<'_>) -> Option<Range<usize>> {
    let mut texts = Texts::default();
    texts.add_table(top);
    let years = top.get("year").and_then(|it| it.get_ref().as_array());
    let years = years.map_or(1, |it| it.len().max(1));
    let is_too_long = texts.bytes.saturating_mul(years) > MOST_BYTES_OF_YEARS;
    texts.longest.filter(|_| is_too_long).map(|(_, at)| at)
}

/// The texts of a file.
#[derive(Debug, Default)]
struct Texts {
    bytes: usize,
    longest: Option<(usize, Range<usize>)>,
}

impl Texts {
    fn add_table(&mut self, table: &DeTable<'_>) {
        for value in table.values() {
            self.add(value);
        }
    }

    fn add(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) => {
                self.bytes += text.len();
                let is_longer = |(longest, _): &(usize, _)| text.len() > *longest;
                if self.longest.as_ref().is_none_or(is_longer) {
                    self.longest = Some((text.len(), value.span()));
                }
            }
            DeValue::Table(table) => self.add_table(table),
            DeValue::Array(items) => items.iter().for_each(|item| self.add(item)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_in_each_year_and_the_longest_is_named() {
        let told = |years: usize, bytes: usize| {
            let long = "a".repeat(bytes - 1);
            let text = format!(
                "b = [\"c\"]\n{}d = {{ e = \"{long}\" }}",
                "[[year]]\n".repeat(years)
            );
            let table = DeTable::parse(&text).expect("it is TOML");
            too_long(table.get_ref()).map(|at| text[at].len())
        };
        for years in [64, 256] {
            let most = MOST_BYTES_OF_YEARS / years;
            assert_eq!(told(years, most), None);
            assert_eq!(told(years, most + 1), Some(most + 2));
        }
    }

    fn is_too_much(text: &str) -> bool {
        let table = DeTable::parse(text).expect("it is TOML");
        too_many(table.get_ref()).is_some()
    }

    #[test]
    fn as_many_as_may_be_are_read_and_one_more_is_not() {
        let list = |many: usize| format!("a = [{}]", "1,".repeat(many));
        assert!(!is_too_much(&list(MOST)));
        assert!(is_too_much(&list(MOST + 1)));
        let keys = |many: usize| {
            (0..many)
                .map(|nr| format!("k{nr} = 1\n"))
                .collect::<String>()
        };
        assert!(!is_too_much(&keys(MOST)));
        assert!(is_too_much(&keys(MOST + 1)));
        // The file is a table as well.
        let tables = |many: usize| "[[a]]\n[[a.b]]\n".repeat(many / 2);
        assert!(!is_too_much(&tables(MOST - 2)));
        assert!(is_too_much(&tables(MOST)));
    }
}
