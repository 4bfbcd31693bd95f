//! What comes out of a report: items, the report's own facts, and diagnostics.

mod axis;
mod coding;
mod country;
mod diagnostic;
mod item;
mod report;
mod table;
mod texts;

pub use axis::{Axis, told};
pub use coding::{Change, Coding, Correction, Counting, Evidence};
pub use country::{CountryCode, CountryMention, MentionKind, MentionRule};
pub use diagnostic::{Diagnostic, Severity};
pub use item::{Basis, Confidence, DateMention, DateRole, Item, ItemKind, Span};
pub use report::{ReferenceBasis, ReferenceDate, Report, Section, StateMedia};
pub use table::{Dictionary, Flags, ItemTable};
pub use texts::{Offsets, TextStore, Texts};
