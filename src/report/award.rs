//! The award of the grant letter held against the scheme's rates.

use super::Asked;
use super::words::{YearsWithoutFigures, action_cells, action_columns, award, whole};
use crate::analysis::{ActionAward, Analysis};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, Total, View};
use crate::finding::{About, Code};
use crate::model::{ActionNr, Euro, Unknown, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .awards
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::AWARD_TABLE, columns());
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    (table, view(analysis, asked, &rows))
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::new(terms::YEAR, ColumnKind::Key)];
    columns.extend(action_columns());
    columns.extend([
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::CURRENT_REACH, ColumnKind::Count),
        Column::new(terms::SUBSIDISED_UNITS, ColumnKind::Units),
        Column::new(terms::UNIT_AMOUNT, ColumnKind::Euro),
        Column::new(terms::CEILING, ColumnKind::Euro),
        Column::new(terms::COMPUTED, ColumnKind::Euro),
        Column::new(terms::AWARD, ColumnKind::Euro),
        Column::new(terms::DIFFERENCE, ColumnKind::Euro).derived(Derived::Difference {
            from: "award",
            less: "computed",
        }),
        Column::new(terms::IMPLIED_REACH, ColumnKind::Count),
        Column::new(terms::VERDICT, ColumnKind::Word),
    ]);
    columns
}

fn cells(analysis: &Analysis<'_>, row: &ActionAward<'_>) -> Vec<Cell> {
    let mut cells = vec![Cell::Year(row.year)];
    cells.extend(action_cells(&analysis.account.scheme, row.action));
    let target = row
        .in_year
        .target
        .map(|target| target.value)
        .ok_or(row.in_year.why_not("target", Unknown::Target));
    let current = row
        .in_year
        .current_reach
        .map(|reach| reach.value)
        .ok_or(row.in_year.why_not("current_reach", Unknown::CurrentReach));
    cells.extend([
        Cell::known(target, whole),
        Cell::known(current, whole),
        Cell::known(row.subsidised_units.clone(), Cell::Units),
        Cell::known(row.unit_amount.clone(), Cell::Euro),
        Cell::known(row.ceiling.clone(), Cell::Euro),
        Cell::known(row.computed.clone(), Cell::Euro),
        Cell::known(row.award.clone(), Cell::Euro),
        Cell::known(row.difference.clone(), Cell::Euro),
        Cell::maybe(row.implied_reach, whole),
        Cell::Word(award(row.verdict)),
    ]);
    cells
}

fn has_figures(row: &ActionAward<'_>) -> bool {
    row.in_year.target.is_some() || row.award.is_ok()
}

fn view(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: &[&ActionAward<'_>]) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let (known, silent): (Vec<_>, Vec<_>) = years
        .iter()
        .copied()
        .partition(|year| rows.iter().any(|row| row.year == *year && has_figures(row)));
    let shown = if known.is_empty() {
        years
    } else {
        known.clone()
    };
    let mut notes: Vec<Sentence> = reaches(rows, &shown)
        .map(|note| Box::new(note) as Sentence)
        .into_iter()
        .collect();
    if !known.is_empty() && !silent.is_empty() {
        notes.push(Box::new(YearsWithoutFigures {
            years: silent,
            what: NO_FIGURES,
        }));
    }
    let chosen: Vec<usize> = (0..rows.len())
        .filter(|index| shown.contains(&rows[*index].year))
        .collect();
    View {
        table: "award",
        heading: Box::new(terms::AWARD_TABLE.word),
        columns: view_columns(rows.iter().any(|row| row.implied_reach.is_some())),
        codes: codes(asked, rows, &chosen),
        rows: chosen,
        layout: if shown.len() > 1 {
            Layout::Stacked {
                by: "year",
                group: None,
            }
        } else {
            Layout::Lines { group: None }
        },
        totals: totals(analysis, rows, &shown),
        legend: Vec::new(),
        notes,
    }
}

fn view_columns(with_reach: bool) -> Vec<Shown> {
    let mut columns = vec![
        Shown::column("action"),
        Shown::column("label"),
        Shown::column("target"),
        Shown::column("unit_amount"),
        Shown::column("computed"),
        Shown::column("award"),
        Shown::column("verdict"),
    ];
    if with_reach {
        columns.insert(6, Shown::with_room("implied_reach"));
    }
    columns
}

const NO_FIGURES: Both = Both {
    nl: "doel en toekenning per actie onbekend",
    en: "target and award per action unknown",
};

fn codes(
    asked: &Asked<'_>,
    rows: &[&ActionAward<'_>],
    chosen: &[usize],
) -> BTreeMap<usize, Vec<Code>> {
    let of = |row: &ActionAward<'_>| {
        asked.codes(&['G'], |about| {
            *about == About::Action(row.year, row.action.nr)
        })
    };
    chosen
        .iter()
        .map(|index| (*index, of(rows[*index])))
        .filter(|(_, codes)| !codes.is_empty())
        .collect()
}

/// The sum of each year: computed where every action can be, awarded as the letter
/// has it.
fn totals(analysis: &Analysis<'_>, rows: &[&ActionAward<'_>], years: &[YearNr]) -> Vec<Total> {
    let mut letter = Vec::new();
    let mut sums = Vec::new();
    for year in years {
        let of_year = rows.iter().filter(|row| row.year == *year);
        let computed: Result<Euro, Unknown> = of_year.map(|row| row.computed.clone()).sum();
        let award = analysis.year_awards.iter().find(|it| it.year.nr == *year);
        let total = award.map_or(Err(Unknown::AwardOfYear), |it| it.award.clone());
        let sum = award
            .and_then(|it| it.sum)
            .filter(|sum| total.as_ref() != Ok(sum));
        letter.push(("computed", Cell::known(computed, Cell::Euro)));
        letter.push(("award", Cell::known(total, Cell::Euro)));
        sums.push(("award", Cell::maybe(sum, Cell::Euro)));
    }
    let is_known =
        |cells: &[(&str, Cell)]| cells.iter().any(|(_, cell)| matches!(cell, Cell::Euro(_)));
    let differs = is_known(&sums);
    let mut totals = Vec::new();
    if differs {
        totals.push(Total {
            label: Box::new(SUM),
            cells: sums,
        });
    }
    if is_known(&letter) {
        let label = if differs { OF_LETTER } else { TOTAL };
        totals.push(Total {
            label: Box::new(label),
            cells: letter,
        });
    }
    totals
}

