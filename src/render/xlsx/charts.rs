//! Charts of bars, drawn by the spreadsheet from the cells of the sheets, so that they
//! follow when a cell is changed.

use super::held::figure;
use super::looks;
use super::paper::Running;
use super::sheet::Sheet;
use super::table::Part;
use super::widths::lines;
use super::words::{self, capital};
use crate::document::{Block, Cell, Chart, ColumnKind, Document, Drawing, Table};
use crate::model::{Language, YearNr};
use crate::wording::terms;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart as Drawn, ChartAxis, ChartAxisCrossing, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, Color, Worksheet, quote_sheet_name,
};

/// Pixels across a chart, of a bar, and of what stands above and below the bars.
const WIDTH: u32 = 760;
const BAR: u32 = 18;
const AROUND: u32 = 150;
/// Pixels of a row of a sheet, and down a page that lies.
const ROW: u32 = 20;
const PAGE: u32 = 620;
/// The last column under a chart, and characters on a line across all of them.
const COLUMNS: u16 = 10;
const ACROSS: usize = 95;
/// UTF-16 units that a spreadsheet takes of a title, and of what is told of a chart.
const MOST: usize = 240;

/// The charts that a workbook draws, each with the sheet of its table.
pub(super) fn drawn<'a>(
    document: &'a Document,
    parts: &'a [Part<'a>],
) -> Vec<(&'a Chart, &'a Part<'a>)> {
    let charts = document.page.iter().filter_map(|block| match block {
        Block::Chart(chart) if matches!(chart.drawing, Drawing::Bars(_)) => Some(chart),
        _ => None,
    });
    let with_part = charts.filter_map(|chart| {
        let part = parts.iter().find(|it| it.table.name.key == chart.table)?;
        let rows = part.first..part.first + part.rows();
        let is_held = !chart.rows.is_empty() && chart.rows.iter().all(|row| rows.contains(row));
        let are_columns = part.table.position(chart.names).is_some()
            && chart
                .columns
                .iter()
                .any(|key| part.table.position(key).is_some());
        (is_held && are_columns).then_some((chart, part))
    });
    with_part.collect()
}

