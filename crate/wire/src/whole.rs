//! Everything that one text says, as JSON: what `batch` writes for a document.
//!
//! Beside the items of [`crate::document`] it has every date and every country of the *whole* text, those of
//! trailers, headings and furniture too. It finds none of them: the caller gives them.

use crate::date::{DateJson, last_day, pair};
use crate::{DiagnosticJson, ItemJson, Provenance, ReportJson, codes, diagnostics, items, report_json};
use dateline_core::Extraction;
use dateline_core::model::{CountryMention, DateMention, MentionRule};
use dateline_core::time::Interval;
use serde::Serialize;

/// What came out of one text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeJson<'a> {
    /// The report's own facts.
    pub report: ReportJson<'a>,
    /// In the order of the text.
    pub items: Vec<ItemJson<'a>>,
    /// Every date expression of the text, in the order of the text.
    pub dates: Vec<WholeDateJson<'a>>,
    /// The different countries, by first mention.
    pub countries: Vec<String>,
    /// Every mention of a country, in the order of the text.
    pub mentions: Vec<WholeMentionJson<'a>>,
    /// In the order of the text.
    pub diagnostics: Vec<DiagnosticJson<'a>>,
}

/// A date of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeDateJson<'a> {
    /// The words, the same as `expression`.
    pub text: &'a str,
    /// The date as an item has it; its `alternatives` stand beside it, with their last days.
    #[serde(flatten)]
    pub date: DateJson<'a>,
    /// The last day, included; null where the words cannot be placed.
    pub last: Option<String>,
    /// Other times that the words can mean; absent where the words are placed and mean nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<Vec<WholeIntervalJson>>,
}

/// Another time that the words can mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeIntervalJson {
    /// ISO 8601, the first day (or minute).
    pub start: String,
    /// ISO 8601, the first day (or minute) after.
    pub end: String,
    /// The last day, included.
    pub last: String,
}

/// Words that name a country.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WholeMentionJson<'a> {
    /// ISO 3166-1 alpha-2, or XK.
    pub code: String,
    /// What kind of words: `name`, `demonym`, …
    pub kind: &'static str,
    /// The words, as the text writes them.
    pub text: &'a str,
    /// Bytes of the text.
    pub span: [usize; 2],
    /// The rule that read them so; absent where the words alone say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// The JSON shape of all that came out of one text.
pub fn whole<'a>(
    from: Provenance<'a>,
    extraction: &'a Extraction,
    dates: &'a [DateMention],
    mentions: &[CountryMention],
) -> WholeJson<'a> {
    WholeJson {
        report: report_json(&extraction.report),
        items: items(&extraction.items, from),
        dates: dates.iter().map(Into::into).collect(),
        countries: codes(mentions).iter().map(|code| code.as_str().to_owned()).collect(),
        mentions: mentions.iter().map(|mention| WholeMentionJson::new(mention, from.text)).collect(),
        diagnostics: diagnostics(&extraction.diagnostics),
    }
}

impl<'a> From<&'a DateMention> for WholeDateJson<'a> {
    fn from(mention: &'a DateMention) -> Self {
        let mut date = DateJson::from(mention);
        date.alternatives.clear();
        let others: Vec<_> = mention.alternatives.iter().copied().map(Into::into).collect();
        WholeDateJson {
            text: &mention.expression,
            date,
            last: mention.interval.map(last_day),
            alternatives: (mention.interval.is_none() || !others.is_empty()).then_some(others),
        }
    }
}

impl From<Interval> for WholeIntervalJson {
    fn from(interval: Interval) -> Self {
        let crate::IntervalJson { start, end } = interval.into();
        WholeIntervalJson { start, end, last: last_day(interval) }
    }
}

impl<'a> WholeMentionJson<'a> {
    fn new(mention: &CountryMention, text: &'a str) -> Self {
        WholeMentionJson {
            code: mention.code.as_str().to_owned(),
            kind: mention.kind.name(),
            text: mention.span.of(text),
            span: pair(mention.span),
            rule: mention.rule.map(MentionRule::name),
        }
    }
}
