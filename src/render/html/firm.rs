//! Figures that stay whole: no line ends between an amount, a percentage or FTE and its
//! sign. A terminal breaks its lines by itself, so only a page needs this.

/// What stands after a figure and belongs to it.
const UNITS: [&str; 3] = ["%", "VTE", "FTE"];

/// The text with spaces that do not break inside its figures.
pub(super) fn firm(text: &str) -> String {
    let mut firm = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let is_inside = character == ' ' && is_inside_figure(&text[..at], &text[at + 1..]);
        firm.push(if is_inside { '\u{a0}' } else { character });
    }
    firm
}

fn is_inside_figure(before: &str, after: &str) -> bool {
    let is_digit = |it: char| it.is_ascii_digit();
    let is_amount = before.ends_with('€') && after.starts_with(|it| it == '-' || is_digit(it));
    let has_unit = || UNITS.iter().any(|unit| after.starts_with(unit));
    is_amount || (before.ends_with(is_digit) && has_unit())
}

#[cfg(test)]
mod tests {
    use super::firm;

    #[test]
    fn only_the_spaces_inside_figures_hold() {
        let said = firm("nog € 5.574,60 van € -3,00; 102,3 % en 2,75 van 5,5 VTE in euro, in %");
        let firm = "nog €\u{a0}5.574,60 van €\u{a0}-3,00; 102,3\u{a0}% en 2,75 van 5,5\u{a0}VTE in euro, in %";
        assert_eq!(said, firm);
    }
}
