//! What the figures of the chart on the own share say, in one line.

use super::planned_rest;
use crate::analysis::{Analysis, Cofinancing, CofinancingPeriod, CofinancingVerdict};
use crate::model::{Euro, Unknown, YearNr};
use crate::wording::{Say, Sentence, dutch, english, saying};

/// How the tested stretches that are drawn stand: what falls short, else what is
/// unknown, else what still runs.
pub(super) fn heading(analysis: &Analysis<'_>, rows: &[&Cofinancing]) -> Sentence {
    let tested: Vec<&Cofinancing> = rows.iter().copied().filter(|row| row.is_tested).collect();
    let with = |verdict: CofinancingVerdict| {
        tested
            .iter()
            .copied()
            .filter(move |row| row.verdict == verdict)
    };
    let stretches = |rows: &mut dyn Iterator<Item = &Cofinancing>| -> Vec<Stretch> {
        rows.map(|row| stretch(analysis, row)).collect()
    };
    let short = stretches(&mut with(CofinancingVerdict::Short));
    let stand = if !short.is_empty() {
        Stand::Short(short)
    } else if let Some(row) = with(CofinancingVerdict::Unknown).next() {
        Stand::Unknown(
            row.own_missing
                .clone()
                .err()
                .unwrap_or(Unknown::NothingToShare),
        )
    } else {
        let running = stretches(&mut with(CofinancingVerdict::Running));
        if running.is_empty() {
            Stand::Met(stretches(&mut tested.iter().copied()))
        } else {
            Stand::Running(running)
        }
    };
    let aside = tested.iter().map(|row| row.set_aside).max().unwrap_or(0);
    saying((stand, aside), heading_in_dutch, heading_in_english)
}

/// The figures of a tested stretch.
#[derive(Debug)]
struct Stretch {
    /// The year; none for all together.
    year: Option<YearNr>,
    booked: Option<Euro>,
    required: Option<Euro>,
    missing: Option<Euro>,
    /// What is missing when all comes that is planned.
    gap: Option<Euro>,
}

fn stretch(analysis: &Analysis<'_>, row: &Cofinancing) -> Stretch {
    let missing = row.own_missing.clone().ok();
    let rest = planned_rest(analysis, row);
    Stretch {
        year: match row.period {
            CofinancingPeriod::Year(year) => Some(year),
            CofinancingPeriod::All => None,
        },
        booked: row.own_booked.clone().ok(),
        required: row.own_required.clone().ok(),
        missing,
        gap: missing
            .zip(rest)
            .map(|(missing, rest)| (missing - rest).max(Euro::ZERO)),
    }
}

/// How the own share stands.
#[derive(Debug)]
enum Stand {
    Short(Vec<Stretch>),
    Unknown(Unknown),
    Running(Vec<Stretch>),
    Met(Vec<Stretch>),
}

fn heading_in_dutch((stand, aside): &(Stand, u64)) -> String {
    let of = |it: &Stretch| {
        it.year
            .map_or_else(String::new, |year| format!(" van jaar {year}"))
    };
    let missing = |all: &[Stretch]| {
        let each = all
            .iter()
            .filter_map(|it| Some(format!("{}{}", dutch::euro(it.missing?), of(it))));
        dutch::list(&each.collect::<Vec<_>>())
    };
    let line = match stand {
        Stand::Short(all) => format!("Er ontbreekt eigen aandeel: {}", missing(all)),
        Stand::Unknown(why) => format!("Eigen aandeel: onbekend, {}", why.dutch()),
        Stand::Running(all) => {
            let gap = match all.as_slice() {
                [Stretch { gap: Some(gap), .. }] if *gap == Euro::ZERO => {
                    "; dat is volledig gepland".to_owned()
                }
                [Stretch { gap: Some(gap), .. }] => {
                    format!(
                        "; met wat gepland is, blijft {} ontbreken",
                        dutch::euro(*gap)
                    )
                }
                _ => String::new(),
            };
            format!("Nog {} eigen aandeel aan te tonen{gap}", missing(all))
        }
        Stand::Met(all) => match all.as_slice() {
            [
                Stretch {
                    booked: Some(booked),
                    required: Some(required),
                    year,
                    ..
                },
            ] => {
                let of = year.map_or_else(String::new, |year| format!(" voor jaar {year}"));
                let [booked, required] = [booked, required].map(|it| dutch::euro(*it));
                format!("Eigen aandeel{of} aangetoond: {booked}, vereist was {required}")
            }
            all => {
                let years: Vec<YearNr> = all.iter().filter_map(|it| it.year).collect();
                format!(
                    "Eigen aandeel aangetoond voor jaar {}",
                    dutch::years(&years)
                )
            }
        },
    };
    match aside {
        0 => line,
        rows => format!(
            "{line}; {} opzij gezet",
            dutch::plural(*rows, "boeking", "boekingen")
        ),
    }
}

fn heading_in_english((stand, aside): &(Stand, u64)) -> String {
    let of = |it: &Stretch| {
        it.year
            .map_or_else(String::new, |year| format!(" of year {year}"))
    };
    let missing = |all: &[Stretch]| {
        let each = all
            .iter()
            .filter_map(|it| Some(format!("{}{}", english::euro(it.missing?), of(it))));
        english::list(&each.collect::<Vec<_>>())
    };
    let line = match stand {
        Stand::Short(all) => format!("Own share is missing: {}", missing(all)),
        Stand::Unknown(why) => format!("Own share: unknown, {}", why.english()),
        Stand::Running(all) => {
            let gap = match all.as_slice() {
                [Stretch { gap: Some(gap), .. }] if *gap == Euro::ZERO => {
                    "; all of it is planned".to_owned()
                }
                [Stretch { gap: Some(gap), .. }] => {
                    format!("; with what is planned, {} is missing", english::euro(*gap))
                }
                _ => String::new(),
            };
            format!("Own share still to be shown: {}{gap}", missing(all))
        }
        Stand::Met(all) => match all.as_slice() {
            [
                Stretch {
                    booked: Some(booked),
                    required: Some(required),
                    year,
                    ..
                },
            ] => {
                let of = year.map_or_else(String::new, |year| format!(" for year {year}"));
                let [booked, required] = [booked, required].map(|it| english::euro(*it));
                format!("Own share shown{of}: {booked}, required was {required}")
            }
            all => {
                let years: Vec<YearNr> = all.iter().filter_map(|it| it.year).collect();
                format!("Own share shown for year {}", english::years(&years))
            }
        },
    };
    match aside {
        0 => line,
        rows => format!(
            "{line}; {} set aside",
            english::plural(*rows, "booking", "bookings")
        ),
    }
}
