//! Names of sheets: what a spreadsheet takes, and each once.

/// UTF-16 units of the name of a sheet.
const MOST: usize = 31;

/// The names that were given, as they compare.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// A name for a sheet, as near to the word as can be.
    pub(super) fn name(&mut self, word: &str) -> String {
        let word = allowed(word);
        let numbers = (2..).map(|nr| format!(" ({nr})"));
        let mut ends = std::iter::once(String::new()).chain(numbers);
        let is_free = |name: &String| !self.0.contains(&name.to_lowercase());
        let name = ends.by_ref().map(|end| with_end(&word, &end));
        let name = name.into_iter().find(is_free).unwrap_or_default();
        self.0.push(name.to_lowercase());
        name
    }
}

/// The word without what may not stand in a name.
fn allowed(word: &str) -> String {
    let kept = word.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let kept = kept.trim_matches(|it| it == '\'' || it == ' ');
    // A sheet of this name belongs to the spreadsheet itself.
    if kept.is_empty() || kept.eq_ignore_ascii_case("history") {
        return format!("{kept}_");
    }
    kept.to_owned()
}

/// The word and its end; what is too long ends after a whole word, so that nobody
/// reads half of one.
fn with_end(word: &str, end: &str) -> String {
    let room = MOST - end.len();
    if length(word) <= room {
        return format!("{word}{end}");
    }
    let is_short = |at: &usize| length(&word[..*at]) < room;
    let gaps = word.char_indices().filter(|(_, it)| *it == ' ');
    let gap = gaps.map(|(at, _)| at).take_while(is_short).last();
    let starts = word.char_indices().map(|(at, _)| at);
    let cut = gap.or_else(|| starts.take_while(is_short).last());
    let kept = word[..cut.unwrap_or(0)].trim_end_matches(['\'', ' ']);
    format!("{kept}…{end}")
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_allowed_short_and_given_once() {
        let mut names = Names::default();
        assert_eq!(names.name("Budget: [jaar/jaar]"), "Budget   jaar jaar");
        assert_eq!(names.name("Personeel"), "Personeel");
        assert_eq!(names.name("PERSONEEL"), "PERSONEEL (2)");
        assert_eq!(names.name("''"), "_");
        assert_eq!(names.name("History"), "History_");
        let long = "Dit jaar tegenover vorig jaar en meer";
        assert_eq!(names.name(long), "Dit jaar tegenover vorig jaar…");
        assert_eq!(names.name(long), "Dit jaar tegenover vorig… (2)");
        let one_word = "a".repeat(40);
        assert_eq!(names.name(&one_word), format!("{}…", "a".repeat(30)));
        for name in &names.0 {
            assert!(rust_xlsxwriter::check_sheet_name(name).is_ok(), "{name}");
        }
    }
}
