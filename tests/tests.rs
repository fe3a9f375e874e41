//! All integration tests in one binary, a module a subject.

mod adding_rows;
mod at_stake;
mod charts;
mod contract;
mod docs;
mod doubles;
mod faults;
mod findings;
mod headway;
mod house;
mod how_read;
#[cfg(unix)]
mod interrupted;
mod ledger;
mod markdown;
mod money_gaps;
mod new_dossier;
mod output;
mod page;
mod pages;
mod program;
mod properties;
mod reading;
mod real_dossiers;
mod sheets;
mod staffing;
#[cfg(unix)]
mod terminal;
mod watching;
mod worked_dossier;
mod xlsx;
mod year_over_year;
