//! Findings that the dossier accepts: which of them it means, and whether what it
//! says of them still holds.

use super::{Located, Place};
use crate::model::{Accept, Date, Language, composed};
use crate::wording::{dutch, english, visible};
use std::collections::BTreeMap;

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

/// What a dossier accepts at one place, in its order.
#[derive(Debug)]
struct Group<'a> {
    told: &'a str,
    accepts: Vec<Given<'a>>,
    is_used: bool,
}

/// What is accepted, its number in the dossier, and its text for comparing.
#[derive(Debug)]
struct Given<'a> {
    nr: usize,
    accept: &'a Accept,
    text: Option<String>,
}

impl<'a> Given<'a> {
    fn new(nr: usize, accept: &'a Accept) -> Self {
        let text = accept.text.as_deref().map(words);
        Self { nr, accept, text }
    }
}

/// What a dossier accepts, by code and place: there may be thousands beside thousands of
/// findings. The place is in small letters, for those of a cell do not matter.
type ByPlace<'a> = BTreeMap<(&'a str, String), Vec<Group<'a>>>;

/// Says of each finding whether the dossier accepts it, and gives what the dossier
/// accepts and nobody found. Without an as-of date no day is known to be over.
pub fn accept<'a>(
    found: &mut [Located],
    accepts: &'a [Accept],
    today: Option<Date>,
) -> Vec<&'a Accept> {
    let mut by_place = by_place(accepts);
    if !by_place.is_empty() {
        for finding in found {
            let code = finding.code().key();
            if let Some(standing) = stands(&mut by_place, code, &finding.place, today)
                && !matches!(finding.standing, Standing::Accepted(_))
            {
                finding.standing = standing;
            }
        }
    }
    let unused = by_place.into_values().flatten().filter(|it| !it.is_used);
    let mut unused: Vec<Given<'_>> = unused.flat_map(|it| it.accepts).collect();
    unused.sort_by_key(|given| given.nr);
    unused.into_iter().map(|given| given.accept).collect()
}

fn by_place(accepts: &[Accept]) -> ByPlace<'_> {
    let mut by_place = ByPlace::new();
    for (nr, accept) in accepts.iter().enumerate() {
        let told = plain(&accept.place);
        let key = (accept.code.as_str(), told.to_ascii_lowercase());
        let groups = by_place.entry(key).or_default();
        let given = Given::new(nr, accept);
        match groups.iter_mut().find(|group| group.told == told) {
            Some(group) => group.accepts.push(given),
            None => groups.push(Group {
                told,
                accepts: vec![given],
                is_used: false,
            }),
        }
    }
    by_place
}

/// How a finding at a place stands, by the first that accepts it, or else by the last
/// that did; none where the dossier does not mean it.
fn stands(
    by_place: &mut ByPlace<'_>,
    code: &'static str,
    place: &Place,
    today: Option<Date>,
) -> Option<Standing> {
    let found = place.excerpt.as_deref().map(words);
    let mut first: Option<(usize, Standing)> = None;
    let mut last: Option<(usize, Standing)> = None;
    for told in tellings(place) {
        let groups = by_place.get_mut(&(code, told)).into_iter().flatten();
        for group in groups.filter(|group| is_at(place, group.told)) {
            group.is_used = true;
            for given in &group.accepts {
                let standing = standing(given, found.as_deref(), today);
                if matches!(standing, Standing::Accepted(_)) {
                    if first.as_ref().is_none_or(|(nr, _)| given.nr < *nr) {
                        first = Some((given.nr, standing));
                    }
                    break;
                }
                if last.as_ref().is_none_or(|(nr, _)| given.nr > *nr) {
                    last = Some((given.nr, standing));
                }
            }
        }
    }
    first.or(last).map(|(_, standing)| standing)
}

/// All ways in which a place may be told, in small letters, each once.
fn tellings(place: &Place) -> Vec<String> {
    let path = place.path.to_ascii_lowercase();
    let line = format!("{path}:{}", place.line);
    let column = format!("{line}:{}", place.column);
    let cell = place.cell.as_deref();
    let cell = cell.map(|cell| format!("{path}:{}", cell.to_ascii_lowercase()));
    let mut tellings: Vec<String> = [path, line, column].into_iter().chain(cell).collect();
    tellings.sort();
    tellings.dedup();
    tellings
}

/// A place as the dossier tells it, without what does not matter.
fn plain(told: &str) -> &str {
    let told = told.trim();
    told.strip_prefix("./").unwrap_or(told)
}

/// Whether a place is told like this: its path, or its path with its line, its line
/// and column, or its cell.
fn is_at(place: &Place, told: &str) -> bool {
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

fn words(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    composed(&joined).into_owned()
}

fn standing(given: &Given<'_>, found: Option<&str>, today: Option<Date>) -> Standing {
    let accept = given.accept;
    let is_over = |until: Date| today.is_some_and(|today| until < today);
    if let Some(until) = accept.until.filter(|until| is_over(*until)) {
        return Standing::Lapsed(Lapsed::Over(until));
    }
    if given.text.is_some() && given.text.as_deref() != found {
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
            let place = place(Some("D8"));
            assert_eq!(is_at(&place, plain(told)), is_told, "{told}");
            // What is looked up by is what is told so.
            let told = plain(told).to_ascii_lowercase();
            assert_eq!(tellings(&place).contains(&told), is_told, "{told}");
        }
        assert!(!is_at(&place(None), "logs/a:b.csv:D8"));
    }

    #[test]
    fn a_text_is_the_same_however_its_accents_are_written() {
        assert_eq!(words(" 4  Cafe\u{301}"), words("4 Caf\u{e9}"));
        assert_ne!(words("4 Cafe"), words("4 Caf\u{e9}"));
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
        let stands = |accept: Accept, today| standing(&Given::new(0, &accept), Some("1.5"), today);
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

    #[test]
    fn the_first_that_holds_decides_and_else_the_last() {
        let day = |nr| Date::constant(2023, 9, nr);
        let accept = |place: &str, text: &str, until| Accept {
            code: "I06".to_owned(),
            place: place.to_owned(),
            text: Some(text.to_owned()),
            reason: place.to_owned(),
            until,
            span: Span::new(FileId::FIRST, 0..0),
        };
        let lapsed = [
            accept("logs/a:b.csv:8", "2.5", None),
            accept("logs/a:b.csv", "1.5", Some(day(1))),
            accept("logs/a:b.csv:8:3", "2.5", Some(day(4))),
        ];
        let stands = |accepts: &[Accept]| {
            let mut by_place = by_place(accepts);
            stands(&mut by_place, "I06", &place(Some("D8")), Some(day(2)))
        };
        let other = Standing::Lapsed(Lapsed::OtherText(Some(day(4))));
        assert_eq!(stands(&lapsed), Some(other));
        let held = |place: &str| accept(place, "1.5", None);
        let mut accepts = lapsed.to_vec();
        accepts.extend([held("logs/a:b.csv:d8"), held("logs/a:b.csv")]);
        let Some(Standing::Accepted(accepted)) = stands(&accepts) else {
            panic!("two of them hold");
        };
        assert_eq!(accepted.reason, "logs/a:b.csv:d8");
        assert_eq!(stands(&[held("LOGS/a:b.csv")]), None);
    }
}
