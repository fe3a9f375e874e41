//! Vacancies of a year that is over, with what else is known of their actions:
//! money that is left, a target that was missed. What caused what nobody can tell.

use super::{Analysis, AttainmentStatus, StaffRow, counts_in_sums, is_over};
use crate::model::{ActionNr, Euro, FteMonths, YearNr};
use std::collections::BTreeMap;

/// What was vacant for the same actions in a year, and what goes together with it.
#[derive(Debug)]
pub struct Vacancy {
    /// The year.
    pub year: YearNr,
    /// The actions that the staff lines name, all of them.
    pub actions: Vec<ActionNr>,
    /// Planned and not filled.
    pub months: FteMonths,
    /// Whether there may be more: of another line nobody knows what was vacant.
    pub is_at_least: bool,
    /// What goes together with it, action by action; never empty.
    pub together_with: Vec<Company>,
}

/// What goes together with a vacancy at one action: one of both, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Company {
    /// The action.
    pub action: ActionNr,
    /// What is left of its award.
    pub left: Option<Euro>,
    /// Its target, where it was missed.
    pub missed: Option<MissedTarget>,
}

/// A target that was not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissedTarget {
    /// What was reached.
    pub reached: i64,
    /// The target.
    pub target: u64,
}

/// Vacancies that go together with money left or a missed target, in years that are
/// over. Lines of third parties and lines for the whole dossier say nothing here.
#[must_use]
pub fn vacancies(analysis: &Analysis<'_>) -> Vec<Vacancy> {
    let mut lines: BTreeMap<(YearNr, Vec<ActionNr>), Vec<&StaffRow<'_>>> = BTreeMap::new();
    for row in &analysis.staffing {
        let is_meant = counts_in_sums(row.staff) && !row.staff.actions.is_empty();
        if is_meant && is_over(analysis.account, row.year) == Ok(true) {
            let mut actions = row.staff.actions.clone();
            actions.sort_unstable();
            actions.dedup();
            lines.entry((row.year, actions)).or_default().push(row);
        }
    }
    let all = lines.into_iter();
    all.filter_map(|(under, rows)| together(analysis, under, &rows))
        .collect()
}

fn together(
    analysis: &Analysis<'_>,
    (year, actions): (YearNr, Vec<ActionNr>),
    rows: &[&StaffRow<'_>],
) -> Option<Vacancy> {
    let known = rows.iter().filter_map(|row| row.vacant_months.clone().ok());
    let vacancy = Vacancy {
        year,
        months: known.sum(),
        is_at_least: analysis.account.dossier.unreadable.staff
            || rows.iter().any(|row| row.vacant_months.is_err()),
        together_with: actions
            .iter()
            .filter_map(|action| company(analysis, year, *action))
            .collect(),
        actions,
    };
    let is_told = vacancy.months > FteMonths::NONE && !vacancy.together_with.is_empty();
    is_told.then_some(vacancy)
}

fn company(analysis: &Analysis<'_>, year: YearNr, action: ActionNr) -> Option<Company> {
    let company = Company {
        action,
        left: left(analysis, year, action),
        missed: missed(analysis, year, action),
    };
    (company.left.is_some() || company.missed.is_some()).then_some(company)
}

/// What is left of an action's award, where no row set aside could change it.
fn left(analysis: &Analysis<'_>, year: YearNr, action: ActionNr) -> Option<Euro> {
    let mut rows = analysis.budget.iter();
    let row = rows.find(|row| row.year == year && row.action.is_some_and(|it| it.nr == action))?;
    let left = row.left.clone().ok()?;
    (left > Euro::ZERO && row.set_aside == 0).then_some(left)
}

/// An action's target that was missed, where no row set aside could change it.
fn missed(analysis: &Analysis<'_>, year: YearNr, action: ActionNr) -> Option<MissedTarget> {
    let mut rows = analysis.attainment.iter();
    let row = rows.find(|row| row.year == year && row.action.nr == action)?;
    let is_missed = row.status == AttainmentStatus::NotReached && row.set_aside == 0;
    is_missed.then_some(MissedTarget {
        reached: row.reached.clone().ok()?,
        target: row.target.clone().ok()?,
    })
}
