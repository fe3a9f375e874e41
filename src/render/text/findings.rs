//! Findings as people read them: what, where, the place itself with carets, what
//! it does to the figures, and what to do.

use super::excerpt::{self, gutter};
use super::ink::{bold, in_style};
use super::wrap::hanging;
use crate::finding::{Accepted, Counts, Located, Severity};
use crate::model::Language;
use crate::render::Settings;
use crate::wording::{dutch, english, terms, visible};
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
    let (name, reason) = match language {
        Language::Dutch => ("Aanvaard", "reden"),
        Language::English => ("Accepted", "reason"),
    };
    let spot = excerpt::spot(&finding.place, language);
    let message = finding.words(language).message;
    let start = format!("{name}: {} {spot}: ", finding.code());
    let mut lines = hanging(
        "",
        &format!("{start}{}", visible(&message)),
        settings.width.saturating_sub(2),
    );
    for line in lines.iter_mut().skip(1) {
        line.insert_str(0, "  ");
    }
    let why = format!("{reason}: {}", why.words(language));
    lines.extend(hanging("  ", &why, settings.width));
    lines
}

/// `0 fouten, 4 waarschuwingen, 1 melding; 1 aanvaard, 2 toegelaten`
pub(super) fn summary(counts: Counts, language: Language) -> String {
    let Counts {
        error,
        warning,
        notice,
        accepted,
        allowed,
    } = counts;
    let parts = match language {
        Language::Dutch => [
            dutch::plural(error, "fout", "fouten"),
            dutch::plural(warning, "waarschuwing", "waarschuwingen"),
            dutch::plural(notice, "melding", "meldingen"),
        ],
        Language::English => [
            english::plural(error, "error", "errors"),
            english::plural(warning, "warning", "warnings"),
            english::plural(notice, "notice", "notices"),
        ],
    };
    let beside = match language {
        Language::Dutch => [
            (accepted, dutch::count(accepted), "aanvaard"),
            (allowed, dutch::count(allowed), "toegelaten"),
        ],
        Language::English => [
            (accepted, english::count(accepted), "accepted"),
            (allowed, english::count(allowed), "allowed"),
        ],
    };
    let beside: Vec<String> = beside
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(_, number, word)| format!("{number} {word}"))
        .collect();
    let told = parts.join(", ");
    if beside.is_empty() {
        return told;
    }
    format!("{told}; {}", beside.join(", "))
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
    let (glyph, term, style) = level(finding.severity());
    let glyph = if settings.plain { "" } else { glyph };
    let level = format!("{glyph}{}[{}]", term.get(settings.language), finding.code());
    let text = format!("{level}: {}", visible(message));
    let mut lines = hanging("", &text, settings.width.saturating_sub(2));
    for (nr, line) in lines.iter_mut().enumerate() {
        *line = match line.strip_prefix(&level) {
            Some(rest) if nr == 0 => colour(&level, style, settings) + &bold(rest, settings),
            _ => format!("  {}", bold(line, settings)),
        };
    }
    lines
}

fn level(severity: Severity) -> (&'static str, terms::Term, Style) {
    match severity {
        Severity::Error => ("✕ ", terms::SEV_ERROR, AnsiColor::Red.on_default().bold()),
        Severity::Warning => (
            "▲ ",
            terms::SEV_WARNING,
            AnsiColor::Yellow.on_default().bold(),
        ),
        Severity::Notice => ("· ", terms::SEV_NOTICE, AnsiColor::Cyan.on_default().bold()),
    }
}

fn colour(text: &str, style: Style, settings: &Settings) -> String {
    if settings.colour {
        in_style(text, style)
    } else {
        text.to_owned()
    }
}
