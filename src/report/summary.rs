//! The three sentences that open a report, and the key figures under them.

use super::masthead::years_of_page;
use super::{Asked, kpi};
use crate::analysis::{
    ActionAttainment, Analysis, AttainmentStatus, Cofinancing, CofinancingPeriod,
    CofinancingVerdict, FteMonths, counts_in_sums, fte_months, is_over,
};
use crate::document::{Block, Fact};
use crate::finding::Code;
use crate::model::{Euro, Fte, Known, Ratio, Share, Unknown, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english};

/// The opening: sentences, then figures.
pub(super) fn blocks(analysis: &Analysis<'_>, asked: &Asked<'_>, points: u64) -> Vec<Block> {
    let targets = Targets::of(analysis, asked);
    let mut sentences: Vec<Sentence> = vec![Box::new(targets.clone())];
    sentences.extend(own_share(analysis).map(|sentence| Box::new(sentence) as Sentence));
    let set_aside = analysis
        .account
        .tallies
        .files
        .iter()
        .map(|file| file.set_aside)
        .sum();
    if set_aside > 0 {
        sentences.push(Box::new(SetAside { rows: set_aside }));
    }
    sentences.push(Box::new(Points { points }));
    vec![
        Block::Paragraph(sentences),
        Block::Facts(facts(analysis, asked, targets)),
    ]
}

/// How the targets stand.
#[derive(Debug, Clone, Default)]
struct Targets {
    /// Years whose targets are closed.
    closed_years: Vec<YearNr>,
    closed: u64,
    reached: u64,
    /// Running targets and the years they run in.
    running: u64,
    running_years: Vec<YearNr>,
    lowest: Option<Ratio>,
    highest: Option<Ratio>,
    /// Reached targets that a doubtful count could change, and the counts.
    doubtful: u64,
    counts: Vec<i64>,
    why_unknown: Option<Unknown>,
}

