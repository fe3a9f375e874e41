//! What is said under the budget: why money moved, what went too far, what is open.

use super::super::Asked;
use super::super::words::BookingsSetAside;
use crate::analysis::{Analysis, BudgetRow};
use crate::document::Quoted;
use crate::model::{ActionNr, CarryOver, Euro, Payer, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, visible};

const NO_AWARD_PER_ACTION: Both = Both {
    nl: "Per actie: onbekend, de brief geeft alleen een totaal.",
    en: "Per action: unknown, the grant letter gives only a total.",
};

pub(super) fn notes(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<Sentence> {
    let dossier = &analysis.account.dossier;
    let mut notes: Vec<Sentence> = Vec::new();
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        let carried: Vec<_> = dossier
            .carry_overs
            .iter()
            .filter(|carry| carry.from == year.nr)
            .collect();
        if let Some(first) = carried
            .first()
            .filter(|_| carried.iter().any(|it| it.reason.is_some()))
        {
            notes.push(Box::new(Reasons::of(first.to, &carried)));
        }
    }
    let letter_only = |year: &&crate::model::DossierYear| {
        asked.shows(year.nr)
            && year.award_total.is_some()
            && dossier
                .actions_in(year.nr)
                .all(|(_, it)| it.award.is_none())
    };
    if dossier.years.iter().any(|year| letter_only(&year)) {
        notes.push(Box::new(NO_AWARD_PER_ACTION));
    }
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        for note in &year.notes {
            notes.push(Box::new(OfYear {
                year: year.nr,
                note: note.clone(),
            }));
        }
    }
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        notes.extend(moved(analysis, year.nr));
        notes.extend(rest(analysis, year.nr));
    }
    // What is left of earlier years is within each, so one may know of more than all shown.
    let rows = analysis.budget.iter().filter(|row| asked.shows(row.year));
    let of_one = rows.clone().map(|row| row.set_aside).max();
    let years: Vec<YearNr> = rows.map(|row| row.year).collect();
    let of_all = analysis.account.bookings.set_aside_among(&years);
    let set_aside = of_one.map(|rows| rows.max(of_all));
    notes.extend(
        set_aside
            .filter(|rows| *rows > 0)
            .map(|rows| Box::new(BookingsSetAside(rows)) as Sentence),
    );
    notes
}

