//! Items as columns: what filters, the index and the layout read.
//!
//! Columns lie in the order of time, with undated rows last. A *row* is a position in this order, as u32. Rows of one
//! instant lie by id where the items are those of a report, and in the order in which they came where they are those of a
//! large table. It does not keep byte ranges or reasons: [`ItemTable::source`] leads back to the item that has them, and
//! to its text.

use super::{CountryCode, Dictionary, Flags, Form, Ids, ItemKind, Texts};
use crate::time::{Interval, Precision, Timestamp};
use dateline_scan::{Codes, Lists};

/// The start of a row without a date: later than every date, so that such rows come last.
pub(super) const UNDATED: i64 = i64::MAX;

/// Items as columns, in the order of time, undated rows last.
#[derive(Clone, Debug, Default)]
pub struct ItemTable {
    /// ms since 1970, or [`UNDATED`].
    pub(super) start: Vec<i64>,
    /// How long each lasts, as a code of `durations`.
    pub(super) length: Codes,
    /// In ms.
    pub(super) durations: Vec<i64>,
    pub(super) precision: Codes,
    pub(super) form: Codes,
    pub(super) section: Codes,
    pub(super) outlet: Dictionary,
    pub(super) credit: Dictionary,
    pub(super) language: Dictionary,
    pub(super) countries: Lists,
    /// What the codes in `countries` stand for.
    pub(super) country_words: Vec<CountryCode>,
    /// By source index.
    pub(super) texts: Texts,
    /// By source index.
    pub(super) ids: Ids,
    pub(super) source: Vec<u32>,
    pub(super) dated: u32,
    /// Whether rows of one instant lie by id.
    pub(super) by_id: bool,
}

/// The countries of one row, each once, by first mention.
#[derive(Clone, Copy, Debug)]
pub struct Countries<'a> {
    codes: &'a [u8],
    words: &'a [CountryCode],
}

impl<'a> Countries<'a> {
    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = CountryCode> + Clone + 'a {
        self.codes.iter().filter_map(move |code| self.words.get(usize::from(*code)).copied())
    }

    /// Whether one is among them.
    pub fn contains(self, code: &CountryCode) -> bool {
        self.iter().any(|other| other == *code)
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.codes.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.codes.is_empty()
    }
}

impl PartialEq for Countries<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl ItemTable {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// Number of rows with a date: they are rows `0..dated`.
    pub fn dated(&self) -> u32 {
        self.dated
    }

