//! Cells that need no second look: the few shapes that nearly every cell has, and that
//! have one reading. Whoever reads a cell with care asks here first, and whoever reads
//! fast asks nobody else, so that the two cannot differ.

use crate::model::NumberStyle;

/// A day as written; whether it exists is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) struct PlainDate {
    /// The year.
    pub(in crate::input) year: u32,
    /// The month.
    pub(in crate::input) month: u32,
    /// The day of the month.
    pub(in crate::input) day: u32,
    /// Whether the day stands first, so that it could be exchanged with the month.
    pub(in crate::input) is_day_first: bool,
}

/// The lowest bit of each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;

/// `2023-03-31`; under the Belgian convention `31/03/2023` as well.
#[inline(always)]
pub(in crate::input) fn plain_date(text: &[u8; 10], style: NumberStyle) -> Option<PlainDate> {
    let [first, second, .., eighth, last] = *text;
    let end = u64::from_le_bytes(*text.last_chunk()?);
    if let Some([year, month, day]) = three_pairs(end, b"00-00-00") {
        return Some(PlainDate {
            year: two(first, second)? * 100 + year,
            month,
            day,
            is_day_first: false,
        });
    }
    let start = u64::from_le_bytes(*text.first_chunk()?);
    let [day, month, century] = three_pairs(start, b"00/00/00")?;
    (style == NumberStyle::Belgian).then_some(PlainDate {
        year: century * 100 + two(eighth, last)?,
        month,
        day,
        is_day_first: true,
    })
}

/// The numbers of three pairs of digits, between which the marks of a pattern stand; its
/// noughts stand for the digits.
#[inline(always)]
fn three_pairs(bytes: u64, pattern: &[u8; 8]) -> Option<[u32; 3]> {
    // A digit above nine gets a high bit, and so does a mark that is another.
    const ABOVE: u64 = 0x7676_7F76_767F_7676;
    let digits = bytes ^ u64::from_le_bytes(*pattern);
    if (digits | digits.wrapping_add(ABOVE)) & (0x80 * ONES) != 0 {
        return None;
    }
    let pairs = digits * 10 + (digits >> 8);
    let [first, _, _, second, _, _, third, _] = pairs.to_le_bytes();
    Some([first.into(), second.into(), third.into()])
}

/// The number of two digits.
#[inline(always)]
fn two(tens: u8, ones: u8) -> Option<u32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then_some(u32::from(tens) * 10 + u32::from(ones))
}

/// The end of a cell: the bytes of one that has eight at the most, and more than is
/// known of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) struct Tail {
    /// The last eight bytes up to the end of the cell, the last of them the highest;
    /// what stands in those before it is no matter.
    pub(in crate::input) bytes: u64,
    /// How long the cell is.
    pub(in crate::input) length: usize,
}

impl Tail {
    /// The end of a text.
    #[cold]
    pub(in crate::input) fn of(text: &[u8]) -> Self {
        let last = text.iter().rev().take(8).zip((0..8).rev());
        Self {
            bytes: last.fold(0, |all, (byte, place)| {
                all | (u64::from(*byte) << (8 * place))
            }),
            length: text.len(),
        }
    }
}

