//! The reference date: given, else printed, else what the report itself proves.

use super::Options;
use super::draft::Draft;
use super::frame::Frames;
use crate::dates::{Expression, LOOKAHEAD_DAYS, place, scan};
use crate::model::{DateMention, ItemKind, ReferenceBasis, ReferenceDate, Span};
use crate::report::Outline;
use crate::time::{CivilDate, Interval, Timestamp};

/// The day that year-less dates are read from; `None` where neither the caller nor the text tells.
pub(super) fn reference(
    document: &str,
    outline: &Outline,
    drafts: &[Draft],
    frames: &Frames,
    options: &Options,
) -> Option<ReferenceDate> {
    if let Some(date) = options.reference_date {
        let why = "given by the reader".to_owned();
        return Some(ReferenceDate { date, basis: ReferenceBasis::Option, why });
    }
    printed(document, outline).or_else(|| inferred(document, outline, drafts, frames, options))
}

fn printed(document: &str, outline: &Outline) -> Option<ReferenceDate> {
    let expression = outline.printed_date.as_ref()?;
    let date = last_day(expression)?;
    let why = format!("printed at the head of the report: {}", expression.span.of(document));
    Some(ReferenceDate { date, basis: ReferenceBasis::Printed, why })
}

/// A day, and the words that prove it.
struct Proof {
    date: CivilDate,
    source: &'static str,
    span: Span,
}

fn inferred(
    document: &str,
    outline: &Outline,
    drafts: &[Draft],
    frames: &Frames,
    options: &Options,
) -> Option<ReferenceDate> {
    let dated = || drafts.iter().filter_map(|draft| Some((draft, draft.date.as_ref()?)));
    let stated = outline.coverage.iter().flat_map(|line| {
        let shift = line.start;
        let dates = scan(line.of(document), options.date_order).into_iter();
        dates.filter_map(move |date| {
            let span = Span { start: date.span.start + shift, end: date.span.end + shift };
            Some(Proof { date: last_day(&date)?, source: "coverage line", span })
        })
    });
    let explicit = dated().filter(|(draft, _)| !draft.labelled).filter_map(|(draft, date)| {
        Some(Proof { date: last_day(date)?, source: source(draft), span: date.span })
    });
    let explicit = explicit.chain(listed(drafts, frames));
    let base = explicit.chain(stated).max_by_key(|proof| proof.date)?;
    let base_date = base.date;
    let open = |draft: &Draft| !draft.labelled || (draft.told.is_none() && frames.above(draft).is_none());
    let near = dated().filter(|(draft, _)| open(draft)).filter_map(|(draft, date)| {
        Some(Proof { date: nearest(date, base_date)?, source: source(draft), span: date.span })
    });
    let latest = near.fold(base, |best, proof| if proof.date > best.date { proof } else { best });
    let mut why =
        format!("latest day that the report itself proves: {} {}", latest.source, latest.span.of(document));
    if latest.date != base_date {
        why.push_str(&format!(", within {LOOKAHEAD_DAYS} days of {base_date}, which is written in full"));
    }
    Some(ReferenceDate { date: latest.date, basis: ReferenceBasis::Inferred, why })
}

/// What labels prove, and headings for the entries under them: years and what is longer only where nothing finer does.
fn listed(drafts: &[Draft], frames: &Frames) -> Vec<Proof> {
    let held = |draft: &&Draft| draft.labelled || frames.above(draft).is_some();
    let placed = drafts.iter().filter(held).filter_map(|draft| {
        let source = if draft.date.is_some() { "date of an entry" } else { "heading" };
        Some((source, frames.published(draft, None)?.0)).filter(|(_, date)| date.interval.is_some())
    });
    let placed: Vec<_> = placed.collect();
    let fine = placed.iter().any(|(_, date)| is_fine(date));
    let kept = placed.into_iter().filter(|(_, date)| !fine || is_fine(date));
    kept.filter_map(|(source, date)| Some(Proof { date: last_of(date.interval?), source, span: date.span }))
        .collect()
}

fn is_fine(date: &DateMention) -> bool {
    date.interval.is_some_and(|interval| interval.duration_ms() <= 31 * Timestamp::DAY_MS)
}

fn source(draft: &Draft) -> &'static str {
    if draft.kind == Some(ItemKind::Quote) { "attribution" } else { "trailer" }
}

/// The last day of an expression that names its year.
fn last_day(expression: &Expression) -> Option<CivilDate> {
    let last = expression.last_partial()?;
    Some(last_of(place(last, last.year?)?))
}

fn last_of(interval: Interval) -> CivilDate {
    interval.end.date().add_days(-1)
}

/// The day of a year-less date that lies within [`LOOKAHEAD_DAYS`] of `base`, on either side.
fn nearest(expression: &Expression, base: CivilDate) -> Option<CivilDate> {
    let last = expression.last_partial()?;
    if last.year.is_some() || last.day.is_none() {
        return None;
    }
    let reach = base.add_days(-LOOKAHEAD_DAYS)..=base.add_days(LOOKAHEAD_DAYS);
    [-1, 0, 1].iter().find_map(|step| {
        let date = last_of(place(last, base.year() + step)?);
        reach.contains(&date).then_some(date)
    })
}
