//! The `dateline` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline_cli::run(std::env::args_os())
}
