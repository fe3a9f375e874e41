//! The scheme of a new dossier: built in, or a file of one's own.

use super::super::schemes::unknown;
use super::super::surroundings::{Stream, Surroundings, tell};
use crate::finding::locate;
use crate::input::{BuiltIn, SCHEMES, built_in, load_scheme};
use crate::model::Scheme;
use crate::render::findings_text;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A scheme, and where it comes from.
#[derive(Debug)]
pub(super) struct Chosen {
    /// The rules.
    pub(super) scheme: Cow<'static, Scheme>,
    /// The file of one's own; none where it is built in.
    pub(super) file: Option<PathBuf>,
}

/// The scheme that was asked for: the id of one that is built in, else a file; the first
/// that is built in when none was. None when it cannot be used, which is then told.
///
/// # Errors
/// When the file cannot be opened.
pub(super) fn chosen(
    asked: Option<PathBuf>,
    surroundings: &Surroundings,
) -> anyhow::Result<Option<Chosen>> {
    let built_in = match asked.as_deref().map(Path::to_str) {
        None => SCHEMES.first(),
        Some(id) => id.and_then(built_in),
    };
    if let Some(scheme) = built_in.and_then(BuiltIn::scheme) {
        return Ok(Some(Chosen {
            scheme: Cow::Borrowed(scheme),
            file: None,
        }));
    }
    let path = asked.unwrap_or_default();
    let language = surroundings.language();
    if !path.exists() && path.extension().is_none() && path.components().count() == 1 {
        tell(&unknown(&path.display().to_string(), language));
        return Ok(None);
    }
    let (scheme, findings, sources) = load_scheme(&path)?;
    if !findings.is_empty() {
        let settings = surroundings.settings(Stream::Err, language);
        tell(&findings_text(&locate(findings, &sources), &settings));
    }
    Ok(scheme.map(|scheme| Chosen {
        scheme: Cow::Owned(scheme),
        file: Some(path),
    }))
}
