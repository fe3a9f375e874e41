//! I26: a bookings file, which this version does not read.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A bookings file that the dossier names.
#[derive(Debug)]
pub struct BookingsNotRead {}

pub(super) static RULE: Rule = Rule {
    code: Code::I26,
    severity: Severity::Notice,
    name: Both {
        nl: "boekingen die nog niet gelezen worden",
        en: "bookings that are not read yet",
    },
    why: Both {
        nl: "Uit de boekingen blijkt wat echt besteed is en wie het betaald heeft. Deze versie leest ze nog \
             niet. Daarom staat het geregistreerde eigen aandeel als onbekend in het rapport, en niet als nul.",
        en: "Bookings show what was really spent and who paid it. This version does not read them yet. So the \
             own share that was booked stands in the report as unknown, and not as zero.",
    },
    example: "[[bookings]]\nfile = \"bookings.csv\"",
    repair: Both {
        nl: "Niets: laat [[bookings]] staan voor een volgende versie, of haal het weg.",
        en: "Nothing: leave [[bookings]] for a later version, or remove it.",
    },
};

impl Fault for BookingsNotRead {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new("deze versie leest nog geen boekingen")
            .label("niet gelezen")
            .consequence("het geregistreerde eigen aandeel blijft onbekend")
            .help("toon het eigen aandeel voorlopig uit de boekhouding zelf")
    }

    fn english(&self) -> Words {
        Words::new("this version does not read bookings yet")
            .label("not read")
            .consequence("the own share that was booked stays unknown")
            .help("for now, show the own share from the accounts themselves")
    }
}
