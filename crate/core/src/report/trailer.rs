//! The trailer that closes an entry: "– Reuters on 10-JAN (content in Spanish)".
//!
//! A trailer is read from its end: language note, date, preposition, outlet, dash. Nothing in it is guessed:
//! without a dash, a bracket or a source label there is no trailer.

use super::note::strip_note;
use super::phrases::{DATE_PREPOSITIONS, NAME_PARTICLES, PLATFORM_JOINS, WEEKDAYS, folded, is_platform};
use crate::dates::{DateOrder, Expression, scan};
use crate::text::{Seek, joined};

/// No trailer is longer, in bytes, its note apart.
const MAX_TRAILER: usize = 200;
/// No outlet is longer, in bytes and in words.
const MAX_OUTLET: usize = 90;
const MAX_OUTLET_WORDS: usize = 11;
/// An outlet of more words than this is written as names are.
const FREE_WORDS: usize = 4;
/// An outlet without a date must be short to be believed.
const MAX_UNDATED_WORDS: usize = 6;

/// Who published an entry, when and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trailer {
    /// Length in bytes of the entry's own text, before the trailer.
    pub text_end: usize,
    /// Who published.
    pub outlet: Option<String>,
    /// Who wrote, where a person published on a platform.
    pub byline: Option<String>,
    /// The date as written; its span counts from the entry's first byte.
    pub date: Option<Expression>,
    /// ISO 639-1 code of the linked content.
    pub language: Option<&'static str>,
}

/// Reads the trailer at the end of an entry's text, if it has one.
///
/// ```
/// use dateline_core::{dates::DateOrder, report::trailer};
/// let found = trailer("A deal was signed. – Ann Lee on Twitter on 06-JAN.", DateOrder::default()).unwrap();
/// assert_eq!((found.outlet.as_deref(), found.byline.as_deref()), (Some("Twitter"), Some("Ann Lee")));
/// assert_eq!(found.text_end, "A deal was signed.".len());
/// ```
pub fn trailer(text: &str, order: DateOrder) -> Option<Trailer> {
    let (end, language) = strip_note(text);
    let tail_start = floor(text, end.saturating_sub(MAX_TRAILER));
    let tail = without_link(text.get(tail_start..end)?.trim_end_matches(loose_end));
    let found = dated(tail, order).or_else(|| undated(tail, language.is_some()))?;
    let (text_end, name, date) = found;
    // A second note may stand between outlet and date.
    let (name_end, inner) = strip_note(name);
    let (byline, outlet) = split_byline(name.get(..name_end).unwrap_or(name));
    let text = text.get(..tail_start + text_end)?.trim_end();
    Some(Trailer {
        text_end: text.len(),
        outlet,
        byline,
        date: date.map(|date| date.shifted(tail_start)),
        language: language.or(inner),
    })
}

type Found<'t> = (usize, &'t str, Option<Expression>);

fn loose_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ';' | '*' | '_')
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Takes a web address off the end, bare, in brackets, or as the target of a Markdown link.
fn without_link(tail: &str) -> &str {
    let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| tail.seek_last(scheme)).max() else {
        return tail;
    };
    let address = tail.get(at..).unwrap_or("");
    let last = !address.contains(char::is_whitespace);
    let before = tail.get(..at).unwrap_or("");
    let before = before.strip_suffix("](").unwrap_or_else(|| before.strip_suffix('(').unwrap_or(before));
    if last { before.trim_end_matches(loose_end) } else { tail }
}

/// Who published, where an entry ends in "Source: Reuters", "(Source: Reuters)" or ". (Reuters)": the length of the
/// words before it, and the name.
pub fn source(text: &str) -> Option<(usize, &str)> {
    let tail_start = floor(text, text.len().saturating_sub(MAX_TRAILER));
    let whole = text.get(tail_start..)?.trim_end_matches(loose_end);
    let tail = without_link(whole);
    if tail.len() < whole.len()
        && let Some((before, name)) = tail.rsplit_once('[')
    {
        let end = text.get(..tail_start + before.trim_end_matches([' ', '(']).len())?.trim_end().len();
        return is_source(name).then_some((end, name.trim())).filter(|_| end > 0);
    }
    let (bare, bracket) = match tail.chars().next_back()? {
        ')' => (tail.get(..tail.len() - 1)?, Some('(')),
        ']' => (tail.get(..tail.len() - 1)?, Some('[')),
        _ => (tail, None),
    };
    let opens = bracket.and_then(|open| bare.rfind(open));
    let (end, name) = match opens {
        Some(at) => {
            let inside = bare.get(at + 1..)?;
            let before = bare.get(..at)?.trim_end();
            let named = after_label(inside).map(|(_, name)| name);
            let closed = before.ends_with(['.', '!', '?', '”', '"', '»']);
            (before.len(), named.or_else(|| closed.then_some(inside))?)
        }
        None => after_label(bare)?,
    };
    let end = tail_start + text.get(tail_start..tail_start + end)?.trim_end().len();
    (end > 0 && is_source(name)).then_some((end, name.trim()))
}

