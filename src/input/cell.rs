//! One cell by itself, read by the rules by which a cell of a log is read: for whoever
//! tries or times these rules without a file around them.

use super::convention;
use crate::model::{Date, Euro, NumberStyle};

/// The amount that a cell holds; none where it is refused.
#[must_use]
pub fn amount(text: &str, style: NumberStyle) -> Option<Euro> {
    convention::amount(text, style).ok()
}

/// The count that a cell holds; none where it is refused.
#[must_use]
pub fn count(text: &str, style: NumberStyle) -> Option<i64> {
    convention::count(text, style).ok()
}

/// The date that a cell holds; none where it is refused.
#[must_use]
pub fn date(text: &str, style: NumberStyle) -> Option<Date> {
    convention::date(text, style).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberStyle::{Belgian, Plain};

    #[test]
    fn a_cell_says_what_it_says_in_a_file() {
        assert_eq!(amount("1.250,50", Belgian), Euro::parse("1250.50").ok());
        assert_eq!(amount("25.000", Plain), None, "it has two readings");
        assert_eq!(count("1.250", Belgian), Some(1250));
        assert_eq!(count("15.0", Belgian), None, "it has two readings");
        let day = Date::constant(2023, 3, 31);
        assert_eq!(date("31/03/2023", Belgian), Some(day));
        assert_eq!(date("31/09/2023", Belgian), None, "there is no such day");
    }
}
