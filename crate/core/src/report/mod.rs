//! A report's outline: what each stretch of its text *is*, before anyone asks what it says.
//!
//! Takes the decoded text; gives an [`Outline`]: title, sections, and entries (bullets, numbered entries,
//! quotes, prose) in the order of the text, each with its bytes. Lines become [`blocks`](block), blocks get
//! their roles in [`outline()`]. Dates that stand before, over or beside entries are found by
//! [`chronicle`] and [`table`]. Furniture (menus, bylines, disclaimers) is recognised and kept apart.
//!
//! What it does **not** do: it resolves no date and codes no country; it never fails and never loses a byte:
//! each non-blank line belongs to a heading, an entry or the furniture.

mod attribution;
mod block;
mod chronicle;
mod column;
mod date_head;
mod date_label;
mod date_line;
mod date_words;
mod entry;
mod find_title;
mod heading;
mod line;
mod marker;
mod note;
mod outline;
mod phrases;
mod sentence;
mod table;
mod title;
mod trailer;
mod trailers;
mod whole_date;

pub use attribution::Attribution;
pub use block::{Block, BlockKind};
pub use date_head::DateHead;
pub use entry::{Entry, Form, Label, Outline, SectionMark};
pub use note::strip_note;
pub use outline::outline;
pub use phrases::{is_reading_title, is_state_media, language_of};
pub use sentence::sentences;
pub use title::Title;
pub use trailer::{Trailer, is_name, source, trailer, unlinked};
pub use whole_date::Rank;
