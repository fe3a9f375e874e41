//! What stands for the findings of one code beyond those that are told one by one.
//! It has no rule of its own: it counts as one more finding of that code.

use super::{About, Code, Fault, Rule, Words};
use crate::wording::{dutch, english};

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

impl Fault for MoreOfTheSame {
    fn rule(&self) -> &'static Rule {
        self.rule
    }

    fn about(&self) -> Vec<About> {
        self.about.clone()
    }

    fn is_about(&self, is_meant: &dyn Fn(&About) -> bool) -> bool {
        self.about.iter().any(is_meant)
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
