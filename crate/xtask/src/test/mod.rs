//! `cargo xtask test`: every suite, or those named; goes on after a suite that failed, and ends with a table and one
//! line that sums it up. What is missing is installed by the same steps as for a build.

mod browser;
mod cargo_suite;
pub mod chromium;
mod front;
mod outcome;
mod report;
mod table;

use std::path::PathBuf;

use clap::ValueEnum;

use crate::args::{Suite, TestOptions};
use crate::build;
use crate::setup;
use crate::step::step;
use crate::trouble::Trouble;
use outcome::Outcome;

/// Runs the suites. `Ok(false)` when something failed.
pub fn run(options: &TestOptions) -> Result<bool, Trouble> {
    let wanted = wanted(&options.suites);
    let (native, site): (Vec<Suite>, Vec<Suite>) =
        wanted.into_iter().partition(|suite| package(*suite).is_some());
    let ready = Ready::check(&site, options.install);
    let mut outcomes: Vec<Outcome> = native.into_iter().filter_map(run_native).collect();
    outcomes.extend(run_on_site(&site, ready));
    print!("\n{}", table::table(&outcomes));
    Ok(outcomes.iter().all(|outcome| outcome.counts.failed == 0))
}

/// What the suites on the site need, looked for (and installed) before the long work begins, so that whoever has to
/// install something learns it in the first seconds.
struct Ready {
    tools: Result<(), Trouble>,
    browser: Result<PathBuf, Trouble>,
}

impl Ready {
    fn check(site: &[Suite], install: bool) -> Self {
        let tools = if site.is_empty() { Ok(()) } else { setup::all().inspect_err(tell) };
        let browser = match (&tools, site.contains(&Suite::Browser)) {
            (Ok(()), true) => step("Chromium", || chromium::ensure(install)).inspect_err(tell),
            _ => Err(Trouble::new("no browser was looked for", "run the suite `browser`")),
        };
        Self { tools, browser }
    }
}

/// Said at once; the suites that want it fail with it in their turn.
fn tell(trouble: &Trouble) {
    eprintln!("{trouble}\n");
}

/// All suites in their order, or those named, each once.
fn wanted(named: &[Suite]) -> Vec<Suite> {
    let all = Suite::value_variants().iter().copied();
    all.filter(|suite| named.is_empty() || named.contains(suite)).collect()
}

/// The package behind a suite that cargo alone runs.
fn package(suite: Suite) -> Option<&'static str> {
    match suite {
        Suite::Core => Some("dateline-core"),
        Suite::Paint => Some("dateline-paint"),
        Suite::Wire => Some("dateline-wire"),
        Suite::Wasm => Some("dateline-wasm"),
        Suite::Cli => Some("dateline-cli"),
        Suite::Names => Some("dateline-names"),
        Suite::Xtask => Some("xtask"),
        Suite::Corpus => Some("dateline-tests"),
        Suite::Types | Suite::Front | Suite::Browser => None,
    }
}

fn run_native(suite: Suite) -> Option<Outcome> {
    let package = package(suite)?;
    Some(outcome::suite(&name(suite), || cargo_suite::run(package)))
}

/// The suites that need the built site. When it cannot be built, each of them counts as failed.
fn run_on_site(suites: &[Suite], ready: Ready) -> Vec<Outcome> {
    if suites.is_empty() {
        return Vec::new();
    }
    let built = ready.tools.and_then(|()| build::site());
    let run_one = |suite: &Suite| {
        outcome::suite(&name(*suite), || {
            built.clone().map_err(|trouble| trouble.because("the site could not be built"))?;
            match suite {
                Suite::Types => front::types(),
                Suite::Front => front::units(),
                _ => browser::run(&ready.browser.clone()?),
            }
        })
    };
    suites.iter().map(run_one).collect()
}

/// The suite as the command line names it.
fn name(suite: Suite) -> String {
    suite.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suites_run_once_each_in_their_order() {
        assert_eq!(wanted(&[]).len(), Suite::value_variants().len());
        assert_eq!(wanted(&[Suite::Browser, Suite::Core, Suite::Core]), [Suite::Core, Suite::Browser]);
    }
}
