//! What was reached against the target, per action and project year.

use super::Asked;
use super::words::{
    YearsWithoutFigures, action_cells, action_columns, count, interim, kind, status, whole,
};
use crate::analysis::{ActionAttainment, Analysis, InterimStatus, SharedProvider};
use crate::document::{Bar, Cell, Column, ColumnKind, Derived, Layout, Shown, Table, View};
use crate::finding::About;
use crate::model::{ActionNr, Date, Ratio, Share, Unknown, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms, visible};
use std::collections::BTreeMap;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .attainment
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let table = table(analysis, &rows);
    let view = view(analysis, asked, &rows);
    (table, view)
}

fn table(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> Table {
    let full: Vec<Share> = Share::new(1, 1).into_iter().collect();
    let threshold: Vec<Share> = analysis
        .account
        .scheme
        .interim_threshold
        .into_iter()
        .chain(full.clone())
        .collect();
    let mut columns = vec![Column::new(terms::YEAR, ColumnKind::Key)];
    columns.extend(action_columns());
    columns.extend([
        Column::new(terms::UNIT, ColumnKind::Text),
        Column::new(terms::KIND, ColumnKind::Word),
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent)
            .derived(Derived::Ratio {
                part: "reached",
                whole: "target",
            })
            .thresholds(full),
        Column::new(terms::STATUS, ColumnKind::Word),
        Column::new(terms::INTERIM_REACHED, ColumnKind::Count),
        Column::new(terms::INTERIM_PCT, ColumnKind::Percent)
            .derived(Derived::Ratio {
                part: "interim_reached",
                whole: "target",
            })
            .thresholds(threshold),
        Column::new(terms::INTERIM_STATUS, ColumnKind::Word),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ]);
    let mut table = Table::new(terms::KPI, columns);
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    table
}

fn cells(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Vec<Cell> {
    let mut cells = vec![Cell::Year(row.year)];
    cells.extend(action_cells(&analysis.account.scheme, row.action));
    cells.extend([
        Cell::maybe(row.rate, |rate| Cell::Title(rate.unit.clone())),
        Cell::Word(kind(row.kind)),
        Cell::known(row.target.clone(), whole),
        count(&row.reached),
        Cell::known(row.ratio.clone(), Cell::Ratio),
        Cell::Word(status(row.status)),
        count(&row.interim.reached),
        Cell::known(row.interim.ratio.clone(), Cell::Ratio),
        Cell::Word(interim(row.interim.status)),
        whole(row.set_aside),
    ]);
    cells
}

fn has_figures(row: &ActionAttainment<'_>) -> bool {
    row.target.is_ok() || row.reached.is_ok()
}

fn view(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: &[&ActionAttainment<'_>]) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let (known, silent): (Vec<_>, Vec<_>) = years
        .iter()
        .copied()
        .partition(|year| rows.iter().any(|row| row.year == *year && has_figures(row)));
    let shown = if known.is_empty() { years } else { known };
    let chosen: Vec<usize> = (0..rows.len())
        .filter(|index| shown.contains(&rows[*index].year))
        .collect();
    let layout = if shown.len() > 1 {
        Layout::Spread {
            across: "year",
            figures: &["target", "reached", "attainment_pct", "status"],
        }
    } else {
        Layout::Lines { group: None }
    };
    let mut notes = notes(analysis, rows, &shown);
    if shown.len() < shown.len() + silent.len() && !rows.iter().all(|row| !has_figures(row)) {
        notes.push(Box::new(YearsWithoutFigures {
            years: silent,
            what: NO_FIGURES,
        }));
    }
    View {
        table: "kpi",
        heading: Box::new(terms::KPI.word),
        columns: columns(doubtful(analysis, rows)),
        codes: codes(asked, rows, &chosen),
        rows: chosen,
        layout,
        totals: Vec::new(),
        notes,
    }
}

fn columns(doubtful: BTreeMap<usize, Ratio>) -> Vec<Shown> {
    vec![
        Shown::column("action"),
        Shown::column("label"),
        Shown::with_room("unit"),
        Shown::column("target"),
        Shown::column("reached"),
        Shown::bar(Bar::Target {
            ratio: "attainment_pct",
            doubtful,
        }),
        Shown::column("attainment_pct"),
        Shown::column("status"),
    ]
}

fn codes(
    asked: &Asked<'_>,
    rows: &[&ActionAttainment<'_>],
    chosen: &[usize],
) -> BTreeMap<usize, Vec<crate::finding::Code>> {
    let of = |row: &ActionAttainment<'_>| {
        asked.codes(&['K'], |about| {
            *about == About::Action(row.year, row.action.nr)
        })
    };
    chosen
        .iter()
        .map(|index| (*index, of(rows[*index])))
        .filter(|(_, codes)| !codes.is_empty())
        .collect()
}

/// Providers whose count may hold the same people as another action's.
fn in_doubt<'a, 'b>(analysis: &'b Analysis<'a>) -> impl Iterator<Item = &'b SharedProvider<'a>> {
    analysis.overlap.iter().filter(|row| {
        row.count.is_ok() && row.same_people != Some(false) && row.double_investment != Some(true)
    })
}

/// The part of each row's bar that may be counted twice.
fn doubtful(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> BTreeMap<usize, Ratio> {
    let share = |row: &ActionAttainment<'_>| {
        let counts = in_doubt(analysis)
            .filter(|shared| shared.year == row.year && shared.actions.contains(&row.action.nr))
            .filter_map(|shared| shared.count.clone().ok());
        let count: i64 = counts.sum();
        Ratio::new(count, row.target.clone().ok()?).filter(|_| count > 0)
    };
    rows.iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, share(row)?)))
        .collect()
}

