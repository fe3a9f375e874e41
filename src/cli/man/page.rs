//! One manual page, in the words of the help.

use crate::cli::SUBCOMMANDS;
use crate::cli::usage;
use crate::cli::words::{self, Word};
use crate::model::Language;
use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

/// The page of a subcommand, or of the program where none is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'n> {
    /// The subcommand.
    pub(super) subcommand: Option<&'n str>,
    /// The language of its words.
    pub(super) language: Language,
}

const PROGRAM: &str = "samenleven";
/// Bytes of a line of text, with room for what has to be escaped in it.
const LONGEST_LINE: usize = 70;
/// An empty argument, as roff writes one.
const NOTHING: &str = "\"\"";

impl Page<'_> {
    /// The name by which `man` finds it.
    pub(super) fn name(self) -> String {
        page_of(self.subcommand)
    }

    /// The page, made of the whole command line.
    pub(super) fn roff(self, whole: &Command) -> String {
        let own = self.subcommand.and_then(|name| whole.find_subcommand(name));
        let command = own.unwrap_or(whole);
        let mut page = Roff::new();
        self.head(&mut page);
        self.opening(&mut page, command);
        self.examples(&mut page);
        self.arguments(&mut page, command);
        if self.subcommand.is_none() {
            self.commands(&mut page);
        }
        self.closing(&mut page);
        page.render()
    }

    fn word(self, word: Word) -> &'static str {
        word.get(self.language)
    }

    fn section(self, page: &mut Roff, heading: Word) {
        let heading = self.word(heading).to_uppercase();
        page.control("SH", [heading.as_str()]);
    }

    /// The title. It bears no date, for nothing here knows one.
    fn head(self, page: &mut Roff) {
        let title = self.name().to_uppercase();
        let source = usage::tool();
        let manual = self.word(words::MAN_MANUAL);
        page.control(
            "TH",
            [title.as_str(), "1", NOTHING, source.as_str(), manual],
        );
    }

    fn opening(self, page: &mut Roff, command: &Command) {
        let about = command.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default();
        self.section(page, words::MAN_NAME);
        text(page, &format!("{} - {about}", self.name()));
        self.section(page, words::MAN_SYNOPSIS);
        page.text(self.synopsis(command));
        self.section(page, words::MAN_DESCRIPTION);
        text(page, &format!("{about}."));
    }

    fn synopsis(self, command: &Command) -> Vec<Inline> {
        let usage = command.get_overridden_usage().map(ToString::to_string);
        let rest = match (&usage, self.subcommand) {
            (Some(usage), Some(name)) => usage
                .strip_prefix(&format!("{PROGRAM} {name}"))
                .unwrap_or(usage)
                .to_owned(),
            _ => format!(
                " {} [DOSSIER] [{}]",
                self.word(words::ONE_COMMAND),
                self.word(words::ONE_OPTION)
            ),
        };
        let called = self
            .subcommand
            .map_or(PROGRAM.to_owned(), |name| format!("{PROGRAM} {name}"));
        vec![bold(called), roman(rest)]
    }

    /// Each on a line of its own.
    fn examples(self, page: &mut Roff) {
        let own = SUBCOMMANDS
            .iter()
            .find(|it| Some(it.name) == self.subcommand);
        let examples = own.map_or(usage::EXAMPLES, |it| it.examples);
        self.section(page, words::EXAMPLES);
        page.control("EX", []);
        for example in examples {
            page.text([roman(format!("{PROGRAM} {example}"))]);
        }
        page.control("EE", []);
    }

    fn arguments(self, page: &mut Roff, command: &Command) {
        let (named, options): (Vec<&Arg>, Vec<&Arg>) = command
            .get_arguments()
            .partition(|argument| argument.is_positional());
        for (heading, arguments) in [(words::ARGUMENTS, named), (words::OPTIONS, options)] {
            if arguments.is_empty() {
                continue;
            }
            self.section(page, heading);
            for argument in arguments {
                let help = argument.get_help().map(ToString::to_string);
                item(page, call(argument), &help.unwrap_or_default());
            }
        }
    }

    fn commands(self, page: &mut Roff) {
        self.section(page, words::COMMANDS);
        for subcommand in SUBCOMMANDS {
            let about = self.word(subcommand.about);
            item(page, reference(Some(subcommand.name)), about);
        }
    }

    fn closing(self, page: &mut Roff) {
        self.section(page, words::MAN_EXIT);
        for (code, meaning) in words::EACH_EXIT {
            item(page, vec![bold(code)], self.word(meaning));
        }
        self.section(page, words::MAN_ENVIRONMENT);
        for (variable, meaning) in words::VARIABLES {
            item(page, vec![bold(variable)], self.word(meaning));
        }
        // The program's own page refers to the others beside what they do.
        if self.subcommand.is_some() {
            self.section(page, words::MAN_SEE_ALSO);
            page.text(reference(None));
        }
    }
}

fn page_of(subcommand: Option<&str>) -> String {
    subcommand.map_or(PROGRAM.to_owned(), |name| format!("{PROGRAM}-{name}"))
}

/// A page as other pages refer to it.
fn reference(subcommand: Option<&str>) -> Vec<Inline> {
    vec![bold(page_of(subcommand)), roman("(1)")]
}

/// A word with what it means set in under it.
fn item(page: &mut Roff, word: Vec<Inline>, meaning: &str) {
    page.control("TP", []);
    page.text(word);
    text(page, meaning);
}

/// A paragraph, on lines that are short enough to look at; `man` fills them anew.
fn text(page: &mut Roff, paragraph: &str) {
    let mut line = String::new();
    for word in paragraph.split(' ') {
        if !line.is_empty() && line.len() + 1 + word.len() > LONGEST_LINE {
            page.text([roman(std::mem::take(&mut line))]);
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    page.text([roman(line)]);
}

/// How an argument is written.
fn call(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| bold(format!("-{short}")));
    let long = argument.get_long().map(|long| bold(format!("--{long}")));
    let mut call: Vec<Inline> = Vec::new();
    for name in [short, long].into_iter().flatten() {
        if !call.is_empty() {
            call.push(roman(", "));
        }
        call.push(name);
    }
    let takes_value = argument.get_num_args().is_some_and(|it| it.takes_values());
    for value in argument.get_value_names().unwrap_or_default() {
        if takes_value {
            let space = if call.is_empty() { "" } else { " " };
            call.extend([roman(space), italic(value.to_string())]);
        }
    }
    call
}
