//! The words of the chart on targets.

use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus};
use crate::document::Told;
use crate::model::{ActionNr, Date, InTwoLanguages, Known, Language, Ratio, Share, YearNr};
use crate::report::chart::words::{action_name, silence};
use crate::report::words::status;
use crate::wording::{Both, Say, Sentence, dutch, english, saying, signed_count, terms, visible};

pub(super) const DOUBTFUL: Both = Both {
    nl: "misschien dubbel geteld",
    en: "perhaps counted twice",
};

pub(super) const DOUBTFUL_OR_DECLARED: Both = Both {
    nl: "dubbel geteld, misschien of volgens het dossier",
    en: "counted twice, perhaps or according to the dossier",
};

pub(super) const UP_TO_TARGET: Both = Both {
    nl: "tot het doel",
    en: "up to the target",
};

pub(super) const NORM: Both = Both {
    nl: "doel = 100 %",
    en: "target = 100%",
};

pub(super) const MISSING: Both = Both {
    nl: "ontbreekt, jaar voorbij",
    en: "missing, year over",
};

pub(super) const INTERIM_REACHED: Both = Both {
    nl: "tussentijdse stand",
    en: "interim figure",
};

pub(super) const INTERIM_BELOW: Both = Both {
    nl: "tussentijdse stand onder de drempel",
    en: "interim figure below the threshold",
};

pub(super) const MILESTONE: Both = Both {
    nl: "mijlpaal bereikt",
    en: "milestone reached",
};

pub(super) const PASSED: Both = Both {
    nl: "deel van het jaar dat voorbij is",
    en: "part of the year that has passed",
};

/// `tussentijdse drempel, 25 %`
pub(in crate::report::chart) fn threshold(threshold: Share) -> Sentence {
    saying(
        threshold,
        |it| format!("tussentijdse drempel, {}", dutch::share(*it)),
        |it| format!("interim threshold, {}", english::share(*it)),
    )
}

/// All of a target, as what a rounded percentage may not reach from below.
pub(super) fn full() -> Vec<Share> {
    Share::new(1, 1).into_iter().collect()
}

