//! Findings: what is wrong with, or doubtful in, the user's data.
//!
//! A finding is a fault (its facts, and beside them its words in Dutch and
//! English) and the spot where it stands. It stays facts until a renderer asks
//! it to speak. What a fault looks like is decided by whoever finds it:
//! `input/fault/` while reading, `check/` in loaded data.

mod acceptance;
mod counts;
mod located;
mod more_of_the_same;
mod withheld;

pub use acceptance::{Accepted, Lapsed, Standing, accept};
pub use counts::Counts;
pub use located::{Located, Place, in_order, locate};
pub use more_of_the_same::MoreOfTheSame;
pub use withheld::withheld;

use crate::model::{ActionNr, Language, YearNr};
use crate::source::Span;
pub use crate::source::{CellSpot, Spot};
use crate::wording::Both;
use std::fmt;

/// How much a finding weighs. Only an error makes the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The figures cannot be trusted until this is put right.
    Error,
    /// Somebody should look before the figures go to a council.
    Warning,
    /// Worth knowing; nothing to do.
    Notice,
}

impl Severity {
    /// The machine key: `error`, `warning` or `notice`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

macro_rules! codes {
    ($($code:ident)*) => {
        /// The code of a check: the letter of its family and two digits, never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each code is told by its own rule")]
        pub enum Code { $($code),* }

        impl Code {
            /// Every code there is, in order.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// The code as it is printed.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$code => stringify!($code)),* }
            }
        }
    };
}

codes! {
    B01 B02 B03 B04 B05 B06 B07
    C01 C02 C03 C04 C05
    G01 G02 G03 G04 G05 G06
    I01 I02 I03 I04 I05 I06 I07 I08 I09 I10 I11 I12 I13 I14 I15 I16 I17 I18 I19 I20 I21 I22 I23 I24 I25 I27 I28
    K01 K02 K03 K04 K05 K06 K07 K08 K09 K10
    P01 P02
    T01 T02 T03 T04
}

impl Code {
    /// The code that is spelled like this, in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.key().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What is the same for every finding of one code.
#[derive(Debug)]
pub struct Rule {
    /// The code.
    pub code: Code,
    /// Its weight.
    pub severity: Severity,
    /// The fault in a few words, as it reads after "allow …".
    pub name: Both,
    /// Why it is looked for.
    pub why: Both,
    /// A piece of a file that has the fault.
    pub example: &'static str,
    /// How to put the example right.
    pub repair: Both,
}

/// The words of one finding in one language. Sentences without a full stop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in one line.
    pub message: String,
    /// What stands beside the caret.
    pub label: String,
    /// What it does to the figures.
    pub consequence: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// What stands at each related place.
    pub related: Vec<String>,
}

impl Words {
    /// Words that have only a message yet.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }

    /// With what stands beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With what it does to the figures.
    #[must_use]
    pub fn consequence(mut self, consequence: impl Into<String>) -> Self {
        self.consequence = Some(consequence.into());
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With what stands at the next related place.
    #[must_use]
    pub fn related(mut self, label: impl Into<String>) -> Self {
        self.related.push(label.into());
        self
    }
}

/// What of the account a finding is about, so that a table can name its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An action in a project year.
    Action(YearNr, ActionNr),
    /// A provider under an action in a project year.
    Provider(YearNr, ActionNr, String),
    /// The staff line with this header.
    Staff(Span),
}

/// The facts of one finding, able to say themselves in both languages.
pub trait Fault: fmt::Debug + Send + Sync {
    /// What all findings of this kind share.
    fn rule(&self) -> &'static Rule;
    /// The finding in Dutch.
    fn dutch(&self) -> Words;
    /// The finding in English.
    fn english(&self) -> Words;
    /// What of the account it is about.
    fn about(&self) -> Vec<About> {
        Vec::new()
    }
    /// Whether it is about something.
    fn is_about(&self, is_meant: &dyn Fn(&About) -> bool) -> bool {
        self.about().iter().any(is_meant)
    }
    /// Whether its words hold counts of rows or days that no table shows.
    fn tells_counts(&self) -> bool {
        false
    }
    /// Whether the text at the place must never be shown (personal data).
    fn is_private(&self) -> bool {
        false
    }
}

/// A fault and where it stands. A finding always has a place: where something is
/// absent, the place is the table, header or file that lacks it.
#[derive(Debug)]
pub struct Finding {
    /// The facts.
    pub fault: Box<dyn Fault>,
    /// Where.
    pub spot: Spot,
    /// Other places that it is about, in the order of [`Words::related`].
    pub related: Vec<Spot>,
}

impl Finding {
    /// A finding of `fault` at `spot`.
    pub fn new(fault: impl Fault + 'static, spot: impl Into<Spot>) -> Self {
        Self {
            fault: Box::new(fault),
            spot: spot.into(),
            related: Vec::new(),
        }
    }

    /// The same, with one more place that it is about.
    #[must_use]
    pub fn and(mut self, spot: impl Into<Spot>) -> Self {
        self.related.push(spot.into());
        self
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.fault.rule().code
    }

    /// Its weight.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.fault.rule().severity
    }
}

/// The words of `fault` in `language`.
#[must_use]
pub fn words(fault: &dyn Fault, language: Language) -> Words {
    match language {
        Language::Dutch => fault.dutch(),
        Language::English => fault.english(),
    }
}
