//! The list beside the picture: what is shown, newest first, in the report's own order within a day.

use dateline_core::study::Study;
use std::cmp::Reverse;

/// Rows in the order of the list; made when first asked for after a change.
#[derive(Default)]
pub(crate) struct NewestFirst {
    rows: Option<Vec<u32>>,
    dated: usize,
}

impl NewestFirst {
    /// Forgets the order: filter, window or report changed.
    pub(crate) fn clear(&mut self) {
        self.rows = None;
    }

    /// All rows of the list.
    pub(crate) fn rows(&mut self, study: &Study) -> &[u32] {
        if self.rows.is_none() {
            let mut rows = study.items(0, usize::MAX);
            rows.sort_by_key(|row| position(study, *row));
            self.dated = rows.partition_point(|row| *row < study.table().dated());
            self.rows = Some(rows);
        }
        self.rows.as_deref().unwrap_or_default()
    }

    /// How many rows have a date: they come first.
    pub(crate) fn dated(&self) -> usize {
        self.dated
    }
}

/// Dated before undated, later days before earlier ones, then as the report has them.
fn position(study: &Study, row: u32) -> (bool, Reverse<i64>, usize) {
    let table = study.table();
    let start = table.interval(row).map(|interval| interval.start.date().timestamp().0);
    (start.is_none(), Reverse(start.unwrap_or(0)), table.source(row).unwrap_or(0))
}
