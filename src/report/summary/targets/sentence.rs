//! The sentence on the targets: what is closed and doubtful of it, what still runs and
//! is doubtful of that, what is unknown.

use super::Targets;
use super::closed::Closed;
use super::doubtful::Doubtful;
use super::none::NoAction;
use super::running::{OnlyRunning, StillRunning};
use super::unclear::Unclear;
use crate::wording::Say;

impl Targets {
    fn doubtful_of_closed(&self) -> Doubtful<'_> {
        Doubtful {
            targets: &self.doubtful_closed,
            of: self.closed,
        }
    }

    fn doubtful_of_running(&self) -> Doubtful<'_> {
        Doubtful {
            targets: &self.doubtful_running,
            of: self.running,
        }
    }
}

impl Say for Targets {
    fn dutch(&self) -> String {
        let stand = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Of de KPI-doelen bereikt zijn, is onbekend: {}.",
                    why.dutch()
                );
            }
            (0, 0, None) => return NoAction(self).dutch(),
            (0, ..) => OnlyRunning(self).dutch(),
            _ => {
                Closed(self).dutch()
                    + &self.doubtful_of_closed().dutch()
                    + &StillRunning(self).dutch()
            }
        };
        stand + &self.doubtful_of_running().dutch() + &Unclear(self).dutch() + "."
    }

    fn english(&self) -> String {
        let stand = match (self.closed, self.running, &self.why_unknown) {
            (0, 0, Some(why)) => {
                return format!(
                    "Whether the KPI targets have been reached is unknown: {}.",
                    why.english()
                );
            }
            (0, 0, None) => return NoAction(self).english(),
            (0, ..) => OnlyRunning(self).english(),
            _ => {
                Closed(self).english()
                    + &self.doubtful_of_closed().english()
                    + &StillRunning(self).english()
            }
        };
        stand + &self.doubtful_of_running().english() + &Unclear(self).english() + "."
    }
}
