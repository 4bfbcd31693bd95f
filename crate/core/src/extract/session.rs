//! Extraction in steps.

use crate::text::Seek;
use std::sync::Arc;

use super::dated::dates_in;
use super::disclosure::stated_limit;
use super::draft::{Draft, fold};
use super::frame::{Frames, is_short};
use super::identity::Identities;
use super::lent::{Lent, codes};
use super::number_order::evident;
use super::order::step_back;
use super::passage::{paragraph, passages};
use super::reference::reference;
use super::remark::{Remark, quoted};
use super::section::{Tally, section};
use super::whole::Whole;
use super::{Extraction, Options};
use crate::countries::{Gazetteer, Setting};
use crate::dates::{Context, Problem, Reading, Scanner};
use crate::model::{
    Basis, Confidence, CountryCode, CountryMention, DateMention, Diagnostic, Item, ItemKind, ReferenceDate,
    Report, Span, StateMedia,
};
use crate::order::sort_by;
use crate::report::{Outline, is_state_media, language_of, outline};
use crate::time::{CivilDate, Interval, Precision};

/// How far a session has come, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: usize,
    /// Bytes in all.
    pub total: usize,
}

/// Reads a document in steps: call [`Session::step`] until it is done, then [`Session::finish`].
///
/// A session that is dropped has read nothing; one that is finished early gives the items so far.
///
/// ```
/// use dateline_core::{Options, extract::Session};
/// let text = "ONE\n\n• A ship left port. – Reuters on 10-JAN-2023\n";
/// let mut session = Session::new(text, Options::default());
/// loop {
///     let progress = session.step(4096);
///     if progress.done == progress.total {
///         break;
///     }
/// }
/// assert_eq!(session.finish().items.len(), 1);
/// ```
pub struct Session<'t> {
    reader: Reader<'t>,
    frames: Frames<'t>,
    outline: Outline,
    options: Options,
    reference: Option<ReferenceDate>,
    drafts: std::vec::IntoIter<Draft>,
    items: Vec<Item>,
    tallies: Vec<Tally>,
    lent: Lent,
    done: usize,
}

/// What reading any entry needs.
pub(super) struct Reader<'t> {
    pub document: &'t str,
    pub language: &'static str,
    pub identities: Identities,
    pub diagnostics: Vec<Diagnostic>,
    pub reading: Reading,
    pub scanner: Scanner,
    /// Where every date is wanted: what was read.
    pub whole: Option<Whole>,
    gazetteer: Arc<Gazetteer>,
    /// What its surroundings lend to the entry that is read.
    lent: Vec<CountryCode>,
}

impl<'t> Session<'t> {
    /// Begins with the outline and the reference date, which need the whole text.
    pub fn new(text: &'t str, mut options: Options) -> Self {
        options.date_order = evident(text, options.date_order);
        let mut outline = outline(text, options.date_order);
        let entries = std::mem::take(&mut outline.entries);
        let mut drafts: Vec<Draft> = entries
            .into_iter()
            .map(|entry| Draft::new(text, entry, &outline.heads, options.date_order))
            .collect();
        let mut frames = Frames::new(text, std::mem::take(&mut outline.heads));
        frames.tell(&mut drafts);
        let reference = reference(text, &outline, &drafts, &frames, &options);
        frames.settle(reference.as_ref().map(|reference| reference.date));
        let gazetteer = options.gazetteer.clone().unwrap_or_else(Gazetteer::shared);
        let title = outline.title.as_ref().map(|title| title.headline.as_str());
        let lent = Lent::new(&gazetteer, title, &outline.sections);
        let reader = Reader {
            document: text,
            language: language_of(text),
            identities: Identities::default(),
            diagnostics: Vec::new(),
            reading: Reading { order: options.date_order, language: options.language },
            scanner: Scanner::default(),
            whole: options.every_date.then(Whole::default),
            gazetteer,
            lent: Vec::new(),
        };
        let tallies = vec![Tally::default(); outline.sections.len()];
        let drafts = drafts.into_iter();
        let items = Vec::new();
        Session { reader, frames, outline, options, reference, drafts, items, tallies, lent, done: 0 }
    }

    /// Reads entries until `budget` bytes are done, and at least one.
    pub fn step(&mut self, budget: usize) -> Progress {
        let until = self.done.saturating_add(budget);
        let total = self.reader.document.len();
        loop {
            let Some(draft) = self.drafts.next() else {
                self.done = total;
                break;
            };
            self.done = draft.entry.span.end.min(total);
            self.read(&draft);
            if self.done >= until {
                break;
            }
        }
        Progress {
            done: if self.drafts.len() == 0 { total } else { self.done.min(total.saturating_sub(1)) },
            total,
        }
    }