impl Targets {
    fn of(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Self {
        let years = years_of_page(analysis, asked);
        let rows: Vec<_> = analysis
            .attainment
            .iter()
            .filter(|row| years.contains(&row.year))
            .collect();
        let mut targets = Self::default();
        for row in &rows {
            targets.take(analysis, row);
        }
        targets.closed_years.dedup();
        targets.running_years.dedup();
        targets.why_unknown = rows.iter().find_map(|row| {
            row.reached
                .clone()
                .err()
                .or_else(|| row.target.clone().err())
        });
        (targets.doubtful, targets.counts) = kpi::doubts(analysis, &rows);
        targets
    }

    fn take(&mut self, analysis: &Analysis<'_>, row: &ActionAttainment<'_>) {
        let Ok(ratio) = row.ratio else { return };
        match is_over(analysis.account, row.year) {
            Ok(true) => {
                self.closed += 1;
                self.reached += u64::from(row.status == AttainmentStatus::Reached);
                self.closed_years.push(row.year);
            }
            _ => {
                self.running += 1;
                self.running_years.push(row.year);
            }
        }
        let below =
            |one: Ratio, other: Ratio| one.part() * other.whole() < other.part() * one.whole();
        if self.lowest.is_none_or(|lowest| below(ratio, lowest)) {
            self.lowest = Some(ratio);
        }
        if self.highest.is_none_or(|highest| below(highest, ratio)) {
            self.highest = Some(ratio);
        }
    }
}

fn full() -> Vec<Share> {
    Share::new(1, 1).into_iter().collect()
}

impl Say for Targets {
    fn dutch(&self) -> String {
        let mut text = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Of de KPI-doelen bereikt zijn, is onbekend: {}.",
                    why.dutch()
                );
            }
            (0, 0, None) => return "Het dossier noemt geen acties.".to_owned(),
            (0, running, _) => {
                let [low, high] = [self.lowest, self.highest]
                    .map(|it| it.map_or_else(String::new, |it| dutch::percent(it, &full())));
                let actions = if running == 1 {
                    "1 actie staat op".to_owned()
                } else {
                    format!("{running} acties staan tussen {low} en")
                };
                format!(
                    "Projectjaar {} loopt; {actions} {high} van het doel",
                    dutch::years(&self.running_years)
                )
            }
            (1, _, _) if self.reached == 1 => format!(
                "Het KPI-doel van projectjaar {} is bereikt",
                dutch::years(&self.closed_years)
            ),
            (closed, ..) if closed == self.reached => {
                let word = if self.closed_years.len() == 1 {
                    "projectjaar"
                } else {
                    "projectjaren"
                };
                format!(
                    "Alle {closed} KPI-doelen van {word} {} zijn bereikt",
                    dutch::years(&self.closed_years)
                )
            }
            (1, ..) => "Het ene afgesloten KPI-doel is niet bereikt".to_owned(),
            (closed, ..) => {
                let is = if self.reached == 1 {
                    "is er"
                } else {
                    "zijn er"
                };
                format!(
                    "Van de {closed} afgesloten KPI-doelen {is} {} bereikt",
                    self.reached
                )
            }
        };
        if self.closed > 0 && self.running > 0 {
            text += &format!(
                "; in projectjaar {} lopen er nog {}",
                dutch::years(&self.running_years),
                self.running
            );
        }
        if self.doubtful > 0 {
            let counts: Vec<_> = self
                .counts
                .iter()
                .map(|it| dutch::signed_count(*it))
                .collect();
            text += &format!(
                "; in {} ervan telt {} misschien dubbel",
                self.doubtful,
                dutch::list(&counts)
            );
        }
        text + "."
    }

    fn english(&self) -> String {
        let mut text = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Whether the KPI targets have been reached is unknown: {}.",
                    why.english()
                );
            }
            (0, 0, None) => return "The dossier names no actions.".to_owned(),
            (0, running, _) => {
                let [low, high] = [self.lowest, self.highest]
                    .map(|it| it.map_or_else(String::new, |it| english::percent(it, &full())));
                let actions = if running == 1 {
                    "1 action stands at".to_owned()
                } else {
                    format!("{running} actions stand between {low} and")
                };
                format!(
                    "Project year {} is running; {actions} {high} of target",
                    english::years(&self.running_years)
                )
            }
            (1, _, _) if self.reached == 1 => format!(
                "The KPI target of project year {} has been reached",
                english::years(&self.closed_years)
            ),
            (closed, ..) if closed == self.reached => {
                let word = if self.closed_years.len() == 1 {
                    "project year"
                } else {
                    "project years"
                };
                format!(
                    "All {closed} KPI targets of {word} {} have been reached",
                    english::years(&self.closed_years)
                )
            }
            (1, ..) => "The one closed KPI target has not been reached".to_owned(),
            (closed, ..) => {
                let has = if self.reached == 1 { "has" } else { "have" };
                format!(
                    "Of the {closed} closed KPI targets, {} {has} been reached",
                    self.reached
                )
            }
        };
        if self.closed > 0 && self.running > 0 {
            text += &format!(
                "; {} are still running in project year {}",
                self.running,
                english::years(&self.running_years)
            );
        }
        if self.doubtful > 0 {
            let counts: Vec<_> = self
                .counts
                .iter()
                .map(|it| english::signed_count(*it))
                .collect();
            text += &format!(
                "; in {} of them {} may be counted twice",
                self.doubtful,
                english::list(&counts)
            );
        }
        text + "."
    }
}

/// How the own share stands over the tested period.
#[derive(Debug)]
struct OwnShare {
    /// The year, where each is tested by itself.
    year: Option<YearNr>,
    verdict: CofinancingVerdict,
    required: Option<Euro>,
    missing: Known<Euro>,
    /// What is still missing when all that is planned comes.
    beyond_plan: Option<Euro>,
}

/// The tested stretch that a council must know of: the one that falls short, else
/// one that is unknown, else one that still runs, else the last.
fn tested<'a>(analysis: &'a Analysis<'_>) -> Option<&'a Cofinancing> {
    let weight = |row: &Cofinancing| match row.verdict {
        CofinancingVerdict::Short => 0,
        CofinancingVerdict::Unknown => 1,
        CofinancingVerdict::Running => 2,
        CofinancingVerdict::Met => 3,
    };
    let tested = analysis
        .cofinancing
        .iter()
        .rev()
        .filter(|row| row.is_tested);
    tested.min_by_key(|row| weight(row))
}

/// Which year a stretch is; none for all together.
fn year_of(row: &Cofinancing) -> Option<YearNr> {
    match row.period {
        CofinancingPeriod::Year(year) => Some(year),
        CofinancingPeriod::All => None,
    }
}

fn own_share(analysis: &Analysis<'_>) -> Option<OwnShare> {
    let row = tested(analysis)?;
    let plan = row
        .own_planned
        .clone()
        .and_then(|planned| Ok((row.own_required.clone()? - planned).max(Euro::ZERO)));
    Some(OwnShare {
        year: year_of(row),
        verdict: row.verdict,
        required: row.own_required.clone().ok(),
        missing: row.own_missing.clone(),
        beyond_plan: plan.ok(),
    })
}

