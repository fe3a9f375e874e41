//! What is wrong with the headings of a TOML file, judged by the headings around them and
//! by the tables that such a file may have.
//!
//! The parser names the place where it noticed; after a misspelt `[[actoin]]` that is the
//! next `[[action]]`, which is written well. Whoever mends a file has to be led to the
//! heading that is not.

use crate::input::fault::{HeadingFault, SyntaxFault};
use crate::input::literal;
use crate::input::toml_table::{Kind, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What is told, and where.
type Told = (Range<usize>, SyntaxFault);

/// A line that opens a table, as `[[action.year]]`.
struct Heading<'a> {
    /// The line without what stands beside the brackets.
    at: Range<usize>,
    /// What stands between the brackets.
    name: &'a str,
    is_list: bool,
    /// Whether the same name stands before it within the same table.
    is_again: bool,
}

/// The headings of a text, in their order, and what was told of them.
pub(super) struct Headings<'a> {
    text: &'a str,
    shape: &'static Shape,
    all: Vec<Heading<'a>>,
    /// The first that has a name.
    first: BTreeMap<&'a str, usize>,
    /// The first below a name: `action.year` is below `action`.
    first_below: BTreeMap<&'a str, usize>,
    /// Names of which all was told.
    told: BTreeSet<&'a str>,
    /// Where the headings begin at which the parser stumbled: to it, what stands under
    /// them stands under another heading.
    stumbled: BTreeSet<usize>,
}

impl<'a> Headings<'a> {
    /// Of every line that reads as one. A line of a long text may as well, which can only
    /// make the words about a file that is refused anyway less apt.
    pub(super) fn of(text: &'a str, shape: &'static Shape) -> Self {
        let (mut all, mut start) = (Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            all.extend(heading(start, line));
            start += line.len();
        }
        let (mut first, mut first_below) = (BTreeMap::new(), BTreeMap::new());
        let (mut last, mut within) = (BTreeMap::new(), BTreeSet::new());
        for (nr, heading) in all.iter_mut().enumerate() {
            let name = heading.name;
            first.entry(name).or_insert(nr);
            let mut table = None;
            if let Some((top, _)) = name.split_once('.') {
                first_below.entry(top).or_insert(nr);
                table = last.get(top).copied();
            }
            heading.is_again = !within.insert((table, name));
            last.insert(name, nr);
        }
        Self {
            text,
            shape,
            all,
            first,
            first_below,
            told: BTreeSet::new(),
            stumbled: BTreeSet::new(),
        }
    }

    /// What is told of a name at `span` that stands twice; nothing where it is an echo of
    /// what was told.
    pub(super) fn told_of(&mut self, span: &Range<usize>) -> Vec<Told> {
        let after = self.all.partition_point(|it| it.at.start <= span.start);
        let Some(nr) = after.checked_sub(1) else {
            return vec![self.twice(span)];
        };
        let at = self.all[nr].at.clone();
        if span.start >= at.end {
            let is_echo = self.stumbled.contains(&at.start);
            return if is_echo {
                Vec::new()
            } else {
                vec![self.twice(span)]
            };
        }
        self.stumbled.insert(at.start);
        self.told_of_heading(nr, span)
    }

    fn told_of_heading(&mut self, nr: usize, span: &Range<usize>) -> Vec<Told> {
        let name = self.all[nr].name;
        let is_new = |told: &BTreeSet<&str>| {
            let top = name.split_once('.').map(|(top, _)| top);
            !told.contains(name) && top.is_none_or(|top| !told.contains(top))
        };
        if !is_new(&self.told) {
            return Vec::new();
        }
        let form = form_of(self.shape, name);
        let wrong = form.map(|is_list| self.with_wrong_brackets(name, is_list));
        if let Some(wrong) = wrong.filter(|it| !it.is_empty()) {
            self.told.insert(name);
            return wrong;
        }
        let here = &self.all[nr];
        if form == Some(false) && here.is_again && name.matches('.').nth(1).is_none() {
            let fault = HeadingFault::Twice(name.to_owned());
            return vec![(here.at.clone(), SyntaxFault::Heading(fault))];
        }
        if name.contains('.') {
            // Every further one may stand in another table, and is as wrong there.
            return vec![self.twice(span)];
        }
        self.told.insert(name);
        let fault = match form {
            Some(_) => self.without_its_own(name),
            None => self.unknown(name),
        };
        match fault {
            Some((at, fault)) => vec![(at, SyntaxFault::Heading(fault))],
            None => vec![self.twice(span)],
        }
    }

    fn twice(&self, span: &Range<usize>) -> Told {
        let key = self.text.get(span.clone()).unwrap_or_default();
        (span.clone(), SyntaxFault::KeyTwice(key.to_owned()))
    }

