//! The head of the page: its title, its style, and what stands on every printed sheet.

use super::Page;
use crate::document::{Block, Masthead};
use crate::wording::{Both, terms, visible};
use maud::{Markup, PreEscaped, html};

/// The look of the page.
const STYLE: &str = include_str!("page.css");

/// The head.
pub(super) fn head(page: &Page<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta http-equiv="Content-Security-Policy"
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:";
            @if let Some(seconds) = page.settings.reload_after {
                meta http-equiv="refresh" content=(seconds);
            }
            meta name="generator" content={ "samenleven " (env!("CARGO_PKG_VERSION")) };
            // Without this a browser asks for an icon.
            link rel="icon" href="data:,";
            title { (title(page)) }
            style { (PreEscaped(STYLE)) (PreEscaped(sheets(page))) }
        }
    }
}

/// What the page is about.
pub(super) fn masthead<'a>(page: &Page<'a>) -> Option<&'a Masthead> {
    page.document.page.iter().find_map(|block| match block {
        Block::Masthead(masthead) => Some(masthead),
        _ => None,
    })
}

/// `Sint-Pieters-Leeuw: Plan Samenleven, projectjaar 1: …, stand op 30/09/2023`
fn title(page: &Page<'_>) -> String {
    let Some(masthead) = masthead(page) else {
        return without_masthead(page);
    };
    let applicant = page.say(&masthead.applicant);
    let rest = [&masthead.scheme, &masthead.years, &masthead.as_of].map(|it| page.say(it));
    let rest: Vec<String> = rest.into_iter().filter(|it| !it.is_empty()).collect();
    format!("{applicant}: {}", rest.join(", "))
}

/// What a page without a masthead is called: after its first table, else its findings.
pub(super) fn without_masthead(page: &Page<'_>) -> String {
    let first = page.document.tables.first().map(|table| table.name);
    let name = first.unwrap_or(terms::FINDINGS).get(page.settings.language);
    format!("samenleven: {name}")
}

const SHEET: Both = Both {
    nl: "blad",
    en: "sheet",
};

const OF: Both = Both {
    nl: "van",
    en: "of",
};

const SCHEME: Both = Both {
    nl: "regeling",
    en: "scheme",
};

const VERSION: Both = Both {
    nl: "versie",
    en: "version",
};

/// Applicant, scheme, years and date on every sheet, and its number.
fn sheets(page: &Page<'_>) -> String {
    let (left, right) = masthead(page).map_or_else(Default::default, |masthead| {
        let parts = [&masthead.applicant, &masthead.scheme, &masthead.years];
        let parts = parts.map(|it| page.say(it));
        let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        (parts.join(" · "), page.say(&masthead.as_of))
    });
    let scheme = page
        .document
        .head
        .as_ref()
        .map_or_else(String::new, |head| {
            let (scheme, version) = (visible(&head.scheme), visible(&head.scheme_version));
            let words = [SCHEME, VERSION].map(|it| page.words(it));
            format!(" · {} {scheme}, {} {version}", words[0], words[1])
        });
    let tool = format!("samenleven {}{scheme}", env!("CARGO_PKG_VERSION"));
    let (sheet, of) = (page.words(SHEET), page.words(OF));
    let font = "font: 8pt \"Segoe UI\", \"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif; color: #475460;";
    format!(
        "@page {{ size: A4; margin: 21mm 16mm 18mm;\n  \
         @top-left {{ content: \"{}\"; {font} vertical-align: bottom; padding-bottom: 4mm; width: 75%; text-align: left }}\n  \
         @top-right {{ content: \"{}\"; {font} vertical-align: bottom; padding-bottom: 4mm; width: 25% }}\n  \
         @bottom-left {{ content: \"{}\"; {font} vertical-align: top; padding-top: 3mm; width: 75%; text-align: left }}\n  \
         @bottom-right {{ content: \"{sheet} \" counter(page) \" {of} \" counter(pages); {font} vertical-align: top; padding-top: 3mm; width: 25% }}\n}}\n",
        quoted(&left),
        quoted(&right),
        quoted(&tool)
    )
}

/// A text inside a quoted string of a style, which also stands inside HTML: whatever
/// could end either is written as its number.
fn quoted(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' => {
                safe.push_str(&format!("\\{:06x}", u32::from(character)));
            }
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_cannot_end_the_style_that_holds_it() {
        assert_eq!(quoted("Voorbeeldgem"), "Voorbeeldgem");
        assert_eq!(
            quoted("\"}</style>\\\n"),
            "\\000022}\\00003c/style\\00003e\\00005c "
        );
    }
}
