//! Charts of bars, drawn by the spreadsheet from the cells of the sheets, so that they
//! follow when a cell is changed. What a chart cannot show is said under it.

mod alt_text;
mod bars;
mod flow;
mod missing;
mod picture;

use super::looks;
use super::paper::Running;
use super::table::Part;
use super::words::capital;
use crate::document::{Block, Chart, Document, Drawing, Undrawn};
use crate::model::Language;
use crate::wording::Both;
use flow::Flow;
use picture::Picture;
use rust_xlsxwriter::Worksheet;

/// What a workbook draws, and what its page says of charts that are not drawn.
pub(super) struct Charts<'a> {
    /// The charts, each with the sheet of its table.
    drawn: Vec<(&'a Chart, &'a Part<'a>)>,
    /// Charts without a figure.
    undrawn: Vec<&'a Undrawn>,
}

impl<'a> Charts<'a> {
    /// Those of a document with these sheets.
    pub(super) fn of(document: &'a Document, parts: &'a [Part<'a>]) -> Self {
        let undrawn = document.page.iter().filter_map(|block| match block {
            Block::Undrawn(undrawn) => Some(undrawn),
            _ => None,
        });
        Self {
            drawn: drawn(document, parts),
            undrawn: undrawn.flatten().collect(),
        }
    }

    /// Whether there is nothing to draw and nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        self.drawn.is_empty() && self.undrawn.is_empty()
    }

    /// The sheet of charts. None is torn apart by the end of a page.
    pub(super) fn sheet(&self, name: &str, running: &Running, language: Language) -> Worksheet {
        let mut flow = Flow::new(name, language);
        for (chart, part) in &self.drawn {
            of_chart(&mut flow, chart, part, language);
        }
        for undrawn in &self.undrawn {
            let [name, why] = [&undrawn.name, &undrawn.why].map(|it| it.say(language));
            let not_drawn = NOT_DRAWN.get(language);
            let said = format!("{}: {not_drawn}, {why}.", capital(&name));
            flow.line(&said, &looks::words(true));
        }
        let mut sheet = flow.end();
        sheet.set_screen_gridlines(false).set_landscape();
        running.above_and_below(&mut sheet);
        sheet
    }
}

/// The charts of bars whose cells stand on one sheet.
fn drawn<'a>(document: &'a Document, parts: &'a [Part<'a>]) -> Vec<(&'a Chart, &'a Part<'a>)> {
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

/// What the figures say together, a picture for each year, and the notes on all.
fn of_chart(flow: &mut Flow, chart: &Chart, part: &Part<'_>, language: Language) {
    let mut heading = Some(chart.heading.say(language));
    for picture in Picture::all(chart, part) {
        let missing = missing::lines(&picture, language);
        let height = picture.has_figure().then(|| bars::height(&picture));
        let said: Vec<&String> = heading.iter().chain(&missing).collect();
        flow.keep_together(height.unwrap_or(0), &said);
        if let Some(heading) = heading.take() {
            flow.line(&heading, &looks::heading().set_text_wrap());
        }
        match height {
            Some(height) => flow.chart(&bars::draw(&picture, language), height),
            None => {
                let title = picture.title(language);
                let said = format!("{title}: {}.", WITHOUT_FIGURE.get(language));
                flow.line(&said, &looks::words(true));
            }
        }
        for line in &missing {
            flow.line(line, &looks::words(true));
        }
    }
    for note in &chart.notes {
        flow.line(&capital(&note.say(language)), &looks::words(true));
    }
    flow.gap();
}

const NOT_DRAWN: Both = Both {
    nl: "niet getekend",
    en: "not drawn",
};

const WITHOUT_FIGURE: Both = Both {
    nl: "niet getekend, want geen enkel cijfer ervan is bekend",
    en: "not drawn, as none of its figures is known",
};
