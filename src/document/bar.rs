//! Bars that a renderer draws from the cells of a row.

use crate::model::Ratio;
use std::collections::BTreeMap;

/// A bar drawn from the cells of a row.
#[derive(Debug, Clone)]
pub enum Bar {
    /// A ratio on a scale of 0 to 200 %, with a tick at 100 %.
    Target {
        /// Key of the ratio.
        ratio: &'static str,
        /// By position of the row: the part that may be counted twice, in percent
        /// of the target as a ratio.
        doubtful: BTreeMap<usize, Ratio>,
    },
    /// A ratio on a scale of 0 to 100 %.
    Share {
        /// Key of the ratio.
        ratio: &'static str,
    },
    /// What is there out of what is planned, all rows on one scale.
    Filled {
        /// Key of what is planned.
        planned: &'static str,
        /// Key of what is there.
        filled: &'static str,
    },
}
