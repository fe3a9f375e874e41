//! The help, and what is said when the command line is wrong: our own words over
//! clap, in both languages.

use super::exit::Exit;
use super::surroundings::{Surroundings, tell};
use super::words::{self, Word};
use super::{SUBCOMMANDS, arguments, destination::write_stdout, explain};
use crate::model::Language;
use crate::render::{Format, Holds};
use crate::wording::visible;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// Examples of the program, without its name.
pub(super) const EXAMPLES: &[&str] = &["report DOSSIER", "check DOSSIER"];

/// The whole command line. A subcommand that is not `asked` for cannot be run: of it
/// there is only what the help of the program shows, for to make all their arguments
/// takes longer than to read a command line.
pub(super) fn command(language: Language, asked: impl Fn(&str) -> bool) -> Command {
    let mut command = own_help(Command::new("samenleven"), language)
        .about(words::ABOUT.get(language))
        .disable_help_subcommand(true)
        .infer_subcommands(false)
        .subcommand_value_name(words::ONE_COMMAND.get(language))
        .help_template(main_template(language))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::SetTrue)
                .help(words::VERSION.get(language)),
        )
        .arg(
            arguments::option("lang", words::LANGUAGE_NAME, words::LANG, language)
                .value_parser(["nl", "en"]),
        );
    for subcommand in SUBCOMMANDS {
        let mut it = Command::new(subcommand.name).about(subcommand.about.get(language));
        if asked(subcommand.name) {
            it = (subcommand.arguments)(own_help(it, language), language)
                .help_template(template(subcommand.examples, language));
            let usage = usage_of(&it, language);
            it = it.override_usage(usage);
        }
        command = command.subcommand(it);
    }
    command
}

/// The formats that a subcommand takes.
pub(super) fn formats_of(command: &Command, name: &str) -> Vec<Format> {
    let subcommand = command.find_subcommand(name);
    let mut arguments = subcommand.into_iter().flat_map(Command::get_arguments);
    let format = arguments.find(|it| it.get_id() == "format");
    let names = format.map(Arg::get_possible_values).unwrap_or_default();
    let known = names.iter().filter_map(|it| Format::named(it.get_name()));
    known.collect()
}

/// A command whose help is worded here.
fn own_help(command: Command, language: Language) -> Command {
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .next_help_heading(words::OPTIONS.get(language))
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(words::HELP.get(language)),
        )
}

fn main_template(language: Language) -> String {
    let word = |word: Word| word.get(language);
    format!(
        "{{about}}\n\n{}:\n{}\n{}: samenleven {} [DOSSIER] [{}]\n\n{}:\n{{subcommands}}\n\n{}:\n{{options}}\n\n{}\n{}\n",
        word(words::EXAMPLES),
        listed(EXAMPLES),
        word(words::USAGE),
        word(words::ONE_COMMAND),
        word(words::ONE_OPTION),
        word(words::COMMANDS),
        word(words::OPTIONS),
        word(words::MORE),
        word(words::EXIT_CODES),
    )
}

fn template(examples: &[&str], language: Language) -> String {
    let word = |word: Word| word.get(language);
    format!(
        "{{about}}\n\n{}:\n{}\n{}: {{usage}}\n\n{{all-args}}\n\n{}\n",
        word(words::EXAMPLES),
        listed(examples),
        word(words::USAGE),
        word(words::EXIT_CODES),
    )
}

/// Examples as lines to type.
fn listed(examples: &[&str]) -> String {
    let lines = examples.iter().map(|it| format!("  samenleven {it}\n"));
    lines.collect()
}

/// The usage line of a subcommand.
fn usage_of(subcommand: &Command, language: Language) -> String {
    let names = subcommand.get_positionals().map(|argument| {
        let names = argument.get_value_names().unwrap_or_default();
        let name = names.first().map(ToString::to_string).unwrap_or_default();
        if argument.is_required_set() {
            name
        } else {
            format!("[{name}]")
        }
    });
    let mut usage = vec!["samenleven".to_owned(), subcommand.get_name().to_owned()];
    usage.extend(names);
    usage.push(format!("[{}]", words::ONE_OPTION.get(language)));
    usage.join(" ")
}

/// The version.
pub(super) fn version(surroundings: &Surroundings) -> Exit {
    let written = write_stdout(format!("{}\n", tool()).as_bytes());
    written.map_or_else(
        |failure| surroundings.tell_failure(&failure),
        |()| Exit::Fine,
    )
}

/// Without a subcommand: the short help.
pub(super) fn short_help(surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let text = command(surroundings.language(), |_| false)
        .render_help()
        .to_string();
    write_stdout(text.as_bytes())?;
    Ok(Exit::Fine)
}

/// What the program calls itself, with its version.
pub(super) fn tool() -> String {
    format!("samenleven {}", env!("CARGO_PKG_VERSION"))
}

/// Answers what clap could not take: help goes to the output stream, the rest is
/// told on the error stream.
pub(super) fn answer(error: &clap::Error, surroundings: &Surroundings) -> Exit {
    if error.kind() == ErrorKind::DisplayHelp {
        let written = write_stdout(error.render().to_string().as_bytes());
        return written.map_or_else(
            |failure| surroundings.tell_failure(&failure),
            |()| Exit::Fine,
        );
    }
    let language = surroundings.language();
    let see = match language {
        Language::Dutch => "Meer uitleg: samenleven --help",
        Language::English => "For more: samenleven --help",
    };
    tell(&format!("samenleven: {}\n{see}", wrong(error, language)));
    Exit::Failure
}

