//! The built site in a real browser, by Playwright: served by the same server as `cargo xtask serve`, at a port of
//! its own.

use std::path::Path;

use crate::project;
use crate::serve::{Server, require_site};
use crate::shell::{self, npm};
use crate::trouble::Trouble;

use super::outcome::Counts;
use super::report;

/// Runs the tests in this browser.
pub fn run(chromium: &Path) -> Result<Counts, Trouble> {
    require_site()?;
    let server = Server::anywhere(&project::dist())?;
    let file = report::path("browser")?;
    let mut command = npm();
    command.args(["run", "--silent", "test", "--workspace", "tests/browser"]);
    command.env("CHROME", chromium).env("DATELINE_URL", server.url()).env("DATELINE_REPORT", &file);
    let ran = shell::run(&mut command, "");
    Ok(report::counts::<report::Playwright>(&file)?.judged(ran.is_ok()))
}