/// How many reached targets a doubtful count could change, and those counts.
pub(super) fn doubts(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> (u64, Vec<i64>) {
    let in_rows = |shared: &&SharedProvider<'_>| rows.iter().any(|row| row.year == shared.year);
    let doubts: Vec<Doubt> = in_doubt(analysis)
        .filter(in_rows)
        .filter_map(|shared| doubt(shared, rows))
        .collect();
    let deciding: Vec<&Doubt> = doubts
        .iter()
        .filter(|doubt| !doubt.falls_short.is_empty())
        .collect();
    let targets = deciding
        .iter()
        .map(|doubt| doubt.falls_short.len())
        .sum::<usize>();
    let counts = deciding.iter().map(|doubt| doubt.count).collect();
    (u64::try_from(targets).unwrap_or(u64::MAX), counts)
}

const NO_FIGURES: Both = Both {
    nl: "doel en bereikt onbekend",
    en: "target and reached unknown",
};

fn notes(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
    years: &[YearNr],
) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = Vec::new();
    for shared in in_doubt(analysis).filter(|shared| years.contains(&shared.year)) {
        notes.extend(doubt(shared, rows).map(|note| Box::new(note) as Sentence));
    }
    for row in rows
        .iter()
        .filter(|row| row.set_aside > 0 && years.contains(&row.year))
    {
        notes.push(Box::new(WithoutSetAside {
            year: row.year,
            action: row.action.nr,
            rows: row.set_aside,
        }));
    }
    if rows.iter().filter(|row| has_figures(row)).count() > 1 {
        notes.push(Box::new(NO_TOTAL));
    }
    for year in years {
        let of_year: Vec<_> = rows
            .iter()
            .filter(|row| row.year == *year)
            .copied()
            .collect();
        notes.extend(interim_note(analysis, &of_year).map(|note| Box::new(note) as Sentence));
    }
    notes
}

const NO_TOTAL: Both = Both {
    nl: "Geen totaal: de eenheden verschillen.",
    en: "No total: the units differ.",
};

/// What the figures are when a count that may stand twice counts once.
#[derive(Debug)]
struct Doubt {
    provider: String,
    actions: Vec<ActionNr>,
    count: i64,
    together: Option<(i64, i64)>,
    /// Actions that miss their target without it: what is left, and the target.
    falls_short: Vec<(ActionNr, i64, u64)>,
}

fn doubt(shared: &SharedProvider<'_>, rows: &[&ActionAttainment<'_>]) -> Option<Doubt> {
    let count = shared.count.clone().ok()?;
    let of_shared = rows
        .iter()
        .filter(|row| row.year == shared.year && shared.actions.contains(&row.action.nr));
    let falls_short = of_shared
        .filter_map(|row| {
            let (reached, target) = (row.reached.clone().ok()?, row.target.clone().ok()?);
            let holds = |number: i64| i128::from(number) >= i128::from(target);
            (holds(reached) && !holds(reached - count)).then_some((
                row.action.nr,
                reached - count,
                target,
            ))
        })
        .collect();
    let together = shared
        .with_doubles
        .clone()
        .ok()
        .zip(shared.without_doubles.clone().ok());
    Some(Doubt {
        provider: shared.provider.to_owned(),
        actions: shared.actions.clone(),
        count,
        together,
        falls_short,
    })
}

impl Say for Doubt {
    fn dutch(&self) -> String {
        let count = dutch::signed_count(self.count);
        let actions: Vec<_> = self.actions.iter().map(ToString::to_string).collect();
        let mut text = format!(
            "▒ misschien dubbel geteld: {} staat met {count} onder {}.",
            visible(&self.provider),
            dutch::list(&actions)
        );
        if let Some((with, without)) = self.together {
            text += &format!(
                " Samen {} met dubbels, {} zonder.",
                dutch::signed_count(with),
                dutch::signed_count(without)
            );
        }
        let short: Vec<_> = self
            .falls_short
            .iter()
            .map(|(action, left, target)| {
                format!(
                    "actie {action} ({} van {})",
                    dutch::signed_count(*left),
                    dutch::count(*target)
                )
            })
            .collect();
        if !short.is_empty() {
            text += &format!(
                " Telt {count} maar één keer, dan haalt {} het doel niet.",
                short.join(" of ")
            );
        }
        text
    }

