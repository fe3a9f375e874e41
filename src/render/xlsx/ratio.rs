//! The formula of a percentage: rounded half up to a tenth of a percent, one step down
//! where that would reach a threshold that the exact figure is below.

use super::formula::Operand;
use crate::model::{Ratio, Share};
use rust_decimal::Decimal;

/// A quotient nearer to the middle of two tenths than this, in tenths, is one of which
/// floats do not tell on which side it lies.
const NARROW: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// Beyond so many tenths of a percent a float has no digits left for that.
const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The formula that gives `own`, a fraction with three decimals; none where a
/// spreadsheet might come to another one.
pub(super) fn formula(
    part: &Operand,
    whole: &Operand,
    thresholds: &[Share],
    own: Decimal,
) -> Option<String> {
    let ratio = Ratio::new(part.figure, whole.figure)?;
    let is_own = Decimal::new(ratio.tenths_of_percent(thresholds), 3) == own;
    let mut thresholds = thresholds.to_vec();
    let tells = |share: &Share| is_told(ratio, *share);
    if !is_own || !rounds_alike(ratio) || !thresholds.iter().all(tells) {
        return None;
    }
    // The highest stands innermost: what is below a lower one is below it as well.
    thresholds.sort_by_key(|share| Decimal::from(share.numerator()) / denominator(*share));
    thresholds.dedup();
    let rounded = format!("ROUND({}/{},3)", part.name, whole.name);
    let steps = thresholds.iter().rev();
    let whole_formula = steps.fold(rounded.clone(), |otherwise, share| {
        let below = below(&part.name, &whole.name, *share);
        format!(
            "IF({below},MIN({rounded},{}),{otherwise})",
            last_below(*share)
        )
    });
    Some(format!("={whole_formula}"))
}

/// Whether a spreadsheet rounds the quotient to the same tenth. Ours goes up from the
/// middle, a spreadsheet's away from nothing, which differs for what is negative.
fn rounds_alike(ratio: Ratio) -> bool {
    let doubled = ratio.part() * Decimal::ONE_THOUSAND * Decimal::TWO;
    let base = ratio.whole() * Decimal::TWO;
    if (doubled / base).abs() >= MOST {
        return false;
    }
    if ((doubled + ratio.whole()) % base).is_zero() {
        return ratio.part() >= Decimal::ZERO;
    }
    let shifted = (doubled + ratio.whole()) / base;
    let beyond = shifted - shifted.floor();
    beyond > NARROW && beyond < Decimal::ONE - NARROW
}

/// Whether floats tell on which side of a threshold the ratio lies.
fn is_told(ratio: Ratio, share: Share) -> bool {
    let part = ratio.part() * denominator(share);
    let whole = ratio.whole() * Decimal::from(share.numerator());
    if part == whole {
        let are_whole = ratio.part().is_integer() && ratio.whole().is_integer();
        return are_whole || share.numerator() == share.denominator();
    }
    whole.is_zero() || ((part - whole) / whole).abs() > NARROW * NARROW
}

/// `B2*4<C2`: a product, so that no third is rounded.
fn below(part: &str, whole: &str, share: Share) -> String {
    let times = |name: &str, factor: u64| match factor {
        1 => name.to_owned(),
        _ => format!("{name}*{factor}"),
    };
    let [part, whole] = [
        times(part, share.denominator()),
        times(whole, share.numerator()),
    ];
    format!("{part}<{whole}")
}

/// The highest tenth of a percent that is below a threshold, as a fraction.
fn last_below(share: Share) -> Decimal {
    let thousandfold = Decimal::from(share.numerator()) * Decimal::ONE_THOUSAND;
    let step = (thousandfold / denominator(share)).ceil() - Decimal::ONE;
    (step / Decimal::ONE_THOUSAND).normalize()
}

fn denominator(share: Share) -> Decimal {
    Decimal::from(share.denominator())
}
