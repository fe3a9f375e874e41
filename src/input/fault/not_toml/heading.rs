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
    /// `[applicant]` twice.
    Twice(String),
    /// `[year]` where it should be `[[year]]`, or the other way.
    Brackets {
        /// What stands between the brackets.
        name: String,
        /// Whether they should be double.
        is_list: bool,
    },
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
                    "boven de kop `{below_it}` staat nog geen `[[{missing}]]`"
                ))
                .label(format!("dit hoort onder `[[{missing}]]`"))
                .help(format!(
                    "zet `[[{missing}]]` met wat erbij hoort boven deze kop"
                ))
            }
            Self::Twice(name) => {
                Words::new(format!("de kop `[{}]` staat er twee keer", shown(name)))
                    .label("dit is de tweede")
                    .help("zet alles onder één kop")
            }
            Self::Brackets { name, is_list } => {
                let right = brackets(name, *is_list);
                Words::new(format!(
                    "de kop `{}` heeft {} haken",
                    shown(name),
                    if *is_list { "enkele" } else { "dubbele" }
                ))
                .label(if *is_list {
                    "hier horen dubbele haken: er kunnen er meer van zijn"
                } else {
                    "hier horen enkele haken: er is er maar één van"
                })
                .help(format!("schrijf `{right}`"))
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
                    "there is no `[[{missing}]]` yet above the heading `{below_it}`"
                ))
                .label(format!("this belongs under `[[{missing}]]`"))
                .help(format!(
                    "put `[[{missing}]]` and what belongs to it above this heading"
                ))
            }
            Self::Twice(name) => Words::new(format!(
                "the heading `[{}]` stands there twice",
                shown(name)
            ))
            .label("this is the second")
            .help("put all under one heading"),
            Self::Brackets { name, is_list } => {
                let right = brackets(name, *is_list);
                Words::new(format!(
                    "the heading `{}` has {} brackets",
                    shown(name),
                    if *is_list { "single" } else { "double" }
                ))
                .label(if *is_list {
                    "double brackets belong here: there may be more of them"
                } else {
                    "single brackets belong here: there is only one of them"
                })
                .help(format!("write `{right}`"))
            }
        }
    }
}

/// A heading as it should be.
fn brackets(name: &str, is_list: bool) -> String {
    let name = shown(name);
    if is_list {
        format!("[[{name}]]")
    } else {
        format!("[{name}]")
    }
}
