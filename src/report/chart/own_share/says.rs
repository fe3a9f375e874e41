//! The words of the chart on the own share.

use crate::analysis::{
    Analysis, Cofinancing, CofinancingPeriod, CofinancingVerdict, has_begun, is_over,
};
use crate::model::{Euro, Scheme, TestedOver};
use crate::report::chart::words::{joined, project_year, silence, without_set_aside};
use crate::wording::{Both, Say, Sentence, capital, dutch, english, saying, terms};

pub(super) const PLANNED: Both = Both {
    nl: "gepland, nog niet geregistreerd",
    en: "planned, not registered yet",
};

pub(super) const UP_TO_REQUIRED: Both = Both {
    nl: "tot wat vereist is",
    en: "up to what is required",
};

pub(super) const MISSING: Both = Both {
    nl: "ontbreekt",
    en: "missing",
};

pub(super) const NORM: Both = Both {
    nl: "vereist = 100 %",
    en: "required = 100%",
};

/// What is drawn, and over which years the test runs.
pub(super) fn about(scheme: &Scheme) -> Sentence {
    let years = u64::try_from(scheme.years.len()).unwrap_or(u64::MAX);
    saying(
        (scheme.tested_over, years),
        |(over, years)| {
            let test = match (over, years) {
                (_, 1) => "het ene projectjaar".to_owned(),
                (TestedOver::AllYears, years) => {
                    format!(
                        "de {} projectjaren van de regeling samen",
                        dutch::number_word(*years)
                    )
                }
                (TestedOver::EachYear, _) => "elk projectjaar apart".to_owned(),
            };
            format!(
                "Geregistreerd eigen aandeel in procent van het vereiste eigen aandeel. De toets geldt voor {test}."
            )
        },
        |(over, years)| {
            let test = match (over, years) {
                (_, 1) => "the one project year".to_owned(),
                (TestedOver::AllYears, years) => {
                    format!(
                        "the {} project years of the scheme together",
                        english::number_word(*years)
                    )
                }
                (TestedOver::EachYear, _) => "each project year by itself".to_owned(),
            };
            format!(
                "Own share registered in percent of the own share required. The test is on {test}."
            )
        },
    )
}

/// `Drie projectjaren samen`
pub(super) fn together(analysis: &Analysis<'_>) -> Sentence {
    let years = u64::try_from(analysis.account.dossier.years.len()).unwrap_or(u64::MAX);
    saying(
        years,
        |years| match years {
            1 => "Samen".to_owned(),
            years => capital(&format!(
                "{} projectjaren samen",
                dutch::number_word(*years)
            )),
        },
        |years| match years {
            1 => "Together".to_owned(),
            years => capital(&format!(
                "{} project years together",
                english::number_word(*years)
            )),
        },
    )
}

const TESTED: Both = Both {
    nl: "hierop wordt getoetst",
    en: "this is what is tested",
};

const TESTED_SO_FAR: Both = Both {
    nl: "de jaren van dit dossier; hierop wordt getoetst",
    en: "the years of this dossier; this is what is tested",
};

const INFORMS: Both = Both {
    nl: "ter informatie",
    en: "for information",
};

/// `afgelopen, ter informatie`
pub(super) fn standing(analysis: &Analysis<'_>, row: &Cofinancing) -> Sentence {
    let account = analysis.account;
    let is_whole = account.dossier.years.len() == account.scheme.years.len();
    let tested = match (row.is_tested, is_whole) {
        (false, _) => INFORMS,
        (true, false) if row.period == CofinancingPeriod::All => TESTED_SO_FAR,
        (true, _) => TESTED,
    };
    let CofinancingPeriod::Year(year) = row.period else {
        return Box::new(tested);
    };
    let time = match (has_begun(account, year), is_over(account, year)) {
        (_, Ok(true)) => Both {
            nl: "afgelopen, ",
            en: "over, ",
        },
        (Ok(true), _) => Both {
            nl: "loopt, ",
            en: "running, ",
        },
        (Ok(false), _) => Both {
            nl: "nog niet begonnen, ",
            en: "not begun, ",
        },
        _ => Both { nl: "", en: "" },
    };
    saying(
        (time, tested),
        |(time, tested)| format!("{}{}", time.nl, tested.nl),
        |(time, tested)| format!("{}{}", time.en, tested.en),
    )
}

