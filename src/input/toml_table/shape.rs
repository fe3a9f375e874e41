//! Tables of keys: which keys a table may have, and what each of them holds.
//!
//! One table drives the reader, advice on unknown keys, the page of all keys and the
//! JSON Schema, so that they cannot disagree.

use crate::model::{Payer, ReceiptKind};
use crate::wording::{Both, Term, payer_term, receipt_term};

/// The keys that one kind of table may have.
#[derive(Debug)]
pub struct Shape {
    /// The table as it is headed, such as `[[action.year]]`; empty at the top.
    pub name: &'static str,
    /// What the table is for.
    pub about: Both,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Shape {
    /// The tables that stand within it, however deep, each of them once.
    #[must_use]
    pub fn tables_within(&'static self) -> Vec<&'static Self> {
        let mut found: Vec<&'static Self> = Vec::new();
        let mut open = vec![self];
        while let Some(shape) = open.pop() {
            for key in shape.keys {
                if let Kind::Table(inner) | Kind::Tables(inner) = key.kind
                    && found.iter().all(|known| !std::ptr::eq(*known, inner))
                {
                    found.push(inner);
                    open.push(inner);
                }
            }
        }
        found
    }

    /// Whether the table may have this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known.name == key)
    }

    /// The tables with a heading of their own that may have this key, among this one at
    /// the top of a file and those within it. None where it is in so many that it tells
    /// nothing.
    pub(super) fn homes_of(&'static self, key: &str) -> Vec<&'static str> {
        let all = std::iter::once(self).chain(self.tables_within());
        let is_headed = |it: &&Self| it.name.is_empty() || it.name.starts_with('[');
        let homes = all.filter(|it| is_headed(it) && it.has(key));
        let homes: Vec<&str> = homes.map(|it| it.name).collect();
        if homes.len() > MOST_HOMES {
            return Vec::new();
        }
        homes
    }
}

/// A key that more tables have is not looked for there.
const MOST_HOMES: usize = 2;

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the table cannot do without it.
    pub needed: bool,
    /// What it means.
    pub about: Both,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// This number and no other: the version of a form of file.
    Version(u64),
    /// A whole number, not negative.
    Whole,
    /// A whole number that is not less than this.
    AtLeast(u64),
    /// A whole number that is not negative, and not more than this.
    AtMost(u64),
    /// A list of whole numbers.
    Wholes,
    /// The number of something that the scheme numbers.
    Nr(Numbered),
    /// A list of such numbers.
    Nrs(Numbered),
    /// Euro.
    Amount,
    /// A number of units, perhaps with a half.
    Units,
    /// A number of FTE.
    Fte,
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// A share, written as a text.
    Share,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or a list of them.
    Choices(&'static [&'static str]),
    /// A word of a list that stands elsewhere.
    Listed(List),
    /// A table of this shape.
    Table(&'static Shape),
    /// Tables of this shape.
    Tables(&'static Shape),
    /// A table whose keys are names.
    Named(Named),
    /// A number, date or text, read as a cell of a log is read.
    AsCell,
}

/// What a scheme numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// Actions.
    Action,
    /// Project years.
    Year,
}

/// Lists of words that stand elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Who pays: by key or by word in either language, case and accents aside.
    Payer,
    /// What came in: by key or by word in either language, case and accents aside.
    Receipt,
    /// The scheme's categories: by key or by title in either language, case and
    /// accents aside.
    Category,
    /// The keys of the scheme's stimuli.
    Stimulus,
    /// The ids of schemes.
    Scheme,
    /// The codes of findings, in any case.
    Code,
}

/// What the keys of a table stand for when they are names, and what each then holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Groups of the scheme, each with a whole number.
    Groups,
    /// Columns of a progress log, each with the title that the file has.
    ProgressColumns,
    /// Columns of a bookings file, each with the title that the file has.
    BookingsColumns,
    /// Words of the file, each with a payer.
    Payers,
    /// Words of the file, each with a category of the scheme.
    Categories,
}

impl List {
    /// The words of a list that is the same for every scheme and written out in terms.
    #[must_use]
    pub fn terms(self) -> Vec<Term> {
        match self {
            Self::Payer => Payer::ALL.map(payer_term).to_vec(),
            Self::Receipt => ReceiptKind::ALL.map(receipt_term).to_vec(),
            Self::Category | Self::Stimulus | Self::Scheme | Self::Code => Vec::new(),
        }
    }
}

/// A shape, a key a line: `needed` or `free`, the key, what it holds, what it means.
macro_rules! shape {
    (@needed needed) => { true };
    (@needed free) => { false };
    ($name:literal $nl:literal $en:literal;
     $($needed:ident $key:literal $kind:expr => $key_nl:literal, $key_en:literal;)*) => {
        $crate::input::toml_table::Shape {
            name: $name,
            about: $crate::wording::Both { nl: $nl, en: $en },
            keys: &[$($crate::input::toml_table::Key {
                name: $key,
                kind: $kind,
                needed: shape!(@needed $needed),
                about: $crate::wording::Both { nl: $key_nl, en: $key_en },
            }),*],
        }
    };
}
pub(in crate::input) use shape;
