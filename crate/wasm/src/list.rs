//! The list beside the picture: what is shown, newest day first, in the report's own order within a day; undated last.
//!
//! Rows come in the order of time, so that a day is a stretch of them: only the days of the page that is asked for are
//! put in the report's order.

use dateline_core::order::sort_by;
use dateline_core::study::Study;
use dateline_core::time::Timestamp;
use dateline_scan::Bits;
use std::ops::Range;

/// The rows that are shown; fetched when first asked for after a change.
#[derive(Default)]
pub(crate) struct NewestFirst {
    rows: Option<Bits>,
}

impl NewestFirst {
    /// Forgets the rows: filter, window or report changed.
    pub(crate) fn clear(&mut self) {
        self.rows = None;
    }

    /// The list as it is now.
    pub(crate) fn of<'a>(&'a mut self, study: &'a Study) -> List<'a> {
        List { study, rows: self.rows.get_or_insert_with(|| study.shown_rows()) }
    }
}

/// The rows of the list, in the order of time.
pub(crate) struct List<'a> {
    study: &'a Study,
    rows: &'a Bits,
}

impl List<'_> {
    /// Rows in all.
    pub(crate) fn len(&self) -> usize {
        self.rows.count()
    }

    /// Rows with a date: they come first.
    pub(crate) fn dated(&self) -> usize {
        self.rows.count_in(0..self.study.table().starts().len())
    }

    /// A part of the list, in its order.
    pub(crate) fn page(&self, offset: usize, limit: usize) -> Vec<u32> {
        let mut page = Vec::new();
        let mut passed = 0;
        for group in self.groups() {
            let skip = offset.saturating_sub(passed);
            let rows = self.rows.count_in(group.clone());
            passed += rows;
            if skip < rows {
                page.extend(self.in_report_order(group).into_iter().skip(skip).take(limit - page.len()));
            }
            if page.len() >= limit {
                break;
            }
        }
        page
    }

    /// Where a row stands in the list.
    pub(crate) fn position(&self, row: u32) -> Option<usize> {
        let mut passed = 0;
        for group in self.groups().filter(|_| self.rows.contains(row as usize)) {
            if group.contains(&(row as usize)) {
                let at = self.in_report_order(group).iter().position(|other| *other == row);
                return at.map(|at| passed + at);
            }
            passed += self.rows.count_in(group);
        }
        None
    }

    /// Stretches of the table's rows: the days that have a shown one, newest first, then what has no date.
    fn groups(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = self.study.table().starts();
        let mut end = starts.len();
        let days = std::iter::from_fn(move || {
            let newest = self.rows.iter_in(0..end).next_back()?;
            let day = starts.get(newest)?.div_euclid(Timestamp::DAY_MS) * Timestamp::DAY_MS;
            let group = starts.partition_point(|start| *start < day)..newest + 1;
            end = group.start;
            Some(group)
        });
        days.chain(std::iter::once(starts.len()..self.study.table().len()))
    }

    fn in_report_order(&self, group: Range<usize>) -> Vec<u32> {
        let mut rows: Vec<u32> = self.rows.iter_in(group).map(|row| row as u32).collect();
        let place = |row: &u32| self.study.table().source(*row);
        sort_by(&mut rows, |a, b| place(a).cmp(&place(b)));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::NewestFirst;
    use dateline_core::study::Study;
    use dateline_core::{Options, extract};

    const TEXT: &str = "NORTH\n
• First of the tenth. – Reuters on 10-JAN-2023
• Second of the tenth. – BBC on 10-JAN-2023
• Of the ninth. – BBC on 09-JAN-2023
• Without a date.
• Third of the tenth. – Reuters on 10-JAN-2023
";
    const ORDER: [&str; 5] = [
        "First of the tenth.",
        "Second of the tenth.",
        "Third of the tenth.",
        "Of the ninth.",
        "Without a date.",
    ];

    #[test]
    fn every_page_is_a_part_of_the_whole_order() {
        let study = Study::new(extract(TEXT, &Options::default()));
        let mut list = NewestFirst::default();
        let list = list.of(&study);
        assert_eq!((list.len(), list.dated()), (5, 4));
        for offset in 0..=ORDER.len() {
            for limit in 0..=ORDER.len() + 1 {
                let page = list.page(offset, limit);
                let texts: Vec<String> = page.iter().map(|row| study.table().text(*row)).collect();
                let expected: Vec<&str> = ORDER.into_iter().skip(offset).take(limit).collect();
                assert_eq!(texts, expected, "{limit} from {offset}");
            }
        }
    }

    #[test]
    fn a_row_is_found_where_its_page_has_it() {
        let study = Study::new(extract(TEXT, &Options::default()));
        let mut list = NewestFirst::default();
        let list = list.of(&study);
        for (position, row) in list.page(0, 5).into_iter().enumerate() {
            assert_eq!(list.position(row), Some(position));
        }
        assert_eq!(list.position(99), None);
    }
}
