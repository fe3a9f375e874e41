//! A dossier as it is meant: everything it says, held against its scheme.

mod accepts;
mod actions;
mod ledger;
mod logs;
mod money;
mod people;

use super::dossier_keys;
use super::fault::{ActionNotInDossier, ActionNotInScheme, Reference, RefersToNothing, Twice};
use super::scheme_file::{Once, check_format, small};
use super::toml_table::{Reading, Table};
use super::toml_text;
use crate::finding::Finding;
use crate::model::{
    ActionNr, Applicant, ApplicantKind, Dossier, DossierAction, DossierYear, Language, Scheme,
    Unreadable, YearNr,
};
use crate::source::{Span, Spanned};
use std::collections::BTreeSet;

/// Project years of a dossier at the most.
const MOST_YEARS: usize = 100;

/// Lines of all its lists at the most, each counted in every project year.
const MOST_LINES: usize = 10_000;

/// A dossier whose keys were opened and whose scheme is still to be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened<'a> {
    top: Table<'a>,
}

/// Opens the top of a dossier; none when its format is another one, or when it has more
/// than a report could show.
pub(super) fn open<'a>(
    reading: &mut Reading<'_>,
    table: &'a toml::de::DeTable<'a>,
) -> Option<Opened<'a>> {
    let top = Table::open(reading, &dossier_keys::DOSSIER, table, 0..0);
    if top.has("format") {
        check_format(reading, &top, dossier_keys::FORMAT)?;
    }
    if is_too_much(&top) {
        reading.findings = vec![toml_text::too_much(reading.file)];
        return None;
    }
    Some(Opened { top })
}

/// Whether the lists of a dossier have more lines, year by year, than a report could show.
fn is_too_much(top: &Table<'_>) -> bool {
    let length = |key: &str| top.length(key).unwrap_or(0);
    let keys = dossier_keys::DOSSIER.keys.iter();
    let lines: usize = keys.map(|key| length(key.name)).sum();
    let years = length("year").max(1);
    years > MOST_YEARS || lines.saturating_mul(years) > MOST_LINES
}

impl Opened<'_> {
    /// The id of the scheme.
    pub(super) fn scheme(&self, reading: &mut Reading<'_>) -> Option<Spanned<String>> {
        self.top.text(reading, "scheme")
    }

    /// The language of the report, where the dossier names one.
    pub(super) fn language(&self, reading: &mut Reading<'_>) -> Option<Language> {
        Language::parse(self.top.choice(reading, "language")?.value)
    }

    /// Everything else, held against the scheme.
    pub(super) fn dossier(
        &self,
        reading: &mut Reading<'_>,
        scheme: &Scheme,
        language: Option<Language>,
    ) -> Dossier {
        let top = self.top;
        let mut unreadable = Unreadable::default();
        let years = years(reading, top, scheme, &mut unreadable);
        let actions = actions::actions(reading, top, scheme, &years, &mut unreadable);
        let as_of = top.date(reading, "as_of").map(|date| date.value);
        unreadable.as_of = top.has("as_of") && as_of.is_none();
        let known = Known {
            scheme,
            years: &years,
            actions: &actions,
            unreadable,
        };
        let staff = people::staff(reading, top, known, &mut unreadable);
        let budget = money::budget(reading, top, known, &mut unreadable);
        let stimuli = money::stimuli(reading, top, known, &mut unreadable);
        let carry_overs = money::carry_overs(reading, top, known, &mut unreadable);
        let transfers = ledger::transfers(reading, top, known, &mut unreadable);
        let repaid = ledger::repaid(reading, top, known, &mut unreadable);
        let receipts = ledger::receipts(reading, top, known, &mut unreadable);
        let bookings = logs::bookings(reading, top, scheme, &mut unreadable);
        Dossier {
            language,
            as_of,
            applicant: applicant(reading, top),
            staff,
            overlaps: people::overlaps(reading, top, known),
            budget,
            stimuli,
            carry_overs,
            transfers,
            repaid,
            receipts,
            progress: logs::progress(reading, top, scheme),
            bookings,
            accepts: accepts::accepts(reading, top),
            notes: notes(reading, top),
            years,
            actions,
            unreadable,
        }
    }
}

/// What numbers in a dossier may refer to.
#[derive(Debug, Clone, Copy)]
struct Known<'a> {
    scheme: &'a Scheme,
    years: &'a [DossierYear],
    actions: &'a [DossierAction],
    unreadable: Unreadable,
}

