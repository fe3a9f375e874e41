//! I02: a name in a dossier or scheme file that is not known at that place.

use super::{inside, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A name that is not known where it stands.
#[derive(Debug)]
pub struct UnknownKey {
    /// The name as it stands.
    pub key: String,
    /// The table it stands in, such as `[[action.year]]`; empty for the top of the file.
    pub table: &'static str,
    /// Other tables of the file that know it, written as `table` is.
    pub homes: Vec<&'static str>,
    /// A known name there that looks like it.
    pub nearest: Option<&'static str>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I02,
    severity: Severity::Error,
    name: Both {
        nl: "een naam die niet bekend is",
        en: "a name that is not known",
    },
    why: Both {
        nl: "Wie `taget` schrijft in plaats van `target`, heeft een doel opgegeven dat niemand leest. Een \
             naam die niet bekend is, wordt daarom gemeld en nooit stilzwijgend overgeslagen.",
        en: "Whoever writes `taget` instead of `target` has given a target that nobody reads. So a name \
             that is not known is reported and never passed over in silence.",
    },
    example: "[[action.year]]\nnr = 1\ntaget = 300",
    repair: Both {
        nl: "Verbeter de naam: target = 300. Vrije tekst hoort onder `note`.",
        en: "Correct the name: target = 300. Free text belongs under `note`.",
    },
};

impl Fault for UnknownKey {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let place = inside(self.table, "bovenaan het bestand");
        let words = Words::new(format!("`{}` is niet bekend {place}", shown(&self.key)))
            .consequence("wat hier staat, wordt niet gebruikt");
        match (self.homes.as_slice(), self.nearest) {
            ([], Some(nearest)) => words
                .label(format!("bedoeld is misschien `{nearest}`"))
                .help(format!("schrijf `{nearest}`, of zet de tekst onder `note`")),
            ([], None) => words
                .label("deze naam is niet bekend")
                .help("verbeter de naam, of zet de tekst onder `note`"),
            (homes, _) => {
                let homes = homes
                    .iter()
                    .map(|home| beside(home, "onder", "bovenaan het bestand"));
                let homes: Vec<_> = homes.collect();
                let homes = homes.join(" of ");
                words
                    .label(format!("deze naam hoort {homes}"))
                    .help(format!(
                        "zet het {homes}; staat het daar al, laat het hier dan weg"
                    ))
            }
        }
    }

    fn english(&self) -> Words {
        let place = inside(self.table, "at the top of the file");
        let words = Words::new(format!("`{}` is not known {place}", shown(&self.key)))
            .consequence("what stands here is not used");
        match (self.homes.as_slice(), self.nearest) {
            ([], Some(nearest)) => words
                .label(format!("perhaps `{nearest}` is meant"))
                .help(format!("write `{nearest}`, or put the text under `note`")),
            ([], None) => words
                .label("this name is not known")
                .help("correct the name, or put the text under `note`"),
            (homes, _) => {
                let homes = homes
                    .iter()
                    .map(|home| beside(home, "under", "at the top of the file"));
                let homes: Vec<_> = homes.collect();
                let homes = homes.join(" or ");
                words
                    .label(format!("this name belongs {homes}"))
                    .help(format!(
                        "put it {homes}; if it stands there already, leave it out here"
                    ))
            }
        }
    }
}

/// `under [[action.year]]`
fn beside(table: &str, under: &str, top: &str) -> String {
    if table.is_empty() {
        top.to_owned()
    } else {
        format!("{under} {table}")
    }
}
