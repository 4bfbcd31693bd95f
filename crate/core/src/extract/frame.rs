//! The time that headings set: what they are resolved to, and what an entry takes from them.

use super::carry::{Listed, carry};
use super::draft::Draft;
use crate::dates::{Context, Expression, Form, Problem, resolve};
use crate::model::{Basis, DateMention, Span};
use crate::order::sort_by;
use crate::report::DateHead;
use crate::time::{CivilDate, Interval, Precision, Timestamp, Unit};

/// A stretch of so many days holds each weekday about once.
const WEEK_DAYS: i64 = 10;

/// A year that entries around tell, where no heading does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told(i32);

/// The heads of a document, placed in time.
pub(super) struct Frames<'t> {
    document: &'t str,
    heads: Vec<DateHead>,
    placed: Vec<Option<DateMention>>,
}

impl<'t> Frames<'t> {
    /// Places the heads as far as they go without a reference date.
    pub fn new(document: &'t str, heads: Vec<DateHead>) -> Self {
        let mut frames = Frames { document, heads, placed: Vec::new() };
        frames.settle(None);
        frames
    }

    /// Places the heads, those without a year by the reference date.
    pub fn settle(&mut self, reference: Option<CivilDate>) {
        let told = self.years();
        self.placed.clear();
        for (head, told) in self.heads.iter().zip(told) {
            let above = head.parent.and_then(|parent| self.placed.get(parent as usize)?.as_ref());
            let (mention, _) = place(&head.date, self.document, above, told, reference);
            self.placed.push(mention.interval.is_some().then_some(mention));
        }
    }

    /// The years that heads of one kind under one head tell each other.
    fn years(&self) -> Vec<Option<Told>> {
        let lists = self.heads.iter().enumerate().filter(|(_, head)| !head.title);
        spread(self.heads.len(), lists.map(|(at, head)| (at, head.parent, &head.date)))
    }

    /// Tells each label without year, and without a heading that has one, the year of the labels around it.
    pub fn tell(&self, drafts: &mut [Draft]) {
        let open = |draft: &&Draft| draft.labelled && self.above(draft).is_none();
        let listed = drafts.iter().enumerate().filter(|(_, draft)| open(draft));
        let dates =
            listed.filter_map(|(at, draft)| Some((at, Some(draft.entry.section), draft.date.as_ref()?)));
        let told = spread(drafts.len(), dates);
        for (draft, told) in drafts.iter_mut().zip(told) {
            draft.told = told;
        }
    }

    /// The placed head over an entry; the title's holds for labels alone.
    pub fn above(&self, draft: &Draft) -> Option<&DateMention> {
        let index = draft.entry.head? as usize;
        let own = self.heads.get(index).is_some_and(|head| draft.labelled || !head.title);
        self.placed.get(index)?.as_ref().filter(|_| own)
    }

    /// When a draft says that it was published.
    pub fn published(
        &self,
        draft: &Draft,
        reference: Option<CivilDate>,
    ) -> Option<(DateMention, Option<Problem>)> {
        let above = self.above(draft);
        match &draft.date {
            Some(date) => Some(place(date, self.document, above, draft.told, reference)),
            None => above.map(|head| (taken(head), None)),
        }
    }
}

