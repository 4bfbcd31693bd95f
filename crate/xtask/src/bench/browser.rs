//! `cargo xtask bench browser` and `trace`: the built page in a real Chromium, by the scripts in `tests/bench/browser`. Finds
//! the browser and builds the site; knows nothing of the pages.

use std::path::Path;
use std::process::Command;

use crate::args::BrowserBench;
use crate::serve::require_site;
use crate::shell::{program, run as shell};
use crate::step::step;
use crate::test::chromium;
use crate::trouble::Trouble;
use crate::{build, project, setup};

const REMEDY: &str = "read the message above";

/// Measures the pages.
pub fn run(options: &BrowserBench) -> Result<(), Trouble> {
    let mut command = script(options.no_build)?;
    command.args(["--least", &options.least.to_string(), "--most", &options.most.to_string()]);
    for name in &options.only {
        command.args(["--only", name]);
    }
    if options.without_texts {
        command.arg("--without-texts");
    }
    for (flag, path) in [("--out", &options.out), ("--pictures", &options.pictures)] {
        path.as_deref().map(|path| take(&mut command, flag, path)).transpose()?;
    }
    step("Pages in the browser", || shell(&mut command, REMEDY))
}

/// Records a pan over a million items.
pub fn trace(out: Option<&Path>, no_build: bool) -> Result<(), Trouble> {
    let mut command = script(no_build)?;
    command.arg("--trace");
    out.map(|path| take(&mut command, "--out", path)).transpose()?;
    step("Pan at a million items", || shell(&mut command, REMEDY))
}

/// The script, with all that it needs there.
fn script(no_build: bool) -> Result<Command, Trouble> {
    setup::all()?;
    let chromium = step("Chromium", || chromium::ensure(false))?;
    if no_build { require_site() } else { build::site() }?;
    let mut command = program("node");
    command.arg(project::root().join("tests/bench/browser/run.mjs")).env("CHROME", chromium);
    take(&mut command, "--dist", &project::dist())?;
    take(&mut command, "--scratch", &project::scratch().join("bench-browser"))?;
    Ok(command)
}

/// A path as the person meant it, who may stand elsewhere than at the top of the project.
fn take(command: &mut Command, flag: &str, path: &Path) -> Result<(), Trouble> {
    let whole = std::path::absolute(path)
        .map_err(|error| Trouble::new(format!("{}: {error}", path.display()), "name another place"))?;
    command.arg(flag).arg(whole);
    Ok(())
}
