//! The `dateline` program: reports in, data or pictures out.
//!
//! Takes files or standard input, gives data on standard output, SVG and PNG in files; complaints go to
//! standard error with a code and a remedy. Reading dates, laying out and painting are other crates' work.
//!
//! Exit status: 0 done, 1 some input failed, 2 wrong usage.

mod args;
mod batch;
mod coding;
pub mod decode;
mod extract;
mod input;
mod names;
mod output;
mod png;
mod render;
mod table;

use args::{Args, Command};
use clap::Parser;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    SomeInputFailed,
    WrongUsage,
}

/// Runs the program with its arguments, its name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Args::try_parse_from(args) {
        Ok(args) => dispatch(&args.command),
        Err(usage) => say_usage(&usage),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::SomeInputFailed => ExitCode::from(1),
        Outcome::WrongUsage => ExitCode::from(2),
    }
}

fn dispatch(command: &Command) -> Outcome {
    match command {
        Command::Extract(args) => extract::run(args),
        Command::Batch(args) => batch::run(args),
        Command::Render(args) => render::run(args),
    }
}

/// Help and version are no errors; a closed pipe is none either.
fn say_usage(usage: &clap::Error) -> Outcome {
    let _ = usage.print();
    if usage.use_stderr() { Outcome::WrongUsage } else { Outcome::Done }
}
