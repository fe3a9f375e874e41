//! Personal data in a text of a file: national register numbers, e-mail addresses and
//! telephone numbers. Where one is found, the text is shown nowhere.

/// What a text gives away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// A Belgian national register number.
    NationalNumber,
    /// An e-mail address or a telephone number.
    Contact(Contact),
}

impl Personal {
    /// What is shown in the place of the text.
    #[must_use]
    pub fn mask(self) -> &'static str {
        match self {
            Self::NationalNumber => "[P01]",
            Self::Contact(_) => "[P02]",
        }
    }
}

/// How somebody can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// By e-mail.
    Email,
    /// By telephone.
    Telephone,
}

/// Whether a text could hold personal data at all: it has nine digits or an @ at the
/// least. All that [`personal`] finds has.
#[must_use]
pub fn may_be_personal(text: &[u8]) -> bool {
    memchr::memchr(b'@', text).is_some() || has_digits_of_a_number(text)
}

/// The personal data in a text, the gravest first.
#[must_use]
pub fn personal(text: &str) -> Option<Personal> {
    let numbers = numbers(text);
    if numbers.iter().any(|number| is_national_number(number)) {
        return Some(Personal::NationalNumber);
    }
    if memchr::memchr(b'@', text.as_bytes()).is_some() && text.split_whitespace().any(is_email) {
        return Some(Personal::Contact(Contact::Email));
    }
    let telephone = numbers.iter().any(|number| is_telephone(number));
    telephone.then_some(Personal::Contact(Contact::Telephone))
}

/// Digits of the shortest number that is personal: a telephone's.
const FEWEST_DIGITS: usize = 9;

fn has_digits_of_a_number(text: &[u8]) -> bool {
    // Counted in single bytes, many at once, which holds as long as a part has fewer than 256.
    let digits = |part: &[u8]| {
        part.iter()
            .map(|it| u8::from(it.is_ascii_digit()))
            .sum::<u8>()
    };
    let parts = text.chunks(usize::from(u8::MAX));
    text.len() >= FEWEST_DIGITS
        && parts.map(|part| usize::from(digits(part))).sum::<usize>() >= FEWEST_DIGITS
}

/// Runs of digits with the marks that people put between them, each run and each word of
/// it as its digits with a `+` before it where one stood. Dates part the runs, and so does a
/// slash with spaces around it. What has too few digits to be personal is left out.
fn numbers(text: &str) -> Vec<String> {
    if !has_digits_of_a_number(text.as_bytes()) {
        return Vec::new();
    }
    let words = text.split_whitespace().map(|word| {
        if is_date(word) || word == "/" {
            "|"
        } else {
            word
        }
    });
    let parted = words.collect::<Vec<_>>().join(" ");
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' ' | '+' | '(' | ')');
    let digits = |run: &str| -> String {
        let of_number = run.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        of_number.collect()
    };
    // A number may stand beside another one, so each word of a run counts as well.
    let runs = parted.split(|c| !part(c));
    let runs = runs.filter(|run| has_digits_of_a_number(run.as_bytes()));
    let numbers = runs.flat_map(|run| std::iter::once(run).chain(run.split(' ')));
    numbers.map(digits).collect()
}

/// `30/09/2023` or `2023-09-30`, perhaps with a mark after it.
fn is_date(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let parts = word.split(['/', '-', '.']);
    let has_lengths = |lengths: [std::ops::RangeInclusive<usize>; 3]| {
        parts.clone().count() == 3
            && parts.clone().zip(lengths).all(|(part, length)| {
                length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
            })
    };
    has_lengths([1..=2, 1..=2, 4..=4]) || has_lengths([4..=4, 1..=2, 1..=2])
}

/// Ten digits that begin with 0 or 1 and whose last two are 97 less the remainder of
/// the others by 97: the number of an enterprise, which is public.
fn is_enterprise_number(number: &str) -> bool {
    let value = number.parse::<u64>().unwrap_or(0);
    number.len() == 10 && number.starts_with(['0', '1']) && 97 - value / 100 % 97 == value % 100
}

