//! What is said under the staff: FTE-months and their cost, and who is not counted in.

use super::vacancies;
use crate::analysis::{Analysis, StaffMonths, StaffRow, counts_in_sums, staff_months};
use crate::model::{Euro, Known, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english};

/// The sentences under the table.
pub(super) fn notes(
    analysis: &Analysis<'_>,
    rows: &[&StaffRow<'_>],
    years: &[YearNr],
) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = Vec::new();
    for year in years {
        let counted: Vec<_> = rows
            .iter()
            .copied()
            .filter(|row| row.year == *year && counts_in_sums(row.staff))
            .collect();
        notes.extend(months(analysis, &counted, *year).map(|note| Box::new(note) as Sentence));
        notes.extend(cost(analysis, &counted, *year).map(|note| Box::new(note) as Sentence));
    }
    if rows.iter().any(|row| !counts_in_sums(row.staff)) {
        notes.push(Box::new(THIRD_PARTY));
    }
    if rows.is_empty() {
        notes.push(Box::new(NO_STAFF));
    }
    notes.extend(vacancies::sentences(analysis, years));
    notes
}

const THIRD_PARTY: Both = Both {
    nl: "Personeel van derden staat buiten subsidie en eigen aandeel en is niet meegeteld.",
    en: "Third-party staff stands outside award and own share and is not counted in.",
};

const NO_STAFF: Both = Both {
    nl: "Het dossier noemt geen personeel.",
    en: "The dossier names no staff.",
};

/// `VTE-maanden in jaar 1: 7,1 van 66,0 ingevuld; …`
#[derive(Debug)]
struct Months {
    year: YearNr,
    months: StaffMonths,
}

fn months(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], year: YearNr) -> Option<Months> {
    rows.first()?;
    let months = staff_months(analysis.account, &analysis.staffing, year).ok()?;
    Some(Months { year, months })
}

impl Say for Months {
    fn dutch(&self) -> String {
        let [planned, filled] = [self.months.planned, self.months.filled].map(dutch::fte_months);
        let until = self.months.until.map_or_else(String::new, |day| {
            format!(" tot en met {}", dutch::date(day))
        });
        format!(
            "VTE-maanden in jaar {}{until}: {filled} van {planned} ingevuld; voorzien telt vanaf de eerste dag van het projectjaar.",
            self.year
        )
    }
    fn english(&self) -> String {
        let [planned, filled] = [self.months.planned, self.months.filled].map(english::fte_months);
        let until = self
            .months
            .until
            .map_or_else(String::new, |day| format!(" up to {}", english::date(day)));
        format!(
            "FTE-months in year {}{until}: {filled} of {planned} filled; what is planned counts from the first day of the project year.",
            self.year
        )
    }
}

/// What the filled months of a year cost.
#[derive(Debug)]
struct Cost {
    year: YearNr,
    cost: Euro,
}

/// Said where every line that counts has a cost, and there is any.
fn cost(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], year: YearNr) -> Option<Cost> {
    if analysis.account.dossier.unreadable.staff {
        return None;
    }
    let sum: Known<Euro> = rows.iter().map(|row| row.cost.clone()).sum();
    let cost = sum.ok().filter(|cost| *cost != Euro::ZERO)?;
    Some(Cost { year, cost })
}

impl Say for Cost {
    fn dutch(&self) -> String {
        format!(
            "Kost van de ingevulde VTE-maanden in jaar {}, volgens de jaarkost per VTE: {}.",
            self.year,
            dutch::euro(self.cost)
        )
    }
    fn english(&self) -> String {
        format!(
            "Cost of the filled FTE-months in year {}, by the yearly cost per FTE: {}.",
            self.year,
            english::euro(self.cost)
        )
    }
}
