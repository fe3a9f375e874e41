//! One spelling for signs that look alike: digits and marks of full width, dashes
//! that stand for a minus, spaces and apostrophes that stand between groups.

use std::borrow::Cow;

/// The text with each such sign as its plain one. Nearly every cell is plain already.
pub(super) fn narrowed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(narrow).collect())
    }
}

fn narrow(sign: char) -> char {
    match sign {
        // Hyphens, dashes of every length, the minus sign, and small ones.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        // Spaces that do not break, thin ones, and those as wide as a digit.
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => ' ',
        '’' => '\'',
        // The plain signs and digits again, at full width.
        '\u{ff01}'..='\u{ff5e}' => u32::from(sign)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(sign),
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::narrowed;

    #[test]
    fn signs_that_look_alike_are_one() {
        assert_eq!(narrowed("１２．３４５，６０"), "12.345,60");
        assert_eq!(narrowed("−1\u{202f}250\u{2007}000–"), "-1 250 000-");
        assert_eq!(narrowed("€ １’２５０"), "€ 1'250");
        assert_eq!(narrowed("30／09／2023"), "30/09/2023");
    }
}