/// Eleven digits: a date of birth, a serial number, and 97 less the remainder of
/// the first nine by 97; those born from 2000 on have a 2 put before the nine.
fn is_national_number(number: &str) -> bool {
    let Ok(value) = number.parse::<u64>() else {
        return false;
    };
    if number.len() != 11 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let (first, check) = (value / 100, value % 100);
    let (month, day) = (value / 10_000_000 % 100, value / 100_000 % 100);
    let born = month % 20 <= 12 && day <= 31;
    born && (97 - first % 97 == check || 97 - (first + 2_000_000_000) % 97 == check)
}

/// A Belgian number: `+32` or `0032` and eight or nine digits, or nine or ten
/// digits that begin with a single 0.
fn is_telephone(number: &str) -> bool {
    let abroad = number
        .strip_prefix("+32")
        .or_else(|| number.strip_prefix("0032"));
    match abroad {
        Some(rest) => matches!(rest.trim_start_matches('0').len(), 8 | 9),
        None => {
            let national = number.starts_with('0') && !number.starts_with("00");
            national
                && matches!(number.len(), 9 | 10)
                && !number.contains('+')
                && !is_enterprise_number(number)
        }
    }
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    let host = host.trim_end_matches(['.', ',', ';', ')', '>']);
    !name.is_empty()
        && host
            .rsplit_once('.')
            .is_some_and(|(before, end)| !before.is_empty() && end.len() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn register_numbers_of_both_centuries_are_found() {
        // Invented: 85.07.30-033 and 00.01.01-001 with their check digits.
        let old = format!("{}{:02}", "850730033", 97 - 850_730_033 % 97);
        let young = format!("{}{:02}", "000101001", 97 - 2_000_101_001_u64 % 97);
        for number in [old.clone(), young] {
            let dotted = format!(
                "{}.{}.{}-{}.{}",
                &number[..2],
                &number[2..4],
                &number[4..6],
                &number[6..9],
                &number[9..]
            );
            assert_eq!(personal(&number), Some(Personal::NationalNumber));
            assert_eq!(
                personal(&format!("kind ({dotted}) kwam")),
                Some(Personal::NationalNumber)
            );
        }
        let check = 97 - 850_730_033_u64 % 97;
        let wrong = format!("{}{:02}", "850730033", check % 97 + 1);
        assert_ne!(personal(&wrong), Some(Personal::NationalNumber));
    }

    #[test]
    fn a_number_beside_another_is_found() {
        let check = 97 - 850_730_033_u64 % 97;
        for number in [
            format!("85.07.30-033.{check:02}"),
            format!("850730033{check:02}"),
        ] {
            for text in [
                format!("{number} 2 keer"),
                format!("2 {number}"),
                format!("3x {number} 12 15"),
            ] {
                assert_eq!(personal(&text), Some(Personal::NationalNumber), "{text}");
            }
        }
        let telephone = Some(Personal::Contact(Contact::Telephone));
        assert_eq!(personal("0470123456 2 keer gebeld"), telephone);
    }

    #[test]
    fn addresses_and_telephones_are_found() {
        assert_eq!(
            personal("mail naar iemand@voorbeeld.be."),
            Some(Personal::Contact(Contact::Email))
        );
        assert_eq!(
            personal("0470 12 34 56 / 0471 12 34 56"),
            Some(Personal::Contact(Contact::Telephone))
        );
        assert_eq!(
            personal("bel 0470 00 00 00"),
            Some(Personal::Contact(Contact::Telephone))
        );
        assert_eq!(
            personal("+32 2 000 00 00"),
            Some(Personal::Contact(Contact::Telephone))
        );
    }

    #[test]
    fn dates_and_amounts_are_not_personal() {
        for text in [
            "sinds 30/09/2023",
            "€ 1.250,50",
            "van 01/10/2022 tot 30/09/2023",
            "vanaf 01/09/2023 2 VTE",
            "0207.437.468",
            "3@home",
            "Navigate You(th)",
        ] {
            assert_eq!(personal(text), None, "{text}");
        }
    }
}
