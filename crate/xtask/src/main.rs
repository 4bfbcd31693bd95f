//! The project's own commands: `cargo xtask serve`, `build`, `test`, `size`, `bench`, `gazetteer`, `font`.
//!
//! Takes a command line, gives an exit status: 0 done, 1 stopped or failed, 2 wrong usage. Every step says what it
//! does and how long it took; every stop says what is missing and how to get it. It holds nothing of the product.

mod args;
mod bench;
mod build;
mod font;
mod gazetteer;
mod project;
mod serve;
mod setup;
mod shell;
mod size;
mod step;
mod test;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::trouble::Trouble;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command. `Ok(false)` says that it ran to its end and that something in it failed, already shown.
fn run(command: Command) -> Result<bool, Trouble> {
    match command {
        Command::Serve(options) => serve::run(&options).map(|()| true),
        Command::Build => build::run().map(|()| true),
        Command::Test(options) => test::run(&options),
        Command::Size => size::run(),
        Command::Bench { what } => bench::run(what).map(|()| true),
        Command::Gazetteer { check } => generate(gazetteer::run(&project::root(), check)),
        Command::Font => generate(font::run(&project::root())),
    }
}

/// A generator's end; what it complains of is about the files that it reads.
fn generate(result: Result<(), Box<dyn std::error::Error>>) -> Result<bool, Trouble> {
    let remedy =
        "put the named file right (git restore brings back the one of the last commit) and run it again";
    result.map(|()| true).map_err(|error| Trouble::new(error.to_string(), remedy))
}
