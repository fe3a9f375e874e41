//! A vacancy and what goes together with it. No cause is named, for nobody knows one.

use crate::analysis::{Analysis, Company, MissedTarget, Vacancy, vacancies};
use crate::model::YearNr;
use crate::wording::{Say, Sentence, dutch, english};

/// A sentence for each vacancy of these years that goes together with something.
pub(super) fn sentences(
    analysis: &Analysis<'_>,
    years: &[YearNr],
) -> impl Iterator<Item = Sentence> {
    let all = vacancies(analysis).into_iter();
    let of_years = all.filter(|vacancy| years.contains(&vacancy.year));
    let sentences: Vec<_> = of_years
        .map(|vacancy| Box::new(Together(vacancy)) as Sentence)
        .collect();
    sentences.into_iter()
}

/// `Actie 15, jaar 1: 6,4 VTE-maanden vacant, samen met € 12.300,00 subsidie die over is.`
#[derive(Debug)]
struct Together(Vacancy);

impl Together {
    /// Whether it is more than nothing, but not when rounded.
    fn is_tiny(&self) -> bool {
        self.0.months.rounded(1).is_zero()
    }

    /// What goes together with it, each action's own facts under its own name.
    fn company(&self, facts: fn(&Company) -> String, for_action: fn(&Company) -> String) -> String {
        let is_of_one = self.0.actions.len() == 1;
        let all = self.0.together_with.iter().map(|company| {
            let name = if is_of_one {
                String::new()
            } else {
                for_action(company)
            };
            format!("{}{name}", facts(company))
        });
        all.collect::<Vec<_>>().join("; ")
    }
}

impl Say for Together {
    fn dutch(&self) -> String {
        let amount = match (self.is_tiny(), self.0.is_at_least) {
            (true, false) => "minder dan 0,1 VTE-maand".to_owned(),
            (true, true) => "een deel van een VTE-maand".to_owned(),
            (false, false) => format!("{} VTE-maanden", dutch::fte_months(self.0.months)),
            (false, true) => {
                format!(
                    "ten minste {} VTE-maanden",
                    dutch::fte_months(self.0.months)
                )
            }
        };
        let actions = dutch::actions(&self.0.actions).replacen('a', "A", 1);
        let company = self.company(dutch_facts, |it| {
            format!(" voor {}", dutch::actions(&[it.action]))
        });
        let year = self.0.year;
        format!("{actions}, jaar {year}: {amount} vacant, samen met {company}.")
    }
    fn english(&self) -> String {
        let amount = match (self.is_tiny(), self.0.is_at_least) {
            (true, false) => "less than 0.1 FTE-month".to_owned(),
            (true, true) => "part of an FTE-month".to_owned(),
            (false, false) => format!("{} FTE-months", english::fte_months(self.0.months)),
            (false, true) => {
                format!("at least {} FTE-months", english::fte_months(self.0.months))
            }
        };
        let actions = english::actions(&self.0.actions).replacen('a', "A", 1);
        let company = self.company(english_facts, |it| {
            format!(" for {}", english::actions(&[it.action]))
        });
        let year = self.0.year;
        format!("{actions}, year {year}: {amount} vacant, together with {company}.")
    }
}

fn dutch_facts(company: &Company) -> String {
    let left = company
        .left
        .map(|left| format!("{} subsidie die over is", dutch::euro(left)));
    let missed = company.missed.map(|MissedTarget { reached, target }| {
        let [reached, target] = [dutch::signed_count(reached), dutch::count(target)];
        format!("een doel dat niet bereikt is ({reached} van {target})")
    });
    let facts: Vec<String> = left.into_iter().chain(missed).collect();
    dutch::list(&facts)
}

fn english_facts(company: &Company) -> String {
    let left = company
        .left
        .map(|left| format!("{} of the award left", english::euro(left)));
    let missed = company.missed.map(|MissedTarget { reached, target }| {
        let [reached, target] = [english::signed_count(reached), english::count(target)];
        format!("a target not reached ({reached} of {target})")
    });
    let facts: Vec<String> = left.into_iter().chain(missed).collect();
    english::list(&facts)
}
