//! The key figure on staff: what is filled of what is planned.

use crate::analysis::{Analysis, StaffMonths, counts_in_sums, staff_months};
use crate::document::Fact;
use crate::model::{Fte, Known, Unknown, YearNr};
use crate::wording::{Both, Say, dutch, english};

/// The key figure on the staff of a year; none where nobody counts in its sums.
pub(super) fn fact(analysis: &Analysis<'_>, year: YearNr) -> Option<Fact> {
    let rows: Vec<_> = analysis
        .staffing
        .iter()
        .filter(|row| row.year == year && counts_in_sums(row.staff))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let whole = if analysis.account.dossier.unreadable.staff {
        Err(Unknown::LineUnreadable)
    } else {
        Ok(())
    };
    let planned: Known<Fte> = whole
        .clone()
        .and_then(|()| rows.iter().map(|row| row.planned.clone()).sum());
    let filled: Known<Fte> = whole.and_then(|()| rows.iter().map(|row| row.filled.clone()).sum());
    let months = staff_months(analysis.account, &analysis.staffing, year).ok();
    let figure = StaffFigure {
        planned: planned.clone(),
        filled: filled.clone(),
    };
    Some(Fact {
        name: Box::new(STAFF),
        figure: Some(Box::new(figure)),
        remark: Box::new(StaffRemark {
            planned,
            filled,
            months,
        }),
        codes: Vec::new(),
    })
}

const STAFF: Both = Both {
    nl: "Personeel",
    en: "Staffing",
};

#[derive(Debug)]
struct StaffFigure {
    planned: Known<Fte>,
    filled: Known<Fte>,
}

impl Say for StaffFigure {
    fn dutch(&self) -> String {
        match (&self.filled, &self.planned) {
            (Ok(filled), Ok(planned)) => {
                format!("{} van {} VTE", dutch::fte(*filled), dutch::fte(*planned))
            }
            (Err(_), Ok(planned)) => format!("{} VTE voorzien", dutch::fte(*planned)),
            (Ok(filled), Err(_)) => format!("{} VTE ingevuld", dutch::fte(*filled)),
            (Err(_), Err(_)) => "onbekend".to_owned(),
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
            (Ok(filled), Err(_)) => format!("{} FTE filled", english::fte(*filled)),
            (Err(_), Err(_)) => "unknown".to_owned(),
        }
    }
}

#[derive(Debug)]
struct StaffRemark {
    planned: Known<Fte>,
    filled: Known<Fte>,
    months: Option<StaffMonths>,
}

impl Say for StaffRemark {
    fn dutch(&self) -> String {
        match (&self.filled, &self.planned, self.months) {
            (Err(why), ..) => format!("ingevuld onbekend: {}", why.dutch()),
            (Ok(_), Err(why), _) => format!("voorzien onbekend: {}", why.dutch()),
            (Ok(_), Ok(_), None) => "ingevuld".to_owned(),
            (Ok(_), Ok(_), Some(months)) => {
                let [filled, planned] = [months.filled, months.planned].map(dutch::fte_months);
                let until = months.until.map_or_else(String::new, |day| {
                    format!(" tot en met {}", dutch::date(day))
                });
                format!("ingevuld; {filled} van {planned} VTE-maanden{until}")
            }
        }
    }
    fn english(&self) -> String {
        match (&self.filled, &self.planned, self.months) {
            (Err(why), ..) => format!("filled unknown: {}", why.english()),
            (Ok(_), Err(why), _) => format!("planned unknown: {}", why.english()),
            (Ok(_), Ok(_), None) => "filled".to_owned(),
            (Ok(_), Ok(_), Some(months)) => {
                let [filled, planned] = [months.filled, months.planned].map(english::fte_months);
                let until = months
                    .until
                    .map_or_else(String::new, |day| format!(" up to {}", english::date(day)));
                format!("filled; {filled} of {planned} FTE-months{until}")
            }
        }
    }
}
