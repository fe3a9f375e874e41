//! Findings made by hand.

use crate::finding::{Code, Fault, Finding, Located, Place, Rule, Severity, Spot, Words, locate};
use crate::wording::Both;

#[derive(Debug)]
struct Example;

static RULE: Rule = Rule {
    code: Code::I05,
    severity: Severity::Error,
    name: Both {
        nl: "onmogelijke datum",
        en: "impossible date",
    },
    why: Both { nl: "-", en: "-" },
    example: "",
    repair: Both { nl: "-", en: "-" },
};

impl Fault for Example {
    fn rule(&self) -> &'static Rule {
        &RULE
    }
    fn dutch(&self) -> Words {
        Words::new("datum bestaat niet, en dat in zoveel woorden dat de regel te lang wordt voor de bladzijde")
            .label("juni telt 30 dagen; 30/06/2025 bestaat wel")
            .consequence("1 rij van actie 5 telt niet mee")
            .help("verbeter de datum en maak het rapport opnieuw")
            .related("actie 24: 138 van 206 via Navigate You(th)")
    }
    fn english(&self) -> Words {
        self.dutch()
    }
}

/// Four findings: a line with a related place, a cell, a private place, a file.
pub(in crate::render::tests) fn findings() -> Vec<Located> {
    let mut sources = Default::default();
    let mut found = locate(Vec::new(), &sources);
    let file = sources.add("dossier.toml", "");
    let finding = |_| Finding::new(Example, Spot::File(file));
    found.extend(locate((0..4).map(finding).collect(), &sources));
    let line = "filled = [{ fte = 1.5, from = 2023-08-20 }] # en een opmerking die maar doorgaat en doorgaat";
    found[0].place = place(147, 19, None, Some(line), 18..21);
    found[0].related = vec![place(9, 1, None, Some("target = 180"), 9..12)];
    found[1].place = place(287, 30, Some("D287"), Some("31/06/2025"), 0..10);
    found[2].place = place(1_024, 7, Some("B1024"), None, 0..0);
    found[3].place = place(1, 1, None, Some("één\u{202e}\ttwee"), 4..8);
    found
}

fn place(
    line: usize,
    column: usize,
    cell: Option<&str>,
    excerpt: Option<&str>,
    mark: std::ops::Range<usize>,
) -> Place {
    Place {
        path: if cell.is_some() {
            "voortgang.csv"
        } else {
            "dossier.toml"
        }
        .to_owned(),
        line,
        column,
        cell: cell.map(ToOwned::to_owned),
        excerpt: excerpt.map(ToOwned::to_owned),
        mark,
    }
}
