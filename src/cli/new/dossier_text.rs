//! The text of a new dossier: what is known filled in, the rest behind a `#` with what
//! it means beside it, and the figures of the rate card above target and award.

use super::key_lines::{
    EVERYWHERE, Known, explained, key_lines, names, quoted, quoted_list, written_key,
};
use super::plan::Plan;
use super::rate::rate_lines;
use crate::input::{Kind, Shape, dossier_keys};
use crate::model::{ActionNr, Language, YearNr};
use crate::wording::{Both, dutch, english};

/// The whole text.
pub(super) fn dossier_text(plan: &Plan<'_>) -> String {
    let mut lines = Vec::new();
    let title = plan.scheme.title.get(plan.language);
    lines.extend(explained(
        &format!("{} {title}", HEADING.get(plan.language)),
        0,
    ));
    for text in HOW {
        lines.extend(explained(text.get(plan.language), 0));
    }
    lines.extend(explained(&everywhere(plan.language), 0));
    lines.push(String::new());
    lines.extend(top(plan));
    part(&mut lines, &dossier_keys::APPLICANT, applicant(plan), plan);
    for nr in &plan.years {
        part(&mut lines, &dossier_keys::YEAR, year(*nr, plan), plan);
    }
    for (nr, years) in &plan.actions {
        part(&mut lines, &dossier_keys::ACTION, action(*nr, plan), plan);
        for year in years {
            action_year(&mut lines, (*nr, *year), plan);
        }
    }
    part(&mut lines, &dossier_keys::PROGRESS, progress(plan), plan);
    let more = MORE_OF_A_LOG.get(plan.language);
    lines.extend(explained(
        &format!("{more}: {}", names(&dossier_keys::PROGRESS)),
        2,
    ));
    lines.push(String::new());
    lines.extend(rest(plan.language));
    lines.join("\n") + "\n"
}

const HEADING: Both = Both {
    nl: "Dossier voor",
    en: "Dossier for",
};
const HOW: [Both; 2] = [
    Both {
        nl: "Wat na een # staat, wordt niet gelezen. Weet u wat er achter een # gevraagd wordt, neem het dan \
             over uit de toekenningsbrief en haal de # vooraan weg. Wat er niet staat, is onbekend en geen nul.",
        en: "What stands after a # is not read. Where you know what a # asks for, copy it from the grant \
             letter and take away the # before it. What is not there is unknown, not zero.",
    },
    Both {
        nl: "Tekst staat tussen aanhalingstekens, een bedrag is 54000.50 of 54_000.50, een dag is 2023-09-30.",
        en: "A text stands between quotation marks, an amount is 54000.50 or 54_000.50, a day is 2023-09-30.",
    },
];
const MORE_OF_A_LOG: Both = Both {
    nl: "Een logboek kent deze sleutels",
    en: "A log knows these keys",
};
const REST: Both = Both {
    nl: "Wat er nog bij kan, met de sleutels erachter:",
    en: "What may be added, with the keys behind it:",
};

/// What every table may have.
fn everywhere(language: Language) -> String {
    let keys = dossier_keys::DOSSIER.keys.iter();
    let keys = keys.filter(|key| EVERYWHERE.contains(&key.name));
    let keys: Vec<String> = keys
        .map(|key| format!("{} ({})", key.name, key.about.get(language)))
        .collect();
    match language {
        Language::Dutch => format!("In elke tabel mogen staan: {}.", dutch::list(&keys)),
        Language::English => format!("Every table may hold: {}.", english::list(&keys)),
    }
}