/// One to eight digits.
#[inline(always)]
pub(in crate::input) fn plain_count(tail: Tail) -> Option<i64> {
    if tail.length.wrapping_sub(1) >= 8 {
        return None;
    }
    // Eight digits, the first of them nothing where the cell has fewer.
    let before = 64 - 8 * tail.length;
    let digits = ((tail.bytes ^ (0x30 * ONES)) >> before) << before;
    if (digits | digits.wrapping_add(0x76 * ONES)) & (0x80 * ONES) != 0 {
        return None;
    }
    // Two digits together, four, and all; the first are the lowest.
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    let all = (fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF;
    i64::try_from(all).ok()
}

/// The cents of up to nine digits before the mark of the file and two after it, or of
/// up to nine digits alone; perhaps with a minus before them.
#[inline(always)]
pub(in crate::input) fn plain_cents(text: &[u8], tail: Tail, style: NumberStyle) -> Option<i64> {
    let mark = match style {
        NumberStyle::Belgian => b',',
        NumberStyle::Plain => b'.',
    };
    short_cents(tail, mark).or_else(|| any_cents(text, mark))
}

/// The same where nearly every amount is: the cell ends with the mark and two digits,
/// and at most five stand before. Without the mark it is a number of cents.
#[inline(always)]
fn short_cents(tail: Tail, mark: u8) -> Option<i64> {
    let [.., found, _, _] = tail.bytes.to_le_bytes();
    if found != mark || tail.length < 4 {
        return None;
    }
    let (whole, cents) = (tail.bytes << 24 >> 16, tail.bytes >> 48 << 48);
    // Of a cell of nine there is no first byte here, and that is no digit.
    plain_count(Tail {
        bytes: whole | cents,
        length: tail.length - 1,
    })
}

fn any_cents(text: &[u8], mark: u8) -> Option<i64> {
    let (text, is_negative) = match text {
        [b'-', rest @ ..] => (rest, true),
        _ => (text, false),
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
            let text = text.as_bytes().try_into().ok()?;
            plain_date(text, style).map(|it| (it.year, it.month, it.day))
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
        let count = |text: &str| plain_count(Tail::of(text.as_bytes()));
        assert_eq!(count("12345678"), Some(12_345_678));
        assert_eq!(count("007"), Some(7));
        for text in [
            "",
            "-1",
            "123456789",
            "1.5",
            "1 0",
            "/1",
            ":",
            "\u{e9}1",
            "1\u{ff}",
        ] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn of_all_bytes_digits_alone_are_digits() {
        let other = |text: &[u8], at: usize, byte: u8| {
            let mut other = text.to_vec();
            other[at] = byte;
            other
        };
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let count = plain_count(Tail::of(&other(b"12345678", at, byte)));
                assert_eq!(count.is_some(), byte.is_ascii_digit(), "{byte:x} at {at}");
            }
            let count = plain_count(Tail::of(&[byte]));
            assert_eq!(count.is_some(), byte.is_ascii_digit(), "{byte:x}");
            for (at, was) in b"2023-03-31".iter().enumerate() {
                let text = other(b"2023-03-31", at, byte);
                let date = plain_date(text.as_slice().try_into().expect("ten bytes"), Plain);
                let may_stand = byte == *was || was.is_ascii_digit() && byte.is_ascii_digit();
                assert_eq!(date.is_some(), may_stand, "{byte:x} at {at}");
            }
        }
    }

    #[test]
    fn what_stands_before_a_cell_is_no_matter() {
        let tail = |text: &[u8; 8], length| Tail {
            bytes: u64::from_le_bytes(*text),
            length,
        };
        assert_eq!(plain_count(tail(b";x;\xff1207", 4)), Some(1207));
        assert_eq!(plain_count(tail(b"99999;\"5", 1)), Some(5));
        assert_eq!(short_cents(tail(b"7;;31.07", 5), b'.'), Some(3107));
        assert_eq!(short_cents(tail(b"7;;31.07", 4), b'.'), Some(107));
        for length in [3, 9, 10, 17] {
            assert_eq!(short_cents(tail(b"12331.07", length), b'.'), None);
        }
    }

    #[test]
    fn amounts_to_the_cent_are_plain() {
        let cents =
            |text: &str, style| plain_cents(text.as_bytes(), Tail::of(text.as_bytes()), style);
        assert_eq!(cents("1234.50", Plain), Some(123_450));
        assert_eq!(cents("-1234,50", Belgian), Some(-123_450));
        assert_eq!(cents("1234", Belgian), Some(123_400));
        assert_eq!(cents("-0,00", Belgian), Some(0));
        assert_eq!(cents("99999,99", Belgian), Some(9_999_999));
        assert_eq!(cents("123456,78", Belgian), Some(12_345_678));
        assert_eq!(cents("0,07", Belgian), Some(7));
        let nines = "999999999";
        assert_eq!(cents(nines, Belgian), Some(99_999_999_900));
        let with_cents = format!("-{nines},99");
        assert_eq!(cents(&with_cents, Belgian), Some(-99_999_999_999));
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