fn is_source(name: &str) -> bool {
    name.split_whitespace().count() <= MAX_UNDATED_WORDS && is_name(name) && is_outlet(name, true)
}

/// The words of a Markdown link that a name is: "[BBC](https://…)".
pub fn unlinked(name: &str) -> &str {
    let Some(inner) = name.strip_prefix('[') else { return name };
    inner.parted("](").map_or(inner, |(words, _)| words).trim_end_matches(']')
}

/// A date has a digit, and none is longer than this many bytes: where the end has no digit there is no date.
const MAX_DATE: usize = 60;

/// A trailer whose last words are a date: after a dash, in brackets, or after "Source:".
fn dated(tail: &str, order: DateOrder) -> Option<Found<'_>> {
    if !tail.bytes().rev().take(MAX_DATE).any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (bare, bracket) = match tail.chars().next_back() {
        Some(')') => (tail.get(..tail.len() - 1)?, Some('(')),
        Some(']') => (tail.get(..tail.len() - 1)?, Some('[')),
        _ => (tail, None),
    };
    let date = scan(bare, order)
        .pop()
        .map(Expression::past)
        .filter(|date| date.names_month() && bare.get(date.span.end..).is_some_and(is_blank))?;
    let before = without_preposition(bare.get(..date.span.start)?);
    let found = match bracket {
        Some(open) => bracketed(before, open),
        None => {
            let (end, name) = after_dash(before).or_else(|| after_label(before))?;
            Some((end, name))
        }
    };
    found.map(|(end, name)| (end, name, Some(date)))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(loose_end)
}

/// "(Reuters, 10-JAN)", or "– Reuters (10-JAN)" where the bracket holds the date alone.
fn bracketed(before: &str, open: char) -> Option<(usize, &str)> {
    let at = before.rfind(open)?;
    let name = before.get(at + 1..)?.trim();
    let outside = before.get(..at)?.trim_end();
    if name.is_empty() {
        return after_dash(outside);
    }
    is_outlet(name, true).then_some((outside.len(), name))
}

/// "Source: Reuters, …".
fn after_label(before: &str) -> Option<(usize, &str)> {
    let at = before.rfind(':')?;
    let label_start = before.get(..at)?.rfind(|c: char| c.is_whitespace() || c == '(').map_or(0, |at| at + 1);
    let label = folded(before.get(label_start..at)?);
    let name = before.get(at + 1..)?.trim();
    let labelled = matches!(label.as_str(), "source" | "sources" | "fuente" | "fuentes" | "via");
    (labelled && is_outlet(name, true)).then_some((label_start, name))
}

/// The words after the trailer's dash, and where the dash stands.
///
/// The last dash opens the trailer, unless an earlier one stands right after the end of a sentence and all
/// between is a name: "… reserves. – BBC – Mundo".
fn after_dash(before: &str) -> Option<(usize, &str)> {
    let dashes: Vec<Dash> = dashes(before).collect();
    let name = |dash: &Dash| unlinked(before.get(dash.end..).unwrap_or("").trim());
    let last = dashes.last()?;
    let ends = |dash: &Dash| {
        let text = before.get(..dash.start).unwrap_or("").trim_end();
        text.is_empty() || text.ends_with(['.', '!', '?', '”', '"', '»', '…', ')', '’', '\''])
    };
    let early = dashes.iter().find(|dash| ends(dash) && is_outlet(name(dash), true) && is_name(name(dash)));
    let dash = early.unwrap_or(last);
    let name = name(dash);
    (name.is_empty() || is_outlet(name, ends(dash))).then_some((dash.start, name))
}

