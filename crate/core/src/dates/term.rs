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
            let found = if id == 0 { None } else { longest(tokens, at, case, vocabulary.rows(id), language) };
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

/// The longest row that stands at `at`; among equals the text's language wins, then the order of the tables.
fn longest<'v>(
    tokens: &[Token],
    at: usize,
    case: Case,
    rows: &'v [Row],
    language: Option<Language>,
) -> Option<(&'v Row, usize)> {
    let mut best: Option<(&Row, usize)> = None;
    for row in rows.iter().filter(|row| row.speaks(language) && (!row.proper || case != Case::Lower)) {
        let Some(taken) = follows(tokens, at, row.rest()) else { continue };
        let better = match best {
            None => true,
            Some((other, length)) => {
                taken > length
                    || (taken == length && language == Some(row.language) && language != Some(other.language))
            }
        };
        if better {
            best = Some((row, taken));
        }
    }
    best
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
