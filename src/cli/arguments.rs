//! The arguments that several subcommands share, as meant rather than as typed.

use super::exit::Bar;
use super::outputs::{self, AskedFor, Output, Place};
use super::surroundings;
use super::words::{self, Word};
use super::wrong_output::WrongOutput;
use crate::finding::Code;
use crate::input::Request;
use crate::model::{AsOf, AsOfOrigin, Date, LEAST_THRESHOLD, Language, Scheme, YearNr};
use crate::render::{Format, Holds};
use crate::wording::visible;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// Counts of persons below this are hidden where neither the command line nor the scheme
/// says otherwise.
const USUAL_THRESHOLD: u64 = 5;

/// The matches of one subcommand, asked by meaning.
#[derive(Debug)]
pub(super) struct Invocation<'a> {
    matches: &'a ArgMatches,
    formats: Vec<Format>,
}

impl<'a> Invocation<'a> {
    /// What was asked of a subcommand that answers in these formats.
    pub(super) fn new(matches: &'a ArgMatches, formats: Vec<Format>) -> Self {
        Self { matches, formats }
    }

    /// What to read.
    pub(super) fn request(&self) -> anyhow::Result<Request> {
        Ok(Request {
            dossier: self.dossier(),
            scheme: self.one("scheme"),
            as_of: self.as_of()?,
            allow_outside: self.flag("allow-outside"),
        })
    }

    /// The dossier that is named; the current folder when none is.
    pub(super) fn dossier(&self) -> PathBuf {
        self.one("dossier").unwrap_or_else(|| PathBuf::from("."))
    }

    /// The dossier and what changes its findings, as one would type them.
    pub(super) fn as_typed(&self) -> String {
        let mut typed = as_argument(&self.dossier().display().to_string());
        if let Some(path) = self.one::<PathBuf>("scheme") {
            typed += &format!(" --scheme {}", as_argument(&path.display().to_string()));
        }
        match self.one::<AsOfWish>("as-of") {
            Some(AsOfWish::Day(date)) => typed += &format!(" --as-of {date}"),
            Some(AsOfWish::Today) => typed += " --as-of today",
            None => {}
        }
        if self.flag("public") {
            typed += " --public";
        }
        if let Some(below) = self.one::<u32>("public-below") {
            typed += &format!(" --public-below {below}");
        }
        for option in ["warn", "allow"] {
            for code in self.many::<Code>(option) {
                typed += &format!(" --{option} {code}");
            }
        }
        typed
    }

    fn as_of(&self) -> anyhow::Result<Option<AsOf>> {
        match self.one::<AsOfWish>("as-of") {
            None => Ok(None),
            Some(AsOfWish::Day(date)) => Ok(Some(AsOf {
                date,
                origin: AsOfOrigin::Asked,
            })),
            Some(AsOfWish::Today) => surroundings::today().map(Some),
        }
    }

    /// The project years to show.
    pub(super) fn years(&self) -> Vec<YearNr> {
        self.many::<u16>("year").into_iter().map(YearNr).collect()
    }

    /// Where the answer goes, and in which formats.
    ///
    /// # Errors
    /// When what was asked for does not go together.
    pub(super) fn outputs(&self) -> Result<Vec<Output>, WrongOutput> {
        let named = self.one::<String>("format");
        let asked = AskedFor {
            paths: &self.many("output"),
            format: named.and_then(|name| Format::named(&name)),
            known: &self.formats,
        };
        asked.outputs()
    }

    /// Where an answer goes that has one form.
    ///
    /// # Errors
    /// When what was asked for does not go together.
    pub(super) fn places(&self) -> Result<Vec<Place>, WrongOutput> {
        outputs::places(&self.many("output"))
    }

    /// Whether an answer goes to the output stream.
    pub(super) fn writes_to_stdout(&self) -> bool {
        let outputs = self.outputs().unwrap_or_default();
        outputs.iter().any(|it| it.place == Place::Stdout)
    }

