//! A date of an item: the words, the half-open time they mean, and why.

use dateline_core::model::{DateMention, Span};
use dateline_core::time::{Interval, Timestamp};
use serde::Serialize;

/// One date, as written and as understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateJson<'a> {
    /// ISO 8601, the first day (or minute); null where the words cannot be placed.
    pub start: Option<String>,
    /// ISO 8601, the first day (or minute) after; null where the words cannot be placed.
    pub end: Option<String>,
    /// The unit that the words name.
    pub precision: &'static str,
    /// The words.
    pub expression: &'a str,
    /// `event`, `scheduled`, or `mention` where the words only speak of a time.
    pub role: &'static str,
    /// Whether the words blur it.
    pub approximate: bool,
    /// How it came to be known.
    pub basis: &'static str,
    /// The rule that placed it.
    pub why: &'a str,
    /// Bytes of the document.
    pub span: [usize; 2],
    /// Other times that the words can mean, most likely first; absent where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<IntervalJson>,
}

/// Another time that the words can mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IntervalJson {
    /// As in [`DateJson`].
    pub start: String,
    /// As in [`DateJson`].
    pub end: String,
}

impl From<Interval> for IntervalJson {
    fn from(interval: Interval) -> Self {
        IntervalJson { start: iso(interval.start), end: iso(interval.end) }
    }
}

impl<'a> From<&'a DateMention> for DateJson<'a> {
    fn from(date: &'a DateMention) -> Self {
        DateJson {
            start: date.interval.map(|interval| iso(interval.start)),
            end: date.interval.map(|interval| iso(interval.end)),
            precision: date.precision.name(),
            expression: &date.expression,
            role: date.role.name(),
            approximate: date.approximate,
            basis: date.basis.name(),
            why: &date.why,
            span: pair(date.span),
            alternatives: date.alternatives.iter().copied().map(Into::into).collect(),
        }
    }
}

/// A span as data writes it.
pub(crate) fn pair(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

/// An instant as data writes it: a civil day at midnight, else day and minute. No zone: times are civil.
pub(crate) fn iso(instant: Timestamp) -> String {
    const MINUTE_MS: i64 = 60_000;
    let date = instant.date();
    let minutes = instant.0.saturating_sub(date.timestamp().0) / MINUTE_MS;
    if (1..Timestamp::DAY_MS / MINUTE_MS).contains(&minutes) {
        format!("{date}T{:02}:{:02}", minutes / 60, minutes % 60)
    } else {
        date.to_string()
    }
}

/// The last day of a stretch of time, included: a person's way to write its end.
pub(crate) fn last_day(interval: Interval) -> String {
    let last = interval.end.0.saturating_sub(1).max(interval.start.0);
    Timestamp(last).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_included() {
        const DAY: i64 = Timestamp::DAY_MS;
        let cases = [
            (0, DAY, "1970-01-01"),
            (0, 31 * DAY, "1970-01-31"),
            (0, 60_000, "1970-01-01"),
            (0, DAY + 60_000, "1970-01-02"),
            (0, 0, "1970-01-01"),
            (i64::MAX, i64::MAX, "9999-12-31"),
            (i64::MIN, i64::MIN, "0001-01-01"),
        ];
        for (start, end, expected) in cases {
            let interval = Interval::new(Timestamp(start), Timestamp(end));
            assert_eq!(last_day(interval), expected, "{start}..{end}");
        }
    }

    #[test]
    fn instants_are_days_or_minutes() {
        let cases = [
            (0, "1970-01-01"),
            (-1, "1969-12-31T23:59"),
            (1_610_582_400_000, "2021-01-14"),
            (1_610_582_400_000 + 90 * 60_000, "2021-01-14T01:30"),
            (i64::MAX, "9999-12-31"),
            (i64::MIN, "0001-01-01"),
        ];
        for (ms, expected) in cases {
            assert_eq!(iso(Timestamp(ms)), expected, "{ms}");
        }
    }
}