/// What moved between actions and what was given back, each with its reason.
fn moved(analysis: &Analysis<'_>, year: YearNr) -> Vec<Sentence> {
    let dossier = &analysis.account.dossier;
    let transfers = dossier.transfers.iter().filter(|it| it.year == year);
    let transfers = transfers.map(|it| Moved {
        from: Some(it.from),
        to: Some(it.to),
        amount: it.amount,
        reason: it.reason.clone(),
    });
    let repaid = dossier.repaid.iter().filter(|it| it.year == year);
    let repaid = repaid.map(|it| Moved {
        from: it.action,
        to: None,
        amount: it.amount,
        reason: it.reason.clone(),
    });
    let of = |what, moved: Vec<Moved>| {
        (!moved.is_empty()).then(|| Box::new(Movements { year, what, moved }) as Sentence)
    };
    [
        of(Movement::Transferred, transfers.collect()),
        of(Movement::Repaid, repaid.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is left and not told of, what went too far, and what no action bears.
fn rest(analysis: &Analysis<'_>, year: YearNr) -> Vec<Sentence> {
    let rows: Vec<_> = analysis
        .budget
        .iter()
        .filter(|row| row.year == year)
        .collect();
    let has_actions = rows.iter().any(|row| row.action.is_some());
    // Where an action's rest is unknown, only the whole can be told of.
    let per_action = has_actions && rows.iter().all(|row| row.open.is_ok());
    let told = |row: &&&BudgetRow<'_>| row.action.is_some() || !per_action;
    let of = |what, amount: fn(&BudgetRow<'_>) -> Option<Euro>| {
        let moved: Vec<_> = rows
            .iter()
            .filter(told)
            .filter_map(|row| {
                Some(Moved {
                    from: row.action.map(|action| action.nr),
                    to: None,
                    amount: amount(row)?,
                    reason: None,
                })
            })
            .collect();
        (!moved.is_empty()).then(|| Box::new(Movements { year, what, moved }) as Sentence)
    };
    let overspent = |row: &BudgetRow<'_>| {
        let carried = row.carried_out.clone().ok()?;
        carried.is_negative().then(|| -carried)
    };
    let open = |row: &BudgetRow<'_>| row.open.clone().ok().filter(|open| *open > Euro::ZERO);
    let not_borne = |row: &BudgetRow<'_>| {
        let open = row.open.clone().ok()?;
        open.is_negative().then(|| -open)
    };
    let amount = analysis
        .account
        .bookings
        .sum(year, Payer::Award, |under| under.action.is_none());
    let general = General { year, amount };
    let general = (has_actions && amount != Euro::ZERO).then_some(general);
    [
        of(Movement::Overspent, overspent),
        of(Movement::Open, open),
        of(Movement::NotBorne, not_borne),
        orphans(analysis, year, &rows),
        general.map(|it| Box::new(it) as Sentence),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Money that came in from actions that do not run in the year.
fn orphans(analysis: &Analysis<'_>, year: YearNr, rows: &[&BudgetRow<'_>]) -> Option<Sentence> {
    let runs = |nr: ActionNr| {
        let mut running = rows.iter().filter_map(|row| row.action);
        running.any(|action| action.nr == nr)
    };
    let before = analysis.budget.iter();
    let before = before.filter(|row| row.year.0 + 1 == year.0);
    let moved: Vec<_> = before
        .filter_map(|row| {
            let action = row.action.filter(|action| !runs(action.nr))?;
            let carried = row.carried_out.clone().ok()?;
            (carried != Euro::ZERO).then_some(Moved {
                from: Some(action.nr),
                to: None,
                amount: carried,
                reason: None,
            })
        })
        .collect();
    let what = Movement::Orphaned;
    let has_rows = rows.iter().any(|row| row.action.is_some());
    (has_rows && !moved.is_empty()).then(|| Box::new(Movements { year, what, moved }) as Sentence)
}

/// A way in which money of a year moves, or does not.
#[derive(Debug, Clone, Copy)]
enum Movement {
    Transferred,
    Repaid,
    Overspent,
    Open,
    NotBorne,
    Orphaned,
}

/// Money of one action, or of the whole dossier.
#[derive(Debug)]
struct Moved {
    from: Option<ActionNr>,
    to: Option<ActionNr>,
    amount: Euro,
    reason: Option<String>,
}

/// `Verschoven in jaar 2: € 4.493,97 van actie 17 naar actie 15 (actie 17 stopt).`
#[derive(Debug)]
struct Movements {
    year: YearNr,
    what: Movement,
    moved: Vec<Moved>,
}

impl Say for Movements {
    fn dutch(&self) -> String {
        let moved: Vec<_> = self.moved.iter().map(Moved::dutch).collect();
        let (year, moved) = (self.year, moved.join("; "));
        match self.what {
            Movement::Transferred => format!("Verschoven in jaar {year}: {moved}."),
            Movement::Repaid => format!("Teruggegeven uit jaar {year}: {moved}."),
            Movement::Overspent => format!(
                "Te veel besteed in jaar {year}, en dus mee naar jaar {}: {moved}.",
                year.0 + 1
            ),
            Movement::NotBorne => format!(
                "Tekort van jaar {year}, meer besteed, overgedragen of teruggegeven dan er was: {moved}."
            ),
            Movement::Orphaned => format!(
                "Uit jaar {}, van wat in jaar {year} niet meer loopt, en dus alleen in het geheel: {moved}.",
                year.0.saturating_sub(1)
            ),
            Movement::Open => format!(
                "Openstaand uit jaar {year}, niet overgedragen en niet teruggegeven: {moved}."
            ),
        }
    }
    fn english(&self) -> String {
        let moved: Vec<_> = self.moved.iter().map(Moved::english).collect();
        let (year, moved) = (self.year, moved.join("; "));
        match self.what {
            Movement::Transferred => format!("Transferred in year {year}: {moved}."),
            Movement::Repaid => format!("Given back of year {year}: {moved}."),
            Movement::Overspent => format!(
                "Spent too much in year {year}, and so taken along to year {}: {moved}.",
                year.0 + 1
            ),
            Movement::NotBorne => format!(
                "Shortfall of year {year}, more spent, carried over or given back than there was: {moved}."
            ),
            Movement::Orphaned => format!(
                "From year {}, of what no longer runs in year {year}, and so in the whole only: {moved}.",
                year.0.saturating_sub(1)
            ),
            Movement::Open => {
                format!("Open of year {year}, not carried over and not given back: {moved}.")
            }
        }
    }
}

impl Moved {
    fn dutch(&self) -> String {
        let way = match (self.from, self.to) {
            (Some(from), Some(to)) => format!(" van actie {from} naar actie {to}"),
            (Some(from), None) => format!(" van actie {from}"),
            _ => String::new(),
        };
        format!("{}{way}{}", dutch::euro(self.amount), self.reason())
    }

    fn english(&self) -> String {
        let way = match (self.from, self.to) {
            (Some(from), Some(to)) => format!(" from action {from} to action {to}"),
            (Some(from), None) => format!(" of action {from}"),
            _ => String::new(),
        };
        format!("{}{way}{}", english::euro(self.amount), self.reason())
    }

    fn reason(&self) -> String {
        self.reason.as_ref().map_or_else(String::new, |reason| {
            format!(" ({})", visible(reason.trim_end_matches('.')))
        })
    }
}

/// Money of the award that was booked without an action.
#[derive(Debug)]
struct General {
    year: YearNr,
    amount: Euro,
}

impl Say for General {
    fn dutch(&self) -> String {
        format!(
            "Jaar {}: {} van de subsidie is zonder actie geboekt en staat alleen in het geheel.",
            self.year,
            dutch::euro(self.amount)
        )
    }
    fn english(&self) -> String {
        format!(
            "Year {}: {} of the award was booked without an action and stands in the whole only.",
            self.year,
            english::euro(self.amount)
        )
    }
}

/// Why money goes to a next year.
#[derive(Debug)]
struct Reasons {
    to: YearNr,
    reasons: Vec<String>,
}

impl Reasons {
    fn of(to: YearNr, carried: &[&CarryOver]) -> Self {
        let reasons = carried
            .iter()
            .filter_map(|carry| carry.reason.clone())
            .collect();
        Self { to, reasons }
    }

    fn joined(&self) -> String {
        self.reasons
            .iter()
            .map(|reason| visible(reason.trim_end_matches('.')))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

impl Say for Reasons {
    fn dutch(&self) -> String {
        format!(
            "Redenen van de overdracht naar jaar {}: {}.",
            self.to,
            self.joined()
        )
    }
    fn english(&self) -> String {
        format!(
            "Reasons for what is carried to year {}: {}.",
            self.to,
            self.joined()
        )
    }
}

/// A note of the dossier on a year.
#[derive(Debug)]
struct OfYear {
    year: YearNr,
    note: String,
}

impl Say for OfYear {
    fn dutch(&self) -> String {
        format!(
            "Jaar {}: {}",
            dutch::years(&[self.year]),
            Quoted(self.note.clone()).dutch()
        )
    }
    fn english(&self) -> String {
        format!(
            "Year {}: {}",
            english::years(&[self.year]),
            Quoted(self.note.clone()).english()
        )
    }
}
