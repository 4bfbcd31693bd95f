//! The ends of a range as a person writes them (`from`, `to`) and the instants that they mean.

use crate::Failure;
use crate::number::told;
use dateline_core::time::{CivilDate, Interval, Timestamp, Unit};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// One end of a range: a civil date, month or year in words, or an instant in milliseconds UTC.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// `2021-01-14`, `2021-01` or `2021`.
    Written(String),
    /// Milliseconds since 1970-01-01T00:00Z.
    Instant(f64),
}

/// The first instant inside a range and the first one after it; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Bounds {
    /// First instant inside.
    pub start: Option<Timestamp>,
    /// First instant after.
    pub end: Option<Timestamp>,
}

impl Bounds {
    /// What `from` and `to` mean. A written `to` is included whole; a number is exclusive.
    ///
    /// # Errors
    ///
    /// `bad-date` where an end cannot be read, `bad-range` where the range would end before it starts.
    ///
    /// ```
    /// use dateline_wire::{Bound, Bounds};
    /// let january = Bound::Written("2021-01".into());
    /// let bounds = Bounds::resolve(Some(&january), Some(&january)).unwrap();
    /// assert_eq!(bounds.end.unwrap().date().to_string(), "2021-02-01");
    /// ```
    pub fn resolve(from: Option<&Bound>, to: Option<&Bound>) -> Result<Self, Failure> {
        let start = from.map(Bound::interval).transpose()?.map(|interval| interval.start);
        let end = to.map(Bound::interval).transpose()?.map(|interval| interval.end);
        match (start, end) {
            (Some(start), Some(end)) if end <= start => Err(backwards(start, end)),
            _ => Ok(Bounds { start, end }),
        }
    }
}

impl Bound {
    /// The time that the bound names: a day, a month, a year, or the instant itself.
    fn interval(&self) -> Result<Interval, Failure> {
        match self {
            Bound::Written(text) => written(text.trim()).ok_or_else(|| unreadable(text)),
            Bound::Instant(ms) => instant(*ms).ok_or_else(|| unreadable(&told(*ms))),
        }
    }
}

fn written(text: &str) -> Option<Interval> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match text.len() {
        10 => CivilDate::parse_iso(text).map(|day| Interval::of(Unit::Day, day)),
        7 if digits(text) => {
            CivilDate::parse_iso(&format!("{text}-01")).map(|day| Interval::of(Unit::Month, day))
        }
        4 if digits(text) => {
            CivilDate::parse_iso(&format!("{text}-01-01")).map(|day| Interval::of(Unit::Year, day))
        }
        _ => None,
    }
}

/// Only instants of the calendar: the years 1 to 9999.
fn instant(ms: f64) -> Option<Interval> {
    let first = CivilDate::first().timestamp();
    let last = CivilDate::last().timestamp();
    let whole = ms.floor();
    if !ms.is_finite() || whole < first.0 as f64 || whole > (last.0 + Timestamp::DAY_MS) as f64 {
        return None;
    }
    let instant = Timestamp(whole as i64);
    Some(Interval::new(instant, instant))
}

fn unreadable(text: &str) -> Failure {
    let shown: String = text.chars().take(40).collect();
    Failure::new(
        "bad-date",
        format!("`{shown}` is not a date."),
        "Write a day (2021-01-14), a month (2021-01) or a year (2021).",
    )
}

fn backwards(start: Timestamp, end: Timestamp) -> Failure {
    let last = Timestamp(end.0 - 1).date();
    Failure::new(
        "bad-range",
        format!("The range ends ({last}) before it starts ({}).", start.date()),
        "Exchange the two dates.",
    )
}

impl Serialize for Bound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Bound::Written(text) => serializer.serialize_str(text),
            Bound::Instant(ms) => serializer.serialize_f64(*ms),
        }
    }
}

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BoundVisitor)
    }
}

struct BoundVisitor;

impl Visitor<'_> for BoundVisitor {
    type Value = Bound;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a date such as 2021-01-14, or milliseconds UTC")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Bound, E> {
        Ok(Bound::Written(text.to_owned()))
    }

    fn visit_f64<E: Error>(self, ms: f64) -> Result<Bound, E> {
        Ok(Bound::Instant(ms))
    }

    fn visit_i64<E: Error>(self, ms: i64) -> Result<Bound, E> {
        Ok(Bound::Instant(ms as f64))
    }

    fn visit_u64<E: Error>(self, ms: u64) -> Result<Bound, E> {
        Ok(Bound::Instant(ms as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: &str, to: &str) -> Result<String, &'static str> {
        let bound = |text: &str| match text.strip_prefix("ms:") {
            _ if text.is_empty() => None,
            Some(ms) => Some(Bound::Instant(ms.parse().unwrap())),
            None => Some(Bound::Written(text.to_owned())),
        };
        let bounds = Bounds::resolve(bound(from).as_ref(), bound(to).as_ref()).map_err(|it| it.code)?;
        let show = |end: Option<Timestamp>| end.map_or("open".to_owned(), |it| it.date().to_string());
        Ok(format!("{}..{}", show(bounds.start), show(bounds.end)))
    }

    #[test]
    fn ends_are_what_a_person_writes() {
        let cases = [
            ("", "", Ok("open..open")),
            ("2021-01-14", "2021-01-14", Ok("2021-01-14..2021-01-15")),
            ("2020-12", "2021-01", Ok("2020-12-01..2021-02-01")),
            ("2020", "2020", Ok("2020-01-01..2021-01-01")),
            (" 2021 ", "", Ok("2021-01-01..open")),
            ("ms:0", "ms:86400000", Ok("1970-01-01..1970-01-02")),
            ("", "9999", Ok("open..9999-12-31")),
            ("2021-01-14", "2021-01-13", Err("bad-range")),
            ("ms:5", "ms:5", Err("bad-range")),
            ("2021-02-29", "", Err("bad-date")),
            ("", "2021-13", Err("bad-date")),
            ("0000", "", Err("bad-date")),
            ("14 January", "", Err("bad-date")),
            ("ms:NaN", "", Err("bad-date")),
            ("ms:1e300", "", Err("bad-date")),
            ("éé", "", Err("bad-date")),
        ];
        for (from, to, expected) in cases {
            assert_eq!(text(from, to), expected.map(str::to_owned), "{from}..{to}");
        }
    }
}
