//! The rules that take a country's word away again: what else it may be, told from its neighbours.
//!
//! Takes a candidate with the words around it, gives a verdict. Phrases that mean something else as such ("New Mexico")
//! stand in the table and win as the longer match; words that mean one of several places are settled in `context`.
//!
//! | rule | refuses | keeps |
//! | --- | --- | --- |
//! | handle | "@Cuba", "venezuela@x.org", "Iran.com" | "#Cuba", "in Iran. The" |
//! | heading | "US" in a line of capitals, "TELL US MORE" | "US sanctions", "U.S. TROOPS" |
//! | prefix | "Franco", "Anglo" alone | "Franco-Spanish" |
//! | person | "Michael Jordan", "Israel Rodríguez", "Rep. Jordan" | "Jordan Valley", "Jordan's" |
//! | language | "Spanish-speaking", "in Russian.", "English version" | "in Russian waters", "Spanish police" |
//! | currency | "Mexican pesos", "US$5", "dólares estadounidenses" | "Mexican exports" |

use super::table::{Entry, Gazetteer, Sense, class, flag};
use super::token::{Gap, Token, Words};
use crate::model::{MentionKind, Span};

/// How many members of a list of languages are followed ("in English, French and Spanish").
const LONGEST_LANGUAGE_LIST: u32 = 8;
/// An upper-case line is a heading when it has another word of so many letters.
const HEADING_WORD: usize = 3;

/// A phrase that names a country, in its place.
pub(super) struct Candidate<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) entry: &'a Entry,
    pub(super) kind: MentionKind,
    pub(super) span: Span,
    /// How many words it has.
    pub(super) words: usize,
    /// What lies before it.
    pub(super) gap: Gap,
    /// The two tokens before it, the nearer first.
    pub(super) before: [Option<Token>; 2],
    /// Reads the tokens after it.
    pub(super) after: Words<'a>,
    /// Where the last phrase ends that was judged to be a language.
    pub(super) language_end: Option<usize>,
}

/// What the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Counts,
    Language,
    Refused,
}

/// Asks all rules.
pub(super) fn verdict(candidate: &Candidate, lines: &mut Lines) -> Verdict {
    let flags = candidate.entry.flags;
    let mut after = candidate.after;
    let next = after.next(&candidate.gazetteer.lexicon);
    let refused = candidate.is_handle()
        || flags & flag::PREFIX != 0 && next.is_none_or(|next| next.gap != Gap::Hyphen)
        || flags & flag::PERSON != 0 && candidate.words == 1 && candidate.is_person(next)
        || candidate.is_currency(next)
        || flags & flag::HEADING != 0 && lines.is_heading(candidate.text, candidate.span);
    if refused {
        Verdict::Refused
    } else if flags & flag::LANGUAGE != 0 && candidate.is_language(next) {
        Verdict::Language
    } else {
        Verdict::Counts
    }
}

