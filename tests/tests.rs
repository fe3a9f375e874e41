//! All integration tests in one binary, a module a subject.

mod contract;
mod docs;
mod faults;
mod house;
mod page;
mod program;
mod properties;
mod reading;
mod real_dossiers;
