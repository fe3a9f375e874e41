//! What is told of a heading of a TOML file that the parser calls a duplicate.

use super::super::shown;
use crate::finding::Words;

/// How a heading is at odds with the others of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadingFault {
    /// `[[actoin]]`, with a heading under it that belongs to `[[action]]`.
    Misspelt {
        /// What stands between the brackets.
        written: String,
        /// What was probably meant.
        meant: String,
    },
    /// `[[action.year]]` before there is any `[[action]]`.
    Missing {
        /// The heading that stands there.
        below_it: String,
        /// The heading that should stand over it.
        missing: String,
    },
    /// `[year]` twice.
    Twice(String),
    /// `[year]` at one place and `[[year]]` at another.
    BracketsDiffer(String),
}

impl HeadingFault {
    pub(super) fn dutch(&self) -> Words {
        match self {
            Self::Misspelt { written, meant } => {
                let (written, meant) = (shown(written), shown(meant));
                Words::new(format!(
                    "de kop `{written}` is wellicht verkeerd gespeld, want wat eronder staat hoort bij `{meant}`"
                ))
                .label(format!("bedoelt u `{meant}`?"))
                .help(format!("schrijf `{meant}` tussen de haken"))
            }
            Self::Missing { below_it, missing } => {
                let (below_it, missing) = (shown(below_it), shown(missing));
                Words::new(format!(
                    "boven de kop `{below_it}` staat nog geen `{missing}`"
                ))
                .label(format!("dit hoort onder een `{missing}`"))
                .help(format!(
                    "zet `[[{missing}]]` met wat erbij hoort boven deze kop"
                ))
            }
            Self::Twice(name) => {
                let name = shown(name);
                Words::new(format!("de kop `[{name}]` staat er twee keer"))
                    .label("dit is de tweede")
                    .help(format!(
                        "zet alles onder één kop, of schrijf elke keer `[[{name}]]` als er meer van zijn"
                    ))
            }
            Self::BracketsDiffer(name) => {
                let name = shown(name);
                Words::new(format!(
                    "de kop `{name}` heeft nu eens enkele en dan weer dubbele haken"
                ))
                .label("hier zijn ze enkel")
                .help(format!(
                    "schrijf overal `[[{name}]]` als er meer van zijn, en anders één keer `[{name}]`"
                ))
            }
        }
    }

    pub(super) fn english(&self) -> Words {
        match self {
            Self::Misspelt { written, meant } => {
                let (written, meant) = (shown(written), shown(meant));
                Words::new(format!(
                    "the heading `{written}` is probably misspelt, for what stands under it belongs to `{meant}`"
                ))
                .label(format!("did you mean `{meant}`?"))
                .help(format!("write `{meant}` between the brackets"))
            }
            Self::Missing { below_it, missing } => {
                let (below_it, missing) = (shown(below_it), shown(missing));
                Words::new(format!(
                    "there is no `{missing}` yet above the heading `{below_it}`"
                ))
                .label(format!("this belongs under a `{missing}`"))
                .help(format!(
                    "put `[[{missing}]]` and what belongs to it above this heading"
                ))
            }
            Self::Twice(name) => {
                let name = shown(name);
                Words::new(format!("the heading `[{name}]` stands there twice"))
                    .label("this is the second")
                    .help(format!(
                        "put all under one heading, or write `[[{name}]]` each time if there are more of them"
                    ))
            }
            Self::BracketsDiffer(name) => {
                let name = shown(name);
                Words::new(format!(
                    "the heading `{name}` has single brackets at one place and double ones at another"
                ))
                .label("here they are single")
                .help(format!(
                    "write `[[{name}]]` everywhere if there are more of them, and otherwise `[{name}]` once"
                ))
            }
        }
    }
}
