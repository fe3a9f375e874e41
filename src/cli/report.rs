//! `samenleven report`: the whole account.

use super::answer::Answer;
use super::arguments::{Invocation, flag, of_dossier, with_years};
use super::check;
use super::destination::write_stdout;
use super::dossier::{self, Read};
use super::exit::Exit;
use super::headway::{Headway, Work};
use super::outputs::{Output, Place};
use super::surroundings::{Surroundings, tell};
use super::usage;
use super::watch::{Turn, watch};
use super::words::{self, Word};
use crate::analysis::{Analysis, analyse};
use crate::document::Source;
use crate::input::fingerprints;
use crate::model::{FileTally, Language};
use crate::render::{Format, Holds};
use crate::report::{self, Charts};
use clap::Command;

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Het hele verslag",
    en: "The whole account",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "report DOSSIER",
    "report DOSSIER --year 1 --format json -o report.json",
    "report DOSSIER -o verslag.html -o verslag.xlsx -o tabellen/",
    "report DOSSIER --public -o openbaar.html",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let command = with_years(of_dossier(command, language), language);
    command.arg(flag("watch", words::WATCH, language))
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    if let Some(refused) = dossier::refused(asked, surroundings) {
        return Ok(refused);
    }
    let outputs = asked.outputs().unwrap_or_default();
    if let Some(output) = outputs.iter().find(|it| is_too_small(it)) {
        tell(&too_small(output.format, surroundings.language()));
        return Ok(Exit::Failure);
    }
    let turn = |follows: bool| turn(asked, surroundings, follows);
    if asked.flag("watch") {
        return watch(asked, surroundings, turn);
    }
    Ok(turn(false)?.exit)
}

/// One whole report; an empty line parts it from another that it follows.
fn turn(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    follows: bool,
) -> anyhow::Result<Turn> {
    let hashes = |read: &Read| hashes(read, asked, surroundings);
    let (mut read, hashes) = dossier::read_with(asked, surroundings, hashes)?;
    let language = read.language;
    let looked_for = std::mem::take(&mut read.loaded.looked_for);
    let ended = |exit| Turn {
        exit,
        looked_for,
        language,
    };
    let Some(account) = read.loaded.account.take() else {
        return Ok(ended(dossier::no_figures(read, surroundings)));
    };
    if let Some(refused) = dossier::years_refused(asked, &account, language) {
        return Ok(ended(refused));
    }
    let exit = asked.bar().judge(&read.findings);
    dossier::tell_weighed(asked, &read);
    let analysis = analyse(&account);
    let sources = sources(&read, &analysis, hashes);
    let checked = check::checked(asked, &read);
    let mut document = report::whole_dossier(
        &analysis,
        &asked.years(),
        read.findings,
        sources,
        &usage::tool(),
        charts(asked),
    );
    document.checked = Some(checked);
    let answer = Answer {
        document: &document,
        language: read.language,
        read_from: &read.loaded.paths,
    };
    if follows {
        write_stdout(b"\n")?;
    }
    answer.write(asked, surroundings)?;
    // On the screen stand the findings themselves.
    if !asked.writes_to_stdout() {
        dossier::tell_findings(asked, document.counts(), read.language);
    }
    if !asked.flag("watch") {
        // The process ends. The system takes all memory back at once; piece by piece it
        // would take a hundredth of a small report.
        std::mem::forget(document);
    }
    Ok(ended(exit))
}

/// Whether any of the outputs draws charts.
fn charts(asked: &Invocation<'_>) -> Charts {
    let outputs = asked.outputs().unwrap_or_default();
    if outputs.iter().any(|it| it.format.draws_charts()) {
        Charts::Drawn
    } else {
        Charts::LeftOut
    }
}

/// Whether an output has room for one table only; a folder gets a file for each.
fn is_too_small(output: &Output) -> bool {
    output.format.holds() == Holds::OneTable && !matches!(output.place, Place::Folder(_))
}

fn too_small(format: Format, language: Language) -> String {
    let format = format.name();
    match language {
        Language::Dutch => format!(
            "samenleven: een heel verslag past niet in één CSV-bestand; noem een map, zoals --format {format} -o tabellen/, of vraag één tabel: samenleven kpi, kpi --by provider, award, cofinancing, budget, budget --calendar of staffing met --format {format}"
        ),
        Language::English => format!(
            "samenleven: a whole report does not fit one CSV file; name a folder, such as --format {format} -o tabellen/, or ask for one table: samenleven kpi, kpi --by provider, award, cofinancing, budget, budget --calendar or staffing with --format {format}"
        ),
    }
}

/// The hashes of the files, where there will be a report to name them.
fn hashes(read: &Read, asked: &Invocation<'_>, surroundings: &Surroundings) -> Vec<Option<String>> {
    if read.loaded.account.is_none() {
        return Vec::new();
    }
    let headway = Headway::of(Work::Hashing, Some(read.language), asked, surroundings);
    fingerprints(&read.loaded.paths, headway.listener())
}

/// The files with their hashes and row counts.
fn sources(read: &Read, analysis: &Analysis<'_>, hashes: Vec<Option<String>>) -> Vec<Source> {
    let account = analysis.account;
    // Whoever guesses the counts of a row can try them against the hash: those that are
    // hidden, and those of a row that is set aside, which findings do not show.
    let is_withheld = |path: &str| {
        let mut logs = account
            .tallies
            .files
            .iter()
            .filter(|file| file.path == path);
        let has_untold = |file: &FileTally| file.set_aside > 0 || !file.readable;
        account.hidden_below.is_some() && logs.any(|file| analysis.hides || has_untold(file))
    };
    let tally = |path: &str| {
        let logs = account.tallies.files.iter();
        logs.chain(&account.bookings.files)
            .find(|file| file.path == path && file.readable)
    };
    read.loaded
        .sources
        .iter()
        .zip(hashes)
        .map(|((_, file), sha256)| {
            let is_withheld = is_withheld(&file.path);
            let tally = tally(&file.path).filter(|_| !is_withheld);
            Source {
                path: file.path.clone(),
                sha256: sha256.filter(|_| !is_withheld),
                rows: tally.map(|tally| tally.rows),
                set_aside: tally.map(|tally| tally.set_aside),
                is_withheld,
            }
        })
        .collect()
}
