//! How much a TOML file may hold. Each table of a dossier is held against others of it,
//! so that a file of tables and nothing else could keep the program busy for hours.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Tables of a file, and entries of one list or table. A dossier has some hundreds.
pub(super) const MOST: usize = 5_000;

/// Stands for what the parser would say, if it counted.
pub(super) const MESSAGE: &str = "more than a file may hold";

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

#[cfg(test)]
mod tests {
    use super::*;

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
