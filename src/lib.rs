//! `samenleven`: plain files in, one truthful account of a subsidy dossier out.
pub mod analysis;
pub mod check;
pub mod cli;
pub mod document;
pub mod finding;
pub mod input;
pub mod model;
pub mod render;
pub mod report;
pub mod source;
pub mod wording;
