//! Cells that need no second look: the few shapes that nearly every cell has, and that
//! have one reading. Whoever reads a cell with care asks here first, and whoever reads
//! fast asks nobody else, so that the two cannot differ.

use crate::model::NumberStyle;

/// A day as written; whether it exists is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) struct PlainDate {
    /// The year.
    pub(in crate::input) year: u16,
    /// The month.
    pub(in crate::input) month: u8,
    /// The day of the month.
    pub(in crate::input) day: u8,
    /// Whether the day stands first, so that it could be exchanged with the month.
    pub(in crate::input) is_day_first: bool,
}

/// `2023-03-31`; under the Belgian convention `31/03/2023` as well.
///
/// Every row has a date, so its first eight bytes and its last eight are looked at as
/// two numbers of eight bytes, the first byte the highest.
#[inline]
pub(in crate::input) fn plain_date(text: &[u8], style: NumberStyle) -> Option<PlainDate> {
    if text.len() != 10 {
        return None;
    }
    let start = u64::from_be_bytes(*text.first_chunk()?);
    let end = u64::from_be_bytes(*text.last_chunk()?);
    let two = |bytes: u64, shift: u32| (bytes >> shift) & 0xFFFF;
    let is_year_first = end & 0x0000_FF00_00FF_0000 == 0x0000_2D00_002D_0000;
    let digits = if is_year_first {
        (start & 0xFFFF_FFFF_0000_0000) | (two(end, 24) << 16) | two(end, 0)
    } else if end & 0xFF00_00FF_0000_0000 == 0x2F00_002F_0000_0000 && style == NumberStyle::Belgian
    {
        (end << 32) | (two(end, 40) << 16) | two(start, 48)
    } else {
        return None;
    };
    let (year, month, day) = eight_digits(digits)?;
    Some(PlainDate {
        year,
        month,
        day,
        is_day_first: !is_year_first,
    })
}

/// The numbers of four, two and two digits in eight bytes that are all digits.
#[inline]
fn eight_digits(bytes: u64) -> Option<(u16, u8, u8)> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let digits = bytes.wrapping_sub(0x30 * ONES);
    // A byte below 0x30 borrows and so has a high bit; one above 0x39 gets one.
    if (bytes | digits | digits.wrapping_add(0x76 * ONES)) & (0x80 * ONES) != 0 {
        return None;
    }
    // Tens and ones of each pair of digits.
    let pairs = ((digits >> 8) & 0x00FF_00FF_00FF_00FF) * 10 + (digits & 0x00FF_00FF_00FF_00FF);
    let [_, century, _, year, _, month, _, day] = pairs.to_be_bytes();
    Some((u16::from(century) * 100 + u16::from(year), month, day))
}

/// One to eight digits.
#[inline]
pub(in crate::input) fn plain_count(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    digits(text)
}

/// The cents of up to nine digits before the mark of the file and two after it, or of
/// up to nine digits alone; perhaps with a minus before them.
#[inline]
pub(in crate::input) fn plain_cents(text: &[u8], style: NumberStyle) -> Option<i64> {
    let (text, is_negative) = match text {
        [b'-', rest @ ..] => (rest, true),
        _ => (text, false),
    };
    let mark = match style {
        NumberStyle::Belgian => b',',
        NumberStyle::Plain => b'.',
    };
    let (whole, cents) = match text {
        [whole @ .., found, tens, ones] if *found == mark => (whole, digits(&[*tens, *ones])?),
        _ => (text, 0),
    };
    if whole.is_empty() || whole.len() > 9 {
        return None;
    }
    let cents = digits(whole)? * 100 + cents;
    Some(if is_negative { -cents } else { cents })
}

/// The number that a few digits make; none where something else stands among them.
#[inline]
fn digits(text: &[u8]) -> Option<i64> {
    let mut number = 0;
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + i64::from(digit);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberStyle::{Belgian, Plain};

    #[test]
    fn dates_of_ten_characters_are_plain() {
        let date = |text: &str, style| {
            plain_date(text.as_bytes(), style).map(|it| (it.year, it.month, it.day))
        };
        assert_eq!(date("2023-03-31", Plain), Some((2023, 3, 31)));
        assert_eq!(date("31/03/2023", Belgian), Some((2023, 3, 31)));
        for text in [
            "31/03/2023",
            "2023/03/31",
            "2023-03-3",
            "2023-3-031",
            "20a3-03-31",
        ] {
            assert_eq!(date(text, Plain), None, "{text}");
        }
        for text in [
            "1/03/2023",
            "31-03-2023",
            "31/03-2023",
            "31/03/202x",
            " 1/03/2023",
        ] {
            assert_eq!(date(text, Belgian), None, "{text}");
        }
    }

    #[test]
    fn a_few_digits_are_a_plain_count() {
        assert_eq!(plain_count(b"12345678"), Some(12_345_678));
        assert_eq!(plain_count(b"007"), Some(7));
        for text in ["", "-1", "123456789", "1.5", "1 0"] {
            assert_eq!(plain_count(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn amounts_to_the_cent_are_plain() {
        let cents = |text: &str, style| plain_cents(text.as_bytes(), style);
        assert_eq!(cents("1234.50", Plain), Some(123_450));
        assert_eq!(cents("-1234,50", Belgian), Some(-123_450));
        assert_eq!(cents("1234", Belgian), Some(123_400));
        assert_eq!(cents("-0,00", Belgian), Some(0));
        for text in [
            "1234,5",
            "1.234,50",
            ",50",
            "-",
            "",
            "1234567890",
            "12,345",
            "12.50",
        ] {
            assert_eq!(cents(text, Belgian), None, "{text}");
        }
    }
}
