//! The site, by Vite, from `www/` into `dist/`.

use crate::project;
use crate::shell::{npm, run};
use crate::trouble::Trouble;

/// What the licences of others' data ask to go with it, and its name in the site.
const NOTICES: [(&str, &str); 7] = [
    ("NOTICE.md", "NOTICE.md"),
    ("crate/core/src/countries/LICENSE-UNICODE.txt", "LICENSE-UNICODE.txt"),
    ("node_modules/preact/LICENSE", "licences/preact.txt"),
    ("node_modules/comlink/LICENSE", "licences/comlink.txt"),
    ("node_modules/papaparse/LICENSE", "licences/papaparse.txt"),
    ("node_modules/@streamparser/json/LICENSE", "licences/streamparser-json.txt"),
    ("node_modules/@uwdata/flechette/LICENSE", "licences/flechette.txt"),
];

fn notices() -> Result<(), Trouble> {
    let folder = project::dist().join("licences");
    std::fs::create_dir_all(&folder).map_err(|error| Trouble::file("make", &folder, &error))?;
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
