//! At most a hundred findings of a code in a TOML file; of the rest their number.
//! Logs count for themselves while they are read.

use crate::finding::{Code, Finding, MoreOfTheSame, Spot};
use crate::source::FileId;
use std::collections::BTreeMap;

/// Findings of one code that are told with their places.
pub(super) const MOST_OF_A_CODE: u64 = 100;

/// The findings with all beyond the hundredth of a code in a file told as a number,
/// at the place of the first that is left out.
pub(super) fn capped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut counts: BTreeMap<(FileId, Code), u64> = BTreeMap::new();
    let mut kept = Vec::new();
    let mut rest: BTreeMap<(FileId, Code), (MoreOfTheSame, Spot)> = BTreeMap::new();
    for finding in findings {
        if !matches!(finding.spot, Spot::Text(_)) {
            kept.push(finding);
            continue;
        }
        let key = (finding.spot.file(), finding.code());
        let count = counts.entry(key).or_insert(0);
        *count += 1;
        if *count <= MOST_OF_A_CODE {
            kept.push(finding);
            continue;
        }
        let rule = finding.fault.rule();
        let told = rest.entry(key).or_insert((
            MoreOfTheSame {
                rule,
                more: 0,
                about: Vec::new(),
            },
            finding.spot,
        ));
        told.0.more += 1;
    }
    kept.extend(
        rest.into_values()
            .map(|(fault, spot)| Finding::new(fault, spot)),
    );
    kept
}
