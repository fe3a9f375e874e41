//! The sentence on the targets: what is closed, what still runs, what is doubtful.

use super::Targets;
use super::closed::Closed;
use super::doubtful::Doubtful;
use super::running::{OnlyRunning, StillRunning};
use super::unclear::Unclear;
use crate::wording::Say;

impl Say for Targets {
    fn dutch(&self) -> String {
        let stand = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Of de KPI-doelen bereikt zijn, is onbekend: {}.",
                    why.dutch()
                );
            }
            (0, 0, None) => return "Het dossier noemt geen acties.".to_owned(),
            (0, ..) => OnlyRunning(self).dutch(),
            _ => Closed(self).dutch() + &StillRunning(self).dutch(),
        };
        stand + &Doubtful(self).dutch() + &Unclear(self).dutch() + "."
    }

    fn english(&self) -> String {
        let stand = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Whether the KPI targets have been reached is unknown: {}.",
                    why.english()
                );
            }
            (0, 0, None) => return "The dossier names no actions.".to_owned(),
            (0, ..) => OnlyRunning(self).english(),
            _ => Closed(self).english() + &StillRunning(self).english(),
        };
        stand + &Doubtful(self).english() + &Unclear(self).english() + "."
    }
}
