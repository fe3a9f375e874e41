//! The three sentences that open a report, and the key figures under them.

mod awards;
mod closing;
mod facts;
mod own_share;
mod staff;
mod targets;

use super::Asked;
use crate::analysis::Analysis;
use crate::document::Block;
use crate::wording::Sentence;
use closing::{Points, SetAside};
use targets::Targets;

/// The opening: sentences, then figures.
pub(super) fn blocks(analysis: &Analysis<'_>, asked: &Asked<'_>, points: u64) -> Vec<Block> {
    let targets = Targets::of(analysis, asked);
    let mut sentences: Vec<Sentence> = vec![Box::new(targets.clone())];
    sentences.extend(own_share::sentence(analysis, asked).map(|it| Box::new(it) as Sentence));
    sentences.extend(set_aside(analysis).map(|it| Box::new(it) as Sentence));
    sentences.push(Box::new(Points { points }));
    vec![
        Block::Paragraph(sentences),
        Block::Facts(facts::facts(analysis, asked, targets)),
    ]
}

/// The rows that were set aside, if there are any.
fn set_aside(analysis: &Analysis<'_>) -> Option<SetAside> {
    let account = analysis.account;
    let files = account.tallies.files.iter().chain(&account.bookings.files);
    let rows = files.map(|file| file.set_aside).sum();
    (rows > 0).then_some(SetAside { rows })
}
