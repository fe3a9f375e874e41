//! What the sentence on the targets says of years that still run.

use super::{Targets, full};
use crate::wording::{Say, dutch, english};

/// The stand where no year is closed yet.
#[derive(Debug)]
pub(super) struct OnlyRunning<'a>(pub(super) &'a Targets);

impl Say for OnlyRunning<'_> {
    fn dutch(&self) -> String {
        let [low, high] = [self.0.lowest, self.0.highest]
            .map(|it| it.map_or_else(String::new, |it| dutch::percent(it, &full())));
        let actions = match self.0.running {
            1 => "1 actie staat op".to_owned(),
            running => format!("{running} acties staan tussen {low} en"),
        };
        format!(
            "Projectjaar {} loopt; {actions} {high} van het doel",
            dutch::years(&self.0.running_years)
        )
    }

    fn english(&self) -> String {
        let [low, high] = [self.0.lowest, self.0.highest]
            .map(|it| it.map_or_else(String::new, |it| english::percent(it, &full())));
        let actions = match self.0.running {
            1 => "1 action stands at".to_owned(),
            running => format!("{running} actions stand between {low} and"),
        };
        format!(
            "Project year {} is running; {actions} {high} of target",
            english::years(&self.0.running_years)
        )
    }
}

/// What runs beside years that are closed; nothing where nothing does.
#[derive(Debug)]
pub(super) struct StillRunning<'a>(pub(super) &'a Targets);

impl Say for StillRunning<'_> {
    fn dutch(&self) -> String {
        if self.0.running == 0 {
            return String::new();
        }
        format!(
            "; in projectjaar {} lopen er nog {}",
            dutch::years(&self.0.running_years),
            self.0.running
        )
    }

    fn english(&self) -> String {
        if self.0.running == 0 {
            return String::new();
        }
        format!(
            "; {} are still running in project year {}",
            self.0.running,
            english::years(&self.0.running_years)
        )
    }
}
