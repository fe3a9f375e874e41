//! What a report asks of its reader: one line for each code, with what it is about,
//! and the next date on which something is due.

use super::Asked;
use crate::analysis::{Analysis, counts_in_sums};
use crate::document::{Fact, Question};
use crate::finding::{Code, Rule, Severity};
use crate::model::{ActionNr, Date, Fte};
use crate::wording::terms::{self, Term};
use crate::wording::{Both, Say, Sentence, dutch, english};

/// Lines that ask for something, at most; the due date comes after them.
const MOST_LINES: usize = 4;

/// The lines, and how many points ask for a decision.
pub(super) fn to_do(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Option<Question>, u64) {
    let mut points: Vec<(Verb, &'static Rule, u64)> = Vec::new();
    for finding in asked.findings.iter().filter(|it| it.accepted().is_none()) {
        let Some(verb) = verb(finding.code(), finding.severity()) else {
            continue;
        };
        match points
            .iter_mut()
            .find(|(_, rule, _)| rule.code == finding.code())
        {
            Some((_, _, count)) => *count += 1,
            None => points.push((verb, finding.rule(), 1)),
        }
    }
    points.sort_by_key(|(verb, rule, _)| (*verb, rule.code));
    let count = u64::try_from(points.len()).unwrap_or(u64::MAX);
    let mut facts: Vec<Fact> = points
        .into_iter()
        .take(MOST_LINES)
        .map(|point| line(analysis, point))
        .collect();
    let more = count.saturating_sub(u64::try_from(MOST_LINES).unwrap_or(u64::MAX));
    facts.extend((more > 0).then(|| Fact {
        name: Box::new(Both {
            nl: "…", en: "…"
        }),
        figure: None,
        remark: Box::new(More(more)),
        codes: Vec::new(),
    }));
    facts.extend(next_due(analysis));
    let question = Question {
        asked: Box::new(WHAT_TO_DECIDE),
        facts,
    };
    (
        Some(question).filter(|question| !question.facts.is_empty()),
        count,
    )
}

const WHAT_TO_DECIDE: Both = Both {
    nl: "Wat vraagt een beslissing?",
    en: "What must you decide?",
};

/// Points that have no line of their own.
#[derive(Debug)]
struct More(u64);

impl Say for More {
    fn dutch(&self) -> String {
        format!(
            "en nog {}; zie Bevindingen",
            dutch::plural(self.0, "punt", "punten")
        )
    }
    fn english(&self) -> String {
        format!(
            "and {} more; see Findings",
            english::plural(self.0, "point", "points")
        )
    }
}

/// What a family of findings asks, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verb {
    PutRight,
    Check,
    Explain,
    Decide,
    Record,
}

impl Verb {
    fn term(self) -> Term {
        match self {
            Self::PutRight => terms::FIRST_ACTION,
            Self::Check => terms::CHECK_IT,
            Self::Explain => terms::EXPLAIN_IT,
            Self::Decide => terms::DECIDE_IT,
            Self::Record => terms::RECORD_IT,
        }
    }
}

fn verb(code: Code, severity: Severity) -> Option<Verb> {
    match (code, severity) {
        (_, Severity::Error) => Some(Verb::PutRight),
        (Code::K02 | Code::K07, _) => Some(Verb::Explain),
        (Code::C05, _) => Some(Verb::Record),
        (_, Severity::Notice) => None,
        (Code::T01 | Code::T02 | Code::B04, _) => Some(Verb::Decide),
        (_, Severity::Warning) => Some(Verb::Check),
    }
}

fn line(analysis: &Analysis<'_>, (verb, rule, count): (Verb, &'static Rule, u64)) -> Fact {
    let remark: Sentence = match rule.code {
        Code::K08 => same_people(analysis).map_or_else(|| counted(rule, count), |it| Box::new(it)),
        Code::T01 => vacant(analysis).map_or_else(|| counted(rule, count), |it| Box::new(it)),
        Code::C05 if analysis.account.dossier.bookings.is_empty() => Box::new(OWN_SHARE),
        _ => counted(rule, count),
    };
    Fact {
        name: Box::new(verb.term().word),
        figure: None,
        remark,
        codes: vec![rule.code],
    }
}

