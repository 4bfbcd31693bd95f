//! The front end's packages, exactly as the lock file names them. They are installed again when the lock file is not
//! the one that was installed last, by its content: a fresh checkout gives every file a new time.

use std::fs;
use std::path::PathBuf;

use crate::project;
use crate::shell::{npm, run};
use crate::step::note;
use crate::trouble::Trouble;

const REMEDY: &str = "check the network and `npm config get registry`; without a network, packages that npm has in \
    its cache do: npm ci --prefer-offline\n\
    if it says that package.json and the lock file are out of step, run `npm install` and commit package-lock.json\n\
    if files are in the way, remove the folder node_modules and run this command again";

/// Installs the packages when they are not those of the lock file.
pub fn ensure() -> Result<(), Trouble> {
    let lock_file = project::root().join("package-lock.json");
    let lock = fs::read(&lock_file).map_err(|error| Trouble::file("read", &lock_file, &error))?;
    if fs::read(stamp()).is_ok_and(|installed| installed == lock) {
        note("packages are those of package-lock.json");
        return Ok(());
    }
    // No package needs its install script, and Playwright's would be the only large download.
    run(
        npm()
            .args(["ci", "--ignore-scripts", "--prefer-offline"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        REMEDY,
    )?;
    fs::write(stamp(), lock).map_err(|error| Trouble::file("write", &stamp(), &error))
}

/// A copy of the lock file that was installed. `npm ci` removes it with all of `node_modules`.
fn stamp() -> PathBuf {
    project::root().join("node_modules").join(".installed-lock.json")
}
