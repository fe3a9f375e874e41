//! Reading.
pub mod fault;
