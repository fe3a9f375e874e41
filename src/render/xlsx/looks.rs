//! How cells look: quiet on a screen, and told apart on paper without colour.

use super::held::Shape;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

/// Of text on the page.
pub(super) const INK: Color = Color::RGB(0x16_20_2A);
/// Of what happened.
pub(super) const FACT: Color = Color::RGB(0x1C_4F_77);
/// Of what was asked or is available.
pub(super) const SOFT: Color = Color::RGB(0xB9_CD_DC);
/// Of rules and hatching.
pub(super) const EDGE: Color = Color::RGB(0x7C_8A_96);
/// Behind headings of columns.
const BAND: Color = Color::RGB(0xE9_ED_F0);

/// To which side the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Side {
    /// Words, a little away from the numbers before them.
    #[default]
    Left,
    /// Numbers and days.
    Right,
}

/// The heading of a column.
pub(super) fn header(side: Side) -> Format {
    to(side)
        .set_align(FormatAlign::Bottom)
        .set_bold()
        .set_font_color(INK)
        .set_background_color(BAND)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(EDGE)
        .set_text_wrap()
}

/// A cell of a row.
pub(super) fn cell(side: Side, wraps: bool) -> Format {
    let format = to(side);
    if wraps {
        format.set_text_wrap()
    } else {
        format
    }
}

/// Words that begin where the sheet begins.
pub(super) fn words(wraps: bool) -> Format {
    cell(Side::Left, wraps).set_indent(0)
}

/// A number in its shape.
pub(super) fn number(format: Format, shape: Shape) -> Format {
    format.set_num_format(shape.pattern())
}

/// A day.
pub(super) fn day(format: Format) -> Format {
    format.set_num_format("dd/mm/yyyy")
}

/// A month.
pub(super) fn month(format: Format) -> Format {
    format.set_num_format("mm/yyyy")
}

fn to(side: Side) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match side {
        Side::Left => format.set_align(FormatAlign::Left).set_indent(1),
        Side::Right => format.set_align(FormatAlign::Right),
    }
}

/// An empty cell whose figure is not known: hatched, so that a print shows it too.
pub(super) fn unknown(format: Format) -> Format {
    format
        .set_pattern(FormatPattern::LightUp)
        .set_foreground_color(EDGE)
        .set_background_color(Color::White)
}

/// The same cell in a line of totals.
pub(super) fn of_total(format: Format) -> Format {
    format
        .set_bold()
        .set_border_top(FormatBorder::Thin)
        .set_border_top_color(INK)
}

/// What a document is about, in large.
pub(super) fn title(size: u8) -> Format {
    Format::new()
        .set_bold()
        .set_font_size(size)
        .set_font_color(FACT)
}

/// What a reader asks, or the heading of a list.
pub(super) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(FACT)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(EDGE)
}

/// A figure beside its name.
pub(super) fn key_figure() -> Format {
    words(true).set_bold()
}

/// The way to another sheet.
pub(super) fn link() -> Format {
    words(false).set_hyperlink()
}
