//! Small words and sentences that several tables use.

use crate::analysis::{
    Analysis, AttainmentStatus, AwardVerdict, BudgetNote, CofinancingVerdict, InterimStatus,
};
use crate::document::{Cell, Column, ColumnKind};
use crate::model::{DossierAction, Known, KpiKind, Scheme, YearNr};
use crate::wording::terms::{self, Term};
use crate::wording::{Say, dutch, english};

/// The columns that name an action: number, official and local title.
pub(super) fn action_columns() -> [Column; 3] {
    [
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::LABEL, ColumnKind::Text).otherwise("title"),
    ]
}

/// The cells of [`action_columns`].
pub(super) fn action_cells(scheme: &Scheme, action: &DossierAction) -> [Cell; 3] {
    [
        Cell::Action(action.nr),
        Cell::maybe(scheme.action(action.nr), |it| Cell::title(&it.title)),
        Cell::maybe(action.label.clone(), Cell::Text),
    ]
}

/// A whole number that may be unknown.
pub(super) fn count(known: &Known<i64>) -> Cell {
    Cell::known(known.clone(), Cell::Count)
}

/// A number of the dossier as a cell.
pub(super) fn whole(number: u64) -> Cell {
    Cell::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The word of a status.
pub(super) fn status(status: AttainmentStatus) -> Term {
    match status {
        AttainmentStatus::Unknown => terms::ST_UNKNOWN,
        AttainmentStatus::Reached => terms::REACHED,
        AttainmentStatus::NotReached => terms::ST_NOT_REACHED,
        AttainmentStatus::Running => terms::ST_RUNNING,
    }
}

/// The word of an interim status.
pub(super) fn interim(status: InterimStatus) -> Term {
    match status {
        InterimStatus::Exempt => terms::ST_EXEMPT,
        InterimStatus::Unknown => terms::ST_UNKNOWN,
        InterimStatus::Reached => terms::REACHED,
        InterimStatus::Below => terms::ST_BELOW,
        InterimStatus::Running => terms::ST_RUNNING,
    }
}

/// The word of a verdict on an award.
pub(super) fn award(verdict: AwardVerdict) -> Term {
    match verdict {
        AwardVerdict::NotSubsidised => terms::V_NOT_SUBSIDISED,
        AwardVerdict::Unknown => terms::ST_UNKNOWN,
        AwardVerdict::FitsTotal => terms::V_FITS_TOTAL,
        AwardVerdict::Matches => terms::V_MATCHES,
        AwardVerdict::ExistingReach => terms::V_EXISTING_REACH,
        AwardVerdict::AtCeiling => terms::V_AT_CEILING,
        AwardVerdict::Differs => terms::V_DIFFERS,
    }
}

/// The word of a verdict on the own share; between brackets where it only informs,
/// because the scheme does not test that stretch.
pub(super) fn cofinancing(verdict: CofinancingVerdict, is_tested: bool) -> Term {
    match (verdict, is_tested) {
        (CofinancingVerdict::Unknown, _) => terms::ST_UNKNOWN,
        (CofinancingVerdict::Met, true) => terms::V_MET,
        (CofinancingVerdict::Short, true) => terms::V_SHORT,
        (CofinancingVerdict::Running, true) => terms::ST_RUNNING,
        (CofinancingVerdict::Met, false) => terms::I_MET,
        (CofinancingVerdict::Short, false) => terms::I_SHORT,
        (CofinancingVerdict::Running, false) => terms::I_RUNNING,
    }
}

/// The word of a note on a budget.
pub(super) fn budget_note(note: BudgetNote) -> Term {
    match note {
        BudgetNote::New => terms::N_NEW,
        BudgetNote::Stopped => terms::N_STOPPED,
        BudgetNote::UnitChanged => terms::N_UNIT_CHANGED,
        BudgetNote::TargetChanged => terms::N_TARGET_CHANGED,
    }
}

/// The word of a kind of KPI.
pub(super) fn kind(kind: KpiKind) -> Term {
    match kind {
        KpiKind::Flow => terms::K_FLOW,
        KpiKind::Milestone => terms::K_MILESTONE,
        KpiKind::Headcount => terms::K_HEADCOUNT,
        KpiKind::Distinct => terms::K_DISTINCT,
    }
}

/// Rows of bookings that were set aside: what they could have changed may change yet.
#[derive(Debug)]
pub(super) struct BookingsSetAside(pub(super) u64);

impl Say for BookingsSetAside {
    fn dutch(&self) -> String {
        let (rows, are) = match self.0 {
            1 => ("1 boeking".to_owned(), "is"),
            rows => (dutch::plural(rows, "boeking", "boekingen"), "zijn"),
        };
        format!("{rows} {are} opzij gezet (zie Bevindingen): deze bedragen kunnen nog veranderen.")
    }
    fn english(&self) -> String {
        let (rows, were) = match self.0 {
            1 => ("1 booking".to_owned(), "was"),
            rows => (english::plural(rows, "booking", "bookings"), "were"),
        };
        format!("{rows} {were} set aside (see Findings): these amounts may change yet.")
    }
}

/// `Jaar 2 en 3: doel en bereikt onbekend`: years that a table leaves out.
#[derive(Debug)]
pub(super) struct YearsWithoutFigures {
    pub(super) years: Vec<YearNr>,
    pub(super) what: crate::wording::Both,
}

impl Say for YearsWithoutFigures {
    fn dutch(&self) -> String {
        format!("Jaar {}: {}.", dutch::years(&self.years), self.what.nl)
    }
    fn english(&self) -> String {
        format!("Year {}: {}.", english::years(&self.years), self.what.en)
    }
}

/// How many rows set aside could change a figure of a year.
#[derive(Debug)]
pub(super) struct SetAside {
    pub(super) year: YearNr,
    pub(super) rows: u64,
}

impl SetAside {
    /// The rows of logs that could change what was reached in a year, if there are any.
    pub(super) fn of_logs(analysis: &Analysis<'_>, year: YearNr) -> Option<Self> {
        let account = analysis.account;
        let runs = |nr| account.dossier.action(nr).is_some();
        let tallies = &account.tallies;
        let rows = tallies.set_aside_where(runs, |when| when == year);
        (rows > 0).then_some(Self { year, rows })
    }
}

impl Say for SetAside {
    fn dutch(&self) -> String {
        let rows = dutch::plural(
            self.rows,
            "opzij gezette rij die deze cijfers kan veranderen",
            "opzij gezette rijen die deze cijfers kunnen veranderen",
        );
        format!("Jaar {}: zonder {rows}.", self.year)
    }
    fn english(&self) -> String {
        let rows = english::plural(
            self.rows,
            "row set aside that may change these figures",
            "rows set aside that may change these figures",
        );
        format!("Year {}: without {rows}.", self.year)
    }
}
