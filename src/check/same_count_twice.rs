//! K08: the same count of one provider under several actions.

use crate::analysis::{Analysis, SharedProvider};
use crate::finding::{About, Code, Fault, Finding, MoreOfTheSame, Rule, Severity, Words};
use crate::model::{ActionNr, ActionYear, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// The same count of one provider under several actions.
#[derive(Debug)]
pub struct SameCountTwice {
    /// The year.
    pub year: YearNr,
    /// The provider.
    pub provider: String,
    /// The count that stands under each action.
    pub count: i64,
    /// The actions, and what each reached in all.
    pub actions: Vec<(ActionNr, i64)>,
    /// What they reached together, with and without doubles, where known.
    pub together: Option<(i64, i64)>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K08,
    severity: Severity::Warning,
    name: Both {
        nl: "hetzelfde aantal van een aanbieder onder meer dan een actie",
        en: "the same count of a provider under several actions",
    },
    why: Both {
        nl: "Staat eenzelfde aantal van dezelfde aanbieder onder twee acties, dan gaat het wellicht om \
             dezelfde personen. Dat mag alleen als er ook dubbel in geïnvesteerd is. Gelijke aantallen \
             onder de tien zeggen niets en worden niet gemeld.",
        en: "Where one count of one provider stands under two actions, these may well be the same people. \
             That is allowed only if double the investment was made. Equal counts below ten mean nothing \
             and are not reported.",
    },
    example: "datum;actie;aantal;aanbieder\n30/09/2023;13;138;Navigate You(th)\n30/09/2023;24;138;Navigate You(th)",
    repair: Both {
        nl: "Leg in [[overlap]] vast of het dezelfde personen zijn, en of er dubbel geïnvesteerd is.",
        en: "Record in [[overlap]] whether these are the same people, and whether double the investment was made.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let suspected = analysis.overlap.iter().filter(|row| row.declared.is_none());
    let mut found: Vec<Finding> = suspected.filter_map(|row| in_row(analysis, row)).collect();
    let rest = found.split_off(found.len().min(MOST));
    let more = u64::try_from(rest.len()).unwrap_or(u64::MAX);
    let about = rest.iter().flat_map(|it| it.fault.about()).collect();
    if let Some(first) = rest.into_iter().next() {
        let rest = MoreOfTheSame {
            rule: &RULE,
            more,
            about,
        };
        found.push(Finding::new(rest, first.spot));
    }
    found
}

/// Findings that are told one by one. Nobody reads as many, and where every count of
/// thousands of providers is the same there would be tens of thousands.
const MOST: usize = 1_000;

fn in_row(analysis: &Analysis<'_>, row: &SharedProvider<'_>) -> Option<Finding> {
    let (actions, years): (Vec<_>, Vec<_>) = row
        .actions
        .iter()
        .filter_map(|nr| of_action(analysis, row, *nr))
        .unzip();
    let with = row.with_doubles.clone().ok();
    let fault = SameCountTwice {
        year: row.year,
        provider: row.provider.to_owned(),
        count: row.count.clone().ok()?,
        actions,
        together: with.zip(row.without_doubles.clone().ok()),
    };
    let (first, others) = years.split_first()?;
    let finding = Finding::new(fault, first.target_span());
    let others = others.iter().map(|year| year.target_span());
    Some(others.fold(finding, Finding::and))
}

fn of_action<'a>(
    analysis: &Analysis<'a>,
    shared: &SharedProvider<'_>,
    nr: ActionNr,
) -> Option<((ActionNr, i64), &'a ActionYear)> {
    let mut rows = analysis.attainment.iter();
    let row = rows.find(|row| row.year == shared.year && row.action.nr == nr)?;
    Some(((nr, row.reached.clone().ok()?), row.in_year))
}

impl Fault for SameCountTwice {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        let under = |(nr, _): &(ActionNr, i64)| {
            let provider = About::Provider(self.year, *nr, self.provider.clone());
            [About::Action(self.year, *nr), provider]
        };
        self.actions.iter().flat_map(under).collect()
    }

    fn dutch(&self) -> Words {
        let numbers: Vec<ActionNr> = self.actions.iter().map(|(nr, _)| *nr).collect();
        let mut labels = self.actions.iter().map(|(nr, reached)| {
            let (count, reached) = (
                dutch::signed_count(self.count),
                dutch::signed_count(*reached),
            );
            format!(
                "actie {nr}: {count} van {reached} via {}",
                visible(&self.provider)
            )
        });
        let mut words = Words::new(format!(
            "hetzelfde aantal onder {}: {} via {}",
            dutch::actions(&numbers),
            dutch::signed_count(self.count),
            visible(&self.provider)
        ))
        .label(labels.next().unwrap_or_default())
        .help("leg in [[overlap]] vast of het dezelfde personen zijn");
        words.related = labels.collect();
        words.consequence = self.together.map(|(with, without)| {
            let (with, without) = (dutch::signed_count(with), dutch::signed_count(without));
            format!("samen {with} met dubbels, {without} zonder")
        });
        words
    }

    fn english(&self) -> Words {
        let numbers: Vec<ActionNr> = self.actions.iter().map(|(nr, _)| *nr).collect();
        let mut labels = self.actions.iter().map(|(nr, reached)| {
            let (count, reached) = (
                english::signed_count(self.count),
                english::signed_count(*reached),
            );
            format!(
                "action {nr}: {count} of {reached} through {}",
                visible(&self.provider)
            )
        });
        let mut words = Words::new(format!(
            "the same count under {}: {} through {}",
            english::actions(&numbers),
            english::signed_count(self.count),
            visible(&self.provider)
        ))
        .label(labels.next().unwrap_or_default())
        .help("record in [[overlap]] whether these are the same people");
        words.related = labels.collect();
        words.consequence = self.together.map(|(with, without)| {
            let (with, without) = (english::signed_count(with), english::signed_count(without));
            format!("together {with} with doubles, {without} without")
        });
        words
    }
}
