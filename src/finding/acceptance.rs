//! Findings that the dossier accepts: which of them it means, and whether what it
//! says of them still holds.

use super::{Located, Place};
use crate::model::{Accept, Date, Language};
use crate::wording::{dutch, english, visible};

/// Why a finding may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The reason that the dossier gives.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

impl Accepted {
    /// The reason and the last day, as one sentence.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let reason = visible(&self.reason);
        match (self.until, language) {
            (None, _) => reason.into_owned(),
            (Some(until), Language::Dutch) => {
                format!("{reason} (tot en met {})", dutch::date(until))
            }
            (Some(until), Language::English) => {
                format!("{reason} (until {})", english::date(until))
            }
        }
    }
}

/// Why a finding that was accepted is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lapsed {
    /// The last day on which it could stand is over.
    Over(Date),
    /// The text at its place is another than the one that was accepted.
    OtherText(Option<Date>),
}

impl Lapsed {
    /// What is told beside the finding.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::Over(day), Language::Dutch) => format!(
                "aanvaard tot en met {}, en die dag is voorbij",
                dutch::date(*day)
            ),
            (Self::Over(day), Language::English) => {
                format!("accepted until {}, which has passed", english::date(*day))
            }
            (Self::OtherText(None), Language::Dutch) => "aanvaard voor een andere tekst".to_owned(),
            (Self::OtherText(None), Language::English) => "accepted for another text".to_owned(),
            (Self::OtherText(Some(day)), Language::Dutch) => format!(
                "aanvaard tot en met {} voor een andere tekst",
                dutch::date(*day)
            ),
            (Self::OtherText(Some(day)), Language::English) => {
                format!("accepted until {} for another text", english::date(*day))
            }
        }
    }
}

/// How a finding stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nobody has accepted it.
    #[default]
    Open,
    /// The dossier accepts it.
    Accepted(Accepted),
    /// The dossier accepted it, and that no longer holds.
    Lapsed(Lapsed),
}

/// Says of each finding whether the dossier accepts it, and gives what the dossier
/// accepts and nobody found. Without an as-of date no day is known to be over.
pub fn accept<'a>(
    found: &mut [Located],
    accepts: &'a [Accept],
    today: Option<Date>,
) -> Vec<&'a Accept> {
    let mut unused = Vec::new();
    for accept in accepts {
        let mut is_used = false;
        for finding in found.iter_mut().filter(|it| is_meant(accept, it)) {
            is_used = true;
            if !matches!(finding.standing, Standing::Accepted(_)) {
                finding.standing = standing(accept, &finding.place, today);
            }
        }
        if !is_used {
            unused.push(accept);
        }
    }
    unused
}

fn is_meant(accept: &Accept, finding: &Located) -> bool {
    accept.code == finding.code().key() && is_at(&finding.place, &accept.place)
}

/// Whether a place is told like this: its path, or its path with its line, its line
/// and column, or its cell.
fn is_at(place: &Place, told: &str) -> bool {
    let told = told.trim();
    let told = told.strip_prefix("./").unwrap_or(told);
    let Some(rest) = told.strip_prefix(place.path.as_str()) else {
        return false;
    };
    let Some(spot) = rest.strip_prefix(':') else {
        return rest.is_empty();
    };
    let cell = place.cell.as_deref();
    spot == place.line.to_string()
        || spot == format!("{}:{}", place.line, place.column)
        || cell.is_some_and(|cell| cell.eq_ignore_ascii_case(spot))
}

fn standing(accept: &Accept, place: &Place, today: Option<Date>) -> Standing {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_over = |until: Date| today.is_some_and(|today| until < today);
    if let Some(until) = accept.until.filter(|until| is_over(*until)) {
        return Standing::Lapsed(Lapsed::Over(until));
    }
    let found = place.excerpt.as_deref().map(words);
    if accept.text.is_some() && accept.text.as_deref().map(words) != found {
        return Standing::Lapsed(Lapsed::OtherText(accept.until));
    }
    Standing::Accepted(Accepted {
        reason: accept.reason.clone(),
        until: accept.until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn place(cell: Option<&str>) -> Place {
        Place {
            path: "logs/a:b.csv".to_owned(),
            line: 8,
            column: 3,
            cell: cell.map(ToOwned::to_owned),
            excerpt: Some("  1.5 ".to_owned()),
            mark: 0..0,
        }
    }

    #[test]
    fn a_place_is_told_by_path_line_or_cell() {
        for (told, is_told) in [
            ("logs/a:b.csv", true),
            ("./logs/a:b.csv ", true),
            ("logs/a:b.csv:8", true),
            ("logs/a:b.csv:8:3", true),
            ("logs/a:b.csv:d8", true),
            ("logs/a:b.csv:80", false),
            ("logs/a:b.csv:8:4", false),
            ("logs/a:b.csv:", false),
            ("logs/a:b.csvx", false),
            ("a:b.csv", false),
        ] {
            assert_eq!(is_at(&place(Some("D8")), told), is_told, "{told}");
        }
        assert!(!is_at(&place(None), "logs/a:b.csv:D8"));
    }

    #[test]
    fn it_holds_until_the_day_is_over_or_the_text_is_another() {
        let day = |nr| Date::constant(2023, 9, nr);
        let accept = |text: Option<&str>, until| Accept {
            code: "I06".to_owned(),
            place: String::new(),
            text: text.map(ToOwned::to_owned),
            reason: "gezien".to_owned(),
            until,
            span: Span::new(FileId::FIRST, 0..0),
        };
        let stands = |accept: Accept, today| standing(&accept, &place(None), today);
        let holds = |standing| matches!(standing, Standing::Accepted(_));
        assert!(holds(stands(accept(None, None), Some(day(1)))));
        assert!(holds(stands(accept(Some("1.5"), None), Some(day(1)))));
        assert!(holds(stands(accept(None, Some(day(2))), Some(day(2)))));
        assert!(holds(stands(accept(None, Some(day(2))), None)));
        assert_eq!(
            stands(accept(None, Some(day(2))), Some(day(3))),
            Standing::Lapsed(Lapsed::Over(day(2)))
        );
        assert_eq!(
            stands(accept(Some("2.5"), Some(day(2))), Some(day(2))),
            Standing::Lapsed(Lapsed::OtherText(Some(day(2))))
        );
    }
}
