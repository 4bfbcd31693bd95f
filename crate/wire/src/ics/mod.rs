//! Items as iCalendar (RFC 5545): one all-day entry for each item that has a date.
//!
//! Our own small writer, because the page shares it: libraries for calendars bring clocks, time zones and random
//! identifiers, and the same report must give the same bytes. A calendar has days and no finer or coarser time, so an
//! item of a month is an entry over that month, and says so in its description.

mod line;

use crate::{Provenance, codes};
use dateline_core::countries;
use dateline_core::model::{DateMention, Item, Report};
use dateline_core::time::{CivilDate, Interval, Timestamp};
use line::{ContentLine, text};
use std::collections::HashSet;
use std::io::{self, Write};

/// A summary is cut at a blank after so many characters; the description has all of the text.
const MAX_SUMMARY: usize = 140;

/// Writes a calendar, item by item.
///
/// ```
/// use dateline_core::{Options, extract};
/// use dateline_wire::{Calendar, Provenance};
/// let text = "• A ship left port. – Reuters on 10-JAN-2023\n";
/// let extraction = extract(text, &Options::default());
/// let mut bytes = Vec::new();
/// let mut calendar = Calendar::begin(&mut bytes, Some("Ships")).unwrap();
/// let from = Provenance { name: "a.txt", text };
/// assert!(calendar.add(&extraction.items[0], &extraction.report, from).unwrap());
/// calendar.finish().unwrap();
/// assert!(String::from_utf8(bytes).unwrap().contains("DTSTART;VALUE=DATE:20230110\r\n"));
/// ```
pub struct Calendar<W> {
    out: W,
    /// An identifier stands in a calendar once, even where two documents have the same item.
    used: HashSet<String>,
}

impl<W: Write> Calendar<W> {
    /// Begins a calendar of this name.
    ///
    /// # Errors
    ///
    /// Whatever `out` gives, as for all that follows.
    pub fn begin(out: W, name: Option<&str>) -> io::Result<Self> {
        let mut calendar = Calendar { out, used: HashSet::new() };
        calendar.plain("BEGIN", "VCALENDAR")?;
        calendar.plain("VERSION", "2.0")?;
        calendar.plain("PRODID", "-//Dateline//Dateline//EN")?;
        calendar.plain("CALSCALE", "GREGORIAN")?;
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            calendar.plain("NAME", &text(name))?;
            calendar.plain("X-WR-CALNAME", &text(name))?;
        }
        Ok(calendar)
    }

    /// Adds an item; gives `false` for one without a place in time, which a calendar cannot hold.
    pub fn add(&mut self, item: &Item, report: &Report, from: Provenance<'_>) -> io::Result<bool> {
        let dated = item.published.as_ref().and_then(|date| Some((date, date.interval?)));
        let Some((date, interval)) = dated else { return Ok(false) };
        let uid = self.uid(&item.id);
        self.plain("BEGIN", "VEVENT")?;
        self.plain("UID", &text(&uid))?;
        self.plain("DTSTAMP", &stamp(report, interval))?;
        self.days(interval)?;
        self.plain("TRANSP", "TRANSPARENT")?;
        self.plain("SUMMARY", &text(&summary(item)))?;
        self.plain("DESCRIPTION", &text(&description(item, date, report, from)))?;
        self.plain("CATEGORIES", &categories(item))?;
        if let Some(url) = item.url.as_deref().filter(|url| is_plain(url)) {
            self.plain("URL", url)?;
        }
        self.plain("END", "VEVENT")?;
        Ok(true)
    }

    /// Ends the calendar.
    pub fn finish(mut self) -> io::Result<()> {
        self.plain("END", "VCALENDAR")?;
        self.out.flush()
    }

    fn plain(&mut self, name: &str, value: &str) -> io::Result<()> {
        ContentLine { name, value }.write(&mut self.out)
    }

    /// First day, and the day after the last; the calendar's own last day has none after it.
    fn days(&mut self, interval: Interval) -> io::Result<()> {
        let start = interval.start.date();
        let last = Timestamp(interval.end.0.saturating_sub(1).max(interval.start.0)).date();
        let after = last.add_days(1);
        self.plain("DTSTART;VALUE=DATE", &basic(start))?;
        if after > last { self.plain("DTEND;VALUE=DATE", &basic(after)) } else { Ok(()) }
    }

    fn uid(&mut self, id: &str) -> String {
        let mut uid = format!("{id}@dateline");
        let mut copy = 1_u32;
        while !self.used.insert(uid.clone()) {
            copy = copy.saturating_add(1);
            uid = format!("{id}.{copy}@dateline");
        }
        uid
    }
}

/// The day that the report speaks for; nothing here reads a clock.
fn stamp(report: &Report, interval: Interval) -> String {
    let day = report.reference_date.as_ref().map_or(interval.start.date(), |reference| reference.date);
    format!("{}T000000Z", basic(day))
}

/// `20210114`.
fn basic(day: CivilDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn summary(item: &Item) -> String {
    let label = item.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
    let whole = format!("{label}{}", item.text);
    let Some((most, _)) = whole.char_indices().nth(MAX_SUMMARY) else { return whole };
    let head = whole.get(..most).unwrap_or(&whole);
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':']))
}

/// The item's words, and what they rest on.
fn description(item: &Item, date: &DateMention, report: &Report, from: Provenance<'_>) -> String {
    let credit: Vec<&str> = [&item.byline, &item.outlet].into_iter().flatten().map(String::as_str).collect();
    let about = if date.approximate { "about, " } else { "" };
    let place = item.span;
    let lines = [
        item.text.clone(),
        String::new(),
        credit.join(", "),
        format!(
            "Date: “{}” ({about}{}, {}): {}",
            date.expression,
            date.precision.name(),
            date.basis.name(),
            date.why
        ),
        format!("Source: {}, line {}, bytes {}–{}", from.name, item.line, place.start, place.end),
        report.title.clone(),
    ];
    let kept = lines.iter().enumerate().filter(|(index, line)| *index == 1 || !line.is_empty());
    kept.map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n")
}

/// The kind, and the countries by name.
fn categories(item: &Item) -> String {
    let names = codes(&item.countries).into_iter().map(|code| text(countries::name(code)).into_owned());
    std::iter::once(item.kind.name().to_owned()).chain(names).collect::<Vec<_>>().join(",")
}

/// Whether an address can stand as it is: nothing in it ends a line.
fn is_plain(url: &str) -> bool {
    url.chars().all(|character| !character.is_control() && !character.is_whitespace())
}
