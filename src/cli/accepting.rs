//! What the dossier accepts, held against all that was found in it.

use crate::finding::{Code, Finding, Located, accept, in_order, locate};
use crate::input::fault::AcceptOfNothing;
use crate::model::{Accept, Account};
use crate::source::Sources;

/// The findings, each with whether the dossier accepts it, and a finding for each
/// acceptance that means none.
pub(super) fn accepting(
    mut findings: Vec<Located>,
    account: &Account,
    sources: &Sources,
) -> Vec<Located> {
    let today = account.today().ok();
    let accepts = &account.dossier.accepts;
    let unused = accept(&mut findings, accepts, today);
    let told: Vec<Finding> = unused
        .into_iter()
        .filter(|it| it.code != Code::I27.key())
        .map(|it| Finding::new(of_nothing(it, &findings), it.span))
        .collect();
    let mut told = locate(told, sources);
    accept(&mut told, accepts, today);
    findings.extend(told);
    in_order(findings)
}

fn of_nothing(accept: &Accept, findings: &[Located]) -> AcceptOfNothing {
    let elsewhere = findings
        .iter()
        .find(|it| it.code().key() == accept.code && it.accepted().is_none());
    AcceptOfNothing {
        code: accept.code.clone(),
        place: accept.place.clone(),
        elsewhere: elsewhere.map(|it| (it.place.path.clone(), it.place.line)),
    }
}
