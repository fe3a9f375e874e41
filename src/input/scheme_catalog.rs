//! The schemes that are built into the program, so that it runs anywhere.
//! To add one: a TOML file in `data/schemes` and a line here.

use super::scheme_file::read_scheme;
use crate::model::Scheme;
use crate::source::FileId;
use std::str;
use std::sync::OnceLock;

/// A built-in scheme: its id and what its file says.
#[derive(Debug)]
pub struct BuiltIn {
    /// The id that dossiers name.
    pub id: &'static str,
    /// What the file says, without what says nothing to a program.
    bare: &'static str,
    /// What was read of it: the text never changes, and one process may load many dossiers.
    read: OnceLock<Option<Scheme>>,
}

impl BuiltIn {
    /// The scheme; it has no faults, which a test holds.
    #[must_use]
    pub fn scheme(&self) -> Option<&Scheme> {
        let read = || read_scheme(FileId::FIRST, self.bare).0;
        self.read.get_or_init(read).as_ref()
    }
}

/// A scheme of `data/schemes`, by its id.
macro_rules! of_file {
    ($id:literal) => {{
        const TEXT: &str = include_str!(concat!("../../data/schemes/", $id, ".toml"));
        static BARE: ([u8; TEXT.len()], usize) = bare(TEXT);
        BuiltIn {
            id: $id,
            bare: match str::from_utf8(BARE.0.split_at(BARE.1).0) {
                Ok(bare) => bare,
                Err(_) => panic!("whole characters are left out"),
            },
            read: OnceLock::new(),
        }
    }};
}

/// All built-in schemes.
pub static SCHEMES: [BuiltIn; 1] = [of_file!("plan-samenleven")];

/// The built-in scheme with this id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static BuiltIn> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}

/// The tables whose source the program passes on: a new dossier names it with its targets.
const RATE: &[u8] = b"[[action.rate]]";

/// The TOML text of a scheme without comments, blanks, empty lines and remarks, and its
/// length. The parser holds every one of them, and they are two in five of
/// what it holds, at each start. Texts have one line, and days no time behind a space, as in
/// every scheme.
const fn bare<const ROOM: usize>(text: &str) -> ([u8; ROOM], usize) {
    let text = text.as_bytes();
    let (mut bare, mut length) = ([0; ROOM], 0);
    let (mut quote, mut is_escaped, mut is_comment) = (None, false, false);
    let (mut statement, mut open_brackets, mut is_of_rate) = (0, 0, false);
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        let is_kept = match (quote, byte) {
            (Some(mark), _) => {
                if byte == mark && !is_escaped {
                    quote = None;
                }
                is_escaped = byte == b'\\' && mark == b'"' && !is_escaped;
                true
            }
            (None, b'\n') => {
                is_comment = false;
                let said = bare.split_at(length).0.split_at(statement).1;
                if open_brackets == 0 && is_remark(said, is_of_rate) {
                    length = statement;
                } else if open_brackets == 0 && starts_with(said, b"[") {
                    is_of_rate = starts_with(said, RATE);
                }
                let is_empty = length == 0 || bare[length - 1] == b'\n';
                if open_brackets == 0 {
                    statement = length + !is_empty as usize;
                }
                !is_empty
            }
            _ if is_comment => false,
            (None, b'#') => {
                is_comment = true;
                false
            }
            (None, b'"' | b'\'') => {
                let is_thrice = at + 2 < text.len() && text[at + 1] == byte && text[at + 2] == byte;
                assert!(!is_thrice, "a text of several lines would be taken apart");
                quote = Some(byte);
                true
            }
            (None, b'[') => {
                open_brackets += 1;
                true
            }
            (None, b']') => {
                open_brackets -= 1;
                true
            }
            (None, _) => !matches!(byte, b' ' | b'\t' | b'\r'),
        };
        if is_kept {
            bare[length] = byte;
            length += 1;
        }
        at += 1;
    }
    (bare, length)
}

/// Whether a statement is there for whoever opens the file, and for nobody else.
const fn is_remark(statement: &[u8], is_of_rate: bool) -> bool {
    starts_with(statement, b"note=") || starts_with(statement, b"source=") && !is_of_rate
}

const fn starts_with(text: &[u8], start: &[u8]) -> bool {
    let mut at = 0;
    while at < start.len() {
        if at == text.len() || text[at] != start[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn bare_text(text: &str) -> String {
        let (bytes, length) = bare::<200>(text);
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    }

    /// The scheme, with nothing of where its actions stand.
    fn without_places(scheme: &Scheme) -> Vec<String> {
        let shown = format!("{scheme:?}");
        let parts = shown.split("Span {").enumerate();
        let part = |(nr, part): (usize, &str)| match part.split_once('}') {
            Some((_, rest)) if nr > 0 => rest.to_owned(),
            _ => part.to_owned(),
        };
        parts.map(part).collect()
    }

    #[test]
    fn a_bare_text_says_what_the_file_says() {
        let schemes = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schemes");
        for scheme in &SCHEMES {
            let file = schemes.join(scheme.id).with_extension("toml");
            let text = std::fs::read_to_string(file).expect("its file is there");
            assert!(scheme.bare.len() < text.len());
            let (whole, findings) = read_scheme(FileId::FIRST, &text);
            assert!(findings.is_empty(), "{findings:?}");
            let whole = &whole.expect("it can be read");
            let bare = scheme.scheme().expect("it can be read");
            assert_eq!(without_places(whole), without_places(bare));
        }
    }

    #[test]
    fn texts_stay_as_they_are() {
        let text = "# a \"comment\"\r\n\n a\t= \"één # 'b'  \\\" c\" # d\nb = 'e \\' \n\n[ f ]\n";
        let bare = "a=\"één # 'b'  \\\" c\"\nb='e \\'\n[f]\n";
        assert_eq!(bare_text(text), bare);
    }

    #[test]
    fn remarks_are_left_out_whole() {
        let text = "note = [ # a\n  \"[b\",\n\n  'c]',\n]\n[[d]]\nsource = \"e\"\n\n\
            sources = 1\nf = [\n  \"note = 2\",\n]\n[[action.rate]]\nsource = \"h\"\nnote = 3\n[[action]]\nsource = [\"i\"]\ng = 4\n";
        let bare = "[[d]]\nsources=1\nf=[\n\"note = 2\",\n]\n[[action.rate]]\nsource=\"h\"\n[[action]]\ng=4\n";
        assert_eq!(bare_text(text), bare);
    }
}
