//! The rows that a picture can have: lanes and countries, with what the layout must know of them.

use crate::countries;
use crate::extract::Extraction;
use crate::index::{BinQuery, Bins, Length, MOST_LANES, MemoryIndex, RowKey, Source};
use crate::layout::{CountryFacts, LaneFacts, Occurs, Usage, clean};
use crate::model::{CountryCode, Form, ItemKind, ItemTable};
use crate::order::sort_by;
use crate::time::{Interval, Precision};
use dateline_scan::{Bits, count_codes};
use std::cmp::Reverse;

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
    /// Reads the sections of a report, whose words tell how titles are written.
    pub fn read(extraction: &Extraction, table: &ItemTable) -> Sections {
        let report = &extraction.report;
        let series = report.series.as_deref().unwrap_or("");
        let words = report.sections.iter().map(|section| section.title.as_str()).chain([series]);
        let texts = extraction.items.iter().map(|item| item.text.as_str());
        let usage = Usage::read(&words.collect::<Vec<_>>(), texts);
        Self::titled(extraction, table, usage)
    }

    /// Sections whose titles are written so.
    pub fn titled(extraction: &Extraction, table: &ItemTable, usage: Usage) -> Sections {
        let printed = extraction.report.sections.iter().map(|section| section.title.as_str());
        let titles: Vec<String> = printed.map(|title| clean(&usage.title(title))).collect();
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
    let mut counts = vec![0; sections];
    count_codes(table.sections(), &dated(table), 1, &mut counts);
    counts.iter().map(|count| *count > 0).collect()
}

fn dated(table: &ItemTable) -> Bits {
    Bits::range(table.len(), 0..table.dated() as usize)
}

/// The lanes that have dated items in the index, in report order.
pub fn lanes(extraction: &Extraction, sections: &Sections, index: &MemoryIndex) -> Vec<LaneFacts> {
    let facts = |((id, section), items): ((u32, &crate::model::Section), &u64)| LaneFacts {
        section: id,
        title: sections.titles.get(id as usize).cloned().unwrap_or_default(),
        inferred: section.inferred,
        hue: sections.hues.get(id as usize).copied().unwrap_or(0),
        items: *items,
    };
    let all = (0..).zip(&extraction.report.sections).zip(index.lane_totals());
    all.filter(|(_, items)| **items > 0).take(MOST_LANES).map(facts).collect()
}

/// The countries of the index, by items in the window, then by all items, then by code.
pub fn ranked_countries(table: &ItemTable, index: &MemoryIndex, window: Interval) -> Vec<CountryFacts> {
    let everything = [i64::MIN / 2, i64::MAX / 2];
    let codes = index.countries(table);
    let counts = |edges: &[i64]| -> Vec<u64> {
        let rows = codes.iter().map(|code| RowKey::Country(*code)).collect();
        let query = BinQuery { rows, edges: edges.to_vec(), longest: Length::Longer };
        index.over(table).bins(&query).rows.iter().map(Bins::total).collect()
    };
    let in_window = counts(&[window.start.0, window.end.0]);
    let in_all = counts(&everything);
    let mut ranked: Vec<_> = codes.iter().zip(in_window.iter().zip(&in_all)).collect();
    ranked.retain(|(_, (_, all))| **all > 0);
    let rank =
        |(code, (window, all)): &(&CountryCode, (&u64, &u64))| (Reverse(**window), Reverse(**all), **code);
    sort_by(&mut ranked, |a, b| rank(a).cmp(&rank(b)));
    ranked.iter().map(|(code, _)| CountryFacts { code: **code, name: countries::name(**code) }).collect()
}

/// What occurs among all items, filtered or not.
pub fn occurs(table: &ItemTable) -> Occurs {
    let dated = dated(table);
    let mut forms = vec![0; Form::COUNT];
    count_codes(table.forms(), &dated, 1, &mut forms);
    let mut precisions = vec![0; Precision::ALL.len()];
    count_codes(table.precisions(), &dated, 1, &mut precisions);
    let found: Vec<Form> =
        Form::all().zip(&forms).filter(|(_, count)| **count > 0).map(|(form, _)| form).collect();
    let any = |is_such: fn(Form) -> bool| found.iter().any(|form| is_such(*form));
    let within_day = Precision::ALL.iter().zip(&precisions);
    Occurs {
        state_media: any(|form| form.flags().state_media()),
        scheduled: any(|form| form.flags().scheduled()),
        approximate: any(|form| form.flags().approximate()),
        prose: any(|form| form.kind() == ItemKind::Passage),
        longer: table.durations().iter().any(|ms| Length::of_ms(*ms) > Length::Day),
        within_day: within_day
            .into_iter()
            .any(|(precision, count)| *precision < Precision::Day && *count > 0),
    }
}
