//! Search by words: case and accents do not matter.
//!
//! A [`Query`] is what was typed, a [`Search`] goes through the texts of a table in steps, [`fold`] is the form in which
//! both are compared.

mod fold;
mod query;
mod rows;
mod run;

pub use fold::fold;
pub use query::Query;
pub use rows::found_rows;
pub use run::Search;
