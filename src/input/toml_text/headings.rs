//! What is wrong with the headings of a TOML file, judged by the headings around them.
//!
//! The parser names the place where it noticed; after a misspelt `[[actoin]]` that is the
//! next `[[action]]`, which is written well. Whoever mends a file has to be led to the
//! heading that is not.

use crate::input::fault::{HeadingFault, SyntaxFault};
use crate::input::literal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A line that opens a table, as `[[action.year]]`.
struct Heading<'a> {
    /// The line without what stands beside the brackets.
    at: Range<usize>,
    /// What stands between the brackets.
    name: &'a str,
    is_list: bool,
    /// The first of the same name within the same table.
    before: Option<usize>,
}

/// The headings of a text, in their order, and what was told of them.
pub(super) struct Headings<'a> {
    text: &'a str,
    all: Vec<Heading<'a>>,
    /// The first that has a name.
    first: BTreeMap<&'a str, usize>,
    /// The first below a name: `action.year` is below `action`.
    first_below: BTreeMap<&'a str, usize>,
    /// Where the headings begin that were told of.
    told: BTreeSet<usize>,
    /// Those at which the parser stumbled: to it, what stands under them stands under
    /// another heading.
    stumbled: BTreeSet<usize>,
    /// Names of headings that some key has already.
    taken: BTreeSet<&'a str>,
}

impl<'a> Headings<'a> {
    /// Of every line that begins with a bracket. A line of a list or of a long text may as
    /// well, which can only make the words about a file that is refused anyway less apt.
    pub(super) fn of(text: &'a str) -> Self {
        let (mut all, mut start) = (Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            all.extend(heading(start, line));
            start += line.len();
        }
        let (mut first, mut first_below) = (BTreeMap::new(), BTreeMap::new());
        let (mut last, mut within) = (BTreeMap::new(), BTreeMap::new());
        for (nr, heading) in all.iter_mut().enumerate() {
            let name = heading.name;
            first.entry(name).or_insert(nr);
            let mut table = None;
            if let Some((top, _)) = name.split_once('.') {
                first_below.entry(top).or_insert(nr);
                table = last.get(top).copied();
            }
            heading.before = within.get(&(table, name)).copied();
            within.entry((table, name)).or_insert(nr);
            last.insert(name, nr);
        }
        Self {
            text,
            all,
            first,
            first_below,
            told: BTreeSet::new(),
            stumbled: BTreeSet::new(),
            taken: BTreeSet::new(),
        }
    }

    /// What is told of a name at `span` that stands twice, and where; none where it is an
    /// echo of what was told.
    pub(super) fn told_of(&mut self, span: &Range<usize>) -> Option<(Range<usize>, SyntaxFault)> {
        let key = self.text.get(span.clone()).unwrap_or_default();
        let twice = (span.clone(), SyntaxFault::KeyTwice(key.to_owned()));
        let after = self.all.partition_point(|it| it.at.start <= span.start);
        let Some(here) = after.checked_sub(1).map(|nr| &self.all[nr]) else {
            return Some(twice);
        };
        if span.start >= here.at.end {
            return (!self.stumbled.contains(&here.at.start)).then_some(twice);
        }
        self.stumbled.insert(here.at.start);
        match self.fault(here) {
            Some((at, fault)) => {
                let is_new = self.told.insert(at.start);
                is_new.then_some((at, SyntaxFault::Heading(fault)))
            }
            // Every further one is as wrong, unless it may stand in another table.
            None if here.name.contains('.') || self.taken.insert(here.name) => Some(twice),
            None => None,
        }
    }

    /// The heading at fault, and how, where the parser calls the name of one a duplicate.
    /// None where it doubles no heading.
    fn fault(&self, here: &Heading<'_>) -> Option<(Range<usize>, HeadingFault)> {
        let name = here.name;
        let before = here.before.map(|before| &self.all[before]);
        match before {
            Some(before) if before.is_list != here.is_list => {
                let single = if here.is_list { before } else { here };
                let fault = HeadingFault::BracketsDiffer(name.to_owned());
                Some((single.at.clone(), fault))
            }
            Some(_) if !here.is_list => {
                Some((here.at.clone(), HeadingFault::Twice(name.to_owned())))
            }
            _ => self.without_its_own(name),
        }
    }

    /// A heading below `name` that stands before the first of that name: what is over it
    /// was misspelt, or is missing.
    fn without_its_own(&self, name: &str) -> Option<(Range<usize>, HeadingFault)> {
        let first = *self.first.get(name)?;
        let below = *self.first_below.get(name).filter(|below| **below < first)?;
        let over = below.checked_sub(1).map(|over| &self.all[over]);
        let misspelt =
            over.filter(|over| literal::nearest(over.name, std::iter::once(name)).is_some());
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
}

/// The heading that a line is, which begins at `start`.
fn heading(start: usize, line: &str) -> Option<Heading<'_>> {
    let trimmed = line.trim();
    let opened = trimmed.strip_prefix('[')?;
    let (inner, is_list) = match opened.strip_prefix('[') {
        Some(inner) => (inner, true),
        None => (opened, false),
    };
    let (name, closing) = inner.split_once(']')?;
    let from = start + line.len() - line.trim_start().len();
    // The second bracket may be missing, and another letter stand there.
    let is_closed = is_list && closing.starts_with(']');
    let brackets = 2 + usize::from(is_list) + usize::from(is_closed);
    Some(Heading {
        at: from..from + name.len() + brackets,
        name: name.trim(),
        is_list,
        before: None,
    })
}