    /// The outputs that are a file.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let outputs = self.outputs().unwrap_or_default();
        let files = outputs.into_iter().filter_map(|it| match it.place {
            Place::File(path) => Some(path),
            Place::Stdout | Place::Folder(_) => None,
        });
        files.collect()
    }

    /// Below what counts of persons are hidden; nothing where the answer is not made public.
    pub(super) fn hidden_below(&self, scheme: &Scheme) -> Option<i64> {
        let asked = self.one::<u32>("public-below").map(i64::from);
        let of_scheme = || {
            let threshold = scheme.public_threshold.unwrap_or(USUAL_THRESHOLD);
            i64::try_from(threshold).unwrap_or(i64::MAX)
        };
        asked.or_else(|| self.flag("public").then(of_scheme))
    }

    /// Whether only the answer is wanted.
    pub(super) fn is_quiet(&self) -> bool {
        self.flag("quiet")
    }

    /// What counts as an error for the exit code.
    pub(super) fn bar(&self) -> Bar {
        let mut bar = Bar {
            exit_zero: self.flag("exit-zero"),
            warn: self.many("warn"),
            allow: self.many("allow"),
            ..Bar::default()
        };
        for deny in self.many::<Deny>("deny") {
            match deny {
                Deny::Warnings => bar.deny_warnings = true,
                Deny::Code(code) => bar.deny.push(code),
            }
        }
        bar
    }

    /// One value.
    pub(super) fn one<T: Clone + Send + Sync + 'static>(&self, id: &str) -> Option<T> {
        self.matches.try_get_one::<T>(id).ok().flatten().cloned()
    }

    /// All values.
    pub(super) fn many<T: Clone + Send + Sync + 'static>(&self, id: &str) -> Vec<T> {
        let values = self.matches.try_get_many::<T>(id).ok().flatten();
        values
            .map(|values| values.cloned().collect())
            .unwrap_or_default()
    }

    /// Whether a flag is given.
    pub(super) fn flag(&self, id: &str) -> bool {
        self.one::<bool>(id).unwrap_or(false)
    }
}

/// `--as-of`, as meant.
#[derive(Debug, Clone, Copy)]
enum AsOfWish {
    Day(Date),
    Today,
}

/// `--deny`, as meant.
#[derive(Debug, Clone, Copy)]
enum Deny {
    Warnings,
    Code(Code),
}

/// A text as one would type it on a command line. A line that is shown gets copied, and a
/// folder may have been named by somebody who hopes that a shell runs its name.
pub(super) fn as_argument(text: &str) -> String {
    let text = visible(text);
    if cfg!(unix) && text.contains(|it| RUNS_IN_A_SHELL.contains(it)) {
        return format!("'{}'", text.replace('\'', "'\\''"));
    }
    if text.contains(char::is_whitespace) {
        format!("\"{text}\"")
    } else {
        text.into_owned()
    }
}

/// What means something to a shell, even between double quotation marks or alone.
const RUNS_IN_A_SHELL: &str = "$`\"'\\!*?[]{}()<>|&;#^";

