//! Texts that somebody could write to do harm, and texts that only look strange.

use samenleven::wording::visible;
use unicode_width::UnicodeWidthStr as _;

/// A kind of text, and the texts of it.
pub(super) type Kind = (&'static str, &'static [&'static str]);

/// All of them.
pub(super) const KINDS: &[Kind] = &[
    TERMINAL,
    DIRECTION,
    UNSEEN,
    LINES,
    FORMULAS,
    MORE_FORMULAS,
    MARKUP,
    MARKDOWN,
    MORE_MARKDOWN,
    MACHINES,
    SPREADSHEETS,
    HONEST,
];

/// What a terminal would obey.
pub(super) const TERMINAL: Kind = (
    "terminal",
    &[
        "\u{1b}[2J\u{1b}[1;1Hweg",
        "\u{1b}]0;titel\u{7}",
        "\u{1b}]8;;https://voorbeeld.invalid\u{1b}\\klik\u{1b}]8;;\u{1b}\\",
        "\u{1b}]52;c;d2Vn\u{7}",
        "\u{1b}Pq#0;2;0;0;0#0~~\u{1b}\\",
        "\u{9b}31m\u{9d}0;a\u{9c}\u{90}q\u{9c}",
        "fout\u{8}\u{8}\u{8}\u{8}goed",
        "goed\rfout",
        "a\u{7}\u{b}\u{c}\u{e}\u{f}\u{7f}\u{85}b",
        "a\0b",
    ],
);

/// What turns the reading direction around.
pub(super) const DIRECTION: Kind = (
    "direction",
    &[
        "\u{202e}gpj.exe\u{202c}",
        "\u{2066}a\u{2069}\u{2067}b\u{2069}\u{2068}c\u{202a}\u{202b}\u{202d}",
        "\u{200e}a\u{200f}b\u{61c}",
    ],
);

/// What takes no place, and what is no character.
pub(super) const UNSEEN: Kind = (
    "unseen",
    &[
        "Jongeren\u{200b}huis",
        "\u{200c}a\u{200d}b\u{2060}c\u{feff}d",
        "samen\u{ad}leving",
        "a\u{fe0f}b\u{fe00}c\u{34f}",
        "a\u{e0001}\u{e0041}\u{e007f}b",
        "\u{3164}a\u{115f}b\u{ffa0}",
        "\u{fdd0}\u{fffe}\u{ffff}\u{1fffe}a\u{fff9}",
    ],
);

/// What ends a line or a cell.
pub(super) const LINES: Kind = (
    "lines",
    &["een\ntwee\r\ndrie", "een\u{2028}twee\u{2029}drie", "a\tb"],
);

/// What a spreadsheet would run.
pub(super) const FORMULAS: Kind = (
    "formulas",
    &[
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
    ],
);

/// The same behind what could hide it.
pub(super) const MORE_FORMULAS: Kind = (
    "more_formulas",
    &[
        "\u{ff1d}1+1",
        "\u{ff0b}1",
        "\u{ff0d}1",
        "\u{ff20}a",
        "a;=1+1",
        "a,=HYPERLINK(\"x\")",
        "\"=1+1",
        "a\";=1+1;\"b",
        "a\",=1+1,\"b",
        "a\t=1+1",
        "a\r\n=1+1",
    ],
);

/// What a browser, or a reader of XML, would obey.
pub(super) const MARKUP: Kind = (
    "markup",
    &[
        "<script>alert(1)</script>",
        "</title></style></textarea></svg><svg onload=alert(1)>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)' \" onload=\"alert(1)",
        "javascript:alert(1)",
        "data:text/html,<b>a",
        "]]><x/><![CDATA[",
        "--><x/><!--",
        "&lt;b&gt;&#60;b&#x3e;&nbsp;&amp;",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;",
        "<?xml version=\"1.0\"?><?php a ?>",
        "} @import url(//voorbeeld.invalid); a{content:\"x\"} \\\" \\",
    ],
);

/// What a reader of Markdown would make something of.
pub(super) const MARKDOWN: Kind = (
    "markdown",
    &[
        "[klik](javascript:alert(1))",
        "![x](https://voorbeeld.invalid/x.png)",
        "[x]: https://voorbeeld.invalid",
        "<https://voorbeeld.invalid>",
        "https://voorbeeld.invalid/a www.voorbeeld.invalid",
        "a | b | c",
        "| - | - |",
        "`` `x` `` `",
        "**vet** _schuin_ ~~weg~~ $x$ $$y$$ [[wiki]]",
    ],
);

/// What it would make something of at the start of a line.
pub(super) const MORE_MARKDOWN: Kind = (
    "more_markdown",
    &[
        "# kop",
        "* punt",
        "1. punt",
        "> citaat",
        "> [!WARNING]",
        "```\nblok\n```",
        "~~~",
        "===",
        "[^1]: noot [^1]",
        "<details><summary>a",
        "[ ] taak",
        "a\\",
        "&#x202e;a &lbrack;b](c)",
    ],
);

/// What programs that read answers would obey.
pub(super) const MACHINES: Kind = (
    "machines",
    &[
        "\n::error file=a,line=1::weg",
        "%0A::error::weg",
        "::set-output name=a::b",
        "::stop-commands::a",
        "##[error]weg",
        "\"},{\"code\":\"X01\",\"a\":\"",
        "\\u0022,\\n\\",
        "a\",\"b\"\r\n\"c",
        "${{ secrets.A }} {{x}} {0} %s %n",
        "$(touch weg) `touch weg` ;touch weg",
    ],
);

/// What a workbook would obey.
pub(super) const SPREADSHEETS: Kind = (
    "spreadsheets",
    &[
        "_x000D__x001B_a_x202E_",
        "internal:'A'!A1",
        "file:///etc/passwd",
        "&L&P&F&G&D&A&&",
        "[1]A!B1",
        "'a'b",
    ],
);

/// What people write, which stays as it is.
pub(super) const HONEST: Kind = (
    "honest",
    &[
        "مركز الشباب",
        "می\u{200c}خواهم",
        "İstanbul Çınar ğ Łódź",
        "coördinatie, één ’s avonds – naïef",
        "👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 👍🏽 🇧🇪",
        "e\u{301}e\u{301}n",
        "日本語 ไทย क्ष",
    ],
);

/// How many texts there are.
pub(super) fn count() -> usize {
    KINDS.iter().map(|(_, texts)| texts.len()).sum()
}

/// One text with something of each kind in it.
pub(super) const OF_ALL: &str = "=\u{1b}[31m\u{1b}]8;;x\u{7}\u{9b}2J\0\u{8}\r\n::error::\u{202e}\u{200b}\u{ad}\
    \u{e0041}\u{ffff}<script>\"'&amp;]]>--></title>`|[x](javascript:y)![z](w)**_#%0A;=1+1,=1+1\\{{x}}";

/// A text that means nothing to anybody, as wide as `text` is where it is shown, and with
/// its ends of lines.
pub(super) fn harmless(text: &str) -> String {
    let mut plain = String::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end_matches(char::is_whitespace);
        plain.push_str(&"ø".repeat(visible(word).width()));
        plain.push_str(&part[word.len()..]);
    }
    plain
}

/// Whether nothing in a text could steer who reads it. Ends of lines are told apart by
/// those who ask.
pub(super) fn is_quiet(text: &str) -> bool {
    visible(text) == text
}