impl Candidate<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn is(&self, token: Option<Token>, class: u16) -> bool {
        token.is_some_and(|token| self.gazetteer.lexicon.classes(token.word) & class != 0)
    }

    /// The token before, where only blanks lie between.
    fn beside(&self) -> Option<Token> {
        self.before[0].filter(|_| self.gap == Gap::Blank)
    }

    /// A name on a network, or part of an address.
    fn is_handle(&self) -> bool {
        let at_before = self.span.start.checked_sub(1).and_then(|at| self.byte(at)) == Some(b'@');
        let at_after = self.byte(self.span.end) == Some(b'@');
        let domain = self.byte(self.span.end) == Some(b'.')
            && self.byte(self.span.end + 1).is_some_and(|byte| byte.is_ascii_lowercase());
        at_before || at_after || domain
    }

    /// A given name before a surname, or a surname after a given name, an initial or a title.
    fn is_person(&self, next: Option<Token>) -> bool {
        self.has_given_before() || self.has_title_before() || self.has_surname_after(next)
    }

    fn has_given_before(&self) -> bool {
        let given =
            |token: Option<Token>| token.is_some_and(|t| t.shape.capital) && self.is(token, class::GIVEN);
        let initial = self.before[0].filter(|token| self.gap == Gap::Dot && is_initial(token));
        given(self.beside()) || initial.is_some_and(|token| token.gap == Gap::Blank) && given(self.before[1])
    }

    fn has_title_before(&self) -> bool {
        let title =
            self.before[0].filter(|token| matches!(self.gap, Gap::Blank | Gap::Dot) && token.shape.capital);
        self.is(title, class::TITLE)
    }

    fn has_surname_after(&self, next: Option<Token>) -> bool {
        let next = next.filter(|next| next.gap == Gap::Blank && next.shape.capital);
        if next.is_some_and(|next| is_initial(&next)) {
            let mut after = self.after;
            after.next(&self.gazetteer.lexicon);
            let third = after.next(&self.gazetteer.lexicon);
            return third.is_some_and(|third| third.gap == Gap::Dot && third.shape.capital);
        }
        self.is(next, class::SURNAME)
    }

    /// Money: "US$5", "Mexican pesos"; in Spanish "pesos mexicanos".
    fn is_currency(&self, next: Option<Token>) -> bool {
        let sign = self.kind == MentionKind::Abbreviation && self.byte(self.span.end) == Some(b'$');
        let after = next.filter(|next| next.gap == Gap::Blank);
        let spanish = self.entry.flags & flag::LOWER != 0;
        sign || self.is(after, class::CURRENCY) || spanish && self.is(self.beside(), class::CURRENCY)
    }

    /// A language: by a noun after it, a verb before it, or as the end of "in …".
    fn is_language(&self, next: Option<Token>) -> bool {
        let noun = next.filter(|next| matches!(next.gap, Gap::Blank | Gap::Hyphen));
        if self.is(noun, class::LANGUAGE) || self.is(self.beside(), class::TONGUE) {
            return true;
        }
        let and = self.before[0].is_some_and(|token| self.is_joint(&token));
        let listed =
            and && self.language_end.is_some() && self.before[1].map(|token| token.end) == self.language_end;
        (listed || self.is(self.beside(), class::INTO)) && self.closes(self.after)
    }

    /// A comma or an "and".
    fn is_joint(&self, token: &Token) -> bool {
        self.is_comma(token) || self.gazetteer.lexicon.classes(token.word) & class::AND != 0
    }

    fn is_comma(&self, token: &Token) -> bool {
        token.word.is_some() && token.word == self.gazetteer.lexicon.comma()
    }

    fn is_demonym(&self, token: &Token) -> bool {
        let entry = self.gazetteer.entry(self.gazetteer.lexicon.start(token.word));
        entry.is_some_and(|entry| matches!(entry.sense, Sense::Country(_, MentionKind::Demonym)))
    }

    /// Whether nothing follows that "in Russian …" could go with: a full stop, a bracket, the end, or only more languages.
    fn closes(&self, mut after: Words) -> bool {
        let goes_on = |next: &Token| !matches!(next.gap, Gap::Break | Gap::Bracket | Gap::Dot);
        for _ in 0..LONGEST_LANGUAGE_LIST {
            let Some(joint) = after.next(&self.gazetteer.lexicon).filter(goes_on) else {
                return true;
            };
            if !self.is_joint(&joint) {
                return false;
            }
            let member = after.next(&self.gazetteer.lexicon);
            if !member.is_some_and(|member| self.is_demonym(&member)) {
                return self.is_comma(&joint);
            }
        }
        false
    }
}

fn is_initial(token: &Token) -> bool {
    token.end - token.start == 1 && token.shape.capital
}

/// Remembers for one line whether it is a heading in capitals, so that no line is read twice.
#[derive(Default)]
pub(super) struct Lines {
    known: Option<(Span, bool)>,
}

impl Lines {
    /// Whether the line around `span` is all in capitals and has other words than abbreviations.
    fn is_heading(&mut self, text: &str, span: Span) -> bool {
        if let Some((_, heading)) = self.known.filter(|(line, _)| line.overlaps(span)) {
            return heading;
        }
        let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end =
            text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
        let line = text.get(start..end).unwrap_or_default();
        let heading = !line.contains(char::is_lowercase)
            && line.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= HEADING_WORD);
        self.known = Some((Span { start, end }, heading));
        heading
    }
}