const SUM: Both = Both {
    nl: "Som van de acties",
    en: "Sum of the actions",
};
const OF_LETTER: Both = Both {
    nl: "Totaal van de brief",
    en: "Total of the letter",
};
const TOTAL: Both = Both {
    nl: "Totaal",
    en: "Total",
};

/// What the awards let one suppose about a reach from before the subsidy.
#[derive(Debug)]
struct Reaches {
    /// Whether no action has its current reach.
    none_given: bool,
    /// Actions whose award another reach would explain; the year where several show.
    implied: Vec<(ActionNr, Option<YearNr>, u64)>,
}

fn reaches(rows: &[&ActionAward<'_>], years: &[YearNr]) -> Option<Reaches> {
    let mut shown = rows
        .iter()
        .filter(|row| years.contains(&row.year) && has_figures(row))
        .peekable();
    shown.peek()?;
    let shown: Vec<_> = shown.collect();
    let none_given = shown.iter().all(|row| {
        row.in_year.why_not("current_reach", Unknown::CurrentReach) != Unknown::Unreadable
            && row.in_year.current_reach.is_none()
    });
    let implied: Vec<_> = shown
        .iter()
        .filter(|row| row.award != Ok(Euro::ZERO))
        .filter_map(|row| {
            let year = (years.len() > 1).then_some(row.year);
            Some((row.action.nr, year, row.implied_reach?))
        })
        .collect();
    (none_given || !implied.is_empty()).then_some(Reaches {
        none_given,
        implied,
    })
}

impl Say for Reaches {
    fn dutch(&self) -> String {
        let mut text = String::new();
        if self.none_given {
            text += "Huidig bereik: niet opgegeven; berekend is het volle doel × het bedrag.";
        }
        if !self.implied.is_empty() {
            let implied: Vec<_> = self
                .implied
                .iter()
                .map(|(nr, year, reach)| {
                    let year = year.map(|year| format!(" in jaar {year}"));
                    let year = year.unwrap_or_default();
                    format!("{} bij actie {nr}{year}", dutch::count(*reach))
                })
                .collect();
            text += &format!(
                " Een bestaand bereik zou de toekenning verklaren: {}.",
                dutch::list(&implied)
            );
        }
        text.trim().to_owned()
    }
    fn english(&self) -> String {
        let mut text = String::new();
        if self.none_given {
            text += "Current reach: not given; computed is the full target × the amount.";
        }
        if !self.implied.is_empty() {
            let implied: Vec<_> = self
                .implied
                .iter()
                .map(|(nr, year, reach)| {
                    let year = year.map(|year| format!(" in year {year}"));
                    let year = year.unwrap_or_default();
                    format!("{} at action {nr}{year}", english::count(*reach))
                })
                .collect();
            text += &format!(
                " An existing reach would explain the award: {}.",
                english::list(&implied)
            );
        }
        text.trim().to_owned()
    }
}