    fn read(&mut self, draft: &Draft) {
        let context = Context::of(self.reference_day(), "the reference date");
        let above = self.frames.above(draft);
        let section = draft.entry.section as usize;
        self.reader.lent = self.lent.to_entry(section, self.tallies.get(section));
        // The sentences of a paragraph tell each other what they are about.
        let prose = match draft.kind {
            Some(_) => Vec::new(),
            None => self.reader.countries(draft.text, context.reference),
        };
        let lent = std::mem::take(&mut self.reader.lent);
        self.reader.lent = codes(&prose).chain(lent).collect();
        let found = match draft.kind {
            Some(kind) => {
                let published = self.frames.published(draft, context.reference);
                vec![self.reader.item(draft, kind, published, context)]
            }
            None => match above.filter(|head| head.precision <= Precision::Week || is_short(head)) {
                Some(head) => vec![paragraph(&mut self.reader, draft, head, context)],
                None => passages(&mut self.reader, draft, above, context),
            },
        };
        if let Some(tally) = self.tallies.get_mut(section) {
            let coded = found.iter().filter(|_| prose.is_empty()).flat_map(|item| &item.countries);
            tally.add(coded.chain(&prose).map(|mention| mention.code));
        }
        self.items.extend(found);
    }

    fn reference_day(&self) -> Option<CivilDate> {
        self.reference.as_ref().map(|reference| reference.date)
    }

    /// Puts lists in order, names the sections, and sums up.
    pub fn finish(mut self) -> Extraction {
        self.order_lists();
        self.remark_on_items();
        let report = self.report();
        self.remark_on_whole(&report);
        let context = Context::of(self.reference_day(), "the reference date");
        let whole = self.reader.whole.take();
        let dates = whole.map_or_else(Vec::new, |whole| whole.dates(&mut self.reader, &self.items, context));
        let mut diagnostics = self.reader.diagnostics;
        sort_by(&mut diagnostics, |a, b| a.span.cmp(&b.span));
        Extraction { report, items: self.items, diagnostics, dates }
    }

    /// Lets the order of each section's list speak on the years of its reports.
    fn order_lists(&mut self) {
        let reference = self.reference_day();
        // Items stand in the order of the text, so those of one section stand together.
        for section in self.items.chunk_by_mut(|a, b| a.section == b.section) {
            let listed = section.iter_mut().filter(|item| item.kind == ItemKind::Report);
            let dates = listed.filter_map(|item| item.published.as_mut());
            let mut placed: Vec<&mut DateMention> = dates.filter(|date| date.interval.is_some()).collect();
            step_back(&mut placed, reference);
        }
    }

    fn remark_on_items(&mut self) {
        let reference = self.reference_day();
        for item in &mut self.items {
            let published = item.published.as_ref();
            let interval = published.and_then(|date| date.interval);
            match (published, interval) {
                (Some(date), Some(interval)) if date.basis == Basis::YearInferred => {
                    let ahead = reference.is_some_and(|reference| interval.start > reference.timestamp());
                    let open = !date.alternatives.is_empty();
                    if ahead && open && item.kind != ItemKind::Passage {
                        item.confidence = Confidence::Doubtful;
                        let year = interval.start.date().year();
                        let message =
                            format!("{} is read as {year}; {} is possible too", date.expression, year - 1);
                        self.reader.diagnostics.push(Remark::YearAmbiguous.at(item.line, date.span, message));
                    }
                }
                (_, None) => {
                    let message = format!("no date: {}", quoted(&item.text));
                    self.reader.diagnostics.push(Remark::UndatedItem.at(item.line, item.span, message));
                }
                _ => {}
            }
        }
    }

    fn report(&mut self) -> Report {
        let document = self.reader.document;
        let marks = std::mem::take(&mut self.outline.sections);
        let sections: Vec<_> =
            marks.into_iter().zip(&self.tallies).map(|(mark, tally)| section(mark, tally)).collect();
        for lost in sections.iter().filter(|section| section.inferred) {
            let place = Span { start: lost.span.start, end: lost.span.start };
            self.reader.diagnostics.push(Remark::LostHeading.at(lost.line, place, lost.why.clone()));
        }
        let title = self.outline.title.take().unwrap_or_default();
        Report {
            title: title.headline,
            series: title.series,
            number: title.number,
            reference_date: self.reference.clone(),
            coverage: coverage(&self.items),
            sections,
            state_media: state_media(document, &self.outline, &self.items),
            language: self.reader.language.to_owned(),
        }
    }

