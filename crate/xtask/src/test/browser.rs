//! The built site in a real browser, by Playwright: served by the same server as `cargo xtask serve`, at a port of
//! its own.

use crate::project;
use crate::serve::{Server, require_site};
use crate::shell::{self, npm};
use crate::step::note;
use crate::trouble::Trouble;

use super::outcome::Counts;
use super::{chromium, report};

/// Finds a Chromium (or installs it, where that is allowed) and runs the tests in it.
pub fn run(install: bool) -> Result<Counts, Trouble> {
    require_site()?;
    let chromium = chromium::ensure(install)?;
    note(&format!("in {}", chromium.display()));
    let server = Server::anywhere(&project::dist())?;
    let file = report::path("browser")?;
    let mut command = npm();
    command.args(["run", "--silent", "test", "--workspace", "tests/browser"]);
    command.env("CHROME", &chromium).env("DATELINE_URL", server.url()).env("DATELINE_REPORT", &file);
    let ran = shell::run(&mut command, "");
    Ok(report::counts::<report::Playwright>(&file)?.judged(ran.is_ok()))
}
