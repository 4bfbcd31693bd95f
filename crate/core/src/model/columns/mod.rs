//! Items that come as columns, in any order: checked, put in the order of time, and made a table.

mod check;
mod order;

use super::{Diagnostic, ItemTable, Section, Texts};
use crate::time::Precision;
use dateline_scan::Codes;

/// A table has at most so many items: their columns and indexes then take about 1 GB.
pub const MOST_ITEMS: usize = 20_000_000;
/// There are at most so many sections.
pub const MOST_SECTIONS: u32 = 1 << 20;

/// Codes with the words they stand for.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    /// One a row, or for countries one a mention.
    pub codes: Codes,
    /// By code.
    pub words: Vec<String>,
}

/// Items as columns, in any order. All columns are as long as `start`; those that are `None` say the same of all items.
#[derive(Debug, Default)]
pub struct Columns {
    /// ms since 1970-01-01 UTC; NaN = undated.
    pub start: Vec<f64>,
    /// Exclusive; without it an item lasts one unit of its precision.
    pub end: Option<Vec<f64>>,
    /// Places in [`PRECISIONS`]; without it all are days.
    pub precision: Option<Vec<u8>>,
    /// Bits: 0 state media, 1 approximate, 2 inferred, 3 doubtful.
    pub flags: Option<Vec<u8>>,
    /// Titles of sections.
    pub section: Option<Coded>,
    /// Names of outlets.
    pub outlet: Option<Coded>,
    /// Languages, ISO 639-1.
    pub language: Option<Coded>,
    /// Kinds of items.
    pub kind: Option<Coded>,
    /// Countries, ISO 3166-1 alpha-2; row `i` has the codes `offsets[i]..offsets[i + 1]`.
    pub countries: Option<(Vec<u32>, Coded)>,
    /// Their words.
    pub texts: Option<Texts>,
    /// Their ids; without them the number of each.
    pub ids: Option<Texts>,
}

/// The precisions, by their numbers in columns.
pub const PRECISIONS: [Precision; 10] = [
    Precision::Day,
    Precision::Minute,
    Precision::Hour,
    Precision::Week,
    Precision::Month,
    Precision::Quarter,
    Precision::Half,
    Precision::Year,
    Precision::Decade,
    Precision::Range,
];

/// Why columns are no items: nothing was changed by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A stable code, such as `bad-columns`.
    pub code: &'static str,
    /// What is wrong, with the column, the row and the value.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// What columns become.
#[derive(Debug)]
pub struct Tabled {
    /// The items.
    pub table: ItemTable,
    /// Their sections.
    pub sections: Vec<Section>,
    /// What there is to say about them.
    pub remarks: Vec<Diagnostic>,
}

impl Columns {
    /// Items that begin at these instants, in ms, of which nothing else is known.
    pub fn dated(start: Vec<f64>) -> Columns {
        Columns { start, ..Columns::default() }
    }

    /// Checks the columns and puts them in the order of time.
    ///
    /// # Errors
    ///
    /// `too-many-items`, `bad-columns` for lengths, offsets and codes that do not fit, `bad-date` for an instant that the
    /// calendar does not have or an end before its start, `bad-country` for what is no code of a country.
    ///
    /// ```
    /// use dateline_core::model::Columns;
    /// let table = Columns::dated(vec![86_400_000.0, f64::NAN, 0.0]).into_table().unwrap().table;
    /// assert_eq!(table.dated(), 2);
    /// assert_eq!([0, 1, 2].map(|row| table.id(row)), ["2", "0", "1"]);
    /// ```
    pub fn into_table(self) -> Result<Tabled, Fault> {
        check::checked(self).map(order::ordered)
    }
}
