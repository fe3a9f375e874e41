//! The characters and colours of a page. Colour is put on when a line is done,
//! so it never counts as width, and nothing is lost without it.

use crate::finding::Code;
use crate::render::{Settings, sign};
use annotate_snippets::renderer::{AnsiColor, Style};

/// The characters that a page is drawn with.
pub(super) struct Ink {
    pub(super) rule: char,
    pub(super) heavy_rule: char,
    pub(super) dash: &'static str,
    pub(super) full: char,
    pub(super) tick: char,
    pub(super) doubtful: char,
    pub(super) unknown: char,
    pub(super) beyond: char,
    pub(super) vacant: char,
    pub(super) more: &'static str,
    /// Parts of a cell, from one eighth; none where only whole cells are drawn.
    pub(super) eighths: &'static [char],
}

const FULL: Ink = Ink {
    rule: '─',
    heavy_rule: '━',
    dash: sign::DASH,
    full: '█',
    tick: '┃',
    doubtful: '▒',
    unknown: '┄',
    beyond: '▶',
    vacant: '░',
    more: "…",
    eighths: &['▏', '▎', '▍', '▌', '▋', '▊', '▉'],
};

const PLAIN: Ink = Ink {
    rule: '-',
    heavy_rule: '=',
    dash: "-",
    full: '#',
    tick: '|',
    doubtful: '%',
    unknown: '.',
    beyond: '>',
    vacant: '-',
    more: "...",
    eighths: &[],
};

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const RED: Style = AnsiColor::Red.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default();

/// The characters of this terminal.
pub(super) fn ink(settings: &Settings) -> &'static Ink {
    if settings.plain { &PLAIN } else { &FULL }
}

/// A line across the page.
pub(super) fn rule(character: char, width: usize) -> String {
    std::iter::repeat_n(character, width).collect()
}

/// A sign before its word, with a space; nothing on a terminal of plain characters.
pub(super) fn before(sign: Option<&str>, settings: &Settings) -> String {
    let sign = sign.filter(|_| !settings.plain);
    sign.map_or_else(String::new, |sign| [sign, " "].concat())
}

/// The line with its rules, glyphs and codes in colour.
pub(super) fn painted(line: &str) -> String {
    let is_rule = |word: &str| word.len() > 1 && word.chars().all(|c| "─━-=".contains(c));
    line.split(' ')
        .map(|word| match word {
            "●" => in_style(word, GREEN),
            "✕" => in_style(word, RED),
            "◐" | "?" => in_style(word, YELLOW),
            _ if Code::ALL.iter().any(|code| code.key() == word) => in_style(word, CYAN),
            _ if is_rule(word) => in_style(word, DIM),
            _ => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text in bold, where colours are used.
pub(super) fn bold(text: &str, settings: &Settings) -> String {
    if settings.colour {
        in_style(text, BOLD)
    } else {
        text.to_owned()
    }
}

/// The text in a style.
pub(super) fn in_style(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}