/// `€ 6.720,40 meer`, `nog € 35.675,40`
pub(super) fn figure(analysis: &Analysis<'_>, row: &Cofinancing) -> Sentence {
    let (booked, required) = match (&row.own_booked, &row.own_required) {
        (Ok(booked), Ok(required)) => (*booked, *required),
        (Ok(booked), Err(_)) => {
            return saying(
                *booked,
                |it| format!("{} geregistreerd", dutch::euro(*it)),
                |it| format!("{} registered", english::euro(*it)),
            );
        }
        // The state says so already.
        (Err(_), _) if row.is_tested => return silence(),
        (Err(_), _) => return Box::new(terms::ST_UNKNOWN.word),
    };
    let is_closed = match row.period {
        CofinancingPeriod::Year(year) => is_over(analysis.account, year) == Ok(true),
        CofinancingPeriod::All => false,
    };
    let stand = match (row.verdict, row.is_tested) {
        (CofinancingVerdict::Short, true) => Short::Tested,
        (CofinancingVerdict::Short, false) => Short::Informs,
        _ if is_closed && !row.is_tested => Short::Informs,
        _ => Short::Not,
    };
    saying(
        (booked - required, stand),
        |(more, stand)| {
            let amount = dutch::euro(if more.is_negative() { -*more } else { *more });
            match (more.is_negative(), stand) {
                (true, Short::Tested) => format!("{amount} ontbreekt"),
                (true, Short::Informs) => format!("{amount} minder"),
                (true, Short::Not) => format!("nog {amount}"),
                (false, _) if *more == Euro::ZERO => "precies genoeg".to_owned(),
                (false, _) => format!("{amount} meer"),
            }
        },
        |(more, stand)| {
            let amount = english::euro(if more.is_negative() { -*more } else { *more });
            match (more.is_negative(), stand) {
                (true, Short::Tested) => format!("{amount} missing"),
                (true, Short::Informs) => format!("{amount} less"),
                (true, Short::Not) => format!("{amount} to go"),
                (false, _) if *more == Euro::ZERO => "exactly enough".to_owned(),
                (false, _) => format!("{amount} more"),
            }
        },
    )
}

/// What it means that less is registered than is required.
#[derive(Debug)]
enum Short {
    /// The time is over and it is tested.
    Tested,
    /// The time is over; it informs.
    Informs,
    /// There is time left.
    Not,
}

/// `€ 151.320,40 van € 144.600,00`, or why it is unknown.
pub(super) fn booked_of(row: &Cofinancing) -> Sentence {
    match (row.own_booked.clone(), row.own_required.clone()) {
        (Ok(booked), Ok(required)) => saying(
            (booked, required),
            |(booked, required)| format!("{} van {}", dutch::euro(*booked), dutch::euro(*required)),
            |(booked, required)| {
                format!("{} of {}", english::euro(*booked), english::euro(*required))
            },
        ),
        (Ok(_), Err(why)) => saying(
            why,
            |why| format!("vereist onbekend: {}", why.dutch()),
            |why| format!("required unknown: {}", why.english()),
        ),
        (Err(why), _) => Box::new(why),
    }
}

/// What stands under a bar: rows set aside, and a plan that is not known.
pub(super) fn below(row: &Cofinancing, is_plan_unknown: bool) -> Option<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if is_plan_unknown {
        said.push(Box::new(Both {
            nl: "wat nog gepland is, is niet van elk jaar bekend",
            en: "what is still planned is not known of every year",
        }));
    }
    if row.set_aside > 0 {
        said.push(without_set_aside(row.set_aside));
    }
    (!said.is_empty()).then(|| joined(said, "; "))
}

/// The figures of a bar for those who do not see it.
pub(super) fn told(analysis: &Analysis<'_>, row: &Cofinancing) -> Sentence {
    let name = match row.period {
        CofinancingPeriod::Year(year) => project_year(year),
        CofinancingPeriod::All => together(analysis),
    };
    saying(
        (name, booked_of(row), figure(analysis, row)),
        |(name, of, figure)| {
            format!(
                "{}, eigen aandeel: {}, {}",
                name.dutch(),
                of.dutch(),
                figure.dutch()
            )
        },
        |(name, of, figure)| {
            format!(
                "{}, own share: {}, {}",
                name.english(),
                of.english(),
                figure.english()
            )
        },
    )
}

/// What is planned and not registered yet.
pub(super) fn planned(rest: Option<Euro>) -> Sentence {
    match rest.filter(|rest| *rest > Euro::ZERO) {
        None => silence(),
        Some(rest) => saying(
            rest,
            |rest| format!("nog gepland {}", dutch::euro(*rest)),
            |rest| format!("still planned {}", english::euro(*rest)),
        ),
    }
}

/// What stays out of the own share, in all.
pub(super) fn left_out(rows: &[&Cofinancing]) -> Option<Sentence> {
    let all = rows
        .iter()
        .find(|row| row.period == CofinancingPeriod::All)?;
    let booked = all.booked.clone().ok()?;
    let parts = [booked.third_party, booked.to_look_at, booked.category];
    parts.iter().any(|it| *it != Euro::ZERO).then(|| {
        saying(
            parts,
            |[third, look, category]| {
                let parts = [
                    (third, "van derden"),
                    (look, "eerst na te kijken"),
                    (category, "van een categorie die niet telt"),
                ];
                let parts = parts.iter().filter(|(amount, _)| **amount != Euro::ZERO);
                let parts = parts.map(|(amount, why)| format!("{} {why}", dutch::euro(**amount)));
                format!(
                    "Niet meegeteld: {}.",
                    dutch::list(&parts.collect::<Vec<_>>())
                )
            },
            |[third, look, category]| {
                let parts = [
                    (third, "of third parties"),
                    (look, "to look at first"),
                    (category, "of a category that does not count"),
                ];
                let parts = parts.iter().filter(|(amount, _)| **amount != Euro::ZERO);
                let parts = parts.map(|(amount, why)| format!("{} {why}", english::euro(**amount)));
                format!(
                    "Not counted: {}.",
                    english::list(&parts.collect::<Vec<_>>())
                )
            },
        )
    })
}
