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

/// Bytes of the longest text: some two pages. It may stand in each row that names it, and
/// a reason beside each finding that it accepts.
const LONGEST: usize = 4_000;

/// Bytes of a text that weigh nothing in a row, and what all texts may have beyond them,
/// counted for each table of the file: a role has a row for each entry of `filled`.
const USUAL: usize = 1_000;
const MOST_BEYOND: usize = 10_000_000;

/// Tables that a file is taken to have at the least, for other files have rows as well.
const FEWEST_TABLES: usize = 500;

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

/// Where the longest text stands, when it is too long, or all are together.
pub(super) fn too_long(top: &DeTable<'_>) -> Option<Range<usize>> {
    let mut texts = Texts::default();
    texts.add_table(top);
    let years = top.get("year").and_then(|it| it.get_ref().as_array());
    let years = years.map_or(1, |it| it.len().max(1));
    let tables = texts.tables.max(FEWEST_TABLES);
    let (longest, at) = texts.longest?;
    let is_too_long = longest > LONGEST
        || texts.bytes.saturating_mul(years) > MOST_BYTES_OF_YEARS
        || texts.beyond.saturating_mul(tables) > MOST_BEYOND;
    is_too_long.then_some(at)
}

/// The texts of a file.
#[derive(Debug, Default)]
struct Texts {
    tables: usize,
    bytes: usize,
    /// Of these, what each has beyond what is usual.
    beyond: usize,
    longest: Option<(usize, Range<usize>)>,
}

impl Texts {
    fn add_table(&mut self, table: &DeTable<'_>) {
        self.tables += 1;
        for value in table.values() {
            self.add(value);
        }
    }

    fn add(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) => {
                self.bytes += text.len();
                self.beyond += text.len().saturating_sub(USUAL);
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

    /// The length of the text that is named, where these are too long.
    fn told(years: usize, tables: usize, texts: &[usize]) -> Option<usize> {
        let texts = texts
            .iter()
            .map(|bytes| format!("\"{}\",", "a".repeat(*bytes)));
        let texts: String = texts.collect();
        let (years, tables) = ("[[year]]\n".repeat(years), "[[c]]\n".repeat(tables));
        let text = format!("b = {{ a = [{texts}] }}\n{years}{tables}");
        let table = DeTable::parse(&text).expect("it is TOML");
        too_long(table.get_ref()).map(|at| text[at].len() - 2)
    }

    #[test]
    fn texts_are_told_in_each_year_and_the_longest_is_named() {
        for years in [64, 256] {
            let most = MOST_BYTES_OF_YEARS / years;
            let mut texts = vec![1_000; most / 1_000];
            texts.push(most % 1_000);
            assert_eq!(told(years, 0, &texts), None);
            texts.push(1);
            assert_eq!(told(years, 0, &texts), Some(1_000));
        }
    }

    #[test]
    fn a_text_is_told_in_each_row_that_names_it() {
        assert_eq!(told(1, 0, &[LONGEST, 5]), None);
        assert_eq!(told(1, 0, &[5, LONGEST + 1]), Some(LONGEST + 1));
        // Twenty long reasons, and a long role in thousands of rows.
        assert_eq!(told(4, 400, &[2_000; 19]), None);
        assert_eq!(told(4, 400, &[2_000; 21]), Some(2_000));
        assert_eq!(told(1, 4_900, &[3_000]), None);
        assert_eq!(told(1, 4_900, &[3_100]), Some(3_100));
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
