//! What people who do not see a chart are told of it: what it shows of what, and its
//! figures, as many as a spreadsheet takes.

use super::picture::Picture;
use crate::model::Language;
use crate::render::layout::listed;
use crate::render::xlsx::words::{self, capital};

/// UTF-16 units that a spreadsheet takes.
const MOST: usize = 255;

/// `Doel en bereikt · jaar 1. Oefenkansen Nederlands: 900 en 730; …`
pub(super) fn alt_text(picture: &Picture<'_>, language: Language) -> String {
    let figures: Vec<String> = picture
        .rows
        .iter()
        .map(|row| figures(picture, *row, language))
        .collect();
    let title = picture.title(language);
    let sheet = &picture.part.name;
    let told = |told: usize| {
        let (told, rest) = figures.split_at(told);
        let mut parts = told.to_vec();
        if !rest.is_empty() {
            parts.push(elsewhere(told.len(), rest.len(), sheet, language));
        }
        words::line(
            &format!("{title}. {}.", capital(&parts.join("; "))),
            usize::MAX,
        )
    };
    let fits = |text: &String| text.encode_utf16().count() <= MOST;
    // Each row takes more than one unit, so beyond that many none fits.
    let most = figures.len().min(MOST);
    let longest = (0..=most).rev().map(told).find(fits);
    longest.unwrap_or_else(|| words::line(&title, MOST))
}

fn figures(picture: &Picture<'_>, row: usize, language: Language) -> String {
    let figures = picture.columns.iter();
    let figures = figures.map(|at| picture.said(row, *at, language));
    let figures = listed(&figures.collect::<Vec<_>>(), language);
    let name = picture.said(row, picture.named_by, language);
    format!("{name}: {figures}")
}

/// Where the figures are that have no room.
fn elsewhere(told: usize, rest: usize, sheet: &str, language: Language) -> String {
    match (language, told) {
        (Language::Dutch, 0) => format!("De cijfers staan op het werkblad {sheet}"),
        (Language::Dutch, _) => format!("en nog {rest} op het werkblad {sheet}"),
        (Language::English, 0) => format!("The figures are on the sheet {sheet}"),
        (Language::English, _) => format!("and {rest} more on the sheet {sheet}"),
    }
}
