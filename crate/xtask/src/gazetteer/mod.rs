//! `cargo xtask gazetteer`: makes the table of countries that the core reads.
//!
//! Takes Unicode CLDR (fetched by npm, version and integrity pinned in `data/cldr/package-lock.json`) and our own lists
//! in `crate/xtask/data`, gives `crate/core/src/countries/table.txt` and the licence of the CLDR part beside it. Checks
//! the lists (unknown codes, one phrase with two senses) and says file and line. Does not look at texts.

mod cldr;
mod forms;
mod lists;
mod persons;
mod places;
mod prune;
mod sources;
mod table;
mod weigh;
mod write;

use std::error::Error;
use std::path::Path;

/// Where the table and its licence go, from the workspace's root.
const TABLE: &str = "crate/core/src/countries/table.txt";
const NAMES: &str = "crate/core/src/countries/names.txt";
const LICENSE: &str = "crate/core/src/countries/LICENSE-UNICODE.txt";
/// Our own lists.
const DATA: &str = "crate/xtask/data";

/// Makes the table; with `check` it is compared with the one that is there, and nothing is written.
///
/// # Errors
///
/// When CLDR cannot be fetched, a list is at fault, a file cannot be written, or the check finds a difference.
pub fn run(root: &Path, check: bool) -> Result<(), Box<dyn Error>> {
    let sources = sources::fetch(root, &root.join(DATA).join("open"))?;
    let cldr = cldr::read(&sources)?;
    let mut table = table::Table::gather(&cldr, &sources, &root.join(DATA))?;
    prune::prune(&mut table);
    let text = write::text(&table, &cldr.version);
    let files = [(TABLE, text.as_str()), (NAMES, &write::names(&table)), (LICENSE, &cldr.license)];
    for (file, text) in files {
        if check {
            compare(&root.join(file), text)?;
        } else {
            std::fs::write(root.join(file), text)?;
        }
    }
    if check {
        return Ok(());
    }
    weigh::report(TABLE, &text)
}

fn compare(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let there = std::fs::read_to_string(path)?;
    match there == text {
        true => Ok(()),
        false => {
            Err(format!("{} is not what its sources give; run `cargo xtask gazetteer`", path.display())
                .into())
        }
    }
}
