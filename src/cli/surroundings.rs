//! What the program sees around it: the language that was asked for, the two
//! terminals, the clock.

use super::exit::Exit;
use super::failure::{is_closed_pipe, sentence};
use super::outputs::{Output, Place, upsets};
use crate::model::{AsOf, AsOfOrigin, Date, Language};
use crate::render::Settings;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};

/// The variable by which the script of a shell asks what may stand at the cursor.
pub(super) const COMPLETING: &str = "SAMENLEVEN_COMPLETE";

/// Columns of a page where there is no terminal.
const USUAL_WIDTH: usize = 80;

/// Colours, as the command line asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Colour {
    /// Where a terminal shows them.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

/// One look around, at the start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// `--lang`, else `SAMENLEVEN_LANG`; the dossier may say another when neither does.
    asked_language: Option<Language>,
    colour: Colour,
}

/// Where something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Results.
    Out,
    /// Everything else.
    Err,
}

impl Surroundings {
    /// Looks for the language and the colours before the command line is parsed, so
    /// that what is wrong with it is told in the right language.
    pub(super) fn look(arguments: &[OsString]) -> Self {
        let option = |name: &str| option(arguments, name);
        let language = option("--lang").and_then(|code| Language::parse(&code));
        let colour = match option("--color").as_deref() {
            Some("always") => Colour::Always,
            Some("never") => Colour::Never,
            _ => Colour::Auto,
        };
        Self {
            asked_language: language.or_else(|| Language::parse(&variable("SAMENLEVEN_LANG")?)),
            colour,
        }
    }

    /// The language of help and failures.
    pub(super) fn language(&self) -> Language {
        self.asked_language.unwrap_or_default()
    }

    /// The language of a report: as asked, else as the dossier says.
    pub(super) fn language_or(&self, dossier: Option<Language>) -> Language {
        self.asked_language.or(dossier).unwrap_or_default()
    }

    /// How a page is shown on a stream.
    pub(super) fn settings(&self, stream: Stream, language: Language) -> Settings {
        let is_terminal = is_terminal(stream);
        let dumb = is_terminal && variable("TERM").as_deref() == Some("dumb");
        let width = if is_terminal {
            terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
        } else {
            None
        };
        Settings {
            language,
            width: width.filter(|width| *width > 0).unwrap_or(USUAL_WIDTH),
            colour: self.has_colour(is_terminal, dumb),
            plain: dumb,
            reload_after: None,
        }
    }

    /// Whether an output would only upset the terminal that it goes to.
    pub(super) fn upset(&self, output: &Output) -> bool {
        let is_shown = output.place == Place::Stdout && is_terminal(Stream::Out);
        upsets(output.format.content(), is_shown)
    }

    /// Whether answers go to a terminal that can be made empty before the next.
    pub(super) fn empties_terminal(&self) -> bool {
        is_terminal(Stream::Out) && variable("TERM").as_deref() != Some("dumb")
    }

    /// Whether there is a terminal that can show how far work has come.
    pub(super) fn shows_headway(&self) -> bool {
        is_terminal(Stream::Err) && variable("TERM").as_deref() != Some("dumb")
    }

    fn has_colour(&self, is_terminal: bool, dumb: bool) -> bool {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if set("NO_COLOR") => false,
            Colour::Auto
                if variable("CLICOLOR_FORCE").is_some_and(|it| !it.is_empty() && it != "0") =>
            {
                true
            }
            Colour::Auto if variable("CLICOLOR").as_deref() == Some("0") => false,
            Colour::Auto => is_terminal && !dumb,
        }
    }

    /// Tells a failure of the world on the error stream.
    pub(super) fn tell_failure(&self, failure: &anyhow::Error) -> Exit {
        if is_closed_pipe(failure) {
            return Exit::Fine;
        }
        tell(&sentence(failure, self.language()));
        Exit::Failure
    }
}

/// The shell that asks what may stand at the cursor, where it is a shell that asks.
pub(super) fn completing() -> Option<String> {
    variable(COMPLETING).filter(|shell| !shell.is_empty())
}

fn is_terminal(stream: Stream) -> bool {
    match stream {
        Stream::Out => io::stdout().is_terminal(),
        Stream::Err => io::stderr().is_terminal(),
    }
}

/// Writes a line to the error stream. When even that is closed, nobody listens.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end_matches('\n'));
}

/// The value of an option, found without parsing: `--name value` or `--name=value`.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut found = None;
    let mut arguments = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .take_while(|it| *it != "--");
    while let Some(argument) = arguments.next() {
        if argument == name {
            found = arguments.next().map(ToOwned::to_owned);
        } else if let Some(value) = argument
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('='))
        {
            found = Some(value.to_owned());
        }
    }
    found
}

#[expect(
    clippy::disallowed_methods,
    reason = "the environment is seen here and nowhere else"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The day of the system's clock, for whoever asks for it by name.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock is seen here and nowhere else"
)]
pub(super) fn today() -> anyhow::Result<AsOf> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let days = i64::try_from(since.as_secs() / 86_400)?;
    let epoch = Date::constant(1970, 1, 1);
    let date = epoch.checked_add(jiff::Span::new().try_days(days)?)?;
    Ok(AsOf {
        date,
        origin: AsOfOrigin::Clock,
    })
}
