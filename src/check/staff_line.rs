//! Staff lines as they stand at the as-of date: what T01 and T02 look at.

use crate::analysis::{Analysis, StaffRow};
use crate::finding::Spot;
use crate::model::Staff;

/// Each staff line in the latest year that it runs in and that has begun.
pub(super) fn as_they_stand<'b, 'a>(
    analysis: &'b Analysis<'a>,
) -> impl Iterator<Item = &'b StaffRow<'a>> {
    let lines = analysis.account.dossier.staff.iter();
    lines.filter_map(|line| {
        let rows = analysis.staffing.iter();
        rows.filter(|row| std::ptr::eq(row.staff, line) && row.on.is_ok())
            .max_by_key(|row| row.year)
    })
}

/// Where a finding on what was filled points: the first FTE there, else `filled`.
pub(super) fn filled_spot(staff: &Staff) -> Spot {
    let filled = staff.filled.iter().flatten();
    let mut ftes = filled.filter_map(|filled| filled.fte);
    ftes.next().map_or(staff.filled_span, |fte| fte.span).into()
}