impl OwnShare {
    fn in_dutch(&self) -> String {
        self.year
            .map_or_else(String::new, |year| format!(" van jaar {year}"))
    }

    fn in_english(&self) -> String {
        self.year
            .map_or_else(String::new, |year| format!(" of year {year}"))
    }
}

impl Say for OwnShare {
    fn dutch(&self) -> String {
        let euro = |amount: &Euro| dutch::euro(*amount);
        match (&self.missing, self.verdict) {
            (Err(why), _) => format!(
                "Of het vereiste eigen aandeel{} er tegenover staat, is onbekend: {}.",
                self.in_dutch(),
                why.dutch()
            ),
            (Ok(_), CofinancingVerdict::Met) => {
                format!(
                    "Het vereiste eigen aandeel{} van {} is aangetoond.",
                    self.in_dutch(),
                    self.required.as_ref().map(euro).unwrap_or_default()
                )
            }
            (Ok(missing), CofinancingVerdict::Short) => {
                format!(
                    "Er ontbreekt {} eigen aandeel{}.",
                    euro(missing),
                    self.in_dutch()
                )
            }
            (Ok(missing), _) => {
                let plan = match &self.beyond_plan {
                    None => String::new(),
                    Some(rest) if *rest == Euro::ZERO => "; dat is volledig gepland".to_owned(),
                    Some(rest) => format!("; met wat gepland is, blijft {} ontbreken", euro(rest)),
                };
                format!(
                    "Van het vereiste eigen aandeel{} is nog {} aan te tonen{plan}.",
                    self.in_dutch(),
                    euro(missing)
                )
            }
        }
    }

    fn english(&self) -> String {
        let euro = |amount: &Euro| english::euro(*amount);
        match (&self.missing, self.verdict) {
            (Err(why), _) => format!(
                "Whether the required own share{} is there is unknown: {}.",
                self.in_english(),
                why.english()
            ),
            (Ok(_), CofinancingVerdict::Met) => {
                format!(
                    "The required own share{} of {} has been shown.",
                    self.in_english(),
                    self.required.as_ref().map(euro).unwrap_or_default()
                )
            }
            (Ok(missing), CofinancingVerdict::Short) => {
                format!(
                    "{} of own share{} is missing.",
                    euro(missing),
                    self.in_english()
                )
            }
            (Ok(missing), _) => {
                let plan = match &self.beyond_plan {
                    None => String::new(),
                    Some(rest) if *rest == Euro::ZERO => "; all of it is planned".to_owned(),
                    Some(rest) => {
                        format!("; with what is planned, {} is still missing", euro(rest))
                    }
                };
                format!(
                    "{} of the required own share{} is still to be shown{plan}.",
                    euro(missing),
                    self.in_english()
                )
            }
        }
    }
}

#[derive(Debug)]
struct SetAside {
    rows: u64,
}

impl Say for SetAside {
    fn dutch(&self) -> String {
        let (rows, are) = if self.rows == 1 {
            ("Eén rij is".to_owned(), "ze rechtgezet is")
        } else {
            (
                format!("{} rijen zijn", capital(&dutch::number_word(self.rows))),
                "ze rechtgezet zijn",
            )
        };
        format!("{rows} opzij gezet: tot {are}, kunnen totalen nog veranderen.")
    }
    fn english(&self) -> String {
        let (rows, are) = if self.rows == 1 {
            ("One row was".to_owned(), "it is put right")
        } else {
            (
                format!("{} rows were", capital(&english::number_word(self.rows))),
                "they are put right",
            )
        };
        format!("{rows} set aside: until {are}, totals may change.")
    }
}

#[derive(Debug)]
struct Points {
    points: u64,
}

impl Say for Points {
    fn dutch(&self) -> String {
        match self.points {
            0 => "Niets vraagt een beslissing.".to_owned(),
            1 => "Eén punt vraagt een beslissing.".to_owned(),
            more => format!(
                "{} punten vragen een beslissing.",
                capital(&dutch::number_word(more))
            ),
        }
    }
    fn english(&self) -> String {
        match self.points {
            0 => "Nothing asks for a decision.".to_owned(),
            1 => "One point asks for a decision.".to_owned(),
            more => format!(
                "{} points ask for a decision.",
                capital(&english::number_word(more))
            ),
        }
    }
}

