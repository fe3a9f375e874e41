//! A page of HTML read back by a tokenizer of the standard.

mod read;

use super::every_text::document_of;
use super::{sample, settings};
use crate::document::{Document, Quoted};
use crate::model::Language;
use crate::render::{Format, Settings, render};
use crate::wording::{capital, visible};
use proptest::prelude::*;
use read::{Tag, read};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthChar;

fn page(document: &Document, language: Language) -> String {
    let settings = Settings {
        language,
        ..settings(80)
    };
    let bytes = render(document, Format::Html, &settings);
    String::from_utf8(bytes).expect("HTML is UTF-8")
}

/// Holds the sample to the file kept of it, a tag a line. The style stands in a file of
/// its own.
fn hold(name: &str, page: &str) {
    let (before, rest) = page.split_once("<style>").expect("a page has a style");
    let (_, after) = rest.split_once("</style>").expect("a style has an end");
    let said = format!("{before}<style></style>{after}").replace("><", ">\n<");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../../../tests/snapshots/html");
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn the_sample_in_dutch() {
    let sample = sample::report_with_charts();
    hold("sample_nl", &page(&sample, Language::Dutch));
}

#[test]
fn the_sample_in_english() {
    let sample = sample::report_with_charts();
    hold("sample_en", &page(&sample, Language::English));
}

#[test]
fn every_place_has_a_name_of_its_own_and_every_link_leads_to_one() {
    let sample = sample::report_with_charts();
    for language in [Language::Dutch, Language::English] {
        let (tags, _) = read(&page(&sample, language));
        let values = |name: &str| -> Vec<&str> {
            tags.iter().filter_map(|tag| tag.attribute(name)).collect()
        };
        let ids = values("id");
        let names: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), names.len(), "{ids:?}");
        let links = values("href");
        let links = links.iter().filter_map(|href| href.strip_prefix('#'));
        let labels = values("aria-labelledby");
        let labels = labels.iter().flat_map(|label| label.split(' '));
        for name in links.chain(labels) {
            assert!(names.contains(name), "no place is named {name}");
        }
    }
}

#[test]
fn nothing_on_a_page_runs_or_is_asked_for() {
    let (tags, _) = read(&page(&sample::report_with_charts(), Language::Dutch));
    for tag in &tags {
        assert_ne!(tag.name, "script");
        assert!(
            !tag.attributes.keys().any(|it| it.starts_with("on")),
            "{tag:?}"
        );
        assert_eq!(tag.attribute("src"), None);
        let href = tag.attribute("href").unwrap_or("#");
        assert!(href.starts_with('#') || href == "data:,", "{tag:?}");
    }
}

/// A page with a text in every place where a text of the user can stand.
fn page_of(text: &str) -> String {
    let mut document = document_of(text);
    let said = |_: &str| Box::new(Quoted(text.to_owned())) as crate::wording::Sentence;
    document.page.extend(sample::charts(&said));
    page(&document, Language::Dutch)
}

/// A text that is no markup, as wide as another where that is shown: what is laid out
/// by width is laid out alike.
fn plain(text: &str) -> String {
    let plain = |character: char| match character {
        it if it.is_whitespace() => it.to_string(),
        it => "ø".repeat(it.width().unwrap_or(0)),
    };
    text.chars().map(plain).collect()
}

/// How often a text stands in the texts of a page, as it is or with a capital.
fn times(texts: &str, text: &str) -> usize {
    let firm = |text: &str| text.replace('\u{a0}', " ");
    let (texts, text) = (firm(texts), firm(text));
    let begun = capital(&text);
    let other = if begun == text {
        0
    } else {
        texts.matches(&begun).count()
    };
    texts.matches(&text).count() + other
}

/// The page of `text` has the tags of a page of a plain text, and says `text` as often.
fn check(text: &str) {
    let shown = visible(text).trim().to_owned();
    let plain = plain(&shown);
    let (found, said) = read(&page_of(&shown));
    let (expected, plainly) = read(&page_of(&plain));
    let shape = |tags: &[Tag]| -> Vec<String> { tags.iter().map(Tag::shape).collect() };
    assert_eq!(shape(&found), shape(&expected), "{text:?}");
    if !plain.trim().is_empty() {
        assert!(times(&said, &shown) >= times(&plainly, &plain), "{text:?}");
    }
}

#[test]
fn texts_that_look_like_markup_stay_text() {
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></style></svg></desc><b>",
        "<!-- weg --> <![CDATA[ weg ]]>",
        "' onclick='alert(1)' \" onclick=\"alert(1)\"",
        "&lt;b&gt; &amp; &#60; &nbsp; R&D A & B",
        "javascript:alert(1) data:text/html,x",
        "} @import url(//voorbeeld.be); @page { content: \"x\" } \\\" \\",
        "100 % van € 1.250,50",
        "één  twee   drie",
    ] {
        check(text);
    }
}

#[test]
fn what_could_steer_a_reader_is_shown_as_its_code() {
    let page = page_of("a\u{1b}b\u{202e}c\nd\r\ne\tf");
    assert!(page.contains("a[U+001B]b[U+202E]c d e f"));
    let (_, after) = page.split_once("</style>").expect("a style has an end");
    assert!(!after.contains(['\u{1b}', '\u{202e}', '\r', '\t']));
}

/// Fragments that mean something somewhere; `␣` stands for a space.
const MARKUP: &str = r#"< > </ /> <b> </b> <!-- --> <![CDATA[ ]]> <? & &amp; &lt; &#60; &#x3c; " ' ` =
<script> </script> </style> </title> </svg> <img src=x onerror= javascript: url( @import { } ; : \ /* */
# . ␣ ␣␣ a Z 1 é 日 € 🙂 % 5␣% €␣5"#;

/// Such fragments, and any other characters between them.
fn any_text() -> impl Strategy<Value = String> {
    let markup: Vec<&str> = MARKUP.split_ascii_whitespace().collect();
    let fragment = prop_oneof![
        8 => proptest::sample::select(markup).prop_map(|it| it.replace('␣', " ")),
        1 => any::<char>().prop_map(String::from),
    ];
    let text = proptest::collection::vec(fragment, 1..9).prop_map(|it| it.concat());
    text.prop_filter("a text has a character", |it| {
        !visible(it).trim().is_empty()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_becomes_markup(text in any_text()) {
        check(&text);
    }
}
