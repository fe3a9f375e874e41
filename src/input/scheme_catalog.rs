//! The schemes that are built into the program, so that it runs anywhere.
//! To add one: a TOML file in `data/schemes` and a line here.

use super::scheme_file::read_scheme;
use crate::model::Scheme;
use crate::source::FileId;
use std::sync::OnceLock;

/// A built-in scheme: its id and the text of its file.
#[derive(Debug)]
pub struct BuiltIn {
    /// The id that dossiers name.
    pub id: &'static str,
    /// The text of the file.
    pub text: &'static str,
    /// What was read of it: the text never changes, and one process may load many dossiers.
    read: OnceLock<Option<Scheme>>,
}

impl BuiltIn {
    /// The scheme; it has no faults, which a test holds.
    #[must_use]
    pub fn scheme(&self) -> Option<&Scheme> {
        let read = || read_scheme(FileId::FIRST, self.text).0;
        self.read.get_or_init(read).as_ref()
    }
}

/// All built-in schemes.
pub static SCHEMES: [BuiltIn; 1] = [BuiltIn {
    id: "plan-samenleven",
    text: include_str!("../../data/schemes/plan-samenleven.toml"),
    read: OnceLock::new(),
}];

/// The built-in scheme with this id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static BuiltIn> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}
