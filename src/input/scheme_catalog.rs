//! The schemes that are built into the program, so that it runs anywhere.
//! To add one: a TOML file in `data/schemes` and a line here.

/// A built-in scheme: its id and the text of its file.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// The id that dossiers name.
    pub id: &'static str,
    /// The text of the file.
    pub text: &'static str,
}

/// All built-in schemes.
pub const SCHEMES: &[BuiltIn] = &[BuiltIn {
    id: "plan-samenleven",
    text: include_str!("../../data/schemes/plan-samenleven.toml"),
}];

/// The built-in scheme with this id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static BuiltIn> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}
