//! The dialect that a spreadsheet with Belgian settings opens by a double click: a byte
//! order mark, `;`, decimal commas, no group marks, days as 30/09/2023 and months as
//! 09/2023. A person reads it, so headings, titles and words are those of the
//! language; in English as well the numbers and dates stay Belgian, for it is the
//! spreadsheet that reads those.
//!
//! What is unknown is an empty cell. An amount has no `€` and a percentage no `%`:
//! `102,3` is read as 102,3 everywhere, while `102,3 %` is read as 1,023, and as a text
//! where the space is not expected. The sign stands in the heading instead.

use super::guard::guarded;
use super::{Dialect, joined};
use crate::document::{Cell, Column, ColumnKind, Table};
use crate::model::Language;
use crate::render::machine::value;
use crate::wording::{dutch, english, terms};

/// Tells a spreadsheet that the letters are UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The headings in the language, no two the same: of two columns with one word each
/// has its key behind it.
pub(super) fn headings(table: &Table, language: Language) -> Vec<String> {
    let words = table.columns.iter().map(|column| heading(column, language));
    let words: Vec<String> = words.collect();
    let told = words.iter().zip(&table.columns).map(|(word, column)| {
        let is_shared = words.iter().filter(|other| *other == word).count() > 1;
        if is_shared {
            format!("{word} [{}]", column.term.key)
        } else {
            word.clone()
        }
    });
    told.collect()
}

/// The word without the signs that lead the eye along a row of a page, of which one
/// would begin a formula; behind it what the numbers count.
fn heading(column: &Column, language: Language) -> String {
    let word = column.term.get(language);
    let word = word.trim_start_matches(['=', '×', ' ']);
    let sign = match column.kind {
        ColumnKind::Euro => "€",
        ColumnKind::Percent => "%",
        _ => return text(word),
    };
    if word.ends_with(sign) {
        text(word)
    } else {
        text(&format!("{word} ({sign})"))
    }
}

/// A text that the spreadsheet takes for no formula.
fn text(text: &str) -> String {
    guarded(text, Dialect::Excel)
}

/// A cell as a Belgian spreadsheet takes it.
pub(super) fn field(cell: &Cell, column: &Column, language: Language) -> String {
    let list = |items: &[String]| match language {
        Language::Dutch => dutch::list(items),
        Language::English => english::list(items),
    };
    match cell {
        Cell::Text(it) => text(it),
        Cell::Title(title) => text(title.get(language)),
        Cell::Keyed(keyed) => text(keyed.1.get(language)),
        Cell::Word(term) => text(term.get(language)),
        Cell::Flag(true) => terms::YES.get(language).to_owned(),
        Cell::Flag(false) => terms::NO.get(language).to_owned(),
        Cell::Period(None) | Cell::AccountingYear(None) => terms::P_ALL.get(language).to_owned(),
        // With a word between them no list can pass for one number.
        Cell::Years(years) => list(&texts(years)),
        Cell::Actions(actions) => list(&texts(actions)),
        Cell::Date(date) => dutch::date(*date),
        Cell::Month(first) => first.strftime("%m/%Y").to_string(),
        Cell::Units(_) | Cell::Euro(_) | Cell::Ratio(_) | Cell::Fte(_) | Cell::FteMonths(_) => {
            joined(&value(cell, column, language)).replace('.', ",")
        }
        Cell::Count(_)
        | Cell::Year(_)
        | Cell::Period(Some(_))
        | Cell::AccountingYear(Some(_))
        | Cell::Action(_)
        | Cell::Unknown(_)
        | Cell::Nothing => joined(&value(cell, column, language)),
    }
}

