//! Tokens to terms: rows of words become one term with one meaning, in the language of the text.

use super::language::Language;
use super::lexer::{Case, Kind, Token};
use super::meaning::Meaning;
use super::vocabulary::{LONGEST_ROW, POSSESSIVE, Row, Vocabulary};
use crate::model::Span;

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A word, or a row of them.
    Word { meaning: Option<Meaning>, case: Case, weak: bool },
    /// As in [`Kind::Number`].
    Number { value: u32, digits: u32 },
    /// As in [`Kind::Ordinal`].
    Ordinal { value: u32 },
    /// "'s"
    Possessive,
    /// As in [`Kind::Mark`].
    Mark(char),
}

/// A term and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub sort: Sort,
    pub span: Span,
    /// Whether a blank stands before it.
    pub spaced: bool,
    /// One word of one letter, such as the "T" between day and time; lower case.
    pub letter: Option<u8>,
}

impl Term {
    pub fn meaning(&self) -> Option<Meaning> {
        match self.sort {
            Sort::Word { meaning, .. } => meaning,
            _ => None,
        }
    }
}

/// Reads tokens as terms; `terms` is emptied first. Whether a date can be among them.
pub(super) fn terms(
    text: &str,
    tokens: &[Token],
    vocabulary: &Vocabulary,
    language: Option<Language>,
    terms: &mut Vec<Term>,
) -> bool {
    terms.clear();
    let mut hopeful = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (term, taken) = term(text, tokens, at, token, vocabulary, language);
        hopeful |= match term.sort {
            Sort::Word { meaning, .. } => meaning.is_some_and(Meaning::hopeful),
            Sort::Number { .. } | Sort::Ordinal { .. } => true,
            _ => false,
        };
        terms.push(term);
        at += taken;
    }
    hopeful
}

fn term(
    text: &str,
    tokens: &[Token],
    at: usize,
    token: &Token,
    vocabulary: &Vocabulary,
    language: Option<Language>,
) -> (Term, usize) {
    let mut term = Term { sort: Sort::Mark(' '), span: token.span, spaced: token.spaced, letter: None };
    match token.kind {
        Kind::Number { value, digits } => term.sort = Sort::Number { value, digits },
        Kind::Ordinal { value } => term.sort = Sort::Ordinal { value },
        Kind::Mark(mark) => term.sort = Sort::Mark(mark),
        Kind::Word { id: POSSESSIVE, .. } => term.sort = Sort::Possessive,
        Kind::Word { id, case } => {
            if token.span.end - token.span.start == 1 {
                term.letter = token.span.of(text).bytes().next().map(|byte| byte | 32);
            }
            let found = if id == 0 {
                None
            } else {
                Finder { tokens, at, case, language, vocabulary }.longest(vocabulary.rows(id))
            };
            term.sort = Sort::Word {
                meaning: found.map(|(row, _)| row.meaning),
                case,
                weak: found.is_some_and(|(row, _)| row.weak),
            };
            if let Some((_, taken)) = found {
                let last = at + taken - 1;
                term.span.end = tokens.get(last).map_or(term.span.end, |token| token.span.end);
                return (term, taken);
            }
        }
    }
    (term, 1)
}

/// Finds what stands at a token.
struct Finder<'t> {
    tokens: &'t [Token],
    at: usize,
    case: Case,
    language: Option<Language>,
    vocabulary: &'t Vocabulary,
}

impl Finder<'_> {
    /// The longest row that stands here; among equals the text's language wins, then the order of the tables.
    fn longest<'v>(&self, rows: &'v [Row]) -> Option<(&'v Row, usize)> {
        // "10-AGO", "8 ago": between numbers a month is meant, whatever the word is elsewhere.
        let number_before = self.is_number(self.at.wrapping_sub(1 + usize::from(self.hyphen_before())));
        let dated = rows.len() > 1 && (number_before || self.year_after());
        let mut best: Option<(&Row, usize)> = None;
        for row in rows {
            let month = matches!(row.meaning, Meaning::Month(_));
            let allowed = row.speaks(self.language) || (dated && month && self.hyphen_before());
            if !allowed || !self.capital_fits(row) {
                continue;
            }
            let Some(taken) = follows(self.tokens, self.at, row.rest()) else { continue };
            if best.is_none_or(|(other, length)| {
                taken > length || (taken == length && self.prefers(row, other, dated))
            }) {
                best = Some((row, taken));
            }
        }
        best
    }

    fn prefers(&self, row: &Row, other: &Row, dated: bool) -> bool {
        let month = |row: &Row| matches!(row.meaning, Meaning::Month(_));
        let own = |row: &Row| self.language == Some(row.language);
        if dated && month(row) != month(other) {
            return month(row);
        }
        own(row) && !own(other)
    }

    /// A name that is a common word too needs its capital, unless a number stands beside it: "march 1st", "1st of may".
    fn capital_fits(&self, row: &Row) -> bool {
        if !row.proper || self.case != Case::Lower {
            return true;
        }
        let next = self.at + 1;
        let dot = usize::from(matches!(self.kind(next), Some(Kind::Mark('.' | ','))));
        let number_after = self.is_number(next + dot) || self.is_the_number(next);
        let before = self.at.wrapping_sub(1);
        let number_before = self.is_number(before) || self.is_of(before);
        let ends = !matches!(self.kind(next), Some(Kind::Word { .. }));
        let weekday = matches!(row.meaning, Meaning::Weekday(_)) && (dot == 1 || self.is_number(next + 1));
        number_after || (number_before && (ends || !row.verb)) || weekday
    }

    /// "may the fourth" is none; "the 4th" after a month is.
    fn is_the_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word { .. }))
            && matches!(self.kind(at + 1), Some(Kind::Ordinal { .. }))
    }

    /// "sept. 2018"
    fn year_after(&self) -> bool {
        let dot = usize::from(self.kind(self.at + 1) == Some(Kind::Mark('.')));
        matches!(self.kind(self.at + 1 + dot), Some(Kind::Number { digits: 4, .. }))
    }

    /// "of" in any language.
    fn is_of(&self, at: usize) -> bool {
        let Some(Kind::Word { id, .. }) = self.kind(at) else { return false };
        self.vocabulary.rows(id).iter().any(|row| row.meaning == Meaning::Of)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Number { .. } | Kind::Ordinal { .. }))
    }

    fn hyphen_before(&self) -> bool {
        matches!(self.kind(self.at.wrapping_sub(1)), Some(Kind::Mark('-' | '–' | '/')))
    }
}

/// Whether the words follow token `at`, and how many tokens that makes. A hyphen may join two words.
fn follows(tokens: &[Token], at: usize, words: &[u16]) -> Option<usize> {
    let mut next = at + 1;
    for word in words.iter().take(LONGEST_ROW) {
        let hyphen =
            matches!(tokens.get(next), Some(Token { kind: Kind::Mark('-' | '.'), spaced: false, .. }));
        next += usize::from(hyphen);
        match tokens.get(next)?.kind {
            Kind::Word { id, .. } if id == *word => next += 1,
            _ => return None,
        }
    }
    Some(next - at)
}
