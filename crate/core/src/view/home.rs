//! Where the camera begins: everything, but for a few items that lie far off.

use crate::model::ItemTable;
use crate::time::{Interval, Timestamp};

/// At most this share of the items may be left out of view at first.
const FEW: f64 = 0.03;
/// Fewer items than this always come into view together.
const MANY: usize = 12;
/// Items up to this length always come into view whole.
const MONTH_MS: i64 = 31 * Timestamp::DAY_MS;

/// The interval that holds all items but a few far ones; `None` where nothing is dated.
///
/// An item is far when nothing lies between it and the rest for longer than the rest lasts: one mention of a distant
/// year must not squeeze a report of six weeks into a corner. For the same reason items longer than a month, where
/// they are the lesser part, may stand out of the view at its ends.
pub fn home(table: &ItemTable) -> Option<Interval> {
    let duration = |row: usize| table.interval(row as u32).map_or(0, Interval::duration_ms);
    let most = table.durations().iter().copied().max().unwrap_or(0);
    // Where all are short, none has to be looked at.
    let mixed = if most <= MONTH_MS { 0 } else { table.starts().len() };
    let short: Vec<usize> = (0..mixed).filter(|row| duration(*row) <= MONTH_MS).collect();
    if short.len() * 2 > table.starts().len() {
        let starts: Vec<i64> = short.iter().filter_map(|row| table.starts().get(*row)).copied().collect();
        return home_of(&starts, MONTH_MS, |at| short.get(at).map_or(0, |row| duration(*row)));
    }
    home_of(table.starts(), most, duration)
}

/// The same for items that begin at ascending instants and last so long, at most `most`.
fn home_of(starts: &[i64], most: i64, duration: impl Fn(usize) -> i64) -> Option<Interval> {
    let few = if starts.len() < MANY { 0 } else { ((starts.len() as f64 * FEW) as usize).max(1) };
    let first = far_before(starts.len(), few, |at| starts.get(at).copied());
    let backwards =
        |at: usize| starts.get(starts.len().checked_sub(at + 1)?).map(|start| start.saturating_neg());
    let last = starts.len() - far_before(starts.len(), few, backwards);
    let kept = starts.get(first..last)?;
    let (from, to) = (*kept.first()?, *kept.last()?);
    let longest = to.saturating_sub(from).max(MONTH_MS);
    // None that starts earlier than the longest lasts before the last start can end last.
    let late = first + kept.partition_point(|start| *start < to.saturating_sub(most));
    let end = |at: usize| {
        let start = starts.get(at).copied().unwrap_or(to);
        let lasts = duration(at);
        start.saturating_add(if lasts <= longest { lasts } else { Timestamp::DAY_MS })
    };
    Some(Interval::new(Timestamp(from), Timestamp((late..last).map(end).max()?)))
}

/// How many of the first of `length` ascending values, at most `few`, lie farther from the rest than the rest lasts;
/// the last `few` may be far themselves, and do not count for that.
fn far_before(length: usize, few: usize, value: impl Fn(usize) -> Option<i64>) -> usize {
    let Some(last) = length.checked_sub(few + 1).and_then(&value) else { return 0 };
    let is_far = |count: &usize| {
        let (Some(far), Some(near)) = (value(count - 1), value(*count)) else { return false };
        near.saturating_sub(far) > last.saturating_sub(near).max(Timestamp::DAY_MS)
    };
    (1..=few).rev().find(is_far).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Columns;

    fn home(intervals: &[Interval]) -> Option<Interval> {
        super::home(&table_of(intervals))
    }

    fn table_of(intervals: &[Interval]) -> ItemTable {
        let columns = Columns {
            end: Some(intervals.iter().map(|time| time.end.0 as f64).collect()),
            ..Columns::dated(intervals.iter().map(|time| time.start.0 as f64).collect())
        };
        columns.into_table().unwrap().table
    }

    fn days(days: &[i64]) -> Vec<Interval> {
        let day = |day: i64| Timestamp(day * Timestamp::DAY_MS);
        days.iter().map(|start| Interval::new(day(*start), day(start + 1))).collect()
    }

    fn home_days(list: &[i64]) -> Option<(i64, i64)> {
        let home = home(&days(list))?;
        Some((home.start.0 / Timestamp::DAY_MS, home.end.0 / Timestamp::DAY_MS))
    }

    #[test]
    fn a_few_far_items_are_left_out() {
        let bulk: Vec<i64> = (0..50).collect();
        let with = |extra: &[i64]| {
            let mut list = [bulk.as_slice(), extra].concat();
            list.sort_unstable();
            home_days(&list)
        };
        assert_eq!(with(&[]), Some((0, 50)));
        assert_eq!(with(&[-400]), Some((0, 50)));
        assert_eq!(with(&[900]), Some((0, 50)));
        assert_eq!(with(&[-400, 900]), Some((0, 50)));
        assert_eq!(with(&[-30]), Some((-30, 50)), "near enough");
        assert_eq!(with(&[-400, -390, -380, -370]), Some((-400, 50)), "too many to leave out");
    }

    #[test]
    fn long_items_do_not_stretch_the_view_of_many_short_ones() {
        let day = |day: i64| Timestamp(day * Timestamp::DAY_MS);
        let mut list = days(&(300..350).collect::<Vec<_>>());
        list.insert(0, Interval::new(day(0), day(365)));
        list.push(Interval::new(day(349), day(730)));
        assert_eq!(home(&list), Some(Interval::new(day(300), day(350))));
        let years = [Interval::new(day(0), day(365)), Interval::new(day(365), day(730))];
        assert_eq!(home(&years).map(|home| home.start), Some(day(0)));
    }

    #[test]
    fn few_items_all_come_into_view() {
        assert_eq!(home_days(&[]), None);
        assert_eq!(home_days(&[5]), Some((5, 6)));
        assert_eq!(home_days(&[0, 1, 2, 5000]), Some((0, 5001)));
    }
}
