//! Small words that several charts use, and where a scale ends.

use crate::analysis::Analysis;
use crate::document::Quoted;
use crate::model::{Date, DossierAction, Euro, FileTally, Fte, Ratio, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, saying, visible};
use rust_decimal::Decimal;

/// Nothing to say.
pub(super) fn silence() -> Sentence {
    Box::new(Both { nl: "", en: "" })
}

/// The dossier's own name of an action, else the official one.
pub(super) fn action_name(analysis: &Analysis<'_>, action: &DossierAction) -> Sentence {
    let title = || {
        let official = analysis.account.scheme.action(action.nr)?;
        Some(Box::new(official.title.clone()) as Sentence)
    };
    match &action.label {
        Some(label) => Box::new(Quoted(label.clone())),
        None => title().unwrap_or_else(silence),
    }
}

/// `jaar 1`
pub(super) fn year(nr: YearNr) -> Sentence {
    saying(nr, |nr| format!("jaar {nr}"), |nr| format!("year {nr}"))
}

/// `Projectjaar 1`
pub(super) fn project_year(nr: YearNr) -> Sentence {
    saying(
        nr,
        |nr| format!("Projectjaar {nr}"),
        |nr| format!("Project year {nr}"),
    )
}

/// `150 %`, for so many halves of the whole: a share could not say more than all of it.
pub(super) fn halves(halves: i64) -> Option<Sentence> {
    let said = |ratio| {
        saying(
            ratio,
            |it| dutch::short_percent(*it),
            |it| english::short_percent(*it),
        )
    };
    Ratio::new(halves, 2).map(said)
}

/// `€ 100.000,00`
pub(super) fn amount(amount: Euro) -> Sentence {
    saying(amount, |it| dutch::euro(*it), |it| english::euro(*it))
}

/// `1.000`
pub(super) fn number(number: u64) -> Sentence {
    saying(number, |it| dutch::count(*it), |it| english::count(*it))
}

/// `2,75 van 5,5 VTE`
pub(super) fn fte_of(filled: Fte, planned: Fte) -> Sentence {
    saying(
        (filled, planned),
        |(filled, planned)| format!("{} van {} VTE", dutch::fte(*filled), dutch::fte(*planned)),
        |(filled, planned)| {
            format!(
                "{} of {} FTE",
                english::fte(*filled),
                english::fte(*planned)
            )
        },
    )
}

/// Sentences one after the other, a mark between them; those without words left out.
pub(super) fn joined(sentences: Vec<Sentence>, between: &'static str) -> Sentence {
    fn all(sentences: &[Sentence], between: &str, say: fn(&dyn Say) -> String) -> String {
        let said = sentences.iter().map(|it| say(it.as_ref()));
        let said: Vec<String> = said.filter(|it| !it.is_empty()).collect();
        said.join(between)
    }
    saying(
        (sentences, between),
        |(sentences, between)| all(sentences, between, |it| it.dutch()),
        |(sentences, between)| all(sentences, between, |it| it.english()),
    )
}

/// The logs as [`from_files`] has them. Where a count is hidden their rows are not told,
/// for somebody may know that each row is a person.
pub(super) fn from_logs(analysis: &Analysis<'_>) -> Option<Sentence> {
    let files = &analysis.account.tallies.files;
    if !analysis.hides {
        return from_files(files);
    }
    let readable = files.iter().filter(|file| file.readable);
    let paths: Vec<String> = readable
        .map(|file| visible(&file.path).into_owned())
        .collect();
    (!paths.is_empty()).then(|| {
        saying(
            paths,
            |paths| format!("Bron: {}.", paths.join("; ")),
            |paths| format!("Source: {}.", paths.join("; ")),
        )
    })
}

/// `Bron: voortgang.csv, 312 rijen, 1 opzij gezet.`; nothing without a file.
pub(super) fn from_files(files: &[FileTally]) -> Option<Sentence> {
    let told: Vec<(String, u64, u64)> = files
        .iter()
        .filter(|file| file.readable)
        .map(|file| (file.path.clone(), file.rows, file.set_aside))
        .collect();
    (!told.is_empty()).then(|| saying(told, |it| files_in_dutch(it), |it| files_in_english(it)))
}

fn files_in_dutch(files: &[(String, u64, u64)]) -> String {
    let files: Vec<String> = files
        .iter()
        .map(|(path, rows, aside)| {
            let rows = dutch::plural(*rows, "rij", "rijen");
            let aside = match aside {
                0 => String::new(),
                aside => format!(", {} opzij gezet", dutch::count(*aside)),
            };
            format!("{}, {rows}{aside}", visible(path))
        })
        .collect();
    format!("Bron: {}.", files.join("; "))
}

fn files_in_english(files: &[(String, u64, u64)]) -> String {
    let files: Vec<String> = files
        .iter()
        .map(|(path, rows, aside)| {
            let rows = english::plural(*rows, "row", "rows");
            let aside = match aside {
                0 => String::new(),
                aside => format!(", {} set aside", english::count(*aside)),
            };
            format!("{}, {rows}{aside}", visible(path))
        })
        .collect();
    format!("Source: {}.", files.join("; "))
}

/// A bar that goes on beyond the scale.
pub(super) const BEYOND: Both = Both {
    nl: "gaat verder dan de schaal",
    en: "goes on beyond the scale",
};

/// `stand op 30/06/2025`
pub(super) fn as_of(date: Date) -> Sentence {
    saying(
        date,
        |date| format!("stand op {}", dutch::date(*date)),
        |date| format!("as of {}", english::date(*date)),
    )
}

/// `okt 2022`
pub(super) fn month(date: Date) -> Sentence {
    saying(date, |it| dutch::month(*it), |it| english::month(*it))
}

/// Rows set aside that could change a figure.
pub(super) fn without_set_aside(rows: u64) -> Sentence {
    saying(
        rows,
        |rows| {
            let rows = dutch::plural(*rows, "opzij gezette rij", "opzij gezette rijen");
            format!("zonder {rows}")
        },
        |rows| {
            let rows = english::plural(*rows, "row set aside", "rows set aside");
            format!("without {rows}")
        },
    )
}

/// The step between two labels of a scale that holds `most`: one, two or five of a
/// power of ten, at most four of them; whole numbers only.
pub(super) fn step(most: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    loop {
        for digit in [Decimal::ONE, Decimal::TWO, Decimal::from(5)] {
            let step = power * digit;
            if step * Decimal::from(4) >= most {
                return step;
            }
        }
        power *= Decimal::TEN;
    }
}

/// The end of a scale that holds `most`: the next half of a step.
pub(super) fn scale_end(most: Decimal, step: Decimal) -> Decimal {
    let half = step / Decimal::TWO;
    ((most / half).ceil() * half).max(half)
}

/// The values of labels from nothing up to the end of a scale.
pub(super) fn labels(step: Decimal, end: Decimal) -> impl Iterator<Item = Decimal> {
    std::iter::successors(Some(Decimal::ZERO), move |last| Some(last + step))
        .take_while(move |value| *value <= end)
}
