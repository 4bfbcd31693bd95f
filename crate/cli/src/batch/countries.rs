//! Every mention of a country in a whole text, headings and furniture included.
//!
//! Reads the text in pieces of bounded length that end where a paragraph does, so that the words around an ambiguous
//! name count as in an item. Where an item holds the words, what the item says of them stands: it knows its day and
//! its section. A mention inside the outlet of an item is none, by the same rule as everywhere.

use dateline_core::countries::{Gazetteer, Setting};
use dateline_core::extract::Extraction;
use dateline_core::model::{CountryMention, Item, MentionKind, Span};

/// A piece is no longer, in bytes; where no paragraph ends, it is cut at a blank, or at last anywhere.
const MAX_PIECE: usize = 64 * 1024;

/// Every mention, in the order of the text.
pub(super) fn mentions(text: &str, gazetteer: &Gazetteer, extraction: &Extraction) -> Vec<CountryMention> {
    let items = &extraction.items;
    let mut found = of_pieces(text, gazetteer, extraction);
    let mut held: Vec<CountryMention> =
        items.iter().flat_map(|item| item.countries.iter().copied()).collect();
    held.sort_by_key(|mention| mention.span);
    let spans: Vec<Span> = items.iter().map(|item| item.span).collect();
    found.retain(|mention| {
        let person = mention.kind == MentionKind::Person && overlaps(&spans, mention.span);
        !person && !overlaps_any(&held, mention.span)
    });
    found.extend(held);
    found.sort_by_key(|mention| mention.span);
    found
}

/// Whether one of the spans, which stand in order and apart, overlaps this one.
fn overlaps(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|known| known.end <= span.start);
    spans.get(at).is_some_and(|known| known.overlaps(span))
}

fn overlaps_any(mentions: &[CountryMention], span: Span) -> bool {
    let at = mentions.partition_point(|known| known.span.end <= span.start);
    mentions.get(at).is_some_and(|known| known.span.overlaps(span))
}

/// What is found piece by piece, outlets left out.
fn of_pieces(text: &str, gazetteer: &Gazetteer, extraction: &Extraction) -> Vec<CountryMention> {
    let mut outlets = extraction.items.iter().filter_map(|item| outlet(text, item)).peekable();
    let day = extraction.report.reference_date.as_ref().map(|reference| reference.date);
    let mut found = Vec::new();
    for piece in pieces(text) {
        for mut mention in gazetteer.mentions(piece.of(text), Setting { day, ..Setting::default() }) {
            mention.span.start += piece.start;
            mention.span.end += piece.start;
            while outlets.next_if(|outlet| outlet.end <= mention.span.start).is_some() {}
            if !outlets.peek().is_some_and(|outlet| outlet.overlaps(mention.span)) {
                found.push(mention);
            }
        }
    }
    found
}

/// Where the outlet's name stands: in the item's bytes, the last before its date. Items come in the order of the
/// text, and so do their outlets.
fn outlet(text: &str, item: &Item) -> Option<Span> {
    let name = item.outlet.as_deref()?;
    let inside = |date: &Span| item.span.start <= date.start && date.end <= item.span.end;
    let date = item.published.as_ref().map(|date| date.span).filter(inside);
    let end = date.map_or(item.span.end, |date| date.start);
    let before = Span { start: item.span.start, end }.of(text);
    // The name has its blanks folded; where that makes a difference, its first word is found all the same.
    let first = name.split(' ').next().filter(|word| !word.is_empty())?;
    let start = before.rfind(name).or_else(|| before.rfind(first))?;
    let length = if date.is_some() { before.len() - start } else { name.len() };
    let start = item.span.start + start;
    Some(Span { start, end: start + length })
}

/// The whole text in pieces.
fn pieces(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let piece = Span { start, end: start + cut(rest) };
        start = piece.end;
        Some(piece)
    })
}

/// How long the first piece of `rest` is.
fn cut(rest: &str) -> usize {
    if rest.len() <= MAX_PIECE {
        return rest.len();
    }
    let head = (1..=MAX_PIECE).rev().find_map(|end| rest.get(..end)).unwrap_or(rest);
    let after = |mark: &str| head.rfind(mark).map(|at| at + mark.len());
    let blank = || head.rfind(char::is_whitespace).filter(|at| *at > 0);
    after("\n\n").or_else(|| after("\n\r\n")).or_else(blank).unwrap_or(head.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::{Options, extract};

    fn named(text: &str) -> Vec<(String, String)> {
        let extraction = extract(text, &Options::default());
        let found = mentions(text, &Gazetteer::shared(), &extraction);
        found.iter().map(|it| (it.code.as_str().to_owned(), it.span.of(text).to_owned())).collect()
    }

    #[test]
    fn headings_count_and_outlets_do_not() {
        let text = "NEWS FROM NORWAY\n\nNORTH\n\n\
                    • Sweden paid China. – China Daily on 10-JAN-2023\n\
                    • Finland waited. – The  Iran Times on 11-JAN-2023 (content in Spanish)\n\
                    • Denmark did not. – Reuters on 12-JAN-2023\n";
        let expected =
            [("NO", "NORWAY"), ("SE", "Sweden"), ("CN", "China"), ("FI", "Finland"), ("DK", "Denmark")];
        assert_eq!(named(text), expected.map(|(code, words)| (code.to_owned(), words.to_owned())));
    }

    #[test]
    fn pieces_are_bounded_and_cover_the_text() {
        let paragraphs = "Norway and Sweden signed.\n\n".repeat(20_000);
        let texts =
            [paragraphs, "é".repeat(200_000), "word ".repeat(100_000), "Papua New Guinea ".repeat(20_000)];
        for text in texts {
            let mut end = 0;
            for piece in pieces(&text) {
                assert_eq!(piece.start, end);
                assert!(piece.end > piece.start && piece.end - piece.start <= MAX_PIECE);
                assert_eq!(piece.of(&text).len(), piece.end - piece.start);
                end = piece.end;
            }
            assert_eq!(end, text.len());
        }
    }

    #[test]
    fn a_cut_between_paragraphs_loses_no_name() {
        let text = "Norway signed with Papua New Guinea.\n\n".repeat(10_000);
        assert_eq!(named(&text).len(), 20_000);
    }
}
