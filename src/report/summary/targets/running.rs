//! What the sentence on the targets says of years that still run.

use super::{Targets, full};
use crate::wording::{Say, dutch, english};

/// The stand where no year is closed yet.
#[derive(Debug)]
pub(super) struct OnlyRunning<'a>(pub(super) &'a Targets);

impl Say for OnlyRunning<'_> {
    fn dutch(&self) -> String {
        format!(
            "Projectjaar {} loopt{}{}",
            dutch::years(&self.0.running_years),
            self.between_in_dutch(),
            self.zero_in_dutch()
        )
    }

    fn english(&self) -> String {
        format!(
            "Project year {} is running{}{}",
            english::years(&self.0.running_years),
            self.between_in_english(),
            self.zero_in_english()
        )
    }
}

/// The actions with a percentage.
impl OnlyRunning<'_> {
    fn between_in_dutch(&self) -> String {
        let (Some(low), Some(high)) = (self.0.lowest, self.0.highest) else {
            return String::new();
        };
        let [low, high] = [low, high].map(|it| dutch::percent(it, &full()));
        match self.0.running - self.0.running_zero {
            1 => format!("; 1 actie staat op {high} van het doel"),
            actions => format!("; {actions} acties staan tussen {low} en {high} van het doel"),
        }
    }

    fn between_in_english(&self) -> String {
        let (Some(low), Some(high)) = (self.0.lowest, self.0.highest) else {
            return String::new();
        };
        let [low, high] = [low, high].map(|it| english::percent(it, &full()));
        match self.0.running - self.0.running_zero {
            1 => format!("; 1 action stands at {high} of target"),
            actions => format!("; {actions} actions stand between {low} and {high} of target"),
        }
    }
}

/// The actions whose target is zero.
impl OnlyRunning<'_> {
    fn zero_in_dutch(&self) -> String {
        match self.0.running_zero {
            0 => String::new(),
            1 => "; 1 actie heeft 0 als doel".to_owned(),
            actions => format!("; {actions} acties hebben 0 als doel"),
        }
    }

    fn zero_in_english(&self) -> String {
        match self.0.running_zero {
            0 => String::new(),
            1 => "; 1 action has a target of 0".to_owned(),
            actions => format!("; {actions} actions have a target of 0"),
        }
    }
}

/// What runs beside years that are closed; nothing where nothing does.
#[derive(Debug)]
pub(super) struct StillRunning<'a>(pub(super) &'a Targets);

impl Say for StillRunning<'_> {
    fn dutch(&self) -> String {
        let years = dutch::years(&self.0.running_years);
        match self.0.running {
            0 => String::new(),
            1 => format!("; in projectjaar {years} loopt er nog 1"),
            running => format!("; in projectjaar {years} lopen er nog {running}"),
        }
    }

    fn english(&self) -> String {
        let years = english::years(&self.0.running_years);
        match self.0.running {
            0 => String::new(),
            1 => format!("; 1 is still running in project year {years}"),
            running => format!("; {running} are still running in project year {years}"),
        }
    }
}