const OWN_SHARE: Both = Both {
    nl: "het eigen aandeel, nog niets ingelezen",
    en: "the own share, nothing read yet",
};

/// The rule's name, and how often where it is more than once.
#[derive(Debug)]
struct Counted {
    name: Both,
    count: u64,
}

fn counted(rule: &'static Rule, count: u64) -> Sentence {
    Box::new(Counted {
        name: rule.name,
        count,
    })
}

impl Say for Counted {
    fn dutch(&self) -> String {
        if self.count == 1 {
            self.name.nl.to_owned()
        } else {
            format!("{} keer: {}", dutch::count(self.count), self.name.nl)
        }
    }
    fn english(&self) -> String {
        if self.count == 1 {
            self.name.en.to_owned()
        } else {
            format!("{} times: {}", english::count(self.count), self.name.en)
        }
    }
}

/// Whether a count under several actions is of the same people.
#[derive(Debug)]
struct SamePeople {
    count: i64,
    actions: Vec<ActionNr>,
    more: u64,
}

fn same_people(analysis: &Analysis<'_>) -> Option<SamePeople> {
    let mut rows = analysis.overlap.iter().filter(|row| row.declared.is_none());
    let first = rows.next()?;
    let more = u64::try_from(rows.count()).unwrap_or(u64::MAX);
    Some(SamePeople {
        count: first.count.clone().ok()?,
        actions: first.actions.clone(),
        more,
    })
}

impl Say for SamePeople {
    fn dutch(&self) -> String {
        let actions: Vec<_> = self.actions.iter().map(ToString::to_string).collect();
        let more = if self.more > 0 {
            format!(", en nog {}", dutch::plural(self.more, "geval", "gevallen"))
        } else {
            String::new()
        };
        format!(
            "zijn de {} onder actie {} dezelfde personen?{more}",
            dutch::signed_count(self.count),
            dutch::list(&actions)
        )
    }
    fn english(&self) -> String {
        let actions: Vec<_> = self.actions.iter().map(ToString::to_string).collect();
        let more = if self.more > 0 {
            format!(", and {} more", english::plural(self.more, "case", "cases"))
        } else {
            String::new()
        };
        format!(
            "are the {} under action {} the same people?{more}",
            english::signed_count(self.count),
            english::list(&actions)
        )
    }
}

/// What is vacant in the last year whose staff is known.
#[derive(Debug)]
struct Vacant(Fte);

fn vacant(analysis: &Analysis<'_>) -> Option<Vacant> {
    let counted = || {
        analysis
            .staffing
            .iter()
            .filter(|row| counts_in_sums(row.staff) && row.vacant.is_ok())
    };
    let last = counted().map(|row| row.year).max()?;
    Some(Vacant(
        counted()
            .filter(|row| row.year == last)
            .filter_map(|row| row.vacant.clone().ok())
            .sum(),
    ))
}

impl Say for Vacant {
    fn dutch(&self) -> String {
        format!("{} VTE vacant", dutch::fte(self.0))
    }
    fn english(&self) -> String {
        format!("{} FTE vacant", english::fte(self.0))
    }
}

/// The next report, and the money that depends on it.
fn next_due(analysis: &Analysis<'_>) -> Option<Fact> {
    let next = analysis.dues_to_come().into_iter().next()?;
    Some(Fact {
        name: Box::new(On(next.date)),
        figure: None,
        remark: Box::new(next),
        codes: Vec::new(),
    })
}

#[derive(Debug)]
struct On(Date);

impl Say for On {
    fn dutch(&self) -> String {
        dutch::date(self.0)
    }
    fn english(&self) -> String {
        english::date(self.0)
    }
}
