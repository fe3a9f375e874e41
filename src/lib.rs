//! `samenleven`: plain files in, one truthful account of a subsidy dossier out.
//!
//! # The floors
//!
//! ```text
//! files ──input──▶ Account + findings + sources
//!                    ├──analysis──▶ facts (pure numbers that borrow the account)
//!                    ├──check─────▶ findings (typed facts and places)
//!                    └──▶ report ──▶ Document{tables, page} ──render──▶ bytes ──cli──▶ out
//! ```
//!
//! | floor | what it is for | may import |
//! |---|---|---|
//! | `main` | starts the program | cli |
//! | [`cli`] | what was asked, where the answer goes, the exit code | all |
//! | [`render`] | a document as bytes, one format a file | document, finding, wording, model |
//! | [`report`] | facts laid out as tables and a page, one table a file | document, analysis, finding, wording, model |
//! | [`document`] | tables for machines, a page for people, as values | finding, wording, model |
//! | [`check`] | what is wrong in loaded data, one fault a file | analysis, finding, wording, model |
//! | [`analysis`] | calculations: values in, facts out | model, spans of source |
//! | [`input`] | reading: files in, an account and findings out | finding, wording, model, source |
//! | [`finding`] | severity, codes, rules, places | wording, model, source |
//! | [`wording`] | every word and number that a person reads, in both languages | model |
//! | [`model`] | the subsidy as it is meant: scheme, dossier, tallies, euro | spans of source |
//! | [`source`] | texts of files, byte offsets, lines and columns | |
//!
//! A test holds this table. To read one report from its numbers to its command,
//! follow one noun: `analysis/award.rs`, `report/award.rs`, `cli/award.rs`.
//!
//! # The invariants
//!
//! 1. Reading a file never stops at the first mistake: it gives what could be read and
//!    all findings. Only where a file is not TOML at all are the faults all it gives.
//! 2. Analysis is a pure function of the model. The same input gives the same bytes on
//!    every machine, in every locale, on every day; today is an argument.
//! 3. Numbers are worded only by functions of `wording`, when a renderer asks. Nothing to
//!    the left of `render` holds a formatted number.
//! 4. A sentence is said once, beside the facts it needs, in both languages.
//! 5. Unknown is not zero: a figure is known, or there is a reason why it is not, and
//!    every format shows it as such. What a file states unreadably is unknown as well.
//! 6. Money is never a float. Comparisons multiply, so no verdict hangs on a rounding.
//! 7. A finding always has a place; where something is absent, the place is the table,
//!    header or file that lacks it.
//! 8. Nothing about a scheme is in Rust: rules are data.
//!
//! Three kinds of trouble are kept apart. A finding is about the user's data: it has a
//! place, there are many at once, the exit code is 1. A failure is about the world: it
//! is an `anyhow::Error` in `cli` and at `input`'s door, the exit code is 2. A bug is a
//! panic with a sentence.

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