impl Known<'_> {
    /// A project year of the dossier; tells one that it does not have.
    fn year(&self, reading: &mut Reading<'_>, nr: Spanned<u64>) -> Option<YearNr> {
        let year = YearNr(small(nr));
        if self.years.iter().any(|known| known.nr == year) {
            return Some(year);
        }
        if self.unreadable.years {
            // It may be the year that could not be read: one fact is one finding.
            return None;
        }
        let what = if self.scheme.year(year).is_none() {
            Reference::SchemeYear(year)
        } else {
            Reference::DossierYear(year)
        };
        reading
            .findings
            .push(Finding::new(RefersToNothing { what }, nr.span));
        None
    }

    /// An action of the dossier; tells one that it or the scheme does not have.
    fn action(&self, reading: &mut Reading<'_>, nr: Spanned<u64>) -> Option<ActionNr> {
        let action = in_scheme(reading, self.scheme, nr)?;
        if self.actions.iter().any(|known| known.nr == action) {
            return Some(action);
        }
        if self.unreadable.actions {
            return None;
        }
        let fault = ActionNotInDossier {
            action,
            year: None,
            in_row: false,
        };
        reading.findings.push(Finding::new(fault, nr.span));
        None
    }

    /// Whether every action runs in a year; tells the first that does not.
    fn run_in(
        &self,
        reading: &mut Reading<'_>,
        actions: &[ActionNr],
        year: YearNr,
        at: Span,
    ) -> bool {
        let runs = |nr: &&ActionNr| {
            self.actions
                .iter()
                .filter(|action| action.nr == **nr)
                .any(|action| action.has_unreadable_year || action.year(year).is_some())
        };
        let Some(stranger) = actions.iter().find(|nr| !runs(nr)) else {
            return true;
        };
        let fault = ActionNotInDossier {
            action: *stranger,
            year: Some(year),
            in_row: false,
        };
        reading.findings.push(Finding::new(fault, at));
        false
    }

    /// Several actions. None when one of them is not there: a line for unknown
    /// actions is no line for the others.
    fn actions(&self, reading: &mut Reading<'_>, table: Table<'_>) -> Option<Vec<ActionNr>> {
        let numbers = table.wholes(reading, "actions");
        if table.has("actions") && table.length("actions") != Some(numbers.len()) {
            return None;
        }
        let count = numbers.len();
        let mut found: Vec<_> = numbers
            .into_iter()
            .filter_map(|nr| self.action(reading, nr))
            .collect();
        let all = found.len() == count;
        let mut seen = BTreeSet::new();
        found.retain(|nr| seen.insert(*nr));
        all.then_some(found)
    }
}

/// The number of an action of the scheme; tells one that it does not have.
fn in_scheme(reading: &mut Reading<'_>, scheme: &Scheme, nr: Spanned<u64>) -> Option<ActionNr> {
    let action = ActionNr(small(nr));
    if scheme.action(action).is_some() {
        return Some(action);
    }
    let fault = ActionNotInScheme {
        text: nr.value.to_string(),
        scheme: scheme.id.clone(),
        in_row: false,
    };
    reading.findings.push(Finding::new(fault, nr.span));
    None
}

fn notes(reading: &mut Reading<'_>, table: Table<'_>) -> Vec<String> {
    // The source of a table is read for its type; it is for whoever opens the file.
    table.texts(reading, "source");
    table.texts(reading, "note")
}

fn applicant(reading: &mut Reading<'_>, top: Table<'_>) -> Applicant {
    let unnamed = Applicant {
        name: String::new(),
        kind: ApplicantKind::Other,
        members: Vec::new(),
        receives: None,
        notes: Vec::new(),
    };
    let Some(table) = top.table(reading, "applicant", &dossier_keys::APPLICANT) else {
        return unnamed;
    };
    let name = table.text(reading, "name");
    let kind = table.choice(reading, "kind").map(|word| word.value);
    Applicant {
        name: name.map(|name| name.value).unwrap_or_default(),
        kind: match kind {
            Some("municipality") => ApplicantKind::Municipality,
            Some("partnership") => ApplicantKind::Partnership,
            _ => ApplicantKind::Other,
        },
        members: table.texts(reading, "members"),
        receives: table.text(reading, "receives").map(|text| text.value),
        notes: notes(reading, table),
    }
}

fn years(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    scheme: &Scheme,
    unreadable: &mut Unreadable,
) -> Vec<DossierYear> {
    let mut once = Once::new();
    let mut years = Vec::new();
    let tables = top.tables(reading, "year", &dossier_keys::YEAR);
    unreadable.years |= top.lacks_tables("year", tables.len());
    for table in tables {
        let nr = table.whole(reading, "nr");
        let award_total = table.amount(reading, "award_total");
        let own_planned = table.amount(reading, "own_planned");
        let notes = notes(reading, table);
        let Some(nr) = nr else {
            unreadable.years = true;
            continue;
        };
        let year = YearNr(small(nr));
        if scheme.year(year).is_none() {
            let what = Reference::SchemeYear(year);
            reading
                .findings
                .push(Finding::new(RefersToNothing { what }, nr.span));
        } else if once.is_new(reading, year, nr.span, Twice::Year(year)) {
            let read = [
                ("award_total", award_total.is_some()),
                ("own_planned", own_planned.is_some()),
            ];
            years.push(DossierYear {
                nr: year,
                award_total,
                own_planned,
                unreadable: table.unreadable(&read),
                notes,
                span: table.span,
            });
        }
    }
    years.sort_by_key(|year| year.nr);
    years
}
