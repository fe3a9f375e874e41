//! All integration tests in one binary, a module a subject.

mod adding_rows;
mod at_stake;
#[cfg(target_os = "linux")]
mod bad_world;
mod bounded;
mod charts;
mod completions;
mod contract;
mod docs;
mod doubles;
mod faults;
mod findings;
mod fuzzed;
mod headway;
mod help;
mod house;
mod how_read;
#[cfg(target_os = "linux")]
mod interrupted;
mod json_keys;
mod ledger;
mod man;
mod markdown;
mod misuse;
mod money_gaps;
mod new_dossier;
mod odd_cells;
mod output;
mod page;
mod pages;
mod personal;
mod program;
mod properties;
mod public;
mod reading;
mod real_dossiers;
mod schema;
mod set_aside;
mod sheets;
mod staffing;
mod supply;
#[cfg(target_os = "linux")]
mod terminal;
mod told_apart;
mod trial;
mod turning_points;
mod unreadable;
mod watching;
mod whole_answers;
mod worked_dossier;
mod xlsx;
mod year_over_year;
