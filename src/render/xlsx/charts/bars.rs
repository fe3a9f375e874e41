//! A picture as bars of the cells of its sheet.

use super::alt_text::alt_text;
use super::flow::{PAGE, ROW};
use super::picture::Picture;
use crate::document::ColumnKind;
use crate::model::Language;
use crate::render::xlsx::formula::column_name;
use crate::render::xlsx::words::capital;
use crate::render::xlsx::{looks, stretches};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartSolidFill, Color, quote_sheet_name,
};

/// Pixels across a chart, of a bar, and of what stands above and below the bars.
const WIDTH: u32 = 760;
const BAR: u32 = 18;
const AROUND: u32 = 150;

/// The bars of a picture, its title above and what it shows told beside.
pub(super) fn draw(picture: &Picture<'_>, language: Language) -> Chart {
    let mut drawn = Chart::new_bar();
    let names = range(picture, picture.named_by);
    for (nr, at) in picture.columns.iter().enumerate() {
        // What was asked or is available comes first and is light; what happened is dark.
        let is_last = nr + 1 == picture.columns.len();
        let ink = if is_last { looks::FACT } else { looks::SOFT };
        let heading = u16::try_from(*at).unwrap_or(0);
        drawn
            .add_series()
            .set_categories(&names)
            .set_values(&range(picture, *at))
            .set_name((picture.part.name.as_str(), 0, heading))
            .set_gap(60)
            .set_format(&mut filled(ink));
    }
    let mut font = ChartFont::new();
    font.set_bold().set_size(13).set_color(looks::INK);
    let title = picture.title(language);
    drawn.title().set_name(&title).set_font(&font);
    // The names stand along the y-axis of a chart of bars. They are counted from below
    // and read from above; the scale stays at the foot.
    let axis = drawn.y_axis();
    axis.set_reverse().set_crossing(ChartAxisCrossing::Max);
    axis.set_major_gridlines(false);
    axis.set_name(capital(picture.column(picture.named_by).term.get(language)).as_str());
    scale(drawn.x_axis(), picture);
    if picture.columns.len() > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        drawn.legend().set_hidden();
    }
    drawn.set_alt_text(alt_text(picture, language));
    drawn.set_width(WIDTH).set_height(height(picture));
    drawn
}

/// Pixels down, on no more than a page.
pub(super) fn height(picture: &Picture<'_>) -> u32 {
    let bars = picture.rows.len() * (picture.columns.len() + 1);
    let bars = u32::try_from(bars).unwrap_or(PAGE);
    (AROUND + BAR * bars.min(PAGE)).min(PAGE - 4 * ROW)
}

/// The scale begins at nothing, or bars would lie about what they stand for.
fn scale(axis: &mut ChartAxis, picture: &Picture<'_>) {
    let first = picture.columns.first().map(|at| picture.column(*at).kind);
    let line = ChartLine::new().set_color(looks::SOFT).clone();
    axis.set_num_format(pattern(first))
        .set_major_gridlines(true)
        .set_major_gridlines_line(&line);
    if picture.figures().all(|figure| figure >= Decimal::ZERO) {
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

/// The cells of a column in the rows of a picture, as one range or several.
fn range(picture: &Picture<'_>, at: usize) -> String {
    let column = column_name(at).unwrap_or_default();
    let sheet = quote_sheet_name(&picture.part.name);
    let rows = picture.rows.iter().map(|row| row - picture.part.first);
    let rows: Vec<usize> = rows.collect();
    let ranges = stretches(&rows)
        .into_iter()
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
