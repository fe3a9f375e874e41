//! The rules of a subsidy, as a scheme file states them.

use super::{CategoryNames, Date, Euro, Period, Share, Units, YearNr};
use crate::source::Span;
use std::fmt;

/// The number of an action in its scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionNr(pub u16);

impl fmt::Display for ActionNr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text that the scheme file gives in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InTwoLanguages {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl InTwoLanguages {
    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: super::Language) -> &str {
        match language {
            super::Language::Dutch => &self.nl,
            super::Language::English => &self.en,
        }
    }
}

/// The least that counts of persons can be hidden below: of what is below 2, everybody
/// knows that it is 1.
pub const LEAST_THRESHOLD: u64 = 3;

/// The largest number that a scheme gives an action, a year or an objective. What a dossier or
/// a log names beyond it is none of them.
pub const LARGEST_NR: u64 = 9_999;

/// A subsidy scheme.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The id that dossiers name.
    pub id: String,
    /// Version of the file.
    pub version: String,
    /// Title.
    pub title: InTwoLanguages,
    /// Whether money is free within a year's total.
    pub shift_between_actions: bool,
    /// The own share of the total.
    pub own_share: Share,
    /// Over which period the own share is tested.
    pub tested_over: TestedOver,
    /// Whether stimuli ask no own share.
    pub stimuli_are_exempt: bool,
    /// The part of a target that must be reached at the interim date, if the scheme has one.
    pub interim_threshold: Option<Share>,
    /// Kinds of KPI that the interim test leaves out.
    pub interim_exempt: Vec<KpiKind>,
    /// The advance, as a share of the award.
    pub advance: Option<Share>,
    /// The balance after the report, as a share of the award.
    pub balance: Option<Share>,
    /// Counts of persons below this are hidden in what is made public, where the scheme
    /// says so.
    pub public_threshold: Option<u64>,
    /// Objectives, in order.
    pub objectives: Vec<Objective>,
    /// Project years, in order.
    pub years: Vec<SchemeYear>,
    /// Categories of cost.
    pub categories: Vec<Category>,
    /// Their names.
    pub category_names: CategoryNames,
    /// Kinds of stimulus.
    pub stimuli: Vec<StimulusKind>,
    /// Actions, in the order of the file.
    pub actions: Vec<SchemeAction>,
}

impl Scheme {
    /// The action with this number.
    #[must_use]
    pub fn action(&self, nr: ActionNr) -> Option<&SchemeAction> {
        self.actions.iter().find(|action| action.nr == nr)
    }

    /// The project year with this number.
    #[must_use]
    pub fn year(&self, nr: YearNr) -> Option<&SchemeYear> {
        self.years.iter().find(|year| year.nr == nr)
    }

    /// The project year that holds `date`.
    #[must_use]
    pub fn year_of(&self, date: Date) -> Option<&SchemeYear> {
        self.years
            .iter()
            .find(|year| year.period.is_some_and(|period| period.contains(date)))
    }

    /// The category with this key.
    #[must_use]
    pub fn category(&self, key: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.key == key)
    }

    /// Position of an action in the scheme's order.
    #[must_use]
    pub fn order(&self, nr: ActionNr) -> usize {
        self.actions
            .iter()
            .position(|action| action.nr == nr)
            .unwrap_or(usize::MAX)
    }

    /// First and last day of a project year, where both are known.
    #[must_use]
    pub fn period(&self, nr: YearNr) -> Option<Period> {
        self.year(nr)?.period
    }

    /// How the KPI of an action adds up in a project year: as its rate of that year
    /// says, else as any of its rates, else it adds.
    #[must_use]
    pub fn kind_of(&self, action: ActionNr, year: YearNr) -> KpiKind {
        let rate = self.rate_or_any(action, year);
        rate.map_or(KpiKind::Flow, |rate| rate.kind)
    }

    /// Whether the units of an action are persons in a project year: as its rate of that
    /// year says, else as any of its rates, else they may be.
    #[must_use]
    pub fn counts_persons(&self, action: ActionNr, year: YearNr) -> bool {
        let rate = self.rate_or_any(action, year);
        rate.is_none_or(|rate| rate.counts_persons)
    }

    fn rate_or_any(&self, action: ActionNr, year: YearNr) -> Option<&Rate> {
        let any = || self.action(action)?.rates.first();
        self.rate(action, year).or_else(any)
    }

    /// The rate of an action in a project year.
    #[must_use]
    pub fn rate(&self, action: ActionNr, year: YearNr) -> Option<&Rate> {
        self.action(action)?
            .rates
            .iter()
            .find(|rate| rate.years.contains(&year))
    }

    /// From the first day of the first project year to the last day of the last.
    #[must_use]
    pub fn whole_period(&self) -> Option<Period> {
        Some(Period {
            start: self
                .years
                .iter()
                .filter_map(|year| year.period)
                .map(|it| it.start)
                .min()?,
            end: self
                .years
                .iter()
                .filter_map(|year| year.period)
                .map(|it| it.end)
                .max()?,
        })
    }
}

/// The period over which the own share is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestedOver {
    /// All project years together, at the end of the last.
    AllYears,
    /// Each project year by itself.
    EachYear,
}

/// An objective that actions belong to.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Its number.
    pub nr: u16,
    /// Title.
    pub title: InTwoLanguages,
}

/// A project year and its dates.
#[derive(Debug, Clone)]
pub struct SchemeYear {
    /// Its number.
    pub nr: YearNr,
    /// First and last day, where both are known.
    pub period: Option<Period>,
    /// Last day of the interim period.
    pub interim_end: Option<Date>,
    /// When the interim report is due.
    pub interim_due: Option<Date>,
    /// When the report of the year is due.
    pub report_due: Option<Date>,
}

