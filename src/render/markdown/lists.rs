//! Lists under a heading, each under its name.

use super::inline::Inline;
use super::{each_sentence, heading, list, paragraph};
use crate::document::Lists;
use crate::model::Language;

/// The parts of the lists.
pub(super) fn lists(lists: &Lists, language: Language) -> Vec<String> {
    let key = lists.key.map_or_else(String::new, |key| key.to_string());
    let title = format!("{key} {}", lists.heading.say(language));
    let mut parts = vec![heading(3, &Inline::text(&title))];
    for (name, items) in &lists.lists {
        let items: Vec<Inline> = items.iter().map(|item| Inline::text(item)).collect();
        parts.push(paragraph(&Inline::text(&name.say(language)).bold()));
        parts.push(list(&items));
    }
    parts.extend(each_sentence(&lists.notes, language));
    parts
}
