//! Who, what, which years, as of when.

use super::Asked;
use crate::analysis::Analysis;
use crate::document::{Block, Masthead, Quoted};
use crate::model::{Date, Period, YearNr};
use crate::wording::{Say, Sentence, dutch, english};

/// The heading of every page.
pub(super) fn masthead(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Block {
    let account = analysis.account;
    let members = account.dossier.applicant.members.clone();
    let members = (!members.is_empty()).then(|| Box::new(Members(members)) as Sentence);
    Block::Masthead(Masthead {
        scheme: Box::new(account.scheme.title.clone()),
        as_of: Box::new(AsOfWords(account.today().ok())),
        applicant: Box::new(Quoted(account.dossier.applicant.name.clone())),
        years: Box::new(headed_years(analysis, asked)),
        members,
    })
}

/// The years that the heading names: those asked for, else those begun at the as-of date.
pub(super) fn years_of_page(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<YearNr> {
    let account = analysis.account;
    let all: Vec<YearNr> = account
        .dossier
        .years
        .iter()
        .map(|year| year.nr)
        .filter(|nr| asked.shows(*nr))
        .collect();
    let begun = |nr: &&YearNr| match (account.today(), account.scheme.year(**nr)) {
        (Ok(today), Some(year)) => year.period.is_none_or(|period| period.has_begun(today)),
        _ => true,
    };
    let begun: Vec<YearNr> = all.iter().filter(begun).copied().collect();
    if begun.is_empty() || !asked.years.is_empty() {
        all
    } else {
        begun
    }
}

fn headed_years(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Years {
    let years = years_of_page(analysis, asked);
    let periods = years
        .iter()
        .filter_map(|nr| analysis.account.scheme.year(*nr))
        .filter_map(|year| year.period);
    let period = periods.reduce(|one, other| Period {
        start: one.start.min(other.start),
        end: one.end.max(other.end),
    });
    Years { years, period }
}

#[derive(Debug)]
struct AsOfWords(Option<Date>);

impl Say for AsOfWords {
    fn dutch(&self) -> String {
        self.0.map_or_else(
            || "stand: datum onbekend".to_owned(),
            |date| format!("stand op {}", dutch::date(date)),
        )
    }
    fn english(&self) -> String {
        self.0.map_or_else(
            || "as of: date unknown".to_owned(),
            |date| format!("as of {}", english::date(date)),
        )
    }
}

#[derive(Debug)]
struct Years {
    years: Vec<YearNr>,
    period: Option<Period>,
}

impl Say for Years {
    fn dutch(&self) -> String {
        let word = if self.years.len() == 1 {
            "projectjaar"
        } else {
            "projectjaren"
        };
        let years = dutch::years(&self.years);
        self.period.map_or_else(String::new, |period| {
            format!(
                "{word} {years}: {} – {}",
                dutch::date(period.start),
                dutch::date(period.end)
            )
        })
    }
    fn english(&self) -> String {
        let word = if self.years.len() == 1 {
            "project year"
        } else {
            "project years"
        };
        let years = english::years(&self.years);
        self.period.map_or_else(String::new, |period| {
            format!(
                "{word} {years}: {} – {}",
                english::date(period.start),
                english::date(period.end)
            )
        })
    }
}

#[derive(Debug)]
struct Members(Vec<String>);

impl Members {
    fn visible(&self) -> Vec<String> {
        self.0
            .iter()
            .map(|member| crate::wording::visible(member).into_owned())
            .collect()
    }
}

impl Say for Members {
    fn dutch(&self) -> String {
        format!("samenwerking van {}", dutch::list(&self.visible()))
    }
    fn english(&self) -> String {
        format!("partnership of {}", english::list(&self.visible()))
    }
}