/// What is wrong with the command line.
fn wrong(error: &clap::Error, language: Language) -> String {
    let context = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let subcommand = context(ContextKind::InvalidSubcommand);
    let allowed = context(ContextKind::ValidValue);
    let said = match (error.kind(), language) {
        (ErrorKind::InvalidSubcommand, Language::Dutch) => {
            format!("de opdracht `{subcommand}` bestaat niet")
        }
        (ErrorKind::InvalidSubcommand, Language::English) => {
            format!("there is no command `{subcommand}`")
        }
        (ErrorKind::UnknownArgument, Language::Dutch) => {
            format!("de optie of het argument `{argument}` bestaat hier niet")
        }
        (ErrorKind::UnknownArgument, Language::English) => {
            format!("there is no option or argument `{argument}` here")
        }
        (ErrorKind::InvalidValue, Language::Dutch) if value.is_empty() => {
            format!("na `{argument}` ontbreekt de waarde")
        }
        (ErrorKind::InvalidValue, Language::English) if value.is_empty() => {
            format!("the value after `{argument}` is missing")
        }
        (ErrorKind::InvalidValue, Language::Dutch) if is_of_check(&argument, &value) => {
            return format!("de vorm `{value}` is er alleen bij `check`; hier kan: {allowed}");
        }
        (ErrorKind::InvalidValue, Language::English) if is_of_check(&argument, &value) => {
            return format!(
                "the format `{value}` is there for `check` only; possible here: {allowed}"
            );
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Language::Dutch) => {
            format!("`{value}` kan niet bij `{argument}`")
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Language::English) => {
            format!("`{value}` does not go with `{argument}`")
        }
        (ErrorKind::MissingRequiredArgument, Language::Dutch) => format!("`{argument}` ontbreekt"),
        (ErrorKind::MissingRequiredArgument, Language::English) => {
            format!("`{argument}` is missing")
        }
        (ErrorKind::ArgumentConflict, Language::Dutch) => format!("`{argument}` mag maar één keer"),
        (ErrorKind::ArgumentConflict, Language::English) => {
            format!("`{argument}` may stand only once")
        }
        (_, Language::Dutch) => "de opdracht is niet te begrijpen".to_owned(),
        (_, Language::English) => "the command line cannot be understood".to_owned(),
    };
    said + &hint(error, &argument, &allowed, language)
}

/// Whether a format is asked for that only `check` has.
fn is_of_check(argument: &str, value: &str) -> bool {
    let is_other = Format::named(value).is_some_and(|it| it.holds() == Holds::Findings);
    argument.starts_with("--format") && is_other
}

/// What was probably meant, or what is allowed.
fn hint(error: &clap::Error, argument: &str, allowed: &str, language: Language) -> String {
    let context = |kind| error.get(kind).map(text).unwrap_or_default();
    let suggestions = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let suggested = suggestions
        .into_iter()
        .map(context)
        .find(|it| !it.is_empty());
    let suggested = suggested.map(|all| nearest(&all, &context(ContextKind::InvalidSubcommand)));
    let suggested = suggested.or_else(|| near_code(argument, &context(ContextKind::InvalidValue)));
    let expected = match argument.split(' ').next() {
        Some("--as-of") => Some(match language {
            Language::Dutch => "een datum als 2023-09-30, of today",
            Language::English => "a date such as 2023-09-30, or today",
        }),
        Some("--public-below") => Some(match language {
            Language::Dutch => "een geheel getal, 3 of meer",
            Language::English => "a whole number, 3 or more",
        }),
        Some("--deny") => Some(match language {
            Language::Dutch => "een code als K08, of warnings",
            Language::English => "a code such as K08, or warnings",
        }),
        Some("--warn" | "--allow") => Some(match language {
            Language::Dutch => "een code als K08",
            Language::English => "a code such as K08",
        }),
        Some("<WAT>" | "<WHAT>") => Some(match language {
            Language::Dutch => "dossier of scheme",
            Language::English => "dossier or scheme",
        }),
        Some("<SHELL>") => Some(match language {
            Language::Dutch => "bash, elvish, fish, powershell of zsh",
            Language::English => "bash, elvish, fish, powershell or zsh",
        }),
        Some("--action") => Some(match language {
            Language::Dutch => "het nummer van een actie, zoals 5",
            Language::English => "the number of an action, such as 5",
        }),
        Some("--year") => Some(match language {
            Language::Dutch => "het nummer van een projectjaar, zoals 1",
            Language::English => "the number of a project year, such as 1",
        }),
        _ => None,
    };
    match (suggested, expected, language) {
        (Some(suggested), _, Language::Dutch) => format!("; bedoelt u `{suggested}`?"),
        (Some(suggested), _, Language::English) => format!("; did you mean `{suggested}`?"),
        (None, Some(expected), Language::Dutch) => format!("; verwacht: {expected}"),
        (None, Some(expected), Language::English) => format!("; expected: {expected}"),
        (None, None, _) if allowed.is_empty() => String::new(),
        (None, None, Language::Dutch) => format!("; mogelijk: {allowed}"),
        (None, None, Language::English) => format!("; possible: {allowed}"),
    }
}

/// The code that was probably meant by an option that takes one.
fn near_code(argument: &str, typed: &str) -> Option<String> {
    let takes_code = ["--deny", "--warn", "--allow"];
    if !takes_code.iter().any(|it| argument.starts_with(it)) {
        return None;
    }
    let (code, distance) = explain::nearest(typed);
    (distance <= 2).then(|| code.to_owned())
}

/// Of several suggestions the one nearest to what was typed.
fn nearest(suggestions: &str, typed: &str) -> String {
    let all = suggestions.split(", ");
    let nearest = all.min_by_key(|it| strsim::damerau_levenshtein(it, typed));
    nearest.unwrap_or_default().to_owned()
}

/// A part of what clap tells, as it may be shown: some of it is what was typed.
fn text(value: &ContextValue) -> String {
    visible(&typed(value)).into_owned()
}

fn typed(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
