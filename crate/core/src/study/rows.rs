//! The rows that a picture can have: lanes and countries, with what the layout must know of them.

use crate::countries;
use crate::extract::Extraction;
use crate::index::{BinQuery, Bins, Length, MemoryIndex, RowKey, Source};
use crate::layout::{CountryFacts, LaneFacts, Occurs, Usage, clean};
use crate::model::{CountryCode, ItemKind, ItemTable};
use crate::order::sort_by;
use crate::time::{Interval, Precision, Timestamp};
use std::cmp::Reverse;

/// Lanes of one picture; sections beyond these have none.
const MOST_LANES: usize = 512;

/// What never changes while a report is explored.
#[derive(Clone, Debug, Default)]
pub struct Sections {
    /// Titles as shown, by section.
    pub titles: Vec<String>,
    /// Which colour, by section: first those that have lanes.
    pub hues: Vec<usize>,
    /// Titles of the sections that have lanes when nothing is filtered.
    pub lane_titles: Vec<String>,
    /// How the report writes its words.
    pub usage: Usage,
}

impl Sections {
    /// Reads the sections of a report.
    pub fn read(extraction: &Extraction, table: &ItemTable) -> Sections {
        let report = &extraction.report;
        let printed: Vec<&str> = report.sections.iter().map(|section| section.title.as_str()).collect();
        let series = report.series.as_deref().unwrap_or("");
        let words: Vec<&str> = printed.iter().copied().chain([series]).collect();
        let usage = Usage::read(&words, table.rows().map(|row| table.text(row)));
        let titles: Vec<String> = printed.iter().map(|title| clean(&usage.title(title))).collect();
        let dated = with_dated(table, titles.len());
        let first = dated.iter().filter(|has| **has).count();
        let hue = |index: usize, has: bool| {
            let before = dated.iter().take(index).filter(|other| **other == has).count();
            if has { before } else { first + before }
        };
        let hues = dated.iter().enumerate().map(|(index, has)| hue(index, *has)).collect();
        let mut sections = Sections { titles, hues, lane_titles: Vec::new(), usage };
        sections.place(table);
        sections
    }

    /// Finds the lanes anew where items lie elsewhere; colours stay.
    pub fn place(&mut self, table: &ItemTable) {
        let dated = with_dated(table, self.titles.len());
        let shown = self.titles.iter().zip(&dated).filter(|(_, has)| **has);
        self.lane_titles = shown.map(|(title, _)| title.clone()).collect();
    }
}

/// Which sections have dated items.
fn with_dated(table: &ItemTable, sections: usize) -> Vec<bool> {
    let mut dated = vec![false; sections];
    for row in 0..table.dated() {
        if let Some(has) = dated.get_mut(table.section(row) as usize) {
            *has = true;
        }
    }
    dated
}

/// The lanes that have dated items in the index, in report order.
pub fn lanes(extraction: &Extraction, sections: &Sections, index: &MemoryIndex) -> Vec<LaneFacts> {
    let facts = |(id, section): (u32, &crate::model::Section)| LaneFacts {
        section: id,
        title: sections.titles.get(id as usize).cloned().unwrap_or_default(),
        inferred: section.inferred,
        hue: sections.hues.get(id as usize).copied().unwrap_or(0),
        items: index.lane_len(id) as u64,
        tallest: tallest(index.lane_starts(id)),
    };
    let with_items = (0..).zip(&extraction.report.sections).filter(|(id, _)| index.lane_len(*id) > 0);
    with_items.take(MOST_LANES).map(facts).collect()
}

/// The most starts on one day.
fn tallest(starts: &[i64]) -> u32 {
    let same_day = |a: &i64, b: &i64| a.div_euclid(Timestamp::DAY_MS) == b.div_euclid(Timestamp::DAY_MS);
    let most = starts.chunk_by(same_day).map(<[i64]>::len).max().unwrap_or(0);
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// The countries of the index, by items in the window, then by all items, then by code.
pub fn ranked_countries(table: &ItemTable, index: &MemoryIndex, window: Interval) -> Vec<CountryFacts> {
    let everything = [i64::MIN / 2, i64::MAX / 2];
    let counts = |edges: &[i64]| -> Vec<u64> {
        let rows = index.countries().iter().map(|code| RowKey::Country(*code)).collect();
        let query = BinQuery { rows, edges: edges.to_vec(), longest: Length::Longer };
        index.over(table).bins(&query).rows.iter().map(Bins::total).collect()
    };
    let in_window = counts(&[window.start.0, window.end.0]);
    let in_all = counts(&everything);
    let mut ranked: Vec<_> = index.countries().iter().zip(in_window.iter().zip(&in_all)).collect();
    ranked.retain(|(_, (_, all))| **all > 0);
    let rank =
        |(code, (window, all)): &(&CountryCode, (&u64, &u64))| (Reverse(**window), Reverse(**all), **code);
    sort_by(&mut ranked, |a, b| rank(a).cmp(&rank(b)));
    ranked.iter().map(|(code, _)| CountryFacts { code: **code, name: countries::name(**code) }).collect()
}

/// What occurs among all items, filtered or not.
pub fn occurs(table: &ItemTable) -> Occurs {
    let mut occurs = Occurs::default();
    for row in 0..table.dated() {
        let longer = table.interval(row).is_some_and(|time| Length::of_ms(time.duration_ms()) > Length::Day);
        occurs.state_media |= table.flags(row).state_media();
        occurs.scheduled |= table.flags(row).scheduled();
        occurs.approximate |= table.flags(row).approximate();
        occurs.prose |= table.kind(row) == ItemKind::Passage;
        occurs.longer |= longer;
        occurs.within_day |= table.precision(row) < Precision::Day;
    }
    occurs
}
