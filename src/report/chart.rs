//! What is drawn: one chart a file, each as exact values with its words. A chart
//! without anything that happened is not drawn and says why.

mod course;
mod money;
mod own_share;
mod staff;
mod targets;
mod words;

use super::Asked;
use crate::analysis::Analysis;
use crate::document::{Block, Chart, Undrawn};

/// A chart, or why there is none; nothing where the dossier asks for none.
type Drawn = Option<Result<Chart, Undrawn>>;

/// All charts in the order of the page, then those that are not drawn.
pub(super) fn blocks(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<Block> {
    let charts: [fn(&Analysis<'_>, &Asked<'_>) -> Drawn; 5] = [
        targets::chart,
        course::chart,
        own_share::chart,
        money::chart,
        staff::chart,
    ];
    let mut blocks = Vec::new();
    let mut undrawn = Vec::new();
    for drawn in charts.iter().filter_map(|chart| chart(analysis, asked)) {
        match drawn {
            Ok(chart) => blocks.push(Block::Chart(chart)),
            Err(why) => undrawn.push(why),
        }
    }
    if !undrawn.is_empty() {
        blocks.push(Block::Undrawn(undrawn));
    }
    blocks
}
