//! Findings of an account that is made public: they say what is wrong and where, and
//! nothing that stands in a row of a log.

use super::{About, Fault, Located, Place, Rule, Words};

/// A fault that keeps to itself what it found.
#[derive(Debug)]
struct Withheld(Box<dyn Fault>);

/// The same findings. What they would tell of a row of one of these logs, or of a count
/// that no table shows, is kept back; so are the texts of their places, and how far into
/// its row each cell stands: that tells how many digits stand before it.
#[must_use]
pub fn withheld(findings: Vec<Located>, logs: &[&str]) -> Vec<Located> {
    let is_in_row = |place: &Place| place.cell.is_some() && logs.contains(&place.path.as_str());
    findings
        .into_iter()
        .map(|mut finding| {
            let is_of_row = places(&mut finding).any(|it| is_in_row(it));
            let is_private = finding.fault.is_private();
            if !is_private && (is_of_row || finding.fault.tells_counts()) {
                finding = without_text(finding);
            }
            for place in places(&mut finding).filter(|it| is_in_row(it)) {
                place.column = 1;
            }
            finding
        })
        .collect()
}

fn places(finding: &mut Located) -> impl Iterator<Item = &mut Place> {
    std::iter::once(&mut finding.place).chain(&mut finding.related)
}

fn without_text(mut finding: Located) -> Located {
    for place in places(&mut finding) {
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

    fn is_about(&self, is_meant: &dyn Fn(&About) -> bool) -> bool {
        self.0.is_about(is_meant)
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
