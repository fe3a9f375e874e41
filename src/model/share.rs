//! A share of a whole, kept as a fraction so that a third stays a third.

/// A fraction from 0 up to and including 1, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    numerator: u64,
    denominator: u64,
}

impl Share {
    /// The fraction `numerator / denominator`; none when it is not between 0 and 1.
    #[must_use]
    pub fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 || numerator > denominator {
            return None;
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        Some(Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        })
    }

    /// Reads `1/3`, `0.5`, `0,5` or `50 %`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((part, whole)) = text.split_once('/') {
            return Self::new(digits(part.trim())?, digits(whole.trim())?);
        }
        let (number, whole) = match text.strip_suffix('%') {
            Some(percent) => (percent.trim(), 100),
            None => (text, 1),
        };
        let number = number.replacen(',', ".", 1);
        let (units, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let scale = 10u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let numerator = digits(&format!("{units}{decimals}"))?;
        Self::new(numerator, scale.checked_mul(whole)?)
    }

    /// The upper number.
    #[must_use]
    pub fn numerator(self) -> u64 {
        self.numerator
    }

    /// The lower number.
    #[must_use]
    pub fn denominator(self) -> u64 {
        self.denominator
    }

    /// Whether it is a percentage of at most one decimal: a third is not.
    #[must_use]
    pub fn is_tenths_of_percent(self) -> bool {
        1000 % self.denominator == 0
    }

    /// The upper number of what is left of the whole; none when nothing is left.
    #[must_use]
    pub fn rest(self) -> Option<u64> {
        let rest = self.denominator - self.numerator;
        (rest > 0).then_some(rest)
    }
}

/// At most nine digits, so that products of shares and amounts stay exact.
fn digits(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 {
        a.max(1)
    } else {
        greatest_common_divisor(b, a % b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_in_every_spelling() {
        let half = Share::new(1, 2);
        for text in ["1/2", "0.5", "0,50", "50 %", "50%", " 50,0 % ", "2/4"] {
            assert_eq!(Share::parse(text), half, "{text}");
        }
        assert_eq!(Share::parse("1/3"), Share::new(1, 3));
    }

    #[test]
    fn what_is_no_share_is_refused() {
        for text in [
            "",
            "/2",
            "50",
            "3/2",
            "1/0",
            "-1/2",
            "+1/2",
            "half",
            "1e-1",
            "101 %",
            "0.5.1",
            "1/1000000000",
            "0.0000000001",
        ] {
            assert_eq!(Share::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_third_is_no_percentage_and_leaves_two_thirds() {
        let share = |text| Share::parse(text).expect("a test share is a share");
        assert!(share("12.5 %").is_tenths_of_percent());
        assert!(!share("1/3").is_tenths_of_percent());
        assert!(!share("0.01 %").is_tenths_of_percent());
        assert_eq!(
            (share("2/6").numerator(), share("2/6").denominator()),
            (1, 3)
        );
        assert_eq!(
            (share("1/3").rest(), share("40 %").rest()),
            (Some(2), Some(3))
        );
        assert_eq!(share("100 %").rest(), None);
    }
}
