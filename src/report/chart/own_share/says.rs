//! The words of the chart on the own share.

use super::planned_rest;
use crate::analysis::{
    Analysis, Cofinancing, CofinancingPeriod, CofinancingVerdict, has_begun, is_over,
};
use crate::model::{Euro, Known, Scheme, TestedOver};
use crate::report::chart::words::{project_year, silence};
use crate::report::summary::tested;
use crate::wording::{Both, Say, Sentence, capital, dutch, english, saying, terms};

pub(super) const PLANNED: Both = Both {
    nl: "gepland, nog niet geregistreerd",
    en: "planned, not registered yet",
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
            let test = match over {
                TestedOver::AllYears => {
                    format!("de {} projectjaren samen", dutch::number_word(*years))
                }
                TestedOver::EachYear => "elk projectjaar apart".to_owned(),
            };
            format!(
                "Geregistreerd eigen aandeel in procent van het vereiste eigen aandeel. De toets geldt voor {test}."
            )
        },
        |(over, years)| {
            let test = match over {
                TestedOver::AllYears => {
                    format!(
                        "the {} project years together",
                        english::number_word(*years)
                    )
                }
                TestedOver::EachYear => "each project year by itself".to_owned(),
            };
            format!(
                "Own share registered in percent of the own share required. The test is on {test}."
            )
        },
    )
}

/// How the tested stretch stands.
pub(super) fn heading(analysis: &Analysis<'_>) -> Sentence {
    let Some(row) = tested(analysis) else {
        return Box::new(terms::OWN_SHARE_PCT.word);
    };
    let facts = Stand {
        verdict: row.verdict,
        booked: row.own_booked.clone().ok(),
        required: row.own_required.clone().ok(),
        missing: row.own_missing.clone(),
        planned: planned_rest(analysis, row),
    };
    saying(facts, Stand::dutch, Stand::english)
}

#[derive(Debug)]
struct Stand {
    verdict: CofinancingVerdict,
    booked: Option<Euro>,
    required: Option<Euro>,
    missing: Known<Euro>,
    planned: Option<Euro>,
}

impl Stand {
    /// What is missing when all comes that is planned.
    fn gap(&self) -> Option<Euro> {
        let missing = self.missing.clone().ok()?;
        Some((missing - self.planned?).max(Euro::ZERO))
    }

    fn dutch(&self) -> String {
        let [booked, required] = [self.booked, self.required].map(|it| it.map(dutch::euro));
        let [booked, required] = [booked, required].map(Option::unwrap_or_default);
        match (self.verdict, &self.missing) {
            (CofinancingVerdict::Met, _) => {
                format!("Eigen aandeel aangetoond: {booked}, vereist was {required}")
            }
            (CofinancingVerdict::Short, Ok(missing)) => {
                format!("Er ontbreekt {} eigen aandeel", dutch::euro(*missing))
            }
            (_, Err(why)) => format!("Eigen aandeel: onbekend, {}", why.dutch()),
            (_, Ok(missing)) => {
                let gap = match self.gap() {
                    None => String::new(),
                    Some(gap) if gap == Euro::ZERO => "; dat is volledig gepland".to_owned(),
                    Some(gap) => {
                        format!(
                            "; met wat gepland is, blijft {} ontbreken",
                            dutch::euro(gap)
                        )
                    }
                };
                format!(
                    "Nog {} eigen aandeel aan te tonen{gap}",
                    dutch::euro(*missing)
                )
            }
        }
    }

    fn english(&self) -> String {
        let [booked, required] = [self.booked, self.required].map(|it| it.map(english::euro));
        let [booked, required] = [booked, required].map(Option::unwrap_or_default);
        match (self.verdict, &self.missing) {
            (CofinancingVerdict::Met, _) => {
                format!("Own share shown: {booked}, required was {required}")
            }
            (CofinancingVerdict::Short, Ok(missing)) => {
                format!("{} of own share is missing", english::euro(*missing))
            }
            (_, Err(why)) => format!("Own share: unknown, {}", why.english()),
            (_, Ok(missing)) => {
                let gap = match self.gap() {
                    None => String::new(),
                    Some(gap) if gap == Euro::ZERO => "; all of it is planned".to_owned(),
                    Some(gap) => {
                        format!("; with what is planned, {} is missing", english::euro(gap))
                    }
                };
                format!(
                    "{} of own share still to be shown{gap}",
                    english::euro(*missing)
                )
            }
        }
    }
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

const INFORMS: Both = Both {
    nl: "ter informatie",
    en: "for information",
};

/// `afgelopen, ter informatie`
pub(super) fn standing(analysis: &Analysis<'_>, row: &Cofinancing) -> Sentence {
    let tested = if row.is_tested { TESTED } else { INFORMS };
    let CofinancingPeriod::Year(year) = row.period else {
        return Box::new(tested);
    };
    let account = analysis.account;
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
pub(super) fn figure(row: &Cofinancing) -> Sentence {
    let (Ok(booked), Ok(required)) = (row.own_booked.clone(), row.own_required.clone()) else {
        return Box::new(terms::ST_UNKNOWN.word);
    };
    let is_short = row.verdict == CofinancingVerdict::Short;
    let stand = match (is_short, row.is_tested) {
        (true, true) => Short::Tested,
        (true, false) => Short::Informs,
        (false, _) => Short::Not,
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
        (Err(why), _) | (_, Err(why)) => Box::new(why),
    }
}

/// The figures of a bar for those who do not see it.
pub(super) fn told(analysis: &Analysis<'_>, row: &Cofinancing) -> Sentence {
    let name = match row.period {
        CofinancingPeriod::Year(year) => project_year(year),
        CofinancingPeriod::All => together(analysis),
    };
    saying(
        (name, booked_of(row), figure(row)),
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