/// With a capital letter, as a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn facts(analysis: &Analysis<'_>, asked: &Asked<'_>, targets: Targets) -> Vec<Fact> {
    let mut facts = Vec::new();
    let doubt = if targets.doubtful > 0 {
        vec![Code::K08]
    } else {
        Vec::new()
    };
    facts.push(fact(
        TARGETS,
        TargetsFigure(targets.clone()),
        TargetsRemark(targets),
        doubt,
    ));
    let years = years_of_page(analysis, asked);
    facts.extend(years.last().and_then(|year| staff_fact(analysis, *year)));
    facts.extend(own_share_fact(analysis));
    for award in analysis
        .year_awards
        .iter()
        .filter(|award| years.contains(&award.year.nr))
    {
        let name = AwardOf(award.year.nr);
        facts.push(Fact {
            name: Box::new(name),
            figure: Some(Box::new(Amount(award.award.clone()))),
            remark: Box::new(spent(analysis, award.year.nr)),
            codes: Vec::new(),
        });
    }
    facts
}

const TARGETS: Both = Both {
    nl: "KPI-doelen",
    en: "KPI targets",
};
const STAFF: Both = Both {
    nl: "Personeel",
    en: "Staffing",
};
const OWN: Both = Both {
    nl: "Eigen aandeel",
    en: "Own share",
};

fn fact(
    name: Both,
    figure: impl Say + 'static,
    remark: impl Say + 'static,
    codes: Vec<Code>,
) -> Fact {
    Fact {
        name: Box::new(name),
        figure: Some(Box::new(figure)),
        remark: Box::new(remark),
        codes,
    }
}

#[derive(Debug)]
struct TargetsFigure(Targets);

impl Say for TargetsFigure {
    fn dutch(&self) -> String {
        match (self.0.closed, self.0.running) {
            (0, 0) => "onbekend".to_owned(),
            (0, running) => dutch::plural(running, "lopend", "lopend"),
            (closed, _) => format!("{} van {closed} bereikt", self.0.reached),
        }
    }
    fn english(&self) -> String {
        match (self.0.closed, self.0.running) {
            (0, 0) => "unknown".to_owned(),
            (0, running) => format!("{running} running"),
            (closed, _) => format!("{} of {closed} reached", self.0.reached),
        }
    }
}

#[derive(Debug)]
struct TargetsRemark(Targets);

impl Say for TargetsRemark {
    fn dutch(&self) -> String {
        let mut text = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} tot {}",
                dutch::percent(low, &full()),
                dutch::percent(high, &full())
            ),
            (Some(one), _) => dutch::percent(one, &full()),
            _ => self
                .0
                .why_unknown
                .as_ref()
                .map(Say::dutch)
                .unwrap_or_default(),
        };
        if self.0.doubtful > 0 {
            text += &format!("; {} misschien dubbel", self.0.doubtful);
        }
        text
    }
    fn english(&self) -> String {
        let mut text = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} to {}",
                english::percent(low, &full()),
                english::percent(high, &full())
            ),
            (Some(one), _) => english::percent(one, &full()),
            _ => self
                .0
                .why_unknown
                .as_ref()
                .map(Say::english)
                .unwrap_or_default(),
        };
        if self.0.doubtful > 0 {
            text += &format!("; {} possibly double", self.0.doubtful);
        }
        text
    }
}

#[derive(Debug)]
struct StaffFigure {
    planned: Known<Fte>,
    filled: Known<Fte>,
}

#[derive(Debug)]
struct StaffRemark {
    filled: Known<Fte>,
    months: Option<FteMonths>,
}

fn staff_fact(analysis: &Analysis<'_>, year: YearNr) -> Option<Fact> {
    let rows: Vec<_> = analysis
        .staffing
        .iter()
        .filter(|row| row.year == year && counts_in_sums(row.staff))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let planned: Known<Fte> = rows.iter().map(|row| row.planned.clone()).sum();
    let filled: Known<Fte> = rows.iter().map(|row| row.filled.clone()).sum();
    let months = fte_months(analysis.account, &analysis.staffing, year).ok();
    let figure = StaffFigure {
        planned,
        filled: filled.clone(),
    };
    Some(fact(
        STAFF,
        figure,
        StaffRemark { filled, months },
        Vec::new(),
    ))
}

