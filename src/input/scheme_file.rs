//! A scheme file as it is meant.

mod actions;

use super::fault::{DateFault, ImpossibleDate, SchemeFault, StatedTwice, Twice, UnknownScheme};
use super::scheme_keys;
use super::toml_table::{Reading, Table};
use super::toml_text;
use crate::finding::Finding;
use crate::model::{
    Category, CategoryNames, Date, InTwoLanguages, KpiKind, LEAST_THRESHOLD, Objective, OwnShare,
    Period, Scheme, SchemeYear, Share, StimulusKind, TestedOver, YearNr,
};
use crate::source::{FileId, Span, Spanned};

/// Reads a scheme. None when too little of it could be read to calculate with;
/// the findings then say why.
pub(super) fn read_scheme(file: FileId, text: &str) -> (Option<Scheme>, Vec<Finding>) {
    let (mut reading, table) = toml_text::parse(file, text, &scheme_keys::SCHEME);
    let scheme = table.and_then(|table| {
        let top = Table::open(&mut reading, &scheme_keys::SCHEME, &table, 0..0);
        scheme(&mut reading, top)
    });
    let faulty = reading
        .findings
        .iter()
        .any(|it| it.severity() == crate::finding::Severity::Error);
    // Rules that are only half read would give figures that look right.
    (scheme.filter(|_| !faulty), reading.findings)
}

fn scheme(reading: &mut Reading<'_>, top: Table<'_>) -> Option<Scheme> {
    check_format(reading, &top, scheme_keys::FORMAT)?;
    let cofinancing = top.table(reading, "cofinancing", &scheme_keys::COFINANCING);
    let interim = top.table(reading, "interim", &scheme_keys::INTERIM);
    let payment = top.table(reading, "payment", &scheme_keys::PAYMENT);
    let public = top.table(reading, "public", &scheme_keys::PUBLIC);
    for table in [Some(top), cofinancing, interim, payment, public]
        .into_iter()
        .flatten()
    {
        remarks(reading, table);
    }
    let objectives = objectives(reading, top);
    let years = years(reading, top);
    let mut share =
        |table: Option<Table<'_>>, key| table.and_then(|table| table.share(reading, key));
    let own_share = share(cofinancing, "own_share");
    let (advance, balance) = (share(payment, "advance"), share(payment, "balance"));
    let interim_threshold = share(interim, "threshold");
    let id = top.text(reading, "id");
    let version = top.text(reading, "version");
    let title = top.two_languages(reading, "title");
    let rest = Scheme {
        id: String::new(),
        version: String::new(),
        title: InTwoLanguages::default(),
        shift_between_actions: top.flag(reading, "shift_between_actions").unwrap_or(false),
        own_share: own_share.or(Share::new(0, 1))?,
        tested_over: tested_over(reading, cofinancing),
        stimuli_are_exempt: exempt(reading, cofinancing),
        interim_threshold,
        interim_exempt: exempt_kinds(reading, interim),
        advance,
        balance,
        public_threshold: public
            .and_then(|table| table.bound(reading, "threshold", LEAST_THRESHOLD))
            .map(|threshold| threshold.value),
        categories: categories(reading, top),
        category_names: CategoryNames::default(),
        stimuli: stimuli(reading, top),
        actions: actions::actions(reading, top, &objectives, &years),
        objectives,
        years,
    };
    Some(Scheme {
        id: id?.value,
        version: version?.value,
        title: title?,
        category_names: CategoryNames::of(&rest.categories),
        ..rest
    })
}

/// What a table says of its figures: it is for whoever opens the file.
fn remarks(reading: &mut Reading<'_>, table: Table<'_>) {
    table.passed_over(reading, "note");
    table.passed_over(reading, "source");
}

/// Tells a version of the format that this program does not know.
pub(super) fn check_format(reading: &mut Reading<'_>, top: &Table<'_>, known: u64) -> Option<()> {
    let format = top.whole(reading, "format")?;
    if format.value == known {
        return Some(());
    }
    let why = SchemeFault::Format {
        found: format.value.to_string(),
    };
    reading
        .findings
        .push(Finding::new(UnknownScheme { why }, format.span));
    None
}

fn tested_over(reading: &mut Reading<'_>, table: Option<Table<'_>>) -> TestedOver {
    match table
        .and_then(|table| table.choice(reading, "tested_over"))
        .map(|word| word.value)
    {
        Some("each-year") => TestedOver::EachYear,
        _ => TestedOver::AllYears,
    }
}

fn exempt(reading: &mut Reading<'_>, table: Option<Table<'_>>) -> bool {
    let words = table.map(|table| table.choices(reading, "exempt"));
    words.is_some_and(|words| words.contains(&"stimulus"))
}

fn exempt_kinds(reading: &mut Reading<'_>, table: Option<Table<'_>>) -> Vec<KpiKind> {
    let words = table.map(|table| table.choices(reading, "exempt_kinds"));
    let words = words.unwrap_or_default().into_iter();
    words.filter_map(kpi_kind).collect()
}

