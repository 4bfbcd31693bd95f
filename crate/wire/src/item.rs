//! Items, as JSON: the words, their dates and countries, and where in the document all of it stands.

use crate::date::{DateJson, pair};
use dateline_core::countries;
use dateline_core::model::{Axis, CountryCode, CountryMention, DateMention, Item, MentionRule};
use serde::Serialize;

/// A brief item has at most so many bytes of text.
const BRIEF_TEXT: usize = 4000;
/// A brief item has at most so many mentions, and so many dates.
const BRIEF_PARTS: usize = 200;

/// The document that items come from.
#[derive(Clone, Copy, Debug)]
pub struct Provenance<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its decoded text, that all spans refer to.
    pub text: &'a str,
}

/// One statement of a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemJson<'a> {
    /// Stable when the report is parsed again.
    pub id: &'a str,
    /// `report`, `action`, `reading`, `quote` or `passage`.
    pub kind: &'static str,
    /// Without bullet, trailer and language note.
    pub text: &'a str,
    /// When it was published; null where undated.
    pub published: Option<DateJson<'a>>,
    /// The dates that its text speaks of.
    pub dates: Vec<DateJson<'a>>,
    /// Where it was published.
    pub outlet: Option<&'a str>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// The label of an action.
    pub label: Option<&'a str>,
    /// ISO 639-1.
    pub language: &'a str,
    /// Whether the report marks it as state media.
    pub state_media: bool,
    /// A section's `id`.
    pub section: u32,
    /// A link, where the text has one.
    pub url: Option<&'a str>,
    /// By first mention.
    pub countries: Vec<CountryJson<'a>>,
    /// Where it stands.
    pub source: SourceJson<'a>,
    /// `certain`, `inferred` or `doubtful`.
    pub confidence: &'static str,
    /// The date that the axis `mentioned` places it at; absent where there is none, and in all but a brief item, whose
    /// dates may be cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentioned: Option<DateJson<'a>>,
    /// Whether text, dates or mentions are cut, as only a brief item's are.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

/// A country and the words that name it in the item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountryJson<'a> {
    /// ISO 3166-1 alpha-2, or XK.
    pub code: String,
    /// The English short name.
    pub name: &'static str,
    /// In the order of the text.
    pub mentions: Vec<MentionJson<'a>>,
}

/// Words that name a country.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionJson<'a> {
    /// The words, as the document writes them.
    pub text: &'a str,
    /// What kind of words: `name`, `demonym`, …
    pub kind: &'static str,
    /// Bytes of the document.
    pub span: [usize; 2],
    /// The rule that read them so; absent where the words alone say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// Where an item stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceJson<'a> {
    /// The document's name.
    pub document: &'a str,
    /// Its first line, from 1.
    pub line: u32,
    /// Bytes of the document, bullet and trailer included.
    pub span: [usize; 2],
}

/// The JSON shape of items of one document, in their order.
pub fn items<'a>(items: impl IntoIterator<Item = &'a Item>, from: Provenance<'a>) -> Vec<ItemJson<'a>> {
    items.into_iter().map(|item| ItemJson::new(item, from)).collect()
}

impl<'a> ItemJson<'a> {
    /// The JSON shape of one item.
    pub fn new(item: &'a Item, from: Provenance<'a>) -> Self {
        Self::of_parts(item, (&item.text, &item.dates, &item.countries), from)
    }

    /// The same as a screen shows it: what a line of many megabytes says is cut, so that the cost of showing an item
    /// has a bound.
    pub fn brief(item: &'a Item, from: Provenance<'a>) -> Self {
        let text = beginning(&item.text, BRIEF_TEXT);
        let dates = item.dates.get(..BRIEF_PARTS).unwrap_or(&item.dates);
        let mentions = item.countries.get(..BRIEF_PARTS).unwrap_or(&item.countries);
        let mentioned = Axis::Mentioned.date(item).map(Into::into);
        ItemJson { mentioned, ..Self::of_parts(item, (text, dates, mentions), from) }
    }

    fn of_parts(
        item: &'a Item,
        (text, dates, mentions): (&'a str, &'a [DateMention], &'a [CountryMention]),
        from: Provenance<'a>,
    ) -> Self {
        let parts = |item: &Item| [item.text.len(), item.dates.len(), item.countries.len()];
        ItemJson {
            cut: parts(item) != [text.len(), dates.len(), mentions.len()],
            id: &item.id,
            kind: item.kind.name(),
            text,
            published: item.published.as_ref().map(Into::into),
            dates: dates.iter().map(Into::into).collect(),
            outlet: item.outlet.as_deref(),
            byline: item.byline.as_deref(),
            label: item.label.as_deref(),
            language: &item.language,
            state_media: item.state_media,
            section: item.section,
            url: item.url.as_deref(),
            countries: grouped(mentions, from.text),
            source: SourceJson { document: from.name, line: item.line, span: pair(item.span) },
            confidence: item.confidence.name(),
            mentioned: None,
        }
    }
}

/// At most so many bytes of a text, whole characters.
fn beginning(text: &str, bytes: usize) -> &str {
    (0..=bytes).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// Mentions by country, in the order of first mention.
fn grouped<'a>(mentions: &[CountryMention], text: &'a str) -> Vec<CountryJson<'a>> {
    codes(mentions)
        .into_iter()
        .map(|code| CountryJson {
            code: code.as_str().to_owned(),
            name: countries::name(code),
            mentions: mentions
                .iter()
                .filter(|mention| mention.code == code)
                .map(|mention| MentionJson {
                    text: mention.span.of(text),
                    kind: mention.kind.name(),
                    span: pair(mention.span),
                    rule: mention.rule.map(MentionRule::name),
                })
                .collect(),
        })
        .collect()
}

/// The different countries, in the order of first mention.
pub fn codes(mentions: &[CountryMention]) -> Vec<CountryCode> {
    let mut codes = Vec::new();
    for mention in mentions {
        if !codes.contains(&mention.code) {
            codes.push(mention.code);
        }
    }
    codes
}