impl Say for StaffFigure {
    fn dutch(&self) -> String {
        match (&self.filled, &self.planned) {
            (Ok(filled), Ok(planned)) => {
                format!("{} van {} VTE", dutch::fte(*filled), dutch::fte(*planned))
            }
            (Err(_), Ok(planned)) => format!("{} VTE voorzien", dutch::fte(*planned)),
            _ => "onbekend".to_owned(),
        }
    }
    fn english(&self) -> String {
        match (&self.filled, &self.planned) {
            (Ok(filled), Ok(planned)) => format!(
                "{} of {} FTE",
                english::fte(*filled),
                english::fte(*planned)
            ),
            (Err(_), Ok(planned)) => format!("{} FTE planned", english::fte(*planned)),
            _ => "unknown".to_owned(),
        }
    }
}

impl Say for StaffRemark {
    fn dutch(&self) -> String {
        match (&self.filled, self.months) {
            (Err(why), _) => format!("ingevuld onbekend: {}", why.dutch()),
            (Ok(_), None) => "ingevuld".to_owned(),
            (Ok(_), Some(months)) => {
                let [filled, planned] =
                    [months.filled, months.planned].map(|it| dutch::decimal(it.round_dp(1), 1));
                format!("ingevuld; {filled} van {planned} VTE-maanden")
            }
        }
    }
    fn english(&self) -> String {
        match (&self.filled, self.months) {
            (Err(why), _) => format!("filled unknown: {}", why.english()),
            (Ok(_), None) => "filled".to_owned(),
            (Ok(_), Some(months)) => {
                let [filled, planned] =
                    [months.filled, months.planned].map(|it| english::decimal(it.round_dp(1), 1));
                format!("filled; {filled} of {planned} FTE-months")
            }
        }
    }
}

fn own_share_fact(analysis: &Analysis<'_>) -> Option<Fact> {
    let row = tested(analysis)?;
    let years = analysis.account.dossier.years.len();
    let remark = Required {
        year: year_of(row),
        required: row.own_required.clone(),
        years,
    };
    Some(fact(
        OWN,
        Amount(row.own_booked.clone()),
        remark,
        Vec::new(),
    ))
}

/// An amount, or that it is unknown.
#[derive(Debug)]
struct Amount(Known<Euro>);

impl Say for Amount {
    fn dutch(&self) -> String {
        self.0
            .as_ref()
            .map_or_else(|_| "onbekend".to_owned(), |it| dutch::euro(*it))
    }
    fn english(&self) -> String {
        self.0
            .as_ref()
            .map_or_else(|_| "unknown".to_owned(), |it| english::euro(*it))
    }
}

#[derive(Debug)]
struct Required {
    year: Option<YearNr>,
    required: Known<Euro>,
    years: usize,
}

impl Say for Required {
    fn dutch(&self) -> String {
        let years = dutch::number_word(u64::try_from(self.years).unwrap_or(u64::MAX));
        let over = match self.year {
            Some(year) => format!(" voor jaar {year}"),
            None if self.years == 1 => String::new(),
            None => format!(" over {years} jaar"),
        };
        match &self.required {
            Ok(required) => format!("vereist {}{over}", dutch::euro(*required)),
            Err(why) => format!("vereist onbekend: {}", why.dutch()),
        }
    }
    fn english(&self) -> String {
        let years = english::number_word(u64::try_from(self.years).unwrap_or(u64::MAX));
        let over = match self.year {
            Some(year) => format!(" for year {year}"),
            None if self.years == 1 => String::new(),
            None => format!(" over {years} years"),
        };
        match &self.required {
            Ok(required) => format!("required {}{over}", english::euro(*required)),
            Err(why) => format!("required unknown: {}", why.english()),
        }
    }
}

#[derive(Debug)]
struct AwardOf(YearNr);

impl Say for AwardOf {
    fn dutch(&self) -> String {
        format!("Subsidie jaar {}", self.0)
    }
    fn english(&self) -> String {
        format!("Award year {}", self.0)
    }
}

#[derive(Debug)]
struct Spent(Known<Euro>);

fn spent(analysis: &Analysis<'_>, year: YearNr) -> Spent {
    let row = analysis
        .budget
        .iter()
        .find(|row| row.year == year && row.action.is_none());
    Spent(row.map_or(Err(Unknown::NoBookings), |row| row.spent.clone()))
}

impl Say for Spent {
    fn dutch(&self) -> String {
        self.0.as_ref().map_or_else(
            |_| "besteed onbekend".to_owned(),
            |it| format!("besteed {}", dutch::euro(*it)),
        )
    }
    fn english(&self) -> String {
        self.0.as_ref().map_or_else(
            |_| "spent unknown".to_owned(),
            |it| format!("spent {}", english::euro(*it)),
        )
    }
}
