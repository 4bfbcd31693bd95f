//! Text to tokens: one pass, no allocation a token.

use super::language::{self, LONGEST_WORD, Meaning, ORDINAL_ENDINGS};
use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word; `meaning` where the tables know it.
    Word { meaning: Option<Meaning>, capital: bool },
    /// A whole number and how many digits it is written with.
    Number { value: u32, digits: u32 },
    /// A number with an ordinal ending, "7th".
    Ordinal { value: u32 },
    /// One character of punctuation.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Bytes of the text.
    pub span: Span,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

/// Numbers with more digits are no part of a date.
const MAX_DIGITS: u32 = 4;

/// Cuts `text` into tokens. Blanks vanish, but leave their trace in [`Token::spaced`].
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let length = if first.is_whitespace() {
            spaced = true;
            first.len_utf8()
        } else {
            let (kind, length) = token(rest, first);
            let span = Span { start, end: start + length };
            tokens.push(Token { kind, span, spaced });
            spaced = false;
            length
        };
        rest = rest.get(length..).unwrap_or("");
    }
    tokens
}

/// The token that `rest` begins with, and its length in bytes.
fn token(rest: &str, first: char) -> (Kind, usize) {
    if first.is_ascii_digit() {
        number(rest)
    } else if first.is_alphabetic() {
        word(rest, first)
    } else {
        (Kind::Mark(first), first.len_utf8())
    }
}

fn number(rest: &str) -> (Kind, usize) {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ending = rest.get(digits..).unwrap_or("");
    let letters = ending.chars().take_while(|c| c.is_alphanumeric() || *c == 'º' || *c == 'ª');
    let ending_length: usize = letters.map(char::len_utf8).sum();
    let value = rest.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX);
    let count = u32::try_from(digits).unwrap_or(u32::MAX);
    if ending_length == 0 && count <= MAX_DIGITS {
        return (Kind::Number { value, digits: count }, digits);
    }
    let ending = ending.get(..ending_length).unwrap_or("");
    let ordinal = ORDINAL_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if ordinal && count <= 2 {
        return (Kind::Ordinal { value }, digits + ending_length);
    }
    // "5G", "100BASE", a phone number: a word without meaning.
    (Kind::Word { meaning: None, capital: false }, digits + ending_length)
}

fn word(rest: &str, first: char) -> (Kind, usize) {
    let length: usize = rest.chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let text = rest.get(..length).unwrap_or("");
    let meaning = fold(text, &mut [0; LONGEST_WORD]).and_then(language::meaning);
    (Kind::Word { meaning, capital: first.is_uppercase() }, length)
}

/// The word in lower case without accents, or `None` where it is too long or not Latin to be in a table.
fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b str> {
    let mut length = 0;
    for letter in word.chars() {
        let plain = match letter {
            'á' | 'Á' | 'à' | 'â' | 'ã' => 'a',
            'é' | 'É' | 'è' | 'ê' => 'e',
            'í' | 'Í' => 'i',
            'ó' | 'Ó' | 'õ' | 'ô' => 'o',
            'ú' | 'Ú' | 'û' => 'u',
            'ç' => 'c',
            other => other.to_ascii_lowercase(),
        };
        *buffer.get_mut(length)? = u8::try_from(plain).ok().filter(u8::is_ascii)?;
        length += 1;
    }
    std::str::from_utf8(buffer.get(..length)?).ok()
}
