//! The pure core of Dateline: the text of an analysts' report goes in, a finished scene of marks comes out.
//!
//! ```text
//! text ─► report ─► dates, countries ─► items ─► table ─► filter, view ─► layout ─► scene
//! ```
//!
//! What this crate does **not** do: it knows no browser, no plotters, no files, no clock, no threads, no
//! randomness and no font files. "Today", limits, fonts and sizes are parameters.

pub mod countries;
pub mod dates;
pub mod extract;
pub mod filter;
pub mod index;
pub mod layout;
pub mod lookup;
mod lower;
pub mod model;
pub mod order;
mod power;
pub mod report;
pub mod scale;
pub mod scene;
pub mod study;
pub mod text;
pub mod time;
pub mod view;

pub use extract::{Extraction, Options, extract};
