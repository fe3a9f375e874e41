//! Reading CSV with the place of every cell kept.
//!
//! Bytes flow one way: [`text`] gives a file's bytes without its byte order mark
//! (UTF-16 as UTF-8), [`blocks`] cuts them at row ends, [`rows`] takes the rows of a
//! block with care, [`header`] finds out where the columns stand, and [`log`] drives
//! them all for a file that folds its rows into something. Of a long file, [`fast`] takes
//! the plain rows of the same blocks.
//!
//! [`fast`]: super::fast

pub(super) mod blocks;
pub(super) mod header;
pub(super) mod how_cut;
pub(super) mod log;
mod milestones;
pub(super) mod rows;
pub(super) mod text;
pub(super) mod told;
