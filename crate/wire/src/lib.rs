//! The public shapes of Dateline's data: what the program prints, and what JavaScript sees.
//!
//! Takes values of `dateline_core`, gives structs that serialise to the documented JSON (snake_case for report,
//! items and diagnostics; camelCase for options, filter and summary), CSV and iCalendar. It reads options and filters as a
//! person writes them. It computes nothing: no dates are read from prose here, no items are counted.
//!
//! ```
//! use dateline_core::{Options, extract};
//! let text = "No dates at all.";
//! let extraction = extract(text, &Options::default());
//! let document = dateline_wire::document("note.txt", text, &extraction);
//! let json = serde_json::to_value(&document).unwrap();
//! assert!(json["report"]["state_media"]["of"].is_u64());
//! assert!(json["items"].is_array() && json["diagnostics"].is_array());
//! ```

mod bound;
mod coding;
mod csv;
mod date;
mod diagnostic;
mod document;
mod export;
mod failure;
mod filter;
mod ics;
mod item;
mod number;
mod reading;
mod report;
mod summary;
mod whole;
mod window;

pub use bound::{Bound, Bounds};
pub use coding::{CodingJson, CorrectionJson, CorrectionsJson};
pub use csv::{CSV_HEADER, csv_header, csv_lines, csv_text};
pub use date::{DateJson, IntervalJson};
pub use diagnostic::{DiagnosticJson, diagnostics};
pub use document::{DocumentJson, DocumentsJson, NamedDocument, Outcome, document};
pub use export::{Export, Format, MAX_PIXELS, MAX_SCALE, MAX_SIDE, Resolved};
pub use failure::Failure;
pub use filter::Filter;
pub use ics::Calendar;
pub use item::{CountryJson, ItemJson, MentionJson, Provenance, SourceJson, codes, items};
pub use reading::Reading;
pub use report::{CoverageJson, ReferenceDateJson, ReportJson, SectionJson, StateMediaJson, report_json};
pub use summary::{
    CountryCountJson, LanguageJson, MonthJson, OutletJson, PairJson, SectionCountJson, ShareJson, SummaryJson,
};
pub use whole::{WholeDateJson, WholeIntervalJson, WholeJson, WholeMentionJson, whole};
pub use window::WindowJson;
