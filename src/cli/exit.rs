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
    /// Nothing counts.
    pub(super) exit_zero: bool,
}

impl Bar {
    /// The codes that make the exit code 1 though they are no errors.
    pub(super) fn denied(&self, findings: &[Located]) -> Vec<Code> {
        let mut denied: Vec<Code> = findings
            .iter()
            .filter(|it| it.severity() != Severity::Error)
            .filter(|it| self.judge(std::slice::from_ref(*it)) == Exit::Findings)
            .map(Located::code)
            .collect();
        denied.sort_unstable();
        denied.dedup();
        denied
    }

    /// The exit code that findings ask for.
    pub(super) fn judge(&self, findings: &[Located]) -> Exit {
        let counts = |finding: &Located| match finding.severity() {
            Severity::Error => true,
            Severity::Warning => self.deny_warnings || self.deny.contains(&finding.code()),
            Severity::Notice => self.deny.contains(&finding.code()),
        };
        if !self.exit_zero && findings.iter().any(counts) {
            Exit::Findings
        } else {
            Exit::Fine
        }
    }
}
