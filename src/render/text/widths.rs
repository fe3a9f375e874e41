//! How wide the columns of a grid are: figures as wide as they need, spare width
//! to texts until none wraps, then to heads, then to bars.

use super::grid::{Entry, GAP, Grid, GridColumn, Head};
use super::wrap::{longest_piece, width};

/// A word longer than this may be broken.
const LONGEST_WORD: usize = 14;
/// Room in which a text reads well, though it wraps.
const COMFORTABLE: usize = 20;
/// Room that a text has before there is any for an optional column.
const GENEROUS: usize = 32;

/// The widths that a column can have.
struct Measure {
    /// Less cuts a figure or a word.
    least: usize,
    /// Room for its longest word.
    word: usize,
    /// From here a text reads well.
    comfortable: usize,
    /// Optional columns wait until a text has this.
    generous: usize,
    /// From here no cell wraps.
    cells: usize,
    /// From here the head does not wrap either.
    head: usize,
    /// More is of no use.
    most: usize,
    /// It is served after the others.
    optional: bool,
}

/// The grid with the columns there is room for, and their widths: without what is
/// optional, then without bars. The grid itself where there is no room for a table.
pub(super) fn fit(mut grid: Grid<'_>, room: usize) -> Result<(Grid<'_>, Vec<usize>), Grid<'_>> {
    loop {
        let measures = measures(&grid);
        let gaps = GAP * measures.len().saturating_sub(1);
        let optional = grid.columns.iter().rposition(|column| column.optional);
        let bar = bar_column(&grid);
        let needed: usize = match optional {
            Some(_) => measures.iter().map(|measure| measure.generous).sum(),
            None => measures.iter().map(|measure| measure.least).sum(),
        };
        match optional.or(bar) {
            _ if needed + gaps <= room => {
                let widths = widths(&measures, room - gaps);
                return Ok((grid, widths));
            }
            Some(index) => leave_out(&mut grid, index),
            None => return Err(grid),
        }
    }
}

/// Whether the grid fits without losing more than its optional columns.
pub(super) fn fits(grid: Grid<'_>, room: usize) -> bool {
    let bars = |grid: &Grid<'_>| grid.rows.iter().flatten().filter(|it| is_bar(it)).count();
    let all = bars(&grid);
    fit(grid, room).is_ok_and(|(fitted, _)| bars(&fitted) == all)
}

/// Whether there is room for the optional columns too.
pub(super) fn holds_all(grid: Grid<'_>, room: usize) -> bool {
    let all = grid.columns.len();
    fit(grid, room).is_ok_and(|(fitted, _)| fitted.columns.len() == all)
}

/// The last column that holds nothing but bars.
fn bar_column(grid: &Grid<'_>) -> Option<usize> {
    (0..grid.columns.len()).rfind(|index| {
        let mut entries = grid.rows.iter().filter_map(|row| row.get(*index));
        entries.clone().any(is_bar) && entries.all(|entry| entry.text().is_empty())
    })
}

fn is_bar(entry: &Entry<'_>) -> bool {
    matches!(entry, Entry::Bar(_))
}

fn widths(measures: &[Measure], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = measures.iter().map(|measure| measure.least).collect();
    let mut spare = room - widths.iter().sum::<usize>();
    let steps: [fn(&Measure) -> usize; 5] = [
        |measure| measure.word,
        |measure| measure.comfortable,
        |measure| if measure.optional { 0 } else { measure.cells },
        |measure| measure.cells,
        |measure| measure.head,
    ];
    for wanted in steps {
        for (width, measure) in widths.iter_mut().zip(measures) {
            let more = wanted(measure).saturating_sub(*width).min(spare);
            *width += more;
            spare -= more;
        }
    }
    grow_bars(&mut widths, measures, spare);
    widths
}

/// Columns of bars share what is left evenly, so that their bars compare.
fn grow_bars(widths: &mut [usize], measures: &[Measure], spare: usize) {
    let wants = |width: usize, measure: &Measure| measure.most.saturating_sub(width);
    let both = widths.iter().zip(measures);
    let bars = both.filter(|(width, it)| wants(**width, it) > 0).count();
    for (width, measure) in widths.iter_mut().zip(measures) {
        *width += wants(*width, measure).min(spare / bars.max(1));
    }
}

fn measures(grid: &Grid<'_>) -> Vec<Measure> {
    let mut measures: Vec<Measure> = grid
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| measure(column, grid.rows.iter().filter_map(|row| row.get(index))))
        .collect();
    for stretch in &grid.stretches {
        let inside = &mut measures[stretch.first..stretch.end];
        let room: usize = inside.iter().map(|it| it.least + GAP).sum::<usize>() - GAP;
        inside[0].least += width(&stretch.name).saturating_sub(room);
    }
    measures
}

fn measure<'a>(
    column: &GridColumn<'_>,
    entries: impl Iterator<Item = &'a Entry<'a>> + Clone,
) -> Measure {
    let head = match &column.head {
        Head::Words(words) => words.as_ref(),
        Head::Scale => "",
    };
    let (mut least, mut word, mut cells) = (longest_piece(head).min(LONGEST_WORD), 0, 0);
    for entry in entries.clone() {
        let whole = width(entry.text());
        cells = cells.max(whole);
        least = least.max(match entry {
            // It stays whole, so how long its parts are says nothing.
            Entry::Figure(_) => whole,
            // No word of a text that is shorter still is longer.
            Entry::Words(text) | Entry::Repeated(text) if whole > word.min(least) => {
                let longest = longest_piece(text);
                word = word.max(longest);
                longest.min(LONGEST_WORD)
            }
            Entry::Bar(bar) => bar.range().0,
            Entry::Words(_) | Entry::Repeated(_) | Entry::Empty | Entry::Rule => 0,
        });
    }
    let cells = cells.max(least);
    let most = entries.map(most).max().unwrap_or(0);
    let generous = if column.optional {
        COMFORTABLE
    } else {
        GENEROUS
    };
    Measure {
        least,
        word: word.min(COMFORTABLE * 2),
        comfortable: cells.min(COMFORTABLE).max(least),
        generous: cells.min(generous).max(least),
        cells,
        head: cells.max(width(head)),
        most: cells.max(width(head)).max(most),
        optional: column.optional,
    }
}

fn most(entry: &Entry<'_>) -> usize {
    match entry {
        Entry::Bar(bar) => bar.range().1,
        _ => 0,
    }
}

fn leave_out(grid: &mut Grid<'_>, index: usize) {
    grid.columns.remove(index);
    for row in &mut grid.rows {
        row.remove(index);
    }
    for stretch in &mut grid.stretches {
        stretch.first -= usize::from(stretch.first > index);
        stretch.end -= usize::from(stretch.end > index);
    }
    grid.stretches.retain(|stretch| stretch.first < stretch.end);
}