    /// Each heading of a name whose brackets are single where they should be double, or the
    /// other way.
    fn with_wrong_brackets(&self, name: &str, is_list: bool) -> Vec<Told> {
        let of_name = self.all.iter().filter(|it| it.name == name);
        let wrong = of_name.filter(|it| it.is_list != is_list);
        let told = wrong.map(|it| {
            let name = name.to_owned();
            let fault = HeadingFault::Brackets { name, is_list };
            (it.at.clone(), SyntaxFault::Heading(fault))
        });
        told.collect()
    }

    /// A heading below `name` that stands before the first of that name: what is over it
    /// was misspelt, or is missing.
    fn without_its_own(&self, name: &str) -> Option<(Range<usize>, HeadingFault)> {
        let first = *self.first.get(name)?;
        let below = *self.first_below.get(name).filter(|below| **below < first)?;
        let over = below.checked_sub(1).map(|over| &self.all[over]);
        let misspelt = over.filter(|over| {
            form_of(self.shape, over.name).is_none()
                && literal::nearest(over.name, std::iter::once(name)).is_some()
        });
        let below = &self.all[below];
        Some(match misspelt {
            Some(over) => {
                let (written, meant) = (over.name.to_owned(), name.to_owned());
                (over.at.clone(), HeadingFault::Misspelt { written, meant })
            }
            None => {
                let (below_it, missing) = (below.name.to_owned(), name.to_owned());
                (
                    below.at.clone(),
                    HeadingFault::Missing { below_it, missing },
                )
            }
        })
    }

    /// A name that such a file does not have, where it stands first.
    fn unknown(&self, name: &str) -> Option<(Range<usize>, HeadingFault)> {
        let meant = literal::nearest(name, self.shape.keys.iter().map(|key| key.name))?;
        let places = [self.first.get(name), self.first_below.get(name)];
        let first = places.into_iter().flatten().min()?;
        let (written, meant) = (name.to_owned(), meant.to_owned());
        let at = self.all[*first].at.clone();
        Some((at, HeadingFault::Misspelt { written, meant }))
    }
}

/// Whether a table of this name has double brackets; none where there is no such table.
fn form_of(shape: &'static Shape, name: &str) -> Option<bool> {
    let (mut shape, mut form) = (Some(shape), None);
    for part in name.split('.') {
        let key = shape?.keys.iter().find(|key| key.name == part.trim())?;
        (shape, form) = match key.kind {
            Kind::Table(inner) => (Some(inner), Some(false)),
            Kind::Tables(inner) => (Some(inner), Some(true)),
            Kind::Named(_) => (None, Some(false)),
            _ => return None,
        };
    }
    form
}

/// What stands between the brackets of a line, whether they are double, and what stands
/// behind them; none where they are not closed.
fn closed(line: &str) -> Option<(&str, bool, &str)> {
    let opened = line.trim_start().strip_prefix('[')?;
    let (inner, is_list) = match opened.strip_prefix('[') {
        Some(inner) => (inner, true),
        None => (opened, false),
    };
    let (name, closing) = inner.split_once(']')?;
    let rest = match is_list {
        true => closing.strip_prefix(']')?,
        false => closing,
    };
    Some((name, is_list, rest.trim()))
}

/// What stands behind the brackets of a line that is closed as a heading.
pub(super) fn behind(line: &str) -> Option<&str> {
    closed(line).map(|(.., rest)| rest)
}

/// The heading that a line is, which begins at `start`.
fn heading(start: usize, line: &str) -> Option<Heading<'_>> {
    let (name, is_list, rest) = closed(line)?;
    let is_name = |c: char| c.is_alphanumeric() || "_-. \t\"'".contains(c);
    if !(name.chars().all(is_name) && (rest.is_empty() || rest.starts_with('#'))) {
        return None;
    }
    let from = start + line.len() - line.trim_start().len();
    let brackets = if is_list { 4 } else { 2 };
    Some(Heading {
        at: from..from + name.len() + brackets,
        name: name.trim(),
        is_list,
        is_again: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dossier_keys::DOSSIER;

    #[test]
    fn a_mark_holds_the_heading_and_nothing_else() {
        let text = "x = 1\r\n [[actoin]] # \u{e9}\r\n[[action.year]]\r\n[[action]]\r\n";
        let mut headings = Headings::of(text, &DOSSIER);
        let at = text.rfind("action").expect("it is there");
        let told = headings.told_of(&(at..at + 6));
        let places: Vec<&str> = told.iter().map(|(at, _)| &text[at.clone()]).collect();
        assert_eq!(places, ["[[actoin]]"]);
        // A letter beside the bracket, or a line of a text, is no heading.
        let others = "[[actoin]\u{e9}\n[1] see there\n[{ a = 1 }]\n[[action.]]\n";
        let mut headings = Headings::of(others, &DOSSIER);
        assert_eq!(headings.told_of(&(2..8)).len(), 1);
    }
}