/// An option with its help in a language.
pub(super) fn option(id: &'static str, value: Word, help: Word, language: Language) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(value.get(language))
        .help(help.get(language))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// A flag with its help in a language.
pub(super) fn flag(id: &'static str, help: Word, language: Language) -> Arg {
    Arg::new(id)
        .long(id)
        .action(ArgAction::SetTrue)
        .help(help.get(language))
}

/// The arguments of a subcommand that loads a dossier and answers with tables.
pub(super) fn of_dossier(command: Command, language: Language) -> Command {
    of_answer(reading(command, language), &Format::of_tables(), language)
}

/// The arguments of a subcommand that loads a dossier and answers with its findings.
pub(super) fn of_findings(command: Command, language: Language) -> Command {
    of_answer(reading(command, language), Format::ALL, language)
}

/// The dossier that is meant.
pub(super) fn dossier(language: Language) -> Arg {
    Arg::new("dossier")
        .value_name("DOSSIER")
        .value_parser(value_parser!(PathBuf))
        .help(words::DOSSIER.get(language))
        .help_heading(words::ARGUMENTS.get(language))
}

/// What a dossier is read with, and what its findings weigh.
fn reading(command: Command, language: Language) -> Command {
    command
        .arg(dossier(language))
        .arg(option("as-of", words::DATE, words::AS_OF, language).value_parser(as_of_wish))
        .arg(
            option("scheme", words::FILE, words::SCHEME, language)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("allow-outside", words::ALLOW_OUTSIDE, language))
        .arg(flag("public", words::PUBLIC, language))
        .arg(
            option("public-below", words::NUMBER, words::PUBLIC_BELOW, language)
                .value_parser(value_parser!(u32).range(LEAST_THRESHOLD.cast_signed()..)),
        )
        .arg(
            option("deny", words::CODE, words::DENY, language)
                .action(ArgAction::Append)
                .value_parser(deny),
        )
        .arg(codes("warn", words::WARN, language))
        .arg(codes("allow", words::ALLOW, language))
        .arg(flag("exit-zero", words::EXIT_ZERO, language))
}

/// An option that takes a code, as often as one likes.
fn codes(id: &'static str, help: Word, language: Language) -> Arg {
    option(id, words::CODE, help, language)
        .action(ArgAction::Append)
        .value_parser(code)
}

/// `--year`, for subcommands that show rows of years.
pub(super) fn with_years(command: Command, language: Language) -> Command {
    command.arg(
        option("year", words::NUMBER, words::YEAR, language)
            .action(ArgAction::Append)
            .value_parser(value_parser!(u16).range(1..)),
    )
}

/// The arguments on format, output, language and colour.
pub(super) fn of_answer(command: Command, formats: &[Format], language: Language) -> Command {
    let names: Vec<&'static str> = formats.iter().map(|format| format.name()).collect();
    let has_tables = formats.iter().any(|it| it.holds() == Holds::OneTable);
    let output = if has_tables {
        words::OUTPUT_OR_FOLDER
    } else {
        words::OUTPUT
    };
    let format = option("format", words::FORMAT_NAME, words::FORMAT, language)
        .help(format!(
            "{}: {}",
            words::FORMAT.get(language),
            names.join(", ")
        ))
        .value_parser(PossibleValuesParser::new(names));
    of_one_form(command.arg(format), output, language)
}

/// The arguments on output, language and colour, for an answer that has one form.
pub(super) fn of_one_form(command: Command, output: Word, language: Language) -> Command {
    let command = command.arg(
        option("output", words::FILE, output, language)
            .short('o')
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf)),
    );
    without_answer(command, language)
}

/// The arguments on language and colour, for subcommands that write no answer either.
pub(super) fn without_answer(command: Command, language: Language) -> Command {
    command
        .arg(option("lang", words::LANGUAGE_NAME, words::LANG, language).value_parser(["nl", "en"]))
        .arg(
            option("color", words::WHEN, words::COLOR, language)
                .value_parser(["auto", "always", "never"]),
        )
        .arg(flag("quiet", words::QUIET, language).short('q'))
}

fn as_of_wish(text: &str) -> Result<AsOfWish, String> {
    if text == "today" {
        return Ok(AsOfWish::Today);
    }
    iso_date(text).map(AsOfWish::Day).ok_or_else(String::new)
}

/// A date as `2023-09-30` and nothing else.
fn iso_date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

fn deny(text: &str) -> Result<Deny, String> {
    if text == "warnings" {
        return Ok(Deny::Warnings);
    }
    code(text).map(Deny::Code)
}

fn code(text: &str) -> Result<Code, String> {
    Code::parse(text).ok_or_else(String::new)
}

#[cfg(all(test, unix))]
mod tests {
    use super::as_argument;

    #[test]
    fn no_shell_runs_what_is_shown_to_be_typed() {
        for (text, typed) in [
            ("data/dossiers/één", "data/dossiers/één"),
            ("mijn map", "\"mijn map\""),
            ("$(rm -rf ~)", "'$(rm -rf ~)'"),
            ("a`b`", "'a`b`'"),
            ("Jan's map", "'Jan'\\''s map'"),
            ("a;b", "'a;b'"),
        ] {
            assert_eq!(as_argument(text), typed);
        }
    }
}
