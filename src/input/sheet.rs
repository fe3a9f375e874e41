//! Reading the sheet of a workbook, `.xlsx` or `.ods`, with the place of every cell kept.
//!
//! [`workbook`] opens the file and gives the rows of a sheet, [`cells`] takes each cell
//! as the workbook typed it, [`choice`] finds the sheet and its header, and [`log`]
//! hands each row to whoever folds it, who need not know that it was no CSV.

mod cells;
mod choice;
pub(super) mod log;
mod packed;
pub(super) mod rows;
mod weight;
mod workbook;
