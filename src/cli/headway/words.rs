//! What is said of work that goes on, in both languages, as long as there is room.

use crate::model::{Language, Ratio};
use crate::wording::{Both, dutch, english};
use std::time::Duration;

/// Work that may take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// The logs are read.
    Reading,
    /// The files are hashed for the colophon.
    Hashing,
    /// The answer is made in its formats.
    Making,
}

/// How far work has come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// Bytes that there are; nothing where they are not counted.
    pub(super) bytes: u64,
    /// Bytes that were passed.
    pub(super) passed: u64,
    /// Rows that were found.
    pub(super) rows: u64,
    /// How long it may still take; nothing where it cannot be said.
    pub(super) left: Duration,
}

/// Columns of a bar, and what it needs beside it.
const WITH_BAR: usize = 60;

impl Moment {
    /// Whether a bar can be drawn.
    pub(super) fn has_bar(&self, width: usize) -> bool {
        self.bytes > 0 && width >= WITH_BAR
    }

    /// Whole hundredths that were passed; all of them only at the end.
    fn hundredths(&self) -> Option<u64> {
        let part = u128::from(self.passed.min(self.bytes)) * 100;
        let whole = part.checked_div(u128::from(self.bytes))?;
        u64::try_from(whole).ok()
    }
}

impl Work {
    /// What is said of it at a moment: what does not fit is left out, the last first.
    pub(super) fn told(self, moment: &Moment, width: usize, language: Language) -> String {
        let bar = if moment.has_bar(width) { 21 } else { 0 };
        let room = width.saturating_sub(bar);
        let mut parts = self.parts(moment, language);
        while parts.len() > 1 && joined(&parts).chars().count() > room {
            parts.pop();
        }
        let told = joined(&parts);
        told.chars().take(room).collect()
    }

    fn parts(self, moment: &Moment, language: Language) -> Vec<String> {
        let mut parts = vec![self.name().get(language).to_owned()];
        let Some(hundredths) = moment.hundredths() else {
            return parts;
        };
        let share = Ratio::new(hundredths, 100u64);
        parts.extend(share.map(|share| match language {
            Language::Dutch => dutch::short_percent(share),
            Language::English => english::short_percent(share),
        }));
        if moment.rows > 0 {
            parts.push(match language {
                Language::Dutch => dutch::plural(moment.rows, "rij", "rijen"),
                Language::English => english::plural(moment.rows, "row", "rows"),
            });
        }
        if hundredths < 100 {
            parts.extend(left(moment.left, language));
        }
        parts
    }

    fn name(self) -> Both {
        match self {
            Self::Reading => Both {
                nl: "lezen",
                en: "reading",
            },
            Self::Hashing => Both {
                nl: "SHA-256 berekenen",
                en: "computing SHA-256",
            },
            Self::Making => Both {
                nl: "antwoord maken",
                en: "making the answer",
            },
        }
    }
}

fn joined(parts: &[String]) -> String {
    parts.join("  ")
}

/// How long it still takes, in seconds up to two minutes, then in minutes; none where
/// that is not known.
fn left(left: Duration, language: Language) -> Option<String> {
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    let (number, unit) = match seconds {
        0 => return None,
        1..120 => (seconds, "s"),
        _ => (seconds.div_ceil(60), "min"),
    };
    Some(match language {
        Language::Dutch => format!("nog {} {unit}", dutch::count(number)),
        Language::English => format!("{} {unit} left", english::count(number)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: Moment = Moment {
        bytes: 300_000_000,
        passed: 137_000_000,
        rows: 4_512_000,
        left: Duration::from_millis(2_400),
    };

    fn told(moment: &Moment, width: usize) -> [String; 2] {
        [Language::Dutch, Language::English].map(|it| Work::Reading.told(moment, width, it))
    }

    #[test]
    fn share_rows_and_time_left_are_told_in_both_languages() {
        let [nl, en] = told(&HALF, 76);
        assert_eq!(nl, "lezen  45 %  4.512.000 rijen  nog 3 s");
        assert_eq!(en, "reading  45%  4,512,000 rows  3 s left");
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        for (width, told_nl) in [
            (58, "lezen  45 %  4.512.000 rijen  nog 3 s"),
            (37, "lezen  45 %  4.512.000 rijen  nog 3 s"),
            (36, "lezen  45 %  4.512.000 rijen"),
            (20, "lezen  45 %"),
            (5, "lezen"),
            (3, "lez"),
        ] {
            let [nl, _] = told(&HALF, width);
            assert_eq!(nl, told_nl, "{width}");
        }
    }

    #[test]
    fn the_last_hundredth_is_told_at_the_end_only() {
        let almost = Moment {
            passed: 299_999_999,
            ..HALF
        };
        assert!(told(&almost, 76)[0].contains("99 %"));
        let all = Moment {
            passed: 300_000_000,
            ..HALF
        };
        assert_eq!(told(&all, 76)[1], "reading  100%  4,512,000 rows");
    }

    #[test]
    fn what_is_not_known_is_not_told() {
        let unknown = Moment {
            bytes: 0,
            passed: 0,
            rows: 0,
            left: Duration::ZERO,
        };
        assert_eq!(told(&unknown, 76), ["lezen", "reading"]);
        let unhurried = Moment {
            rows: 1,
            left: Duration::ZERO,
            ..HALF
        };
        assert_eq!(told(&unhurried, 76)[0], "lezen  45 %  1 rij");
        assert!(!unknown.has_bar(200));
    }

    #[test]
    fn a_long_time_is_told_in_minutes() {
        let slow = |seconds| left(Duration::from_secs(seconds), Language::English);
        assert_eq!(slow(119), Some("119 s left".to_owned()));
        assert_eq!(slow(121), Some("3 min left".to_owned()));
        assert_eq!(slow(0), None);
    }
}