/// An outlet without date: only right after the end of a sentence, or before a language note.
fn undated(tail: &str, noted: bool) -> Option<Found<'_>> {
    let (end, name) = after_dash(tail)?;
    let text = tail.get(..end)?.trim_end();
    let closed = noted || text.ends_with(['.', '!', '?', '”', '"', '»']);
    let short = name.split_whitespace().count() <= MAX_UNDATED_WORDS;
    (closed && short && !name.is_empty() && is_name(name)).then_some((end, name, None))
}

struct Dash {
    start: usize,
    end: usize,
}

/// The dashes that may open a trailer: a long one, or hyphens after a blank or at the start.
fn dashes(text: &str) -> impl Iterator<Item = Dash> {
    let mut previous = ' ';
    let mut skip = 0;
    text.char_indices().filter_map(move |(start, character)| {
        let before = std::mem::replace(&mut previous, character);
        if start < skip {
            return None;
        }
        let long = matches!(character, '–' | '—' | '―' | '−' | '‒');
        let hyphen = character == '-'
            && (before.is_whitespace() || matches!(before, '.' | '!' | '?' | '"' | '”' | ')'));
        let run: usize = text.get(start..)?.chars().take_while(|c| *c == character).map(char::len_utf8).sum();
        skip = start + run;
        let spaced =
            text.get(skip..)?.chars().next().is_none_or(|c| c.is_whitespace() || !before.is_alphanumeric());
        ((long || hyphen) && spaced).then_some(Dash { start, end: skip })
    })
}

/// Takes a weekday, then "on", "el" and the like off the end, with the commas around them.
fn without_preposition(text: &str) -> &str {
    let mut text = without_word(text, WEEKDAYS).unwrap_or(text);
    while let Some(shorter) = without_word(text, DATE_PREPOSITIONS) {
        text = shorter;
    }
    text.trim_end_matches(loose_comma)
}

fn loose_comma(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':')
}

/// The text without its last word, where that is one of `words`.
fn without_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let text = text.trim_end_matches(loose_comma);
    let word = text.rsplit(char::is_whitespace).next()?;
    let known = words.contains(&folded(word).as_str());
    known.then(|| text.get(..text.len() - word.len()).unwrap_or(""))
}

/// Whether the words can be an outlet: short, with a letter, and no sentence. Right after the end of a sentence one
/// word in lower case can be one too ("n-tv"), elsewhere it goes on with the sentence.
fn is_outlet(name: &str, closed: bool) -> bool {
    let words = name.split_whitespace().count();
    let starts =
        name.chars().next().is_some_and(|c| !c.is_lowercase()) || is_brand(name) || (closed && words == 1);
    let lettered = name.chars().any(char::is_alphabetic);
    (1..=MAX_OUTLET).contains(&name.len())
        && words <= MAX_OUTLET_WORDS
        && starts
        && lettered
        && (words <= FREE_WORDS || loose_words(name) <= 1)
        && !holds_sentence(name)
}

/// Words in lower case that no name's particle is.
fn loose_words(name: &str) -> usize {
    name.split_whitespace().filter(|word| !is_name(word)).count()
}

/// A name that begins in lower case but is written as no common word is: "elDiario.es", "iNews".
fn is_brand(name: &str) -> bool {
    !name.contains(char::is_whitespace)
        && name.contains(|c: char| c.is_uppercase() || c == '.' || c.is_numeric())
}

fn holds_sentence(name: &str) -> bool {
    super::sentence::sentences(name).len() > 1 || name.contains(['!', '?', '“', '”'])
}

/// Whether every word is capitalised, a number or a particle.
pub fn is_name(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        word.chars().next().is_none_or(|c| !c.is_lowercase()) || NAME_PARTICLES.contains(&word)
    })
}

/// "Ann Lee on Twitter": who wrote, and the platform as outlet.
fn split_byline(name: &str) -> (Option<String>, Option<String>) {
    let name = name.trim().trim_end_matches(',');
    for join in PLATFORM_JOINS {
        if let Some(at) = name.seek_last(join)
            && let (Some(person), Some(platform)) = (name.get(..at), name.get(at + join.len()..))
            && is_platform(platform)
        {
            return (some(person), some(platform));
        }
    }
    (None, some(name))
}

