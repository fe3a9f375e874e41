//! Markdown read back by a reader of CommonMark with the tables of GitHub.

mod read;

use super::every_text::document_of;
use super::{sample, settings};
use crate::document::Document;
use crate::model::Language;
use crate::render::{Format, Settings, render};
use proptest::prelude::*;
use read::{Part, read};

fn markdown(document: &Document, language: Language) -> String {
    let settings = Settings {
        language,
        ..settings(80)
    };
    let bytes = render(document, Format::Markdown, &settings);
    String::from_utf8(bytes).expect("Markdown is UTF-8")
}

/// Holds the sample to the file kept of it.
fn hold(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../../../tests/snapshots/markdown");
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn the_sample_in_dutch() {
    hold("sample_nl", &markdown(&sample::report(), Language::Dutch));
}

#[test]
fn the_sample_in_english() {
    hold("sample_en", &markdown(&sample::report(), Language::English));
}

/// Text that is not markup in any place, to hold the others against.
const PLAIN: &str = "plain";

/// The document of `text` reads as that of a plain text with `text` put in its place.
fn check(text: &str) {
    let page = markdown(&document_of(text), Language::Dutch);
    let expected = read(&markdown(&document_of(PLAIN), Language::Dutch));
    let expected: Vec<Part> = expected.iter().map(|it| it.with(PLAIN, text)).collect();
    let found = read(&page);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{text:?} in\n{page}");
    }
    assert_eq!(found.len(), expected.len(), "{text:?} in\n{page}");
}

#[test]
fn texts_that_look_like_markup_stay_text() {
    for text in [
        "a | b || c",
        "\\",
        "\\|",
        "een \\",
        "`code` en ``meer``",
        "*nadruk* **vet** _zo_ __ook__",
        "[een](https://voorbeeld.be) ![beeld](x.png) [^1] [ ] [x]",
        "<b>vet</b> <!-- weg --> <https://voorbeeld.be> <jan@voorbeeld.be>",
        "&amp; &lt; &#35; R&D A & B &nbsp",
        "~weg~ ~~weg~~ ~~~",
        "# kop",
        "- punt",
        "+ punt",
        "1. punt",
        "12) punt",
        "1.",
        "-",
        "---",
        "- - -",
        "***",
        "===",
        "> citaat",
        "```",
        "$x$ en $$y$$",
        ": uitleg",
        "=SOM(A1:A3)",
        "zie www.voorbeeld.be, https://voorbeeld.be/a_b_(c)?d=e&f=g#h of mail naar jan_piet@voorbeeld.be.",
        "(https://voorbeeld.be/) \"WWW.VOORBEELD.BE\" @iedereen ftp://x|y",
        "100 % van € 1.250,50",
        "één  twee   drie",
    ] {
        check(text);
    }
}

#[test]
fn what_could_steer_a_reader_is_shown_as_its_code() {
    let page = markdown(
        &document_of("a\u{1b}b\u{202e}c\nd\r\ne\tf"),
        Language::Dutch,
    );
    assert!(page.contains("a\\[U+001B\\]b\\[U+202E\\]c d e f"), "{page}");
    assert!(!page.contains(['\u{1b}', '\u{202e}', '\r', '\t']));
}

/// Fragments that mean something somewhere; `␣` stands for a space.
const MARKUP: &str = r#"| \ ` `` * ** _ __ [ ] ( ) < > <b> <!-- & &amp; # ##␣ -␣ +␣ 1.␣ 1)␣ >␣
! ![ ]( ~ ~~ $ $$ = === --- *** ``` ~~~ ^ : [^1] [␣]␣ { } http:// https://x.be www. www.x.be
a@b.be @ @x mailto: . / ␣ ␣␣ a Z 1 é 日 € 🙂 " '"#;

/// Such fragments, and any other characters between them.
fn any_text() -> impl Strategy<Value = String> {
    let markup: Vec<&str> = MARKUP.split_ascii_whitespace().collect();
    let fragment = prop_oneof![
        8 => proptest::sample::select(markup).prop_map(|it| it.replace('␣', " ")),
        1 => proptest::sample::select(vec!['\u{a0}', '\u{ad}', '\u{200b}']).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    let text = proptest::collection::vec(fragment, 1..9).prop_map(|it| it.concat());
    // What is made visible first, and spaces at the ends, have a test of their own.
    let text = text.prop_map(|it| crate::wording::visible(&it).trim().to_owned());
    text.prop_filter("a text has a character", |it| !it.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_becomes_markup(text in any_text()) {
        check(&text);
    }
}
