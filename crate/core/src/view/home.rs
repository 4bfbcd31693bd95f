//! Where the camera begins: everything, but for a few items that lie far off.

use crate::time::{Interval, Timestamp};

/// At most this share of the items may be left out of view at first.
const FEW: f64 = 0.03;
/// Fewer items than this always come into view together.
const MANY: usize = 12;
/// Items up to this length always come into view whole.
const MONTH_MS: i64 = 31 * Timestamp::DAY_MS;

/// The interval that holds all items but a few far ones. `intervals` ascend by start.
///
/// An item is far when nothing lies between it and the rest for longer than the rest lasts: one mention of a distant
/// year must not squeeze a report of six weeks into a corner. For the same reason items longer than a month, where
/// they are the lesser part, may stand out of the view at its ends.
pub fn home(intervals: &[Interval]) -> Option<Interval> {
    let short: Vec<Interval> =
        intervals.iter().filter(|interval| interval.duration_ms() <= MONTH_MS).copied().collect();
    let intervals = if short.len() * 2 > intervals.len() { &short } else { intervals };
    let starts: Vec<i64> = intervals.iter().map(|interval| interval.start.0).collect();
    let few = if starts.len() < MANY { 0 } else { ((starts.len() as f64 * FEW) as usize).max(1) };
    let first = far_before(&starts, few);
    let kept = starts.get(first..)?;
    let backwards: Vec<i64> = kept.iter().rev().map(|start| start.saturating_neg()).collect();
    let last = starts.len() - far_before(&backwards, few);
    let kept = intervals.get(first..last)?;
    let (from, to) = (kept.first()?.start, kept.last()?.start);
    let longest = to.0.saturating_sub(from.0).max(MONTH_MS);
    let end = |interval: &Interval| {
        let whole = interval.duration_ms() <= longest;
        if whole { interval.end } else { Timestamp(interval.start.0.saturating_add(Timestamp::DAY_MS)) }
    };
    Some(Interval::new(from, kept.iter().map(end).max()?))
}

/// How many of the first ascending values, at most `few`, lie farther from the rest than the rest lasts; the last
/// `few` may be far themselves, and do not count for that.
fn far_before(values: &[i64], few: usize) -> usize {
    let Some(last) = values.len().checked_sub(few + 1).and_then(|last| values.get(last)) else { return 0 };
    let is_far = |count: &usize| {
        let pair = (values.get(count - 1), values.get(*count));
        let (Some(far), Some(near)) = pair else { return false };
        near.saturating_sub(*far) > last.saturating_sub(*near).max(Timestamp::DAY_MS)
    };
    (1..=few).rev().find(is_far).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(days: &[i64]) -> Vec<Interval> {
        let day = |day: i64| Timestamp(day * Timestamp::DAY_MS);
        days.iter().map(|start| Interval::new(day(*start), day(start + 1))).collect()
    }

    fn home_of(list: &[i64]) -> Option<(i64, i64)> {
        let home = home(&days(list))?;
        Some((home.start.0 / Timestamp::DAY_MS, home.end.0 / Timestamp::DAY_MS))
    }

    #[test]
    fn a_few_far_items_are_left_out() {
        let bulk: Vec<i64> = (0..50).collect();
        let with = |extra: &[i64]| {
            let mut list = [bulk.as_slice(), extra].concat();
            list.sort_unstable();
            home_of(&list)
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
        assert_eq!(home_of(&[]), None);
        assert_eq!(home_of(&[5]), Some((5, 6)));
        assert_eq!(home_of(&[0, 1, 2, 5000]), Some((0, 5001)));
    }
}
