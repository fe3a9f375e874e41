//! The key figure on the own share: what is booked, next to what is required.

use super::{tested_of, year_of};
use crate::analysis::Analysis;
use crate::document::Fact;
use crate::model::{Euro, Known, YearNr};
use crate::report::Asked;
use crate::report::summary::facts::Amount;
use crate::wording::{Both, Say, dutch, english};

/// The key figure on the own share; none where nothing is tested.
pub(in crate::report::summary) fn fact(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Option<Fact> {
    let row = tested_of(analysis, asked)?;
    let remark = Required {
        year: year_of(row),
        required: row.own_required.clone(),
        planned: row.own_planned.clone().ok(),
        years: analysis.account.dossier.years.len(),
    };
    Some(Fact {
        name: Box::new(OWN),
        figure: Some(Box::new(Amount(row.own_booked.clone()))),
        remark: Box::new(remark),
        codes: Vec::new(),
    })
}

const OWN: Both = Both {
    nl: "Eigen aandeel",
    en: "Own share",
};

#[derive(Debug)]
struct Required {
    year: Option<YearNr>,
    required: Known<Euro>,
    planned: Option<Euro>,
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
            Ok(required) => {
                let planned = self
                    .planned
                    .map(|it| format!("; gepland {}", dutch::euro(it)));
                format!(
                    "vereist {}{over}{}",
                    dutch::euro(*required),
                    planned.unwrap_or_default()
                )
            }
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
            Ok(required) => {
                let planned = self
                    .planned
                    .map(|it| format!("; planned {}", english::euro(it)));
                format!(
                    "required {}{over}{}",
                    english::euro(*required),
                    planned.unwrap_or_default()
                )
            }
            Err(why) => format!("required unknown: {}", why.english()),
        }
    }
}
