//! `cargo xtask gazetteer`: makes the table of countries that the core reads.
//!
//! Takes Unicode CLDR (fetched by npm, version and integrity pinned in `data/cldr/package-lock.json`) and our own lists
//! in `crate/xtask/data`, gives `crate/core/src/countries/table.txt` and the licence of the CLDR part beside it. Checks
//! the lists (unknown codes, one phrase with two senses) and says file and line. Does not look at texts.

mod cldr;
mod forms;
mod lists;
mod packs;
mod persons;
mod places;
mod prune;
mod sources;
mod table;
mod terms;
mod weigh;
mod write;

use std::error::Error;
use std::path::Path;

use cldr::Cldr;
use packs::Packs;
use table::Table;

/// Where the table, the shown names and the licence of CLDR's part go, from the workspace's root.
const TABLE: &str = "crate/core/src/countries/table.txt";
const NAMES: &str = "crate/core/src/countries/names.txt";
const LICENSE: &str = "crate/core/src/countries/LICENSE-UNICODE.txt";
/// The crate of the packs.
const PACKS: &str = "crate/names";
/// Our own lists.
const DATA: &str = "crate/xtask/data";

/// Makes the table and the packs; with `check` they are compared with those that are there, and nothing is written.
///
/// # Errors
///
/// When a source cannot be fetched, a list is at fault, a file cannot be written, the table weighs too much, or the check
/// finds a difference.
pub fn run(root: &Path, check: bool) -> Result<(), Box<dyn Error>> {
    let sources = sources::fetch(root, &root.join(DATA).join("open"))?;
    let cldr = cldr::read(&sources)?;
    let mut table = Table::gather(&cldr, &sources, &root.join(DATA))?;
    let packs = packs::make(&sources, &cldr, &table)?;
    prune::prune(&mut table);
    let files = files(&cldr, &table, &packs);
    if check {
        return files.iter().try_for_each(|(file, text)| compare(&root.join(file), text));
    }
    clear(&root.join(PACKS).join("packs"))?;
    for (file, text) in &files {
        std::fs::write(root.join(file), text)?;
    }
    println!("{PACKS}: {} packs", packs.len());
    weigh::report(TABLE, files.first().map(|(_, text)| text.as_str()).unwrap_or_default())
}

/// Every file that is made, and its text; the table first.
fn files(cldr: &Cldr, table: &Table, packs: &Packs) -> Vec<(String, String)> {
    let mut files = vec![
        (TABLE.to_owned(), write::text(table, &cldr.version)),
        (NAMES.to_owned(), write::names(table)),
        (LICENSE.to_owned(), cldr.license.clone()),
        (format!("{PACKS}/packs/LICENSE"), cldr.license.clone()),
        (format!("{PACKS}/src/packs.rs"), packs::module(packs)),
    ];
    files
        .extend(packs.iter().map(|(language, text)| (format!("{PACKS}/packs/{language}.txt"), text.clone())));
    files
}

/// Takes away the packs of old, for a language may have gone.
fn clear(folder: &Path) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        std::fs::remove_file(entry?.path())?;
    }
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
