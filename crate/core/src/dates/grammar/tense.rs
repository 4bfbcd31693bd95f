//! Whether the words around a date speak of the future: "will meet on Friday", "scheduled for May 3".

use super::cursor::Cursor;
use crate::dates::language::Language;
use crate::dates::lexer::Case;
use crate::dates::meaning::{Meaning, Which};

/// How many terms before a date a marker may stand.
const REACH_BEFORE: usize = 16;
/// How many terms after a date a marker may stand.
const REACH_AFTER: usize = 12;
/// A participle belongs to a marker of the future that stands so many terms before it: "will be signed".
const PARTICIPLE: usize = 3;
/// An ending tells the tense of words with at least so many bytes: "Irán" is a country.
const LONG_WORD: usize = 6;

impl Cursor<'_> {
    /// The nearest marker before decides; without one, the nearest after.
    pub fn is_future(&self, at: usize, next: usize) -> bool {
        // "said the July 1 deadline is too soon"
        let named = at.checked_sub(1).is_some_and(|before| self.is(before, Meaning::Article));
        (named && self.is(next, Meaning::Future))
            || self.marker_before(at).unwrap_or_else(|| self.marker_after(next))
    }

    /// Whether the nearest marker before a place is one of the future.
    pub fn future_before(&self, at: usize) -> bool {
        self.marker_before(at) == Some(true)
    }

    fn marker_before(&self, at: usize) -> Option<bool> {
        (at.saturating_sub(REACH_BEFORE)..at).rev().find_map(|place| self.marker(place))
    }

    fn marker_after(&self, next: usize) -> bool {
        (next..next + REACH_AFTER).find_map(|place| self.marker(place)) == Some(true)
    }

    fn marker(&self, at: usize) -> Option<bool> {
        match self.meaning(at) {
            Some(Meaning::Future | Meaning::Which(Which::Coming)) => Some(true),
            Some(Meaning::Which(Which::Next)) => Some(true),
            Some(Meaning::Said) => Some(self.in_future(at)),
            Some(_) => None,
            None => self.tense_of_ending(at),
        }
    }

    /// The tense that a word's ending tells.
    fn tense_of_ending(&self, at: usize) -> Option<bool> {
        // A name can end in anything; the first word of a sentence has its capital from its place.
        let verb = match self.unknown(at)? {
            Case::Lower => true,
            Case::Title => at == 0,
            Case::Upper => false,
        };
        verb.then_some(())?;
        let word = self.words(at);
        let (past, future) = endings(self.language?);
        let has = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        if word.len() >= LONG_WORD && has(future) {
            return Some(true);
        }
        (word.len() >= 4 && has(past)).then(|| self.in_future(at))
    }

    /// Whether a marker of the future stands right before a participle.
    fn in_future(&self, at: usize) -> bool {
        (at.saturating_sub(PARTICIPLE)..at).any(|place| self.is(place, Meaning::Future))
    }
}

/// Endings of verbs in the past, and in the future.
fn endings(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::English => (&["ed"], &[]),
        Language::Spanish => (
            &["ó", "aron", "ieron", "aba", "aban"],
            &[
                "ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán", "brá", "brán", "aré", "eré",
                "iré", "dré", "aremos", "eremos", "iremos",
            ],
        ),
        Language::Portuguese => {
            (&["ou", "aram", "eram", "iram", "ava"], &["ará", "arão", "erá", "erão", "irá", "irão"])
        }
        Language::French => (&["é", "ée", "és", "ait", "aient"], &["ront"]),
    }
}