fn texts(numbers: &[impl ToString]) -> Vec<String> {
    numbers.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Euro, Fte, InTwoLanguages, Ratio, Units, Unknown, YearNr};
    use crate::wording::Term;
    use rust_decimal::Decimal;

    fn dutch_field(cell: &Cell) -> String {
        let column = Column::new(terms::NOTE, ColumnKind::Text);
        field(cell, &column, Language::Dutch)
    }

    #[test]
    fn numbers_have_a_comma_and_no_other_mark() {
        let amount = |text| Cell::Euro(Euro::parse(text).expect("a test amount is an amount"));
        assert_eq!(dutch_field(&amount("1193950.5")), "1193950,50");
        assert_eq!(dutch_field(&amount("-1193950.5")), "-1193950,50");
        let half = Units::new(Decimal::new(2625, 1)).expect("a half can be");
        assert_eq!(dutch_field(&Cell::Units(half)), "262,5");
        let fte = Fte::new(Decimal::new(125, 3)).expect("an eighth can be");
        assert_eq!(dutch_field(&Cell::Fte(fte)), "0,125");
        let ratio = Ratio::new(307, 300).expect("the whole is not zero");
        assert_eq!(dutch_field(&Cell::Ratio(ratio)), "102,3");
        assert_eq!(dutch_field(&Cell::Count(-12_345)), "-12345");
    }

    #[test]
    fn days_and_months_are_belgian_in_both_languages() {
        let column = Column::new(terms::MONTH, ColumnKind::Month);
        let day = jiff::civil::date(2023, 9, 3);
        for language in [Language::Dutch, Language::English] {
            let field = |cell| field(&cell, &column, language);
            assert_eq!(field(Cell::Date(day)), "03/09/2023");
            assert_eq!(field(Cell::Month(day)), "09/2023");
        }
    }

    #[test]
    fn words_are_those_of_the_language() {
        let column = Column::new(terms::STATUS, ColumnKind::Word);
        let title = InTwoLanguages {
            nl: "gezinnen".to_owned(),
            en: "families".to_owned(),
        };
        for (language, words) in [
            (Language::Dutch, ["niet bereikt", "gezinnen", "ja", "samen"]),
            (
                Language::English,
                ["not reached", "families", "yes", "together"],
            ),
        ] {
            let cells = [
                Cell::Word(terms::ST_NOT_REACHED),
                Cell::keyed("family".to_owned(), title.clone()),
                Cell::Flag(true),
                Cell::Period(None),
            ];
            assert_eq!(cells.map(|it| field(&it, &column, language)), words);
        }
        let years = Cell::Years(vec![YearNr(1), YearNr(3)]);
        assert_eq!(dutch_field(&years), "1 en 3");
    }

    #[test]
    fn unknown_is_empty_and_no_text_is_a_formula() {
        assert_eq!(dutch_field(&Cell::Unknown(Unknown::AsOf)), "");
        assert_eq!(dutch_field(&Cell::Nothing), "");
        for start in ["=", "+", "-", "@", "\t", "\r", "\0"] {
            let text = dutch_field(&Cell::Text(format!("{start}1+1")));
            assert!(text.starts_with('\''), "{text}");
        }
    }

    #[test]
    fn no_heading_is_a_formula_or_stands_twice() {
        let euro = |term| Column::new(term, ColumnKind::Euro);
        let percent = |term| Column::new(term, ColumnKind::Percent);
        let table = Table::new(
            terms::AWARD_TABLE,
            vec![
                euro(terms::COMPUTED),
                euro(terms::UNIT_AMOUNT),
                percent(terms::ATTAINMENT_PCT),
                percent(terms::REACHED_CHANGE_PCT),
                percent(terms::SPENT_CHANGE_PCT),
            ],
        );
        assert_eq!(
            headings(&table, Language::Dutch),
            [
                "berekend (€)",
                "bedrag (€)",
                "graad (%)",
                "verandering in % [reached_change_pct]",
                "verandering in % [spent_change_pct]",
            ]
        );
        for Term { word, .. } in terms::ALL {
            for column in [ColumnKind::Text, ColumnKind::Euro].map(|kind| {
                let term = Term {
                    key: "any",
                    word: *word,
                };
                Column::new(term, kind)
            }) {
                for language in [Language::Dutch, Language::English] {
                    let heading = heading(&column, language);
                    assert!(
                        !heading.is_empty() && !heading.starts_with('\''),
                        "{heading}"
                    );
                }
            }
        }
    }
}