/// The sheet of charts. None is torn apart by the end of a page.
pub(super) fn sheet(
    name: &str,
    charts: &[(&Chart, &Part<'_>)],
    running: &Running,
    language: Language,
) -> Worksheet {
    let mut sheet = Sheet::new(name, language);
    let mut breaks = Vec::new();
    let (mut row, mut page) = (0, 0);
    for (chart, part) in charts {
        for (year, rows) in years(chart, part.table) {
            let height = height(rows.len() * (chart.columns.len() + 1));
            let needed = height / ROW + 1 + u32::try_from(chart.notes.len()).unwrap_or(0);
            if row > page && row + needed > page + PAGE / ROW {
                page = row;
                breaks.push(row);
                // The edge of a chart would still stand on the page before.
                row += 1;
            }
            let mut drawn = draw(chart, part, &rows, language);
            drawn.title().set_name(&heading(chart, year, language));
            drawn.set_width(WIDTH).set_height(height);
            sheet
                .inner
                .insert_chart(row, 0, &drawn)
                .expect("the ranges of a chart lie on the sheet of its table");
            row += height / ROW + 1;
        }
        for note in &chart.notes {
            note_below(&mut sheet, row, &note.say(language));
            row += 1;
        }
        row += 1;
    }
    sheet
        .inner
        .set_screen_gridlines(false)
        .set_landscape()
        .set_page_breaks(&breaks)
        .expect("a sheet has more rows than its charts have pages");
    running.above_and_below(&mut sheet.inner);
    sheet.inner
}

/// The rows of a chart, by year where they are of several: else bars of one name would
/// stand there twice.
fn years(chart: &Chart, table: &Table) -> Vec<(Option<YearNr>, Vec<usize>)> {
    let year = |row: usize| {
        table.rows[row].iter().find_map(|cell| match cell {
            Cell::Year(year) => Some(*year),
            _ => None,
        })
    };
    let mut years: Vec<(Option<YearNr>, Vec<usize>)> = Vec::new();
    for row in &chart.rows {
        let year = year(*row);
        match years.iter_mut().find(|(other, _)| *other == year) {
            Some((_, rows)) => rows.push(*row),
            None => years.push((year, vec![*row])),
        }
    }
    let is_named_by_year = table.cell(chart.rows[0], chart.names);
    if years.len() == 1 || matches!(is_named_by_year, Some(Cell::Year(_))) {
        return vec![(None, chart.rows.clone())];
    }
    years
}

/// What the chart says, and of which year where it is one of several.
fn heading(chart: &Chart, year: Option<YearNr>, language: Language) -> String {
    let said = words::line(&chart.heading.say(language), MOST);
    let year = year.map(|year| format!(" · {} {year}", terms::YEAR.get(language)));
    said + &year.unwrap_or_default()
}

fn note_below(sheet: &mut Sheet, row: u32, note: &str) {
    let text = words::text(note);
    sheet
        .inner
        .merge_range(row, 0, row, COLUMNS, &text, &looks::words(true))
        .expect("the rows under a chart are not one yet");
    sheet.height(row, lines(&text, ACROSS));
}

fn draw(chart: &Chart, part: &Part<'_>, rows: &[usize], language: Language) -> Drawn {
    let mut drawn = Drawn::new_bar();
    let named_by = names(chart, part.table);
    let names = range(part, named_by, rows);
    let columns = chart
        .columns
        .iter()
        .filter_map(|key| part.table.position(key));
    let columns: Vec<usize> = columns.collect();
    for (nr, at) in columns.iter().enumerate() {
        // What was asked or is available comes first and is light; what happened is dark.
        let is_last = nr + 1 == columns.len();
        let ink = if is_last { looks::FACT } else { looks::SOFT };
        drawn
            .add_series()
            .set_categories(&names)
            .set_values(&range(part, *at, rows))
            .set_name((part.name.as_str(), 0, u16::try_from(*at).unwrap_or(0)))
            .set_gap(60)
            .set_format(&mut filled(ink));
    }
    let mut font = ChartFont::new();
    font.set_bold().set_size(13).set_color(looks::INK);
    drawn.title().set_font(&font);
    // The names stand along the y-axis of a chart of bars. They are counted from below
    // and read from above; the scale stays at the foot.
    let axis = drawn.y_axis();
    axis.set_reverse().set_crossing(ChartAxisCrossing::Max);
    axis.set_major_gridlines(false);
    axis.set_name(capital(part.table.columns[named_by].term.get(language)).as_str());
    scale(drawn.x_axis(), chart, part.table, &columns);
    if columns.len() > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        drawn.legend().set_hidden();
    }
    drawn.set_alt_text(words::line(&chart.about.say(language), MOST));
    drawn
}

/// The scale begins at nothing, or bars would lie about what they stand for.
fn scale(axis: &mut ChartAxis, chart: &Chart, table: &Table, columns: &[usize]) {
    let first = columns.first().map(|at| table.columns[*at].kind);
    let line = ChartLine::new().set_color(looks::SOFT).clone();
    axis.set_num_format(pattern(first))
        .set_major_gridlines(true)
        .set_major_gridlines_line(&line);
    let rows = chart.rows.iter().map(|row| &table.rows[*row]);
    let cells = rows.flat_map(|cells| columns.iter().map(|at| (&cells[*at], &table.columns[*at])));
    let mut figures = cells.filter_map(|(cell, column)| figure(cell, column));
    if figures.all(|(figure, _)| figure >= Decimal::ZERO) {
        axis.set_min(0);
    }
}

fn filled(ink: Color) -> ChartFormat {
    let fill = ChartSolidFill::new().set_color(ink).clone();
    let edge = ChartLine::new().set_color(looks::FACT).clone();
    ChartFormat::new()
        .set_solid_fill(&fill)
        .set_border(&edge)
        .clone()
}

/// The column that names the bars. A range of one column cannot take a cell of another
/// where it has nothing, so then the column that stands in for it names them all.
fn names(chart: &Chart, table: &Table) -> usize {
    let at = table.position(chart.names).unwrap_or(0);
    let has_gap = chart
        .rows
        .iter()
        .any(|row| table.rows[*row][at] == Cell::Nothing);
    let otherwise = table.columns[at].otherwise.filter(|_| has_gap);
    otherwise.and_then(|key| table.position(key)).unwrap_or(at)
}

/// The cells of a column in these rows, as one range or several.
fn range(part: &Part<'_>, at: usize, rows: &[usize]) -> String {
    let column = super::formula::column_name(at).unwrap_or_default();
    let sheet = quote_sheet_name(&part.name);
    let on_sheet: Vec<usize> = rows.iter().map(|row| row - part.first).collect();
    let stretches = super::stretches(&on_sheet).into_iter();
    let ranges = stretches
        .map(|(first, last)| format!("{sheet}!${column}${}:${column}${}", first + 2, last + 2));
    let ranges: Vec<String> = ranges.collect();
    match ranges.as_slice() {
        [one] => format!("={one}"),
        several => format!("=({})", several.join(",")),
    }
}

/// Along the axis decimals are noise.
fn pattern(kind: Option<ColumnKind>) -> &'static str {
    match kind {
        Some(ColumnKind::Euro) => "\"€\" #,##0",
        Some(ColumnKind::Percent) => "0%",
        Some(ColumnKind::Fte | ColumnKind::FteMonths | ColumnKind::Units) => "#,##0.0",
        _ => "#,##0",
    }
}

/// Pixels of a chart of so many bars and gaps, on no more than a page.
fn height(bars: usize) -> u32 {
    let bars = u32::try_from(bars).unwrap_or(PAGE);
    (AROUND + BAR * bars.min(PAGE)).min(PAGE - 4 * ROW)
}