    fn remark_on_whole(&mut self, report: &Report) {
        let text = self.reader.document;
        let remark = if text.trim().is_empty() {
            Some((Remark::EmptyText, "the text is empty"))
        } else if self.items.is_empty() {
            Some((Remark::NoItems, "nothing in the text reads like a report's item"))
        } else if report.coverage.is_none() {
            Some((Remark::NoDates, "no item has a date with a place in time"))
        } else {
            None
        };
        if let Some((remark, message)) = remark {
            let whole = Span { start: 0, end: text.len() };
            self.reader.diagnostics.push(remark.at(0, whole, message.to_owned()));
        }
    }

    /// The document's name, as the caller gave it.
    pub fn name(&self) -> &str {
        &self.options.name
    }
}

impl Reader<'_> {
    /// The item of an entry that is one.
    fn item(
        &mut self,
        draft: &Draft,
        kind: ItemKind,
        published: Option<(DateMention, Option<Problem>)>,
        context: Context,
    ) -> Item {
        let line = draft.entry.line;
        let published = published.map(|(date, problem)| self.noted(date, problem, line));
        let own_day = published.as_ref().and_then(|date| date.interval).map(|interval| interval.start.date());
        let spoken = match own_day {
            Some(day) => Context::of(Some(day), "the item's own date"),
            None => context,
        };
        let text = fold(draft.text.of(self.document));
        let day = spoken.reference;
        let mut countries = self.countries(draft.text, day);
        countries.extend(draft.speaker_span.map(|span| self.countries(span, day)).unwrap_or_default());
        let written = published.as_ref().map_or("", |date| &date.expression);
        let certain = published.as_ref().is_none_or(|date| date.basis == Basis::Explicit);
        Item {
            id: self.identities.next(&text, written),
            kind,
            dates: self.dates(draft.text, line, spoken),
            outlet: draft.outlet.clone(),
            byline: draft.byline.clone(),
            label: draft.label.clone(),
            language: draft.language.unwrap_or(self.language).to_owned(),
            state_media: is_state_media(&text),
            section: draft.entry.section,
            url: url(draft.entry.span.of(self.document)),
            confidence: if certain { Confidence::Certain } else { Confidence::Inferred },
            countries,
            published,
            text,
            span: draft.entry.span,
            line,
        }
    }

    fn noted(&mut self, mention: DateMention, problem: Option<Problem>, line: u32) -> DateMention {
        if let Some(problem) = problem {
            self.diagnostics.push(Remark::from(problem).at(line, mention.span, mention.why.clone()));
        }
        mention
    }

    /// The dates that a stretch of the document speaks of.
    pub fn dates(&mut self, span: Span, line: u32, context: Context) -> Vec<DateMention> {
        self.saw(span, Vec::new());
        let reading = self.reading;
        dates_in(self.document, span, line, &mut self.scanner, reading, context, &mut self.diagnostics)
    }

    /// Notes that a stretch was read, and the dates of it that no item holds.
    pub fn saw(&mut self, span: Span, loose: Vec<DateMention>) {
        if let Some(whole) = &mut self.whole {
            whole.saw(span, loose);
        }
    }

    /// The countries that a stretch of the document names, where it speaks of this day.
    pub fn countries(&self, span: Span, day: Option<CivilDate>) -> Vec<CountryMention> {
        let setting = Setting { day, lent: &self.lent };
        let mut found = self.gazetteer.mentions(span.of(self.document), setting);
        for mention in &mut found {
            mention.span.start += span.start;
            mention.span.end += span.start;
        }
        found
    }
}

/// From the earliest to the latest published day; passages count where there is nothing else.
fn coverage(items: &[Item]) -> Option<Interval> {
    let span_of = |passages: bool| {
        let wanted = items.iter().filter(|item| (item.kind == ItemKind::Passage) == passages);
        let intervals = wanted.filter_map(|item| item.published.as_ref()?.interval);
        intervals.reduce(Interval::union)
    };
    span_of(false).or_else(|| span_of(true))
}

fn state_media(document: &str, outline: &Outline, items: &[Item]) -> StateMedia {
    let reports = || items.iter().filter(|item| item.kind == ItemKind::Report);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    StateMedia {
        items: count(reports().filter(|item| item.state_media).count()),
        of: count(reports().count()),
        stated_limit: stated_limit(document, outline.furniture.iter().copied()),
    }
}

/// The first web address in the text.
fn url(text: &str) -> Option<String> {
    let at = ["https://", "http://"].iter().filter_map(|scheme| text.seek(scheme)).min()?;
    let rest = text.get(at..)?;
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')' | ']'))
        .unwrap_or(rest.len());
    rest.get(..end).map(|url| url.trim_end_matches(['.', ',', ';']).to_owned())
}
