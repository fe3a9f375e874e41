//! A share as it may be written, as a regular expression.

/// A fraction, a decimal number up to one, or a percentage up to a hundred. That a
/// fraction is no more than one, and has no zero below, it cannot say.
pub(super) const SHARE: &str = concat!(
    r"^\s*(?:",
    r"[0-9]{1,9}\s*/\s*[0-9]{1,9}",
    r"|0*1(?:[.,]0*)?",
    r"|0*[.,][0-9]+|0+[.,]?",
    r"|0*100(?:[.,]0*)?\s*%",
    r"|0*(?:[0-9]{1,2}(?:[.,][0-9]*)?|[.,][0-9]+)\s*%",
    r")\s*$"
);
