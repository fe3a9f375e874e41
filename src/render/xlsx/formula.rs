//! Formulas of columns that follow from others. A formula stands only where it gives
//! exactly the figure that is known: it is reckoned here with decimals first, and
//! where floats could come out on the other side of a rounding there is none.

use super::held::figure;
use super::{number, ratio};
use crate::document::{Cell, ColumnKind, Derived, Table};
use rust_decimal::Decimal;
use rust_xlsxwriter::column_number_to_name;

/// A cell that a formula refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Operand {
    /// Its name, such as `H2`.
    pub(super) name: String,
    /// What it holds.
    pub(super) figure: Decimal,
}

/// The formula of a cell on this line of its sheet, counted from 1.
pub(super) fn formula(table: &Table, cells: &[Cell], at: usize, line: usize) -> Option<String> {
    let column = &table.columns[at];
    let (own, _) = figure(&cells[at], column)?;
    let operand = |key: &'static str| operand(table, cells, key, line);
    match column.derived.as_ref()? {
        Derived::Ratio { part, whole } => {
            ratio::formula(&operand(part)?, &operand(whole)?, &column.thresholds, own)
        }
        Derived::Difference { from, less } => {
            let (from, less) = (operand(from)?, operand(less)?);
            let sum = format!("{}-{}", from.name, less.name);
            (from.figure - less.figure == own).then(|| in_cents(&sum, column.kind))?
        }
        Derived::Sum(keys) => {
            let parts: Vec<_> = keys.iter().map(|key| operand(key)).collect::<Option<_>>()?;
            let sum: Decimal = parts.iter().map(|part| part.figure).sum();
            let names: Vec<_> = parts.into_iter().map(|part| part.name).collect();
            (sum == own).then(|| in_cents(&names.join("+"), column.kind))?
        }
    }
}

/// A cell of the row that holds a number; none where it holds anything else.
fn operand(table: &Table, cells: &[Cell], key: &str, line: usize) -> Option<Operand> {
    let at = table.position(key)?;
    let (figure, _) = figure(&cells[at], &table.columns[at])?;
    let name = format!("{}{line}", column_name(at)?);
    number::fits(figure).then_some(Operand { name, figure })
}

/// The letters of a column, from 0.
pub(super) fn column_name(at: usize) -> Option<String> {
    u16::try_from(at).ok().map(column_number_to_name)
}

/// A sum as a formula. Sums of floats leave a rest of a billionth of a cent, which a
/// comparison would find; rounding at the last decimal of the column takes it away.
pub(super) fn in_cents(sum: &str, kind: ColumnKind) -> Option<String> {
    let decimals = match kind {
        ColumnKind::Count => return Some(format!("={sum}")),
        ColumnKind::Units => 1,
        ColumnKind::Euro | ColumnKind::FteMonths => 2,
        ColumnKind::Fte => 3,
        _ => return None,
    };
    Some(format!("=ROUND({sum},{decimals})"))
}
