//! A table, its columns set under each other so that the source reads well too.

use super::inline::Inline;
use unicode_width::UnicodeWidthStr;

/// Cells wider than this stick out of their column: one long text would else push
/// all other columns out of sight.
const WIDEST: usize = 60;
/// The least that stands under a head: `---` or `--:`.
const NARROWEST: usize = 3;

/// A table with a head.
pub(super) struct Table {
    pub(super) heads: Vec<Inline>,
    /// For each column whether it is set to the right.
    pub(super) right: Vec<bool>,
    pub(super) rows: Vec<Vec<Inline>>,
}

impl Table {
    /// Its lines.
    pub(super) fn lines(&self) -> String {
        let widths: Vec<usize> = (0..self.heads.len()).map(|at| self.width(at)).collect();
        let mut lines = vec![self.line(&self.heads, &widths), self.rule(&widths)];
        lines.extend(self.rows.iter().map(|row| self.line(row, &widths)));
        lines.join("\n")
    }

    fn width(&self, at: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(at));
        let widths = cells.chain(self.heads.get(at)).map(width);
        let most = widths.filter(|it| *it <= WIDEST).max();
        most.unwrap_or(NARROWEST).max(NARROWEST)
    }

    fn line(&self, cells: &[Inline], widths: &[usize]) -> String {
        let columns = widths.iter().zip(&self.right).enumerate();
        let cells = columns.map(|(at, (room, right))| {
            let empty = Inline::default();
            let cell = cells.get(at).unwrap_or(&empty);
            let spaces = " ".repeat(room.saturating_sub(width(cell)));
            if *right {
                format!(" {spaces}{cell} ")
            } else {
                format!(" {cell}{spaces} ")
            }
        });
        row(cells)
    }

    /// What parts the head from the rows, and says which columns are set to the right.
    fn rule(&self, widths: &[usize]) -> String {
        row(widths.iter().zip(&self.right).map(|(room, right)| {
            if *right {
                format!(" {}: ", "-".repeat(room - 1))
            } else {
                format!(" {} ", "-".repeat(*room))
            }
        }))
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("|{}|", cells.collect::<Vec<_>>().join("|"))
}

fn width(cell: &Inline) -> usize {
    cell.to_string().width()
}
