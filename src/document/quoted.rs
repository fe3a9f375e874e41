//! Texts of the user and of the scheme, said as they were written.

use crate::model::InTwoLanguages;
use crate::wording::{Say, visible};

/// The user's own words as a sentence.
#[derive(Debug, Clone)]
pub struct Quoted(pub String);

impl Say for Quoted {
    fn dutch(&self) -> String {
        visible(&self.0).into_owned()
    }
    fn english(&self) -> String {
        visible(&self.0).into_owned()
    }
}

/// A text of the scheme as a sentence.
impl Say for InTwoLanguages {
    fn dutch(&self) -> String {
        visible(&self.nl).into_owned()
    }
    fn english(&self) -> String {
        visible(&self.en).into_owned()
    }
}