    fn english(&self) -> String {
        let count = english::signed_count(self.count);
        let actions: Vec<_> = self.actions.iter().map(ToString::to_string).collect();
        let mut text = format!(
            "▒ possibly counted twice: {} stands with {count} under {}.",
            visible(&self.provider),
            english::list(&actions)
        );
        if let Some((with, without)) = self.together {
            text += &format!(
                " Together {} with doubles, {} without.",
                english::signed_count(with),
                english::signed_count(without)
            );
        }
        let short: Vec<_> = self
            .falls_short
            .iter()
            .map(|(action, left, target)| {
                format!(
                    "action {action} ({} of {})",
                    english::signed_count(*left),
                    english::count(*target)
                )
            })
            .collect();
        if !short.is_empty() {
            text += &format!(
                " If {count} counts only once, {} misses its target.",
                short.join(" or ")
            );
        }
        text
    }
}

/// A figure that rows set aside could change.
#[derive(Debug)]
struct WithoutSetAside {
    year: YearNr,
    action: ActionNr,
    rows: u64,
}

impl Say for WithoutSetAside {
    fn dutch(&self) -> String {
        let rows = dutch::plural(self.rows, "opzij gezette rij", "opzij gezette rijen");
        format!("Actie {}, jaar {}: zonder {rows}.", self.action, self.year)
    }
    fn english(&self) -> String {
        let rows = english::plural(
            self.rows,
            "row that was set aside",
            "rows that were set aside",
        );
        format!(
            "Action {}, year {}: without {rows}.",
            self.action, self.year
        )
    }
}

/// How the actions of a year stood at the interim date.
#[derive(Debug)]
struct AtInterim {
    date: Date,
    threshold: Share,
    judged: Vec<(ActionNr, Ratio, bool)>,
    unknown: Vec<ActionNr>,
    /// The one reason, where all are unknown for it.
    why: Option<Unknown>,
}

fn interim_note(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> Option<AtInterim> {
    let threshold = analysis.account.scheme.interim_threshold?;
    let date = rows.first()?.interim.date?;
    let today = analysis.account.today().ok()?;
    let judged_rows: Vec<_> = rows
        .iter()
        .filter(|row| row.interim.status != InterimStatus::Exempt && has_figures(row))
        .collect();
    if today < date || judged_rows.is_empty() {
        return None;
    }
    let mut note = AtInterim {
        date,
        threshold,
        judged: Vec::new(),
        unknown: Vec::new(),
        why: None,
    };
    for row in &judged_rows {
        match (&row.interim.reached, &row.interim.ratio) {
            (Ok(_), Ok(ratio)) => {
                note.judged
                    .push((row.action.nr, *ratio, ratio.reaches(threshold)));
            }
            _ => note.unknown.push(row.action.nr),
        }
    }
    let first = judged_rows.first()?.interim.reached.clone().err();
    if note.judged.is_empty()
        && judged_rows
            .iter()
            .all(|row| row.interim.reached.clone().err() == first)
    {
        note.why = first;
    }
    Some(note)
}

impl Say for AtInterim {
    fn dutch(&self) -> String {
        let mut parts: Vec<String> = self
            .judged
            .iter()
            .map(|(action, ratio, reached)| {
                let below = if *reached { "" } else { ", onder de drempel" };
                format!(
                    "actie {action} {}{below}",
                    dutch::percent(*ratio, &[self.threshold])
                )
            })
            .collect();
        match &self.why {
            Some(Unknown::NoRowByInterim(_)) => parts.push(
                "onbekend, geen enkele rij van deze acties is tot en met die dag gedateerd"
                    .to_owned(),
            ),
            Some(why) => parts.push(format!("onbekend, {}", why.dutch())),
            None if !self.unknown.is_empty() => {
                parts.push(format!("{} onbekend", dutch::actions(&self.unknown)));
            }
            None => {}
        }
        let (date, threshold) = (dutch::date(self.date), dutch::share(self.threshold));
        format!(
            "Op {date}: {}; de drempel is {threshold} van het doel.",
            parts.join("; ")
        )
    }

    fn english(&self) -> String {
        let mut parts: Vec<String> = self
            .judged
            .iter()
            .map(|(action, ratio, reached)| {
                let below = if *reached {
                    ""
                } else {
                    ", below the threshold"
                };
                format!(
                    "action {action} {}{below}",
                    english::percent(*ratio, &[self.threshold])
                )
            })
            .collect();
        match &self.why {
            Some(Unknown::NoRowByInterim(_)) => {
                parts.push("unknown, no row of these actions is dated up to that day".to_owned());
            }
            Some(why) => parts.push(format!("unknown, {}", why.english())),
            None if !self.unknown.is_empty() => {
                parts.push(format!("{} unknown", english::actions(&self.unknown)));
            }
            None => {}
        }
        let (date, threshold) = (english::date(self.date), english::share(self.threshold));
        format!(
            "On {date}: {}; the threshold is {threshold} of the target.",
            parts.join("; ")
        )
    }
}