/// The words with their blanks folded, or `None` where there are none.
pub(super) fn some(words: &str) -> Option<String> {
    let folded: Vec<&str> = words.split_whitespace().collect();
    (!folded.is_empty()).then(|| joined(&folded, " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// text, outlet, byline, date, language
    type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

    const CASES: &[Case] = &[
        ("– Reuters on 10-JAN", "Reuters", "", "10-JAN", ""),
        ("– Reuters on 10-JAN.", "Reuters", "", "10-JAN", ""),
        ("- Reuters on 10-JAN", "Reuters", "", "10-JAN", ""),
        ("-- Reuters, Jan. 10", "Reuters", "", "Jan. 10", ""),
        ("—Reuters  on\u{a0}10-JAN-21", "Reuters", "", "10-JAN-21", ""),
        ("– Infobae on 04-JAN (content in Spanish)", "Infobae", "", "04-JAN", "es"),
        ("– Infobae el 10-ENE", "Infobae", "", "10-ENE", ""),
        ("– El País, 3 de marzo de 2022", "El País", "", "3 de marzo de 2022", ""),
        ("– Le Monde (in French) on 10-JAN", "Le Monde", "", "10-JAN", "fr"),
        ("– Ann Lee on Twitter on 06-JAN", "Twitter", "Ann Lee", "06-JAN", ""),
        ("– Mail on Sunday on 10-JAN", "Mail on Sunday", "", "10-JAN", ""),
        ("– Vietnam+ on 30-NOV", "Vietnam+", "", "30-NOV", ""),
        ("– 20 Minutes on 10-JAN-2021", "20 Minutes", "", "10-JAN-2021", ""),
        ("– Al-Monitor on January 10, 2021", "Al-Monitor", "", "January 10, 2021", ""),
        ("– L’Orient-Le Jour on 10 January", "L’Orient-Le Jour", "", "10 January", ""),
        ("– BBC – Mundo on 10-JAN", "BBC – Mundo", "", "10-JAN", ""),
        ("(Reuters, January 10, 2021)", "Reuters", "", "January 10, 2021", ""),
        ("– Reuters (10-JAN)", "Reuters", "", "10-JAN", ""),
        ("Source: Reuters, 10-JAN", "Reuters", "", "10-JAN", ""),
        ("– Reuters on Monday, January 10", "Reuters", "", "Monday, January 10", ""),
        ("– 01/10/2021", "", "", "01/10/2021", ""),
        ("– U.S. News on 10-JAN", "U.S. News", "", "10-JAN", ""),
        ("– Reuters", "Reuters", "", "", ""),
        ("– Reuters on 10-JAN https://example.org/a?b=1", "Reuters", "", "10-JAN", ""),
        ("– [BBC](https://example.org/a) on 10-JAN", "BBC", "", "10-JAN", ""),
        ("– [BBC, 10-JAN](https://example.org/a)", "BBC", "", "10-JAN", ""),
        ("– n-tv on 10-JAN", "n-tv", "", "10-JAN", ""),
    ];

    #[test]
    fn trailers_in_many_forms() {
        for (tail, outlet, byline, date, language) in CASES {
            for sentence in ["A deal – the second – was signed.", "They said “no deal”"] {
                let text = format!("{sentence} {tail}");
                let found = trailer(&text, DateOrder::default());
                let Some(found) = found else {
                    assert!(date.is_empty(), "no trailer in: {text}");
                    continue;
                };
                assert_eq!(found.outlet.as_deref().unwrap_or(""), *outlet, "{text}");
                assert_eq!(found.byline.as_deref().unwrap_or(""), *byline, "{text}");
                assert_eq!(found.date.map_or("", |date| date.span.of(&text)), *date, "{text}");
                assert_eq!(found.language.unwrap_or(""), *language, "{text}");
                assert_eq!(text.get(..found.text_end), Some(sentence), "{text}");
            }
        }
    }

    #[test]
    fn plain_sentences_have_none() {
        for text in [
            "They met on January 10.",
            "The talks – long delayed – began on 10-JAN",
            "A – b",
            "",
            "–",
            "x (2021)",
            "The ship – it is said – will sail from the port by 10 May",
        ] {
            assert_eq!(trailer(text, DateOrder::default()), None, "{text}");
        }
    }
}
