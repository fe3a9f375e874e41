//! All integration tests in one binary, a module a subject.

mod at_stake;
mod charts;
mod completions;
mod contract;
mod docs;
mod doubles;
mod faults;
mod findings;
mod house;
mod how_read;
mod ledger;
mod markdown;
mod money_gaps;
mod output;
mod page;
mod pages;
mod program;
mod properties;
mod reading;
mod real_dossiers;
mod schema;
mod sheets;
mod staffing;
mod worked_dossier;
mod xlsx;
mod year_over_year;
