//! `cargo xtask gazetteer`: makes the table of countries that the core reads.
//!
//! Takes Unicode CLDR (fetched by npm, version and integrity pinned in `data/cldr/package-lock.json`) and our own lists
//! in `crate/xtask/data`, gives `crate/core/src/countries/table.txt` and the licence of the CLDR part beside it. Checks
//! the lists (unknown codes, one phrase with two senses) and says file and line. Does not look at texts.

mod cldr;
mod forms;
mod lists;
mod table;
mod write;

use std::error::Error;
use std::path::Path;

/// Where the table and its licence go, from the workspace's root.
const TABLE: &str = "crate/core/src/countries/table.txt";
const LICENSE: &str = "crate/core/src/countries/LICENSE-UNICODE.txt";
/// Our own lists.
const DATA: &str = "crate/xtask/data";

/// Makes the table; with `check` it is compared with the one that is there, and nothing is written.
///
/// # Errors
///
/// When CLDR cannot be fetched, a list is at fault, a file cannot be written, or the check finds a difference.
pub fn run(root: &Path, check: bool) -> Result<(), Box<dyn Error>> {
    let cldr = cldr::fetch(root, &root.join(DATA).join("cldr"))?;
    let table = table::Table::gather(&cldr, &root.join(DATA))?;
    let text = write::text(&table, &cldr.version);
    if check {
        return compare(&root.join(TABLE), &text);
    }
    std::fs::write(root.join(TABLE), &text)?;
    std::fs::write(root.join(LICENSE), &cldr.license)?;
    println!(
        "{TABLE}: {} countries, {} phrases, {} bytes",
        table.names.len(),
        table.phrases.len(),
        text.len()
    );
    Ok(())
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
