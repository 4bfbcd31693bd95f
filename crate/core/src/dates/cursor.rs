//! Questions to the tokens around a place: what stands here, and what is glued to it.

use super::expression::DateOrder;
use super::language::Meaning;
use super::lexer::{Kind, Token};

/// The tokens of a text, and how plain numbers are read.
pub(super) struct Cursor<'t> {
    pub tokens: &'t [Token],
    pub order: DateOrder,
}

impl Cursor<'_> {
    pub(super) fn meaning(&self, at: usize) -> Option<Meaning> {
        match self.tokens.get(at)?.kind {
            Kind::Word { meaning, .. } => meaning,
            _ => None,
        }
    }

    /// A month's name; one that is also a common word needs its capital.
    pub(super) fn month(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at)?.kind {
            Kind::Word { meaning: Some(Meaning::Month { number, proper }), capital }
                if capital || !proper =>
            {
                Some(number)
            }
            _ => None,
        }
    }

    /// A month's name in a form that leaves no doubt, whatever its case.
    pub(super) fn any_month(&self, at: usize) -> Option<u32> {
        match self.meaning(at)? {
            Meaning::Month { number, .. } => Some(number),
            _ => None,
        }
    }

    /// A day of the month, as a number of one or two digits or as an ordinal.
    pub(super) fn day(&self, at: usize) -> Option<u32> {
        let day = match self.tokens.get(at)?.kind {
            Kind::Number { value, digits: 1 | 2 } => value,
            Kind::Ordinal { value } => value,
            _ => return None,
        };
        (1..=31).contains(&day).then_some(day)
    }

    pub(super) fn number(&self, at: usize) -> Option<(u32, u32)> {
        match self.tokens.get(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn glued_number(&self, at: usize) -> Option<(u32, u32)> {
        self.number(at).filter(|_| !self.spaced(at))
    }

    /// One of the marks, with no blank before it.
    pub(super) fn separator(&self, at: usize, marks: &[char]) -> Option<char> {
        match self.tokens.get(at)? {
            Token { kind: Kind::Mark(mark), spaced: false, .. } if marks.contains(mark) => Some(*mark),
            _ => None,
        }
    }

    pub(super) fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// Whether a mark that makes a longer number or name is glued to the token before `at`: "2021/7", "3.5".
    pub(super) fn glued_after(&self, at: usize) -> bool {
        let glued_mark = matches!(
            self.tokens.get(at),
            Some(Token { kind: Kind::Mark('/' | '.' | ':' | '%' | '°'), spaced: false, .. })
        );
        glued_mark && !self.spaced(at + 1)
    }

    /// Whether token `at` is the tail of a longer number or name: "4-10-JAN", "$7", "No.7", "1.5".
    pub(super) fn glued_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        let glued = !self.spaced(at);
        let joins = match before.kind {
            Kind::Mark('$' | '€' | '£' | '#') => true,
            Kind::Mark('.' | ',' | '/' | ':' | '-') => {
                let earlier = at.checked_sub(2).and_then(|earlier| self.tokens.get(earlier));
                !before.spaced && earlier.is_some_and(|token| matches!(token.kind, Kind::Number { .. }))
            }
            _ => false,
        };
        glued && joins
    }

    pub(super) fn skip_of(&self, at: usize) -> usize {
        at + usize::from(self.meaning(at) == Some(Meaning::Of))
    }

    pub(super) fn skip_article(&self, at: usize) -> usize {
        at + usize::from(self.meaning(at) == Some(Meaning::Article))
    }

    /// The full stop of an abbreviated month: "Jan. 7".
    pub(super) fn skip_dot(&self, at: usize, month_at: usize) -> usize {
        let short = self.tokens.get(month_at).is_some_and(|month| month.span.end - month.span.start <= 4);
        let dot = matches!(self.tokens.get(at), Some(Token { kind: Kind::Mark('.'), spaced: false, .. }));
        let continues = matches!(self.tokens.get(at + 1), Some(Token { kind: Kind::Number { .. }, .. }));
        at + usize::from(short && dot && continues)
    }
}
