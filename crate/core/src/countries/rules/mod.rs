//! The rules that take a country's word away again: what else it may be, told from its neighbours.
//!
//! Takes a candidate with the words around it, gives a verdict. Phrases that mean something else as such ("New Mexico")
//! stand in the table and win as the longer match; names of several places are settled in `choice`.
//!
//! | rule | refuses | keeps |
//! | --- | --- | --- |
//! | handle | "@Cuba", "venezuela@x.org", "Iran.com" | "#Cuba", "in Iran. The" |
//! | heading | "TELL US MORE", "WHAT IT MEANS FOR US" | "US SANCTIONS IRAN", "U.S. TROOPS" |
//! | prefix | "Franco", "Anglo" alone | "Franco-Spanish" |
//! | person | "Michael Jordan", "Israel Rodríguez", "Rep. Jordan" | "Jordan Valley", "Jordan's" |
//! | echo | "Jack London … London wrote" | "in London" |
//! | language | "Spanish-speaking", "in Russian.", "English version" | "in Russian waters", "Spanish police" |
//! | currency | "Mexican pesos", "US$5", "dólares estadounidenses" | "Mexican exports" |
//! | acronym | "a GAO study" | "LIMA, March 3", "Gao" |
//! | ship | "USS Georgia", "HMS Jamaica" | "a ship from Georgia" |
//! | street | "Kansas Avenue", "avenida Brasil" | "Wall Street", which stands in the table |
//! | tail | "Ind" alone, "IN", "Miss" | "Muncie, Ind.", "Moorhead, MN", "R-Fla." |
//! | thing | "Geneva Conventions", "Acuerdo de París", "the Madeira river" | "Geneva talks" |
//! | paper | "Miami Herald", "Jakarta Post" | "Miami police" |
//! | titled | "Bush" alone | "President Bush", "el presidente Salinas" |
//! | term | a president before and after the office | in the office, or without a day |
//!
//! The carrier rule refuses nothing: "Qatar Airways" counts, and the mention says why.

mod acronym;
mod body;
mod heading;
mod language;
mod money;
mod person;
mod tail;

use super::gazetteer::{Entry, Gazetteer, flag};
use super::lexicon::WordId;
use super::token::{Gap, Token, Words};
use crate::model::{MentionKind, MentionRule, Span};
use crate::time::CivilDate;

pub(super) use heading::Lines;

/// A phrase that names a country, in its place.
pub(super) struct Candidate<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    /// The day of which the text speaks.
    pub(super) day: Option<CivilDate>,
    pub(super) entry: &'a Entry,
    pub(super) kind: MentionKind,
    pub(super) span: Span,
    /// Its first word.
    pub(super) word: WordId,
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
    /// It counts, by a rule where one was needed.
    Counts(Option<MentionRule>),
    Language,
    /// A person's, which may be said again alone.
    Surname,
    Refused,
}

impl Candidate<'_> {
    /// Asks all rules.
    ///
    /// `persons`: the words that were persons' names before in this text.
    pub(super) fn verdict(&self, lines: &mut Lines, persons: &[WordId]) -> Verdict {
        let mut after = self.after;
        let next = after.next(self.gazetteer);
        if self.is_surname() {
            return Verdict::Surname;
        }
        let refused = self.is_handle()
            || self.is_given_name(next)
            || self.has(flag::PREFIX) && next.is_none_or(|next| next.gap != Gap::Hyphen)
            || self.is_echo(persons)
            || self.is_acronym(next, lines)
            || self.is_ship()
            || self.is_street(next)
            || self.has(flag::TAIL) && !self.is_tail()
            || self.has(flag::TITLED) && !self.has_leader_before()
            || self.is_currency(next)
            || self.is_thing(next)
            || self.is_paper(next);
        if refused {
            return Verdict::Refused;
        }
        if self.has(flag::LANGUAGE) && self.is_language(next) {
            return Verdict::Language;
        }
        if self.has(flag::HEADING) && lines.is_heading(self.text, self.span) {
            let counts = self.is_country_in_capitals(next);
            return if counts { Verdict::Counts(Some(MentionRule::Heading)) } else { Verdict::Refused };
        }
        match (self.entry.terms, self.day) {
            (0, _) => Verdict::Counts(self.is_carrier(next).then_some(MentionRule::Carrier)),
            (terms, Some(day)) if self.gazetteer.terms.holds(terms, day) => {
                Verdict::Counts(Some(MentionRule::Term))
            }
            (_, Some(_)) => Verdict::Refused,
            (_, None) => Verdict::Counts(None),
        }
    }

    fn has(&self, flag: u16) -> bool {
        self.entry.flags & flag != 0
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn is(&self, token: Option<Token>, class: u32) -> bool {
        token.is_some_and(|token| self.gazetteer.lexicon.classes(token.word) & class != 0)
    }

    /// The token before, where only blanks lie between.
    fn beside(&self) -> Option<Token> {
        self.before[0].filter(|_| self.gap == Gap::Blank)
    }

    fn is_comma(&self, token: &Token) -> bool {
        token.word == self.gazetteer.comma
    }

    /// A name on a network, or part of an address.
    fn is_handle(&self) -> bool {
        let at_before = self.span.start.checked_sub(1).and_then(|at| self.byte(at)) == Some(b'@');
        let at_after = self.byte(self.span.end) == Some(b'@');
        let domain = self.byte(self.span.end) == Some(b'.')
            && self.byte(self.span.end + 1).is_some_and(|byte| byte.is_ascii_lowercase());
        at_before || at_after || domain
    }
}