    /// All rows, in order.
    pub fn rows(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// When the row's item was; `None` where it is undated.
    pub fn interval(&self, row: u32) -> Option<Interval> {
        let start = self.start.get(row as usize).copied().filter(|start| *start != UNDATED)?;
        Some(Interval::new(Timestamp(start), Timestamp(start.saturating_add(self.duration(row)))))
    }

    fn duration(&self, row: u32) -> i64 {
        let code = self.length.get(row as usize).unwrap_or(0);
        self.durations.get(code as usize).copied().unwrap_or(0)
    }

    /// First instants of the dated rows, in ms, ascending.
    pub fn starts(&self) -> &[i64] {
        self.start.get(..self.dated as usize).unwrap_or(&[])
    }

    /// From the first to the last instant of all dated rows; `None` where there is none.
    pub fn extent(&self) -> Option<Interval> {
        let first = *self.starts().first()?;
        let most = self.durations.iter().copied().max().unwrap_or(0);
        // None that starts earlier than the longest lasts before the last start can end last.
        let last = self.starts().last().copied().unwrap_or(first);
        let late = self.starts().partition_point(|start| *start < last.saturating_sub(most));
        let ends = (late as u32..self.dated).filter_map(|row| self.interval(row)).map(|time| time.end);
        Some(Interval::new(Timestamp(first), ends.max()?))
    }

    /// The dated rows that start in a stretch of time.
    pub fn starting_in(&self, time: Interval) -> std::ops::Range<usize> {
        let before = |instant: Timestamp| self.starts().partition_point(|start| *start < instant.0);
        before(time.start)..before(time.end)
    }

    /// How long each row lasts: codes of [`ItemTable::durations`].
    pub fn lengths(&self) -> &Codes {
        &self.length
    }

    /// The durations that there are, in ms, by code.
    pub fn durations(&self) -> &[i64] {
        &self.durations
    }

    /// How exactly its date is known.
    pub fn precision(&self, row: u32) -> Precision {
        let number = self.precision.get(row as usize).unwrap_or(Precision::Day as u32);
        Precision::ALL.get(number as usize).copied().unwrap_or_default()
    }

    /// How exactly dates are known, as places in [`Precision::ALL`].
    pub fn precisions(&self) -> &Codes {
        &self.precision
    }

    /// Kind and flags.
    pub fn form(&self, row: u32) -> Form {
        Form::of(self.form.get(row as usize).unwrap_or(0) as u8)
    }

    /// Kinds and flags, as numbers of [`Form`].
    pub fn forms(&self) -> &Codes {
        &self.form
    }

    /// What form it has in its report.
    pub fn kind(&self, row: u32) -> ItemKind {
        self.form(row).kind()
    }

    /// What is special about it.
    pub fn flags(&self, row: u32) -> Flags {
        self.form(row).flags()
    }

    /// Index into the report's sections.
    pub fn section(&self, row: u32) -> u32 {
        self.section.get(row as usize).unwrap_or(0)
    }

    /// Indexes into the report's sections.
    pub fn sections(&self) -> &Codes {
        &self.section
    }

    /// Where items were published.
    pub fn outlets(&self) -> &Dictionary {
        &self.outlet
    }

    /// Who is named with items: a byline or the label of an action.
    pub fn credits(&self) -> &Dictionary {
        &self.credit
    }

    /// Languages of the linked content.
    pub fn languages(&self) -> &Dictionary {
        &self.language
    }

    /// The row's countries, each once, by first mention.
    pub fn countries(&self, row: u32) -> Countries<'_> {
        Countries { codes: self.countries.get(row as usize), words: &self.country_words }
    }

    /// The countries of all rows: codes of [`ItemTable::country_words`].
    pub fn country_lists(&self) -> &Lists {
        &self.countries
    }

    /// The countries that there are, by code.
    pub fn country_words(&self) -> &[CountryCode] {
        &self.country_words
    }

    /// Its words.
    pub fn text(&self, row: u32) -> String {
        self.source(row).map_or_else(String::new, |source| self.texts.get(source))
    }

    /// At most `most` bytes of its words.
    pub fn beginning(&self, row: u32, most: usize) -> String {
        self.source(row).map_or_else(String::new, |source| self.texts.beginning(source, most))
    }

    /// The words of all items, by source index.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Its stable id.
    pub fn id(&self, row: u32) -> String {
        self.source.get(row as usize).map_or_else(String::new, |source| self.ids.get(*source))
    }

    /// The ids of all items, by source index.
    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The row that has this id. A scan: for selections, not for frames.
    pub fn row_of(&self, id: &str) -> Option<u32> {
        let source = self.ids.find(id)?;
        self.rows().zip(&self.source).find(|(_, other)| **other == source).map(|(row, _)| row)
    }

    /// Index of the row's item in the list that the table was made of.
    pub fn source(&self, row: u32) -> Option<usize> {
        self.source.get(row as usize).map(|index| *index as usize)
    }

    /// By row, the index of its item in the list that the table was made of.
    pub fn sources(&self) -> &[u32] {
        &self.source
    }

    /// Whether rows of one instant lie by id already.
    pub fn is_by_id(&self) -> bool {
        self.by_id
    }

    /// Bytes that the columns take, texts and ids left out.
    pub fn bytes(&self) -> usize {
        let codes = [&self.length, &self.precision, &self.form, &self.section];
        let dictionaries = [&self.outlet, &self.credit, &self.language];
        self.start.len() * 8
            + self.durations.len() * 8
            + codes.iter().map(|codes| codes.bytes()).sum::<usize>()
            + dictionaries.iter().map(|words| words.bytes()).sum::<usize>()
            + self.countries.bytes()
            + self.source.len() * 4
    }
}