/// Whether costs of a category count as own share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnShare {
    /// They count.
    Yes,
    /// They never count.
    No,
    /// They stay out until somebody has looked.
    Warn,
}

/// A category of cost.
#[derive(Debug, Clone)]
pub struct Category {
    /// The key that files use.
    pub key: String,
    /// Title, which files may use as well.
    pub title: InTwoLanguages,
    /// Whether it counts as own share.
    pub own_share: OwnShare,
}

/// A kind of stimulus: money that asks no own share where the scheme exempts it.
#[derive(Debug, Clone)]
pub struct StimulusKind {
    /// The key that dossiers use.
    pub kind: String,
    /// Title.
    pub title: InTwoLanguages,
    /// Usual amount, where one is published.
    pub amount: Option<Euro>,
}

/// An action of the scheme.
#[derive(Debug, Clone)]
pub struct SchemeAction {
    /// Its number.
    pub nr: ActionNr,
    /// Official title.
    pub title: InTwoLanguages,
    /// Its objective, where known.
    pub objective: Option<u16>,
    /// Whether other instruments pay for it.
    pub paid_elsewhere: bool,
    /// Rates, each for some project years.
    pub rates: Vec<Rate>,
    /// Where it stands in the scheme file; in its bare text where it is built in.
    pub span: Span,
}

/// How a KPI adds up over days, years, members, providers and dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KpiKind {
    /// Adds.
    Flow,
    /// Is reached once; never adds over years.
    Milestone,
    /// A state: its last value counts; never adds over years.
    Headcount,
    /// Unique persons: adds only after doubles are removed.
    Distinct,
}

impl KpiKind {
    /// The key in scheme files and machine formats.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Milestone => "milestone",
            Self::Headcount => "headcount",
            Self::Distinct => "distinct",
        }
    }
}

/// What a unit amount stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The subsidy for one unit.
    Subsidy,
    /// The total cost of one unit, own share included.
    TotalCost,
}

/// What is paid for an action in some project years.
#[derive(Debug, Clone)]
pub struct Rate {
    /// The project years it holds in.
    pub years: Vec<YearNr>,
    /// What is counted.
    pub unit: InTwoLanguages,
    /// How it adds up.
    pub kind: KpiKind,
    /// Whether its units are persons.
    pub counts_persons: bool,
    /// Euro for one unit.
    pub unit_amount: Option<Euro>,
    /// What the unit amount stands for.
    pub basis: Basis,
    /// Most units that are subsidised.
    pub ceiling_units: Option<Units>,
    /// Most euro that are given.
    pub ceiling: Option<Euro>,
    /// When a unit counts.
    pub criterion: Option<InTwoLanguages>,
    /// Groups with ceilings of their own.
    pub groups: Vec<RateGroup>,
    /// Where its figures stand.
    pub sources: Vec<String>,
}

impl Rate {
    /// The subsidy for one unit: the unit amount, less the own share where the
    /// amount is the total cost. Rounded half up to the cent.
    #[must_use]
    pub fn subsidy_per_unit(&self, own_share: Share) -> Option<Euro> {
        let amount = self.unit_amount?;
        match self.basis {
            Basis::Subsidy => Some(amount),
            Basis::TotalCost => Some(amount - amount.part(own_share).rounded_half_up()),
        }
    }

    /// The ceiling in euro: as stated, else the ceiling in units at the subsidy per unit.
    #[must_use]
    pub fn ceiling_in_euro(&self, own_share: Share) -> Option<Euro> {
        self.ceiling.or_else(|| {
            let price = self.subsidy_per_unit(own_share)?;
            Some((price * self.ceiling_units?).rounded_half_up())
        })
    }
}

/// A group within an action.
#[derive(Debug, Clone)]
pub struct RateGroup {
    /// The key that dossiers use.
    pub key: String,
    /// Title.
    pub title: InTwoLanguages,
    /// Most units that are subsidised for the group.
    pub ceiling_units: Option<Units>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(unit_amount: i64, basis: Basis) -> Rate {
        Rate {
            years: Vec::new(),
            unit: InTwoLanguages::default(),
            kind: KpiKind::Flow,
            counts_persons: true,
            unit_amount: Some(Euro::from_cents(unit_amount)),
            basis,
            ceiling_units: Units::from_halves(5.into()),
            ceiling: None,
            criterion: None,
            groups: Vec::new(),
            sources: Vec::new(),
        }
    }

    #[test]
    fn of_a_total_cost_the_subsidy_is_what_the_own_share_leaves() {
        let third = Share::new(1, 3).expect("a third is a share");
        let subsidy = |cents, basis| rate(cents, basis).subsidy_per_unit(third);
        assert_eq!(
            subsidy(90_000, Basis::TotalCost),
            Some(Euro::from_cents(60_000))
        );
        // A third of € 1.00 is € 0.33.
        assert_eq!(subsidy(100, Basis::TotalCost), Some(Euro::from_cents(67)));
        assert_eq!(subsidy(100, Basis::Subsidy), Some(Euro::from_cents(100)));
    }

    #[test]
    fn a_ceiling_in_units_is_one_in_euro_at_the_subsidy_for_a_unit() {
        let third = Share::new(1, 3).expect("a third is a share");
        let mut rate = rate(90_000, Basis::TotalCost);
        // 2.5 units of € 600.00.
        assert_eq!(rate.ceiling_in_euro(third), Some(Euro::from_cents(150_000)));
        rate.ceiling = Some(Euro::from_cents(100_000));
        assert_eq!(rate.ceiling_in_euro(third), Some(Euro::from_cents(100_000)));
    }
}
