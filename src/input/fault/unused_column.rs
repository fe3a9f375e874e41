//! I24: a column of a log that is not used.

use super::quoted;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A column whose header is not known.
#[derive(Debug)]
pub struct UnusedColumn {
    /// Its header; empty where there is none above its cells.
    pub header: String,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I24,
    severity: Severity::Notice,
    name: Both {
        nl: "een kolom die niet gebruikt wordt",
        en: "a column that is not used",
    },
    why: Both {
        nl: "Een logboek mag meer kolommen hebben dan het rapport nodig heeft. De melding staat er voor het \
             geval dat een kop anders gespeld is dan bedoeld, zodat bijvoorbeeld alle aanbieders wegvallen.",
        en: "A log may have more columns than the report needs. The notice is there in case a header is \
             spelled otherwise than meant, so that for example all providers are lost.",
    },
    example: "datum;actie;aantal;anbieder\n12/10/2022;5;18;taalcafé",
    repair: Both {
        nl: "Verbeter de kop: aanbieder. Een kolom die alleen voor eigen gebruik is, mag blijven staan.",
        en: "Correct the header: provider. A column that is only for your own use may stay.",
    },
};

impl Fault for UnusedColumn {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        if self.header.is_empty() {
            return Words::new("een kolom zonder kop wordt niet gebruikt")
                .label("hierboven staat geen kop")
                .help("schrijf een kop boven de kolom als ze moet meetellen; een samengevoegde cel geldt voor haar eerste kolom");
        }
        Words::new(format!(
            "de kolom {} wordt niet gebruikt",
            quoted(&self.header)
        ))
        .label("deze kop is niet bekend")
        .help("moet de kolom meetellen, verbeter dan de kop of zeg in het dossier onder `columns` waar ze voor staat; anders mag ze blijven staan")
    }

    fn english(&self) -> Words {
        if self.header.is_empty() {
            return Words::new("a column without a header is not used")
                .label("there is no header above this")
                .help("write a header above the column if it should count; a merged cell holds for its first column");
        }
        Words::new(format!("the column {} is not used", quoted(&self.header)))
            .label("this header is not known")
            .help("if the column should count, correct the header or say in the dossier, under `columns`, what it stands for; otherwise it may stay")
    }
}