/// The dates of each list tell each other their years; lists are told apart by their keys.
fn spread<'d>(
    count: usize,
    dates: impl Iterator<Item = (usize, Option<u32>, &'d Expression)>,
) -> Vec<Option<Told>> {
    let mut lists: Vec<(Option<u32>, usize, Listed)> =
        dates.filter_map(|(at, key, date)| Some((key, at, Listed::of(date)?))).collect();
    sort_by(&mut lists, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let mut told = vec![None; count];
    for list in lists.chunk_by(|a, b| a.0 == b.0) {
        let listed: Vec<Listed> = list.iter().map(|(.., listed)| *listed).collect();
        for ((_, at, _), year) in list.iter().zip(carry(&listed)) {
            if let Some(place) = told.get_mut(*at) {
                *place = year.map(Told);
            }
        }
    }
    told
}

/// A date under a heading: what it leaves open stands there.
fn place(
    date: &Expression,
    document: &str,
    above: Option<&DateMention>,
    told: Option<Told>,
    reference: Option<CivilDate>,
) -> (DateMention, Option<Problem>) {
    let frame = above.and_then(|head| head.interval);
    let context = |heading| Context { heading, ..Context::of(reference, "the reference date") };
    if let (Some(frame), Some(found)) = (above, frame.and_then(|frame| weekday_in(date, document, frame))) {
        return (under(found, frame), None);
    }
    let (mention, problem) = resolve(date, document, context(frame));
    // "02/04" under "April 2021": the heading tells day and month apart.
    let outside =
        |mention: &DateMention| !frame.zip(mention.interval).is_some_and(|(frame, own)| own.overlaps(frame));
    if let (Some(other), true) = (date.other, outside(&mention)) {
        let exchanged = Expression { form: Form::Date(other), other: None, ..date.clone() };
        let (mention, _) = resolve(&exchanged, document, context(frame));
        if let Some(head) = above.filter(|_| !outside(&mention)) {
            return (if mention.basis == Basis::Heading { under(mention, head) } else { mention }, None);
        }
    }
    if mention.basis == Basis::Heading {
        return (above.map_or_else(|| mention.clone(), |head| under(mention.clone(), head)), problem);
    }
    let yearless = Listed::of(date).is_some_and(Listed::is_open);
    let year = told.map(|told| told.0).or(frame.map(|frame| frame.start.date().year()));
    let Some(first) = year.filter(|_| yearless).and_then(|year| CivilDate::new(year, 1, 1)) else {
        return (mention, problem);
    };
    let (mut nearest, problem) = resolve(date, document, context(Some(Interval::of(Unit::Year, first))));
    if nearest.interval.is_some() {
        nearest.basis = Basis::YearInferred;
        let source = if told.is_some() { "the entries around it in the list" } else { "the heading above" };
        nearest.why = format!("year {} inferred from {source}", first.year());
        nearest.alternatives.clear();
    }
    (nearest, problem)
}

/// What was placed by a heading says which.
fn under(mention: DateMention, head: &DateMention) -> DateMention {
    let year = mention.interval.map_or(0, |interval| interval.start.date().year());
    let why = format!("year {year} by the heading above: {}", one_line(&head.expression));
    DateMention { basis: Basis::Heading, why, ..mention }
}

/// The date of an entry that has none of its own.
pub(super) fn taken(head: &DateMention) -> DateMention {
    let why = format!("no date of its own: it stands under the heading {}", one_line(&head.expression));
    DateMention { basis: Basis::Heading, why, ..head.clone() }
}

/// Whether a heading sets a few days at most, as "January 3–5" does.
pub(super) fn is_short(head: &DateMention) -> bool {
    head.interval.is_some_and(|interval| interval.duration_ms() <= WEEK_DAYS * Timestamp::DAY_MS)
}

fn one_line(words: &str) -> String {
    super::draft::fold(words)
}

/// A weekday alone, in a week that the heading sets.
fn weekday_in(date: &Expression, document: &str, frame: Interval) -> Option<DateMention> {
    let Form::Weekday(weekday, _) = date.form else { return None };
    let first = frame.start.date();
    let days = (frame.end.0 - frame.start.0) / Timestamp::DAY_MS;
    let day =
        (0..days.min(WEEK_DAYS)).map(|step| first.add_days(step)).find(|day| day.weekday() == weekday)?;
    (days <= WEEK_DAYS).then(|| DateMention {
        interval: Some(Interval::of(Unit::Day, day)),
        precision: Precision::Day,
        expression: date.span.of(document).to_owned(),
        approximate: false,
        basis: Basis::Heading,
        why: String::new(),
        span: Span { ..date.span },
        role: crate::model::DateRole::Event,
        alternatives: Vec::new(),
    })
}