/// The unit of an action; where it changes, each with its years.
pub(in crate::report::chart) fn units(rows: &[&ActionAttainment<'_>]) -> Sentence {
    let mut units: Vec<(InTwoLanguages, Vec<YearNr>)> = Vec::new();
    for row in rows {
        let Some(rate) = row.rate else { continue };
        match units.iter_mut().find(|(unit, _)| *unit == rate.unit) {
            Some((_, years)) => years.push(row.year),
            None => units.push((rate.unit.clone(), vec![row.year])),
        }
    }
    if let [(unit, _)] = &units[..] {
        return Box::new(unit.clone());
    }
    saying(
        units,
        |units| {
            let each = units.iter().map(|(unit, years)| {
                let years = dutch::years(years);
                format!("jaar {years}: {}", visible(&unit.nl))
            });
            each.collect::<Vec<_>>().join("; ")
        },
        |units| {
            let each = units.iter().map(|(unit, years)| {
                let years = english::years(years);
                format!("year {years}: {}", visible(&unit.en))
            });
            each.collect::<Vec<_>>().join("; ")
        },
    )
}

/// `189,3 %`; the count where there is no target; unknown.
pub(super) fn figure(row: &ActionAttainment<'_>) -> Sentence {
    match (&row.ratio, &row.reached) {
        (Ok(ratio), _) => saying(
            *ratio,
            |ratio| dutch::percent(*ratio, &full()),
            |ratio| english::percent(*ratio, &full()),
        ),
        (Err(_), Ok(reached)) => saying(
            *reached,
            |it| dutch::signed_count(*it),
            |it| english::signed_count(*it),
        ),
        _ => Box::new(terms::ST_UNKNOWN.word),
    }
}

/// `2.840 van 1.500`, and why where one of them is unknown.
pub(super) fn count_of(row: &ActionAttainment<'_>) -> Sentence {
    match (&row.reached, &row.target) {
        (Ok(reached), Ok(target)) => saying(
            (*reached, *target),
            |(reached, target)| {
                let reached = dutch::signed_count(*reached);
                format!("{reached} van {}", dutch::count(*target))
            },
            |(reached, target)| {
                let reached = english::signed_count(*reached);
                format!("{reached} of {}", english::count(*target))
            },
        ),
        (Err(why), Ok(target)) => saying(
            (why.clone(), *target),
            |(why, target)| format!("doel {}; {}", dutch::count(*target), why.dutch()),
            |(why, target)| format!("target {}; {}", english::count(*target), why.english()),
        ),
        (_, Err(why)) => Box::new(why.clone()),
    }
}

/// `OCMW 35 · STEAM 27`, as they stand in the bar, and how many more there are.
pub(super) fn providers(
    parts: Vec<(String, Known<i64>)>,
    (more, sum): (usize, Known<i64>),
) -> Sentence {
    if let [(name, _)] = &parts[..]
        && name.is_empty()
    {
        return Box::new(Both {
            nl: "niet uitgesplitst per aanbieder",
            en: "not broken down by provider",
        });
    }
    let more = u64::try_from(more).unwrap_or(u64::MAX);
    saying(
        (parts, more, sum),
        |(parts, more, sum)| {
            let each = parts.iter().map(|(name, count)| {
                let name = named(name, "zonder aanbieder");
                format!("{name} {}", count_or_hidden(count, Language::Dutch))
            });
            let rest = (*more > 0).then(|| {
                let sum = count_or_hidden(sum, Language::Dutch);
                format!("en nog {} andere: {sum}", dutch::count(*more))
            });
            each.chain(rest).collect::<Vec<_>>().join(" · ")
        },
        |(parts, more, sum)| {
            let each = parts.iter().map(|(name, count)| {
                let name = named(name, "no provider named");
                format!("{name} {}", count_or_hidden(count, Language::English))
            });
            let rest = (*more > 0).then(|| {
                let sum = count_or_hidden(sum, Language::English);
                format!("and {}: {sum}", english::plural(*more, "other", "others"))
            });
            each.chain(rest).collect::<Vec<_>>().join(" · ")
        },
    )
}

/// A provider's count, which is known if it is not hidden.
fn count_or_hidden(count: &Known<i64>, language: Language) -> String {
    count.as_ref().map_or_else(
        |_| terms::HIDDEN.get(language).to_owned(),
        |count| signed_count(*count, language),
    )
}

fn named(name: &str, without: &str) -> String {
    if name.is_empty() {
        without.to_owned()
    } else {
        visible(name).into_owned()
    }
}

/// `op 31/03/2023: 188 (20,9 %), onder de drempel`
pub(super) fn below_threshold(
    date: Date,
    reached: i64,
    ratio: Ratio,
    thresholds: Vec<Share>,
) -> Sentence {
    saying(
        (date, reached, ratio, thresholds),
        |(date, reached, ratio, thresholds)| {
            format!(
                "op {}: {} ({}), onder de drempel",
                dutch::date(*date),
                dutch::signed_count(*reached),
                dutch::percent(*ratio, thresholds)
            )
        },
        |(date, reached, ratio, thresholds)| {
            format!(
                "on {}: {} ({}), below the threshold",
                english::date(*date),
                english::signed_count(*reached),
                english::percent(*ratio, thresholds)
            )
        },
    )
}

/// What is told of a bar to those who do not see it.
pub(super) fn told(
    analysis: &Analysis<'_>,
    row: &ActionAttainment<'_>,
    more: Option<Sentence>,
) -> Told {
    let facts = Facts {
        name: action_name(analysis, row.action),
        action: row.action.nr,
        year: row.year,
        unit: row
            .rate
            .map_or_else(silence, |rate| Box::new(rate.unit.clone())),
        reached: row.reached.clone(),
        target: row.target.clone(),
        ratio: row.ratio.clone(),
        status: row.status,
    };
    Told {
        title: saying(facts, Facts::dutch, Facts::english),
        more: more.unwrap_or_else(silence),
    }
}

/// What a bar says.
#[derive(Debug)]
struct Facts {
    name: Sentence,
    action: ActionNr,
    year: YearNr,
    unit: Sentence,
    reached: Known<i64>,
    target: Known<u64>,
    ratio: Known<Ratio>,
    status: AttainmentStatus,
}

impl Facts {
    fn dutch(&self) -> String {
        let unit = self.unit.dutch();
        let count = match (&self.reached, &self.target) {
            (Ok(reached), Ok(target)) => {
                let reached = dutch::signed_count(*reached);
                format!("{reached} van {} {unit}", dutch::count(*target))
            }
            (Ok(reached), Err(why)) => {
                let reached = dutch::signed_count(*reached);
                format!("{reached} {unit}; {}", why.dutch())
            }
            (Err(why), Ok(target)) => {
                format!("doel {} {unit}; {}", dutch::count(*target), why.dutch())
            }
            (Err(why), Err(_)) => why.dutch(),
        };
        let percent = self.ratio.iter();
        let percent: String = percent
            .map(|ratio| format!(", {}", dutch::percent(*ratio, &full())))
            .collect();
        let (nr, year, name) = (self.action, self.year, self.name.dutch());
        let status = status(self.status).word.nl;
        format!("Actie {nr}, {name}, jaar {year}: {count}{percent}, {status}")
    }
    fn english(&self) -> String {
        let unit = self.unit.english();
        let count = match (&self.reached, &self.target) {
            (Ok(reached), Ok(target)) => {
                let reached = english::signed_count(*reached);
                format!("{reached} of {} {unit}", english::count(*target))
            }
            (Ok(reached), Err(why)) => {
                let reached = english::signed_count(*reached);
                format!("{reached} {unit}; {}", why.english())
            }
            (Err(why), Ok(target)) => {
                format!(
                    "target {} {unit}; {}",
                    english::count(*target),
                    why.english()
                )
            }
            (Err(why), Err(_)) => why.english(),
        };
        let percent = self.ratio.iter();
        let percent: String = percent
            .map(|ratio| format!(", {}", english::percent(*ratio, &full())))
            .collect();
        let (nr, year, name) = (self.action, self.year, self.name.english());
        let status = status(self.status).word.en;
        format!("Action {nr}, {name}, year {year}: {count}{percent}, {status}")
    }
}
