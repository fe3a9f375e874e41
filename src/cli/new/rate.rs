//! What the rate card says of an action in a project year, as explanation for whoever
//! copies the grant letter.

use crate::model::{
    ActionNr, Basis, InTwoLanguages, KpiKind, Language, Rate, Scheme, Units, YearNr,
};
use crate::wording::{Both, Say, dutch, english};

/// The lines that belong above the target and the award of an action in a year.
pub(super) fn rate_lines(
    scheme: &Scheme,
    (action, year): (ActionNr, YearNr),
    language: Language,
) -> Vec<String> {
    let Some(rate) = scheme.rate(action, year) else {
        let is_elsewhere = scheme.action(action).is_some_and(|it| it.paid_elsewhere);
        let why = if is_elsewhere { ELSEWHERE } else { NO_RATE };
        return vec![why.get(language).to_owned()];
    };
    let mut lines = vec![Paid { rate, scheme }.say(language)];
    let word = |word: Both, text: &str| format!("{}: {text}", word.get(language));
    lines.extend(rate.groups.iter().map(|group| {
        let title = InTwoLanguages::get(&group.title, language).to_owned();
        let most = group.ceiling_units.map(|units| match language {
            Language::Dutch => format!(" (plafond {})", dutch::units(units)),
            Language::English => format!(" (ceiling {})", english::units(units)),
        });
        word(
            GROUP,
            &format!("{} = {title}{}", group.key, most.unwrap_or_default()),
        )
    }));
    let criterion = rate.criterion.as_ref();
    lines.extend(criterion.map(|it| word(CRITERION, it.get(language))));
    lines.extend((rate.kind == KpiKind::Milestone).then(|| MILESTONE.get(language).to_owned()));
    lines.extend((!rate.sources.is_empty()).then(|| word(SOURCE, &rate.sources.join("; "))));
    lines
}

const ELSEWHERE: Both = Both {
    nl: "Tarief: geen; deze actie wordt door andere instrumenten betaald",
    en: "Rate: none; this action is paid by other instruments",
};
const NO_RATE: Both = Both {
    nl: "Tarief: de regeling geeft er geen voor dit projectjaar",
    en: "Rate: the scheme gives none for this project year",
};
const GROUP: Both = Both {
    nl: "Groep",
    en: "Group",
};
const CRITERION: Both = Both {
    nl: "Wat meetelt",
    en: "What counts",
};
const MILESTONE: Both = Both {
    nl: "Een mijlpaal: bereikt (1) of niet (0)",
    en: "A milestone: reached (1) or not (0)",
};
const SOURCE: Both = Both {
    nl: "Bron van het tarief",
    en: "Source of the rate",
};

fn is_one(units: Units) -> bool {
    units.as_whole() == Some(1)
}

/// What is paid for a unit, and what is the most.
#[derive(Debug)]
struct Paid<'a> {
    rate: &'a Rate,
    scheme: &'a Scheme,
}

impl Say for Paid<'_> {
    fn dutch(&self) -> String {
        let rate = self.rate;
        let unit = &rate.unit.nl;
        let mut parts = vec![match (rate.unit_amount, rate.basis) {
            (None, _) => format!("Tarief: geen bedrag per eenheid; eenheid: {unit}"),
            (Some(amount), Basis::Subsidy) => {
                format!(
                    "Tarief: {} per eenheid; eenheid: {unit}",
                    dutch::euro(amount)
                )
            }
            (Some(amount), Basis::TotalCost) => format!(
                "Tarief: {} totale kost per eenheid{}; eenheid: {unit}",
                dutch::euro(amount),
                rate.subsidy_per_unit(self.scheme.own_share)
                    .map(|it| format!(", waarvan {} subsidie", dutch::euro(it)))
                    .unwrap_or_default(),
            ),
        }];
        let units = rate.ceiling_units.map(|it| {
            let word = if is_one(it) { "eenheid" } else { "eenheden" };
            format!("{} {word}", dutch::units(it))
        });
        let most: Vec<String> = units
            .into_iter()
            .chain(rate.ceiling.map(dutch::euro))
            .collect();
        parts.extend((!most.is_empty()).then(|| format!("plafond: {}", most.join(", "))));
        parts.join("; ")
    }

    fn english(&self) -> String {
        let rate = self.rate;
        let unit = &rate.unit.en;
        let mut parts = vec![match (rate.unit_amount, rate.basis) {
            (None, _) => format!("Rate: no amount per unit; unit: {unit}"),
            (Some(amount), Basis::Subsidy) => {
                format!("Rate: {} per unit; unit: {unit}", english::euro(amount))
            }
            (Some(amount), Basis::TotalCost) => format!(
                "Rate: {} total cost per unit{}; unit: {unit}",
                english::euro(amount),
                rate.subsidy_per_unit(self.scheme.own_share)
                    .map(|it| format!(", of which {} subsidy", english::euro(it)))
                    .unwrap_or_default(),
            ),
        }];
        let units = rate.ceiling_units.map(|it| {
            let word = if is_one(it) { "unit" } else { "units" };
            format!("{} {word}", english::units(it))
        });
        let most: Vec<String> = units
            .into_iter()
            .chain(rate.ceiling.map(english::euro))
            .collect();
        parts.extend((!most.is_empty()).then(|| format!("ceiling: {}", most.join(", "))));
        parts.join("; ")
    }
}
