//! `cargo xtask size`: what every file of the built site weighs, raw and as a server sends it, against the budget.

mod budget;
mod measure;
mod table;

use std::fs;

use crate::project;
use crate::serve::require_site;
use crate::trouble::Trouble;
use budget::Budget;

/// Prints the table. `Ok(false)` when something is over its budget, or has none.
pub fn run() -> Result<bool, Trouble> {
    require_site()?;
    let file = project::size_budget();
    let told = fs::read_to_string(&file).map_err(|error| Trouble::file("read", &file, &error))?;
    let weighed = Budget::read(&told)?.weigh(measure::folder(&project::dist())?);
    print!("{}", table::table(&weighed));
    Ok(weighed.iter().all(budget::Weighed::is_within))
}
