//! The exit codes, all of them.

use crate::finding::{Code, Located, Severity};
use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// 0: no finding of severity error.
    Fine,
    /// 1: findings of severity error, or such as the command line counts as errors.
    Findings,
    /// 2: wrong usage, something cannot be read or written, or no figures are possible.
    Failure,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::Failure => 2,
        })
    }
}

/// What counts as an error for the exit code.
#[derive(Debug, Clone, Default)]
pub(super) struct Bar {
    /// Warnings count.
    pub(super) deny_warnings: bool,
    /// These codes count.
    pub(super) deny: Vec<Code>,
    /// These codes are warnings, whatever they are by themselves.
    pub(super) warn: Vec<Code>,
    /// These codes are not told.
    pub(super) allow: Vec<Code>,
    /// Nothing counts.
    pub(super) exit_zero: bool,
}

impl Bar {
    /// A code of which two things are asked at once.
    pub(super) fn contradiction(&self) -> Option<Code> {
        let lists = [&self.deny, &self.warn, &self.allow];
        Code::ALL
            .iter()
            .copied()
            .find(|code| lists.iter().filter(|list| list.contains(code)).count() > 1)
    }

    /// The findings as they are to be told and counted, and those that are not told.
    pub(super) fn weigh(&self, findings: Vec<Located>) -> (Vec<Located>, Vec<Located>) {
        let findings = findings.into_iter().map(|it| self.weighed(it));
        findings.partition(|it| !self.allow.contains(&it.code()))
    }

    fn weighed(&self, finding: Located) -> Located {
        let mut finding = if self.warn.contains(&finding.code()) {
            finding.weighing(Severity::Warning)
        } else {
            finding
        };
        finding.is_denied = finding.accepted().is_none()
            && match finding.severity() {
                Severity::Error => false,
                Severity::Warning => self.deny_warnings || self.deny.contains(&finding.code()),
                Severity::Notice => self.deny.contains(&finding.code()),
            };
        finding
    }

    /// The codes that make the exit code 1 though they are no errors.
    pub(super) fn denied(&self, findings: &[Located]) -> Vec<Code> {
        if self.exit_zero {
            return Vec::new();
        }
        codes(findings.iter().filter(|it| it.is_denied))
    }

    /// The exit code that weighed findings ask for.
    pub(super) fn judge(&self, findings: &[Located]) -> Exit {
        let counts = |it: &Located| {
            it.accepted().is_none() && (it.severity() == Severity::Error || it.is_denied)
        };
        if !self.exit_zero && findings.iter().any(counts) {
            Exit::Findings
        } else {
            Exit::Fine
        }
    }
}

/// The codes of findings of reading that are errors and are not told: without them
/// figures may be incomplete.
pub(super) fn untold_errors(allowed: &[Located]) -> Vec<Code> {
    let reading = |it: &&Located| it.code().key().starts_with('I');
    let errors = allowed
        .iter()
        .filter(|it| it.rule().severity == Severity::Error);
    codes(errors.filter(reading))
}

/// The codes of some findings, each once, in order.
fn codes<'a>(findings: impl Iterator<Item = &'a Located>) -> Vec<Code> {
    let mut codes: Vec<Code> = findings.map(Located::code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
