//! Rows in the order (start, id), undated last, page by page.
//!
//! The rows of a large table lie by start alone: to put those of one instant in the order of their ids takes long where
//! they are many, so it is done for the page that is asked for.

use crate::model::ItemTable;
use crate::order::sort_by;
use dateline_scan::Bits;

/// Rows `offset..offset + limit` of a set in the order (start, id), undated last.
pub(super) fn page(table: &ItemTable, rows: &Bits, offset: usize, limit: usize) -> Vec<u32> {
    let rows_in = |range, skip| rows.iter_after(range, skip).map(|row| row as u32);
    if table.is_by_id() {
        return rows_in(0..table.len(), offset).take(limit).collect();
    }
    let Some(first) = rows_in(0..table.len(), offset).next() else { return Vec::new() };
    let mut group = same_start(table, first as usize);
    let mut skip = offset - rows.count_in(0..group.start);
    let mut page = Vec::new();
    while page.len() < limit && group.start < table.len() {
        let mut keyed: Vec<(String, u32)> =
            rows_in(group.clone(), 0).map(|row| (table.id(row), row)).collect();
        sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
        page.extend(keyed.into_iter().skip(skip).map(|(_, row)| row).take(limit - page.len()));
        skip = 0;
        group = same_start(table, group.end);
    }
    page
}

/// The rows that start when this one does.
fn same_start(table: &ItemTable, row: usize) -> std::ops::Range<usize> {
    let starts = table.starts();
    let Some(start) = starts.get(row) else { return undated(table, row) };
    starts.partition_point(|other| other < start)..starts.partition_point(|other| other <= start)
}

/// What has no date has no order of time: all of it is one group.
fn undated(table: &ItemTable, row: usize) -> std::ops::Range<usize> {
    if row < table.len() { table.starts().len()..table.len() } else { row..row }
}
