//! Hands the command line to `cli` and ends with its exit code.

fn main() -> std::process::ExitCode {
    samenleven::cli::run(std::env::args_os())
}
