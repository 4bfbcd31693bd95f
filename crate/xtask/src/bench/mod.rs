//! `cargo xtask bench`: runs what measures. Prints, judges nothing; a long task in a trace alone is a failure.

mod browser;
mod reading;

use crate::args::Bench;
use crate::step::note;
use crate::trouble::Trouble;

/// Runs the bench that was named; the reading where none was.
pub fn run(what: Option<Bench>) -> Result<(), Trouble> {
    match what {
        Some(Bench::Reading { text }) => reading::run(text),
        Some(Bench::Browser(options)) => browser::run(&options),
        Some(Bench::Trace { out, no_build }) => browser::trace(out.as_deref(), no_build),
        None => {
            note("reading; `cargo xtask bench browser` measures the page, `--help` names all benches");
            reading::run(None)
        }
    }
}
