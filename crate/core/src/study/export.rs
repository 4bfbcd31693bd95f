//! The picture for a document, and the words around it.

use super::{ExportOptions, ExportRange, Study};
use crate::countries;
use crate::filter::{self, Filter};
use crate::layout::{self, Emphasis, Heading, Request, SEPARATOR, Words, clean, fill};
use crate::model::{Axis, ItemKind};
use crate::scene::{Scene, TextMeasure, Theme};
use crate::text::joined;
use crate::time::Interval;
use crate::view::{Limits, Viewport};

/// The smallest and the largest side of an exported picture, in pixels.
const SIDES: (f64, f64) = (120.0, 20_000.0);
/// At most so many names of one facet are told.
const MOST_NAMES: usize = 6;

impl Study {
    /// The picture, laid out again for a document: title, subtitle, legend, axis, footer. Sizes are held between 120
    /// and 20,000 pixels; selection and highlight are left out.
    pub fn export_scene(&self, options: &ExportOptions, measure: &dyn TextMeasure) -> Scene {
        let words = options.language.words();
        let side = |pixels: f64| if pixels.is_finite() { pixels.clamp(SIDES.0, SIDES.1) } else { SIDES.0 };
        let (width, height) = (side(options.width), side(options.height));
        let window = match options.range {
            ExportRange::Window => self.window(),
            ExportRange::All => Limits::around(self.extent).interval(),
        };
        let plain = Emphasis::default();
        let source = self.index.over(&self.table);
        let request = Request {
            viewport: Viewport::new(window, width),
            width,
            height,
            chart: options.chart,
            transparent: options.transparent,
            theme: Theme::of(options.theme),
            words,
            emphasis: &plain,
            open: &[],
            all_countries: false,
            ..self.request(&source)
        };
        let heading = self.heading(options, words, window);
        let mut scene = layout::export(&request, &heading, measure);
        if scene.title.is_empty() {
            words.picture.clone_into(&mut scene.title);
        }
        scene.description = format!("{}. {}", heading.subtitle, joined(&heading.footer, SEPARATOR));
        scene
    }

    fn heading(&self, options: &ExportOptions, words: &Words, window: Interval) -> Heading {
        let title = options.title.as_deref().map(clean).filter(|title| !title.is_empty());
        let named = title.is_some();
        Heading {
            title: title.unwrap_or_else(|| self.headline()),
            subtitle: self.subtitle(words, window),
            note: options.note.as_deref().map(clean).filter(|note| !note.is_empty()),
            footer: self.footer(words, window, named),
            credit: words.credit.to_owned(),
        }
    }

    /// The report's title, or its series and number where it has none.
    pub(super) fn headline(&self) -> String {
        let title = clean(&self.extraction.report.title);
        if title.is_empty() { self.series(self.look.language.words()) } else { title }
    }

    /// "VRIC Monitor No. 18".
    fn series(&self, words: &Words) -> String {
        let report = &self.extraction.report;
        let series = report.series.as_deref().map(|series| clean(&self.sections.usage.title(series)));
        let number = report.number.as_deref().map(|number| fill(words.number_sign, &[("n", &clean(number))]));
        joined(&[series, number].into_iter().flatten().collect::<Vec<_>>(), " ")
    }

    fn subtitle(&self, words: &Words, window: Interval) -> String {
        let period = self.period(window);
        let dated = self.table.dated() > 0;
        let mut parts = vec![if dated { words.period(period) } else { words.nothing_dated.to_owned() }];
        parts.extend((self.axis == Axis::Mentioned).then(|| words.by_mention.to_owned()));
        parts.extend(self.filter_told(words));
        joined(&parts, SEPARATOR)
    }

    /// A window without the margin around the data.
    fn period(&self, window: Interval) -> Interval {
        let of = |data: Interval| (Limits::around(data).interval() == window).then_some(data);
        let covered =
            Interval { start: window.start.max(self.extent.start), end: window.end.min(self.extent.end) };
        let cut = if covered.start < covered.end { covered } else { window };
        of(self.home).or_else(|| of(self.extent)).unwrap_or(cut)
    }

    /// The active filters in words.
    fn filter_told(&self, words: &Words) -> Vec<String> {
        let Filter { countries, sections, outlets, languages, kinds, state_media, text, .. } = self.filter();
        let kind = |kind: &ItemKind| {
            let position = ItemKind::ALL.iter().position(|other| other == kind);
            position.and_then(|position| words.kinds.get(position)).map_or("", |word| *word).to_owned()
        };
        let state = state_media.map(|only| if only { words.only_state_media } else { words.no_state_media });
        let search = Some(clean(text)).filter(|text| !text.is_empty());
        [
            names(countries.iter().map(|code| countries::name(*code).to_owned())),
            names(sections.iter().map(|section| self.section_title(*section).to_owned())),
            names(outlets.iter().map(|outlet| clean(outlet))),
            names(languages.iter().map(|language| clean(language))),
            names(kinds.iter().map(kind)),
            state.map(str::to_owned),
            search.map(|text| fill(words.search, &[("n", &text)])),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Report, items shown, and what is left out and why.
    fn footer(&self, words: &Words, window: Interval, named: bool) -> Vec<String> {
        let shown = self.index.touching(&self.table, window, false).count();
        let passing = self.filtered();
        let dated = passing.count_in(0..self.table.dated() as usize);
        let undated = passing.count() - dated;
        let counts = [
            (dated - shown, words.outside),
            (undated, words.undated),
            (self.table.len() - passing.count(), words.filtered_out),
            (self.coding.corrections.len() - self.unmatched.len(), words.corrected),
        ];
        let number = |number: usize| words.number(number as u64);
        let total = number(self.table.len());
        let mut parts = vec![self.series(words)];
        if named && parts.iter().all(String::is_empty) {
            parts.push(self.headline());
        }
        parts.push(fill(words.items_shown, &[("n", &number(shown)), ("of", &total)]));
        let left_out = counts.into_iter().filter(|(count, _)| *count > 0);
        parts.extend(left_out.map(|(count, text)| fill(text, &[("n", &number(count))])));
        parts.extend(self.state_media_told(words));
        parts.retain(|part| !part.is_empty());
        parts
    }

    fn state_media_told(&self, words: &Words) -> Option<String> {
        let filter::StateMediaCount { items, of } = self.summary().state_media;
        // Rounded in whole numbers: the text of a float is code that the wasm does without.
        let share = ((items * 200 + of) / (2 * of.max(1))).to_string();
        let (n, of) = (words.number(items), words.number(of));
        (items > 0).then(|| fill(words.state_share, &[("n", &n), ("of", &of), ("share", &share)]))
    }
}

/// Some names, and how many more.
fn names(names: impl ExactSizeIterator<Item = String>) -> Option<String> {
    let rest = names.len().saturating_sub(MOST_NAMES);
    let shown: Vec<String> = names.take(MOST_NAMES).filter(|name| !name.is_empty()).collect();
    let more = if rest > 0 { format!(" +{rest}") } else { String::new() };
    (!shown.is_empty()).then(|| format!("{}{more}", joined(&shown, ", ")))
}
