//! Findings as people read them: what, where, the place itself with carets, what
//! it does to the figures, and what to do.

use super::excerpt::{self, gutter};
use super::ink::{before, bold, in_style};
use super::wrap::hanging;
use crate::finding::{Accepted, Located, Severity};
use crate::render::{Settings, said, sign};
use crate::wording::{terms, visible};
use annotate_snippets::renderer::{AnsiColor, Style};

/// All findings in the order given; those that the dossier accepts come last.
pub(super) fn findings(findings: &[Located], settings: &Settings) -> Vec<String> {
    let open = findings.iter().filter(|it| it.accepted().is_none());
    let mut told: Vec<Vec<String>> = open.map(|it| finding(it, settings)).collect();
    let accepted = findings
        .iter()
        .filter_map(|it| Some((it, it.accepted()?)))
        .flat_map(|(it, why)| accepted(it, why, settings));
    let accepted: Vec<String> = accepted.collect();
    if !accepted.is_empty() {
        told.push(accepted);
    }
    told.join(&String::new())
}

/// `Aanvaard: K08 dossier.toml:94:10: hetzelfde aantal …`, and why under it.
fn accepted(finding: &Located, why: &Accepted, settings: &Settings) -> Vec<String> {
    let language = settings.language;
    let spot = said::spot(&finding.place, language);
    let message = finding.words(language).message;
    let name = said::ACCEPTED.get(language);
    let start = format!("{name}: {} {spot}: ", finding.code());
    let mut lines = hanging(
        "",
        &format!("{start}{}", visible(&message)),
        settings.width.saturating_sub(2),
    );
    for line in lines.iter_mut().skip(1) {
        line.insert_str(0, "  ");
    }
    let why = format!("{}: {}", said::REASON.get(language), why.words(language));
    lines.extend(hanging("  ", &why, settings.width));
    lines
}

fn finding(finding: &Located, settings: &Settings) -> Vec<String> {
    let language = settings.language;
    let words = finding.words(language);
    let mut lines = title(finding, &words.message, settings);
    let (drawn, labels) = excerpt::lines(finding, &words, settings);
    lines.extend(drawn);
    let gutter = gutter(finding);
    let mut more: Vec<String> = labels;
    let named = |term: terms::Term, text: &str| format!("{}: {text}", term.get(language));
    more.extend(
        words
            .consequence
            .iter()
            .map(|it| named(terms::CONSEQUENCE, it)),
    );
    more.extend(words.help.iter().map(|it| named(terms::HELP, it)));
    if !more.is_empty() {
        lines.push(excerpt::edge(
            &format!("{} |", " ".repeat(gutter)),
            settings,
        ));
    }
    let start = format!("{} = ", " ".repeat(gutter));
    for text in more {
        lines.extend(hanging(&start, &visible(&text), settings.width));
    }
    lines
}

/// `✕ fout[I05]: datum bestaat niet`, the first word in colour.
fn title(finding: &Located, message: &str, settings: &Settings) -> Vec<String> {
    let severity = finding.severity();
    let sign = before(Some(sign::of_severity(severity)), settings);
    let word = said::severity(severity).get(settings.language);
    let level = format!("{sign}{word}[{}]", finding.code());
    let text = format!("{level}: {}", visible(message));
    let mut lines = hanging("", &text, settings.width.saturating_sub(2));
    for (nr, line) in lines.iter_mut().enumerate() {
        *line = match line.strip_prefix(&level) {
            Some(rest) if nr == 0 => {
                colour(&level, style(severity), settings) + &bold(rest, settings)
            }
            _ => format!("  {}", bold(line, settings)),
        };
    }
    lines
}

fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Notice => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

fn colour(text: &str, style: Style, settings: &Settings) -> String {
    if settings.colour {
        in_style(text, style)
    } else {
        text.to_owned()
    }
}
