//! What comes out of a report: items, the report's own facts, and diagnostics.

mod axis;
mod coding;
mod columns;
mod correct;
mod country;
mod diagnostic;
mod dictionary;
mod flags;
mod from_items;
mod ids;
mod item;
mod report;
mod table;
mod texts;

pub use axis::{Axis, told};
pub use coding::{Change, Coding, Correction, Counting, Evidence};
pub use columns::{Coded, Columns, Fault, MOST_ITEMS, MOST_SECTIONS, PRECISIONS, Tabled};
pub use correct::GivenCountries;
pub use country::{CountryCode, CountryMention, MentionKind, MentionRule};
pub use diagnostic::{Diagnostic, Severity};
pub use dictionary::Dictionary;
pub use flags::{Flags, Form};
pub use ids::Ids;
pub use item::{Basis, Confidence, DateMention, DateRole, Item, ItemKind, Span};
pub use report::{ReferenceBasis, ReferenceDate, Report, Section, StateMedia};
pub use table::{Countries, ItemTable};
pub use texts::{Offsets, TextStore, Texts};