/// A table with its heading, after an empty line.
fn part(
    lines: &mut Vec<String>,
    shape: &Shape,
    known: Vec<(&'static str, Known)>,
    plan: &Plan<'_>,
) {
    lines.extend([String::new(), shape.name.to_owned()]);
    lines.extend(key_lines(shape, known, plan.language));
}

fn top(plan: &Plan<'_>) -> Vec<String> {
    let mut known = vec![
        ("format", Known::Value("1".to_owned())),
        ("scheme", Known::Value(quoted(&plan.scheme.id))),
        ("language", Known::Value(quoted(plan.language.code()))),
    ];
    let last = plan.years.last().and_then(|nr| plan.scheme.period(*nr));
    known.extend(last.map(|it| ("as_of", Known::Hint(it.end.to_string()))));
    key_lines(&dossier_keys::DOSSIER, known, plan.language)
}

fn applicant(plan: &Plan<'_>) -> Vec<(&'static str, Known)> {
    let kind = if plan.members.is_empty() {
        "municipality"
    } else {
        "partnership"
    };
    let mut known = vec![
        ("name", Known::Value(quoted(&plan.name))),
        ("kind", Known::Value(quoted(kind))),
    ];
    if !plan.members.is_empty() {
        known.push(("members", Known::Value(quoted_list(&plan.members))));
    }
    known
}

fn year(nr: YearNr, plan: &Plan<'_>) -> Vec<(&'static str, Known)> {
    let value = nr.to_string();
    let Some(period) = plan.scheme.period(nr) else {
        return vec![("nr", Known::Value(value))];
    };
    let days = match plan.language {
        Language::Dutch => [period.start, period.end].map(dutch::date),
        Language::English => [period.start, period.end].map(english::date),
    };
    vec![("nr", Known::Said(value, days.join(" – ")))]
}

fn action(nr: ActionNr, plan: &Plan<'_>) -> Vec<(&'static str, Known)> {
    let action = plan.scheme.action(nr);
    let title = action.map_or("", |it| it.title.get(plan.language));
    vec![("nr", Known::Said(nr.to_string(), title.to_owned()))]
}

/// An action in a year, with its rate between the number of the year and the target.
fn action_year(lines: &mut Vec<String>, (action, year): (ActionNr, YearNr), plan: &Plan<'_>) {
    let groups = plan
        .scheme
        .rate(action, year)
        .map_or(&[][..], |it| &it.groups);
    let names: Vec<String> = groups
        .iter()
        .map(|it| format!("{} = ", written_key(&it.key)))
        .collect();
    let groups = if names.is_empty() {
        Known::Hidden
    } else {
        Known::Hint(format!("{{ {}}}", names.join(", ")))
    };
    let known = vec![("nr", Known::Value(year.to_string())), ("groups", groups)];
    let shape = &dossier_keys::ACTION_YEAR;
    let mut keys = key_lines(shape, known, plan.language).into_iter();
    lines.extend([String::new(), shape.name.to_owned()]);
    lines.extend(keys.next());
    for text in rate_lines(plan.scheme, (action, year), plan.language) {
        lines.extend(explained(&text, 2));
    }
    lines.extend(keys);
}

fn progress(plan: &Plan<'_>) -> Vec<(&'static str, Known)> {
    let log = &plan.log;
    let keys = dossier_keys::PROGRESS.keys.iter();
    let known = keys.map(|key| match (key.name, &log.sheet) {
        ("file", _) => (key.name, Known::Value(quoted(&log.file))),
        ("sheet", Some(sheet)) => (key.name, Known::Value(quoted(sheet))),
        _ => (key.name, Known::Hidden),
    });
    known.collect()
}

/// The tables that a new dossier does not hold yet.
fn rest(language: Language) -> Vec<String> {
    let written = ["applicant", "year", "action", "progress"];
    let keys = dossier_keys::DOSSIER.keys.iter();
    let tables = keys.filter(|key| !written.contains(&key.name));
    let tables = tables.filter_map(|key| match key.kind {
        Kind::Table(shape) | Kind::Tables(shape) => Some(shape),
        _ => None,
    });
    let mut lines = explained(REST.get(language), 0);
    for shape in tables {
        let about = shape.about.get(language);
        lines.extend(explained(
            &format!("{} {about}: {}", shape.name, names(shape)),
            2,
        ));
    }
    lines
}
