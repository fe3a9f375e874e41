//! The next reports, and the money that depends on them.

use crate::analysis::{Due, DueReport};
use crate::wording::{Say, dutch, english};

/// `verslag van projectjaar 3; het saldo van € 65.320,00 hangt ervan af`
impl Say for Due {
    fn dutch(&self) -> String {
        match self.what {
            DueReport::Interim => "tussentijds verslag".to_owned(),
            DueReport::OfYear(None) => format!("verslag van projectjaar {}", self.year),
            DueReport::OfYear(Some(balance)) => format!(
                "verslag van projectjaar {}; het saldo van {} hangt ervan af",
                self.year,
                dutch::euro(balance)
            ),
        }
    }
    fn english(&self) -> String {
        match self.what {
            DueReport::Interim => "interim report".to_owned(),
            DueReport::OfYear(None) => format!("report of project year {}", self.year),
            DueReport::OfYear(Some(balance)) => format!(
                "report of project year {}; the balance of {} depends on it",
                self.year,
                english::euro(balance)
            ),
        }
    }
}

/// `Tegen 15/10/2025: …`: what is due as a sentence by itself.
#[derive(Debug)]
pub(super) struct By(pub(super) Due);

impl Say for By {
    fn dutch(&self) -> String {
        let date = dutch::date(self.0.date);
        let what = self.0.dutch();
        match self.0.what {
            DueReport::Interim => format!("Tegen {date}: {what} van projectjaar {}.", self.0.year),
            DueReport::OfYear(_) => format!("Tegen {date}: {what}."),
        }
    }
    fn english(&self) -> String {
        let date = english::date(self.0.date);
        let what = self.0.english();
        match self.0.what {
            DueReport::Interim => format!("By {date}: {what} of project year {}.", self.0.year),
            DueReport::OfYear(_) => format!("By {date}: {what}."),
        }
    }
}