fn kpi_kind(word: &str) -> Option<KpiKind> {
    [
        KpiKind::Flow,
        KpiKind::Milestone,
        KpiKind::Headcount,
        KpiKind::Distinct,
    ]
    .into_iter()
    .find(|kind| kind.key() == word)
}

/// Keeps the first of several entries with the same key and tells the others.
pub(super) struct Once<K>(Vec<(K, Span)>);

impl<K: PartialEq> Once<K> {
    /// Nothing seen yet.
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether `key` is new. Otherwise it is told at `span`, with the first place.
    pub(super) fn is_new(
        &mut self,
        reading: &mut Reading<'_>,
        key: K,
        span: Span,
        what: Twice,
    ) -> bool {
        if let Some((_, first)) = self.0.iter().find(|(known, _)| *known == key) {
            reading
                .findings
                .push(Finding::new(StatedTwice { what }, span).and(*first));
            return false;
        }
        self.0.push((key, span));
        true
    }
}

/// A number that fits the numbers of actions, years and objectives.
pub(super) fn small(number: Spanned<u64>) -> u16 {
    u16::try_from(number.value).unwrap_or(u16::MAX)
}

fn objectives(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<Objective> {
    let mut once = Once::new();
    let mut objectives = Vec::new();
    for table in top.tables(reading, "objective", &scheme_keys::OBJECTIVE) {
        remarks(reading, table);
        let (Some(nr), Some(title)) = (
            table.nr(reading, "nr"),
            table.two_languages(reading, "title"),
        ) else {
            continue;
        };
        if once.is_new(reading, nr.value, nr.span, Twice::Key(nr.value.to_string())) {
            objectives.push(Objective {
                nr: small(nr),
                title,
            });
        }
    }
    objectives
}

fn years(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<SchemeYear> {
    let mut once = Once::new();
    let mut years: Vec<SchemeYear> = Vec::new();
    for table in top.tables(reading, "year", &scheme_keys::YEAR) {
        remarks(reading, table);
        let nr = table.nr(reading, "nr");
        let start = table.date(reading, "start");
        let end = table.date(reading, "end");
        let interim_end = table.date(reading, "interim_end").map(|date| date.value);
        let interim_due = table.date(reading, "interim_due").map(|date| date.value);
        let report_due = table.date(reading, "report_due").map(|date| date.value);
        let Some(nr) = nr else { continue };
        let period = start
            .zip(end)
            .and_then(|days| period(reading, days, &years));
        let year = YearNr(small(nr));
        if once.is_new(reading, year, nr.span, Twice::Year(year)) {
            years.push(SchemeYear {
                nr: year,
                period,
                interim_end,
                interim_due,
                report_due,
            });
        }
    }
    years.sort_by_key(|year| year.nr);
    years
}

/// The days of a year; tells an end before the start, and days of another year.
fn period(
    reading: &mut Reading<'_>,
    (start, end): (Spanned<Date>, Spanned<Date>),
    others: &[SchemeYear],
) -> Option<Period> {
    let period = Period {
        start: start.value,
        end: end.value,
    };
    let other = others.iter().find(|other| {
        other
            .period
            .is_some_and(|days| days.shared_with(period).is_some())
    });
    let (at, why) = if end.value < start.value {
        (end, DateFault::BeforeStart { start: start.value })
    } else if let Some(other) = other {
        (start, DateFault::InYear { year: other.nr })
    } else {
        return Some(period);
    };
    let text = at.value.to_string();
    let fault = ImpossibleDate {
        text,
        why,
        in_row: false,
    };
    reading.findings.push(Finding::new(fault, at.span));
    None
}

fn categories(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<Category> {
    let mut once = Once::new();
    let mut categories = Vec::new();
    for table in top.tables(reading, "category", &scheme_keys::CATEGORY) {
        remarks(reading, table);
        let key = table.text(reading, "key");
        let title = table.two_languages(reading, "title");
        let own_share = table.choice(reading, "own_share");
        let (Some(key), Some(title), Some(own_share)) = (key, title, own_share) else {
            continue;
        };
        let own_share = match own_share.value {
            "yes" => OwnShare::Yes,
            "no" => OwnShare::No,
            _ => OwnShare::Warn,
        };
        if once.is_new(
            reading,
            key.value.clone(),
            key.span,
            Twice::Key(key.value.clone()),
        ) {
            categories.push(Category {
                key: key.value,
                title,
                own_share,
            });
        }
    }
    categories
}

fn stimuli(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<StimulusKind> {
    let mut once = Once::new();
    let mut stimuli = Vec::new();
    for table in top.tables(reading, "stimulus", &scheme_keys::STIMULUS) {
        remarks(reading, table);
        let kind = table.text(reading, "kind");
        let title = table.two_languages(reading, "title");
        let amount = table.amount(reading, "amount").map(|amount| amount.value);
        let (Some(kind), Some(title)) = (kind, title) else {
            continue;
        };
        if once.is_new(
            reading,
            kind.value.clone(),
            kind.span,
            Twice::Key(kind.value.clone()),
        ) {
            stimuli.push(StimulusKind {
                kind: kind.value,
                title,
                amount,
            });
        }
    }
    stimuli
}
