//! What stands for the findings of one code beyond those that are told one by one.
//! It has no rule of its own: it counts as one more finding of that code.

use super::located::in_order;
use super::{About, Code, Fault, Located, Rule, Words};
use crate::wording::{dutch, english};
use std::collections::BTreeMap;

/// Findings of one code that are told one by one, in all files together. Nobody reads as
/// many, and a dossier with thousands of providers may have tens of thousands.
const MOST: usize = 1_000;

/// The findings of one code that are not told one by one.
#[derive(Debug)]
pub struct MoreOfTheSame {
    /// The rule that they all break.
    pub rule: &'static Rule,
    /// Their number.
    pub more: u64,
    /// What of the account they are about.
    pub about: Vec<About>,
}

/// The findings with all beyond the thousandth of a code told as a number, at the place of
/// the first that is left out. Those that the dossier accepts count for themselves.
#[must_use]
pub fn first_of_each_code(findings: Vec<Located>) -> Vec<Located> {
    let mut counts: BTreeMap<(Code, bool), usize> = BTreeMap::new();
    let mut kept = Vec::new();
    let mut rest: BTreeMap<(Code, bool), (MoreOfTheSame, Located)> = BTreeMap::new();
    for finding in findings {
        let key = (finding.code(), finding.accepted().is_some());
        let count = counts.entry(key).or_insert(0);
        *count += 1;
        if *count <= MOST {
            kept.push(finding);
            continue;
        }
        let (more, about, rule) = (finding.fault.times(), finding.about(), finding.rule());
        let nothing = MoreOfTheSame {
            rule,
            more: 0,
            about: Vec::new(),
        };
        let (told, _) = rest.entry(key).or_insert((nothing, finding));
        told.more += more;
        told.about.extend(about);
    }
    let rest = rest.into_values().map(|(more, first)| first.saying(more));
    kept.extend(rest);
    in_order(kept)
}

impl Fault for MoreOfTheSame {
    fn rule(&self) -> &'static Rule {
        self.rule
    }

    fn about(&self) -> Vec<About> {
        self.about.clone()
    }

    fn times(&self) -> u64 {
        self.more
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "nog {} keer: {}",
            dutch::count(self.more),
            self.rule.name.nl
        ))
        .label("niet apart getoond")
        .help("begin bij de plaatsen die wel getoond zijn; vaak hebben ze dezelfde oorzaak")
    }

    fn english(&self) -> Words {
        let times = english::plural(self.more, "more time", "more times");
        Words::new(format!("{times}: {}", self.rule.name.en))
            .label("not shown one by one")
            .help("begin with the places that are shown; often they have the same cause")
    }

    fn is_private(&self) -> bool {
        matches!(self.rule.code, Code::P01 | Code::P02)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Finding, Severity, locate};
    use crate::model::{ActionNr, Language, YearNr};
    use crate::source::{Sources, Span};
    use crate::wording::Both;

    /// A finding about an action.
    #[derive(Debug)]
    struct OfAction(u16);

    const NONE: Both = Both {
        nl: "iets",
        en: "something",
    };

    static RULE: Rule = Rule {
        code: Code::K08,
        severity: Severity::Warning,
        name: NONE,
        why: NONE,
        example: "",
        repair: NONE,
    };

    impl Fault for OfAction {
        fn rule(&self) -> &'static Rule {
            &RULE
        }

        fn about(&self) -> Vec<About> {
            vec![About::Action(YearNr(1), ActionNr(self.0))]
        }

        fn dutch(&self) -> Words {
            Words::new("iets")
        }

        fn english(&self) -> Words {
            Words::new("something")
        }
    }

    #[test]
    fn what_is_beyond_a_thousand_is_told_as_a_number_and_marks_its_rows() {
        let told = |many: u16| {
            let mut sources = Sources::default();
            let file = sources.add("dossier.toml", "a\n".repeat(3_000).as_str());
            let at = |nr: u16| Span::new(file, usize::from(nr) * 2..usize::from(nr) * 2 + 1);
            let findings = (0..many).map(|nr| Finding::new(OfAction(nr), at(nr)));
            first_of_each_code(locate(findings.collect(), &sources))
        };
        assert_eq!(told(1_000).len(), 1_000);
        let findings = told(1_234);
        assert_eq!(findings.len(), 1_001);
        let last = &findings[1_000];
        assert_eq!(last.place.line, 1_001);
        assert_eq!(last.words(Language::Dutch).message, "nog 234 keer: iets");
        let marked = findings.iter().flat_map(Located::about);
        let marked: Vec<About> = marked.collect();
        assert_eq!(marked.len(), 1_234);
        assert_eq!(marked[1_233], About::Action(YearNr(1), ActionNr(1_233)));
    }
}
