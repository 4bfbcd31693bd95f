//! The site, by Vite, from `www/` into `dist/`.

use crate::project;
use crate::shell::{npm, run};
use crate::trouble::Trouble;

/// What the licences of others' data ask to go with it, and its name in the site.
const NOTICES: [(&str, &str); 2] =
    [("NOTICE.md", "NOTICE.md"), ("crate/core/src/countries/LICENSE-UNICODE.txt", "LICENSE-UNICODE.txt")];

fn notices() -> Result<(), Trouble> {
    for (from, to) in NOTICES {
        std::fs::copy(project::root().join(from), project::dist().join(to)).map_err(|error| {
            Trouble::new(
                format!("{from} could not be copied into dist/: {error}"),
                "look whether it is there",
            )
        })?;
    }
    Ok(())
}

/// Builds, and makes sure that there is a page to open.
pub fn build() -> Result<(), Trouble> {
    run(
        npm().args(["run", "--silent", "build", "--workspace", "www"]),
        "read Vite's message above; `npm ci` puts the packages back as the lock file names them",
    )?;
    notices()?;
    if project::dist().join("index.html").is_file() {
        Ok(())
    } else {
        Err(Trouble::new(
            "Vite ran, but dist/index.html is not there",
            "the page is www/index.html, and www/vite.config.ts has to write it to '../dist'",
        ))
    }
}
