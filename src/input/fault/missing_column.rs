//! I10: a log without a column that it needs.

use super::shown;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// A column that is needed and neither in the header nor fixed in the dossier.
#[derive(Debug)]
pub struct MissingColumn {
    /// Its key, such as `count`.
    pub key: &'static str,
    /// The headers by which it is known.
    pub names: Both,
    /// The headers that the file has.
    pub header: Vec<String>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I10,
    severity: Severity::Error,
    name: Both {
        nl: "een kolom die ontbreekt",
        en: "a column that is missing",
    },
    why: Both {
        nl: "Een rij zegt iets als ze een datum, een actie en een aantal heeft. Ontbreekt een van die \
             kolommen, dan wordt niet geraden welke andere kolom bedoeld zou zijn.",
        en: "A row says something when it has a date, an action and a count. If one of those columns is \
             missing, nobody guesses which other column might be meant.",
    },
    example: "datum;actie;hoeveel\n12/10/2022;5;18",
    repair: Both {
        nl: "Noem de kolom `aantal`, of schrijf columns = { count = \"hoeveel\" } bij dat bestand in het dossier.",
        en: "Call the column `count`, or write columns = { count = \"hoeveel\" } at that file in the dossier.",
    },
};

impl MissingColumn {
    fn headers(&self) -> Vec<String> {
        self.header.iter().map(|header| shown(header)).collect()
    }
}

impl Fault for MissingColumn {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!("er is geen kolom voor `{}`", self.key))
            .label(format!("gevonden: {}", dutch::list(&self.headers())))
            .consequence("het bestand telt niet mee")
            .help(format!(
                "geef de kolom als kop: {}; of schrijf columns = {{ {} = \"…\" }} bij dit bestand in \
                 het dossier, met haar eigen kop",
                self.names.nl, self.key
            ))
    }

    fn english(&self) -> Words {
        Words::new(format!("there is no column for `{}`", self.key))
            .label(format!("found: {}", english::list(&self.headers())))
            .consequence("the file does not count")
            .help(format!(
                "give the column as its header: {}; or write columns = {{ {} = \"…\" }} at this file in \
                 the dossier, with its own header",
                self.names.en, self.key
            ))
    }
}
