//! From text to items: never fails, gives items *and* diagnostics.

use crate::model::{Diagnostic, Item, Report};
use crate::time::CivilDate;

/// What the caller knows better than the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The document's name, kept with each item.
    pub name: String,
    /// The day that year-less dates are read from.
    pub reference_date: Option<CivilDate>,
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
}

/// Reads a report.
pub fn extract(_text: &str, _options: &Options) -> Extraction {
    Extraction {
        report: Report {
            title: String::new(),
            series: None,
            number: None,
            reference_date: None,
            coverage: None,
            sections: Vec::new(),
            state_media: crate::model::StateMedia::default(),
            language: "en".into(),
        },
        items: Vec::new(),
        diagnostics: Vec::new(),
    }
}
