//! Findings of an account that is made public: they say what is wrong and where, and
//! nothing that stands in a row of a log.

use super::{About, Fault, Located, Rule, Words};

/// A fault that keeps to itself what it found.
#[derive(Debug)]
struct Withheld(Box<dyn Fault>);

/// The same findings. What they would tell of a row of one of these logs, or of a count
/// that no table shows, is kept back; so are the texts of their places.
#[must_use]
pub fn withheld(findings: Vec<Located>, logs: &[&str]) -> Vec<Located> {
    findings
        .into_iter()
        .map(|it| {
            if tells(&it, logs) {
                without_text(it)
            } else {
                it
            }
        })
        .collect()
}

fn tells(finding: &Located, logs: &[&str]) -> bool {
    let mut places = std::iter::once(&finding.place).chain(&finding.related);
    let is_of_row = places.any(|it| it.cell.is_some() && logs.contains(&it.path.as_str()));
    !finding.fault.is_private() && (is_of_row || finding.fault.tells_counts())
}

fn without_text(mut finding: Located) -> Located {
    let places = std::iter::once(&mut finding.place).chain(&mut finding.related);
    for place in places {
        place.excerpt = None;
        place.mark = 0..0;
    }
    finding.fault = Box::new(Withheld(finding.fault));
    finding
}

impl Fault for Withheld {
    fn rule(&self) -> &'static Rule {
        self.0.rule()
    }

    fn about(&self) -> Vec<About> {
        self.0.about()
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "{} (in de openbare versie staat er niet bij wat er stond)",
            self.rule().name.nl
        ))
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "{} (the public version does not say what stood there)",
            self.rule().name.en
        ))
    }
}
