//! The site, by Vite, from `www/` into `dist/`.

use crate::project;
use crate::shell::{npm, run};
use crate::trouble::Trouble;

/// Builds, and makes sure that there is a page to open.
pub fn build() -> Result<(), Trouble> {
    run(
        npm().args(["run", "--silent", "build", "--workspace", "www"]),
        "read Vite's message above; `npm ci` puts the packages back as the lock file names them",
    )?;
    if project::dist().join("index.html").is_file() {
        Ok(())
    } else {
        Err(Trouble::new(
            "Vite ran, but dist/index.html is not there",
            "the page is www/index.html, and www/vite.config.ts has to write it to '../dist'",
        ))
    }
}
