//! The session: a report's outline, dates and countries become items and diagnostics.
//!
//! Extraction never fails on text. [`extract`] reads a document at once; a [`Session`] does the same in steps,
//! so that a caller can show progress and stop. Every inferred value keeps its reason, nothing is dropped: what
//! has no date is an undated item, what could not be read is a diagnostic.

mod carry;
mod dated;
mod disclosure;
mod draft;
mod frame;
mod identity;
mod lent;
mod number_order;
mod order;
mod passage;
mod reading;
mod reference;
mod remark;
mod section;
mod session;
mod whole;

pub use session::{Progress, Session};

use std::sync::Arc;

use crate::countries::Gazetteer;
use crate::dates::{DateOrder, Language};
use crate::model::{DateMention, Diagnostic, Item, Report};
use crate::time::CivilDate;

/// What the caller knows better than the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The document's name, kept with each item.
    pub name: String,
    /// The day that year-less dates are read from.
    pub reference_date: Option<CivilDate>,
    /// How dates of three plain numbers are read.
    pub date_order: DateOrder,
    /// The text's language; `None` finds it, paragraph by paragraph.
    pub language: Option<Language>,
    /// Whether [`Extraction::dates`] is wanted.
    pub every_date: bool,
    /// The names of countries that are looked for; `None` for the built-in ones.
    pub gazetteer: Option<Arc<Gazetteer>>,
}

/// What came out of one document.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The report's own facts.
    pub report: Report,
    /// In the order of the text.
    pub items: Vec<Item>,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Every date of the document in the order of the text, where [`Options::every_date`] asks for it.
    pub dates: Vec<DateMention>,
}

/// Reads a report at once.
///
/// ```
/// use dateline_core::{Options, extract};
/// let text = "NORTH\n\n• Norway and Finland signed a pact. – Reuters on 10-JAN-2023\n";
/// let extraction = extract(text, &Options::default());
/// let item = &extraction.items[0];
/// assert_eq!(item.text, "Norway and Finland signed a pact.");
/// assert_eq!(item.outlet.as_deref(), Some("Reuters"));
/// assert_eq!(item.published.as_ref().unwrap().interval.unwrap().to_string(), "2023-01-10..2023-01-11");
/// ```
pub fn extract(text: &str, options: &Options) -> Extraction {
    let mut session = Session::new(text, options.clone());
    while session.step(usize::MAX).done < text.len() {}
    session.finish()
}
