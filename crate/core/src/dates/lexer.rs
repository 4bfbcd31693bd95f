//! Text to tokens: one pass, no allocation a token.
//!
//! Words are looked up by their folded form (lower case, no accents), dashes and apostrophes of every kind become
//! one, blanks vanish but leave their trace in [`Token::spaced`]. It knows no language and no date.

use super::vocabulary::{Hash, LONGEST_WORD, POSSESSIVE, Vocabulary, WordId};
use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word; `id` is 0 where no table knows it.
    Word { id: WordId, case: Case },
    /// A whole number and how many digits it is written with.
    Number { value: u32, digits: u32 },
    /// A number with an ordinal ending, "7th".
    Ordinal { value: u32 },
    /// One character of punctuation; `–` for every long dash, `-` for every short one, `'` for every apostrophe.
    Mark(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// A capital first.
    Title,
    /// Capitals only, two or more.
    Upper,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Bytes of the text.
    pub span: Span,
    /// Whether a blank, or the text's border, stands before it.
    pub spaced: bool,
}

/// Endings of ordinal numbers, folded.
const ORDINAL_ENDINGS: [&str; 12] = ["st", "nd", "rd", "th", "º", "ª", "°", "er", "ro", "do", "ra", "ero"];

/// Cuts `text` into tokens; they are appended to `tokens`.
pub(super) fn lex(text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<Token>) {
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: 0, spaced: true, vocabulary, tokens };
    while lexer.at < lexer.bytes.len() {
        lexer.next();
    }
}

struct Lexer<'t, 'o> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    spaced: bool,
    vocabulary: &'o Vocabulary,
    tokens: &'o mut Vec<Token>,
}

impl Lexer<'_, '_> {
    fn next(&mut self) {
        match self.byte(self.at) {
            b' ' | b'\t' | b'\n' | b'\r' => {
                self.at += 1;
                self.spaced = true;
            }
            b'0'..=b'9' => self.number(),
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'\'' => self.apostrophe(1),
            // Two hyphens are how a typewriter writes a dash.
            b'-' if self.byte(self.at + 1) == b'-' => self.dashes(),
            mark @ 0..=127 => self.push(Kind::Mark(char::from(mark)), 1),
            _ => self.beyond_ascii(),
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let span = Span { start: self.at, end: self.at + length };
        self.tokens.push(Token { kind, span, spaced: self.spaced });
        self.spaced = false;
        self.at += length;
    }

    fn beyond_ascii(&mut self) {
        let Some(character) = self.char_at(self.at) else {
            self.at = self.bytes.len();
            return;
        };
        let length = character.len_utf8();
        match character {
            '\u{ad}'
            | '\u{61c}'
            | '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {
                self.at += length;
            }
            '\u{200b}' | '\u{180e}' => self.blank(length),
            '‐' | '‑' | '﹣' | '－' | '\u{207b}' => self.push(Kind::Mark('-'), length),
            '‒' | '–' | '—' | '―' | '−' | '⸺' | '﹘' => self.push(Kind::Mark('–'), length),
            '’' | 'ʼ' | '‘' | '′' | '´' | '＇' => self.apostrophe(length),
            _ if character.is_whitespace() => self.blank(length),
            _ if character.is_alphabetic() => self.word(),
            _ => self.push(Kind::Mark(character), length),
        }
    }

    fn dashes(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let length = rest.iter().take_while(|byte| **byte == b'-').count();
        self.push(Kind::Mark('–'), length);
    }

    fn blank(&mut self, length: usize) {
        self.at += length;
        self.spaced = true;
    }

    /// "'s" after a word is one token; an apostrophe between letters vanishes ("l’été", "aujourd’hui").
    fn apostrophe(&mut self, length: usize) {
        let after_word = !self.spaced
            && self
                .tokens
                .last()
                .is_some_and(|token| matches!(token.kind, Kind::Word { .. } | Kind::Number { .. }));
        let next = self.byte(self.at + length);
        let ends = !self.byte(self.at + length + 1).is_ascii_alphanumeric();
        if after_word && matches!(next, b's' | b'S') && ends {
            self.push(Kind::Word { id: POSSESSIVE, case: Case::Lower }, length + 1);
        } else if after_word && self.byte(self.at.saturating_sub(1)) == b's' && !next.is_ascii_alphanumeric()
        {
            self.push(Kind::Word { id: POSSESSIVE, case: Case::Lower }, length);
        } else if after_word && self.char_at(self.at + length).is_some_and(char::is_alphabetic) {
            self.blank(length);
        } else {
            self.push(Kind::Mark('\''), length);
        }
    }

    fn number(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = rest
            .iter()
            .take(digits)
            .fold(0_u32, |value, digit| value.saturating_mul(10).saturating_add(u32::from(digit - b'0')));
        if digits <= 2
            && let Some(ending) = self.ordinal_ending(self.at + digits)
        {
            return self.push(Kind::Ordinal { value }, digits + ending);
        }
        let digits_count = u32::try_from(digits).unwrap_or(u32::MAX);
        self.push(Kind::Number { value, digits: digits_count }, digits);
    }

    /// The length of the ordinal ending that stands here, if one does: "st", ".º".
    fn ordinal_ending(&self, at: usize) -> Option<usize> {
        let dot = usize::from(self.byte(at) == b'.' && self.byte(at + 1) >= 128);
        let rest = self.text.get(at + dot..)?;
        let length: usize = rest.chars().take(4).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        let ending = rest.get(..length)?;
        let known = |ordinal: &str| ending.eq_ignore_ascii_case(ordinal) && (dot == 0 || !ordinal.is_ascii());
        ORDINAL_ENDINGS.iter().any(|ordinal| known(ordinal)).then_some(dot + length)
    }

    fn word(&mut self) {
        let mut folded = Folded::default();
        let mut at = self.at;
        loop {
            match self.byte(at) {
                letter @ b'a'..=b'z' => folded.push(letter, false),
                letter @ b'A'..=b'Z' => folded.push(letter | 32, true),
                0..=127 => break,
                _ => {
                    let Some(letter) = self.char_at(at).filter(|c| continues_word(*c)) else { break };
                    folded.push_char(letter);
                    at += letter.len_utf8();
                    continue;
                }
            }
            at += 1;
        }
        let id = folded.word().map_or(0, |word| self.vocabulary.lookup(word, folded.hash));
        self.push(Kind::Word { id, case: folded.case() }, at - self.at);
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, 'º' | 'ª' | '°')
}

/// Letters, and the marks that combine with them.
fn continues_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// A word in lower case without accents.
#[derive(Default)]
struct Folded {
    bytes: [u8; LONGEST_WORD],
    length: usize,
    hash: Hash,
    letters: u32,
    capitals: u32,
    first_capital: bool,
}

impl Folded {
    fn push(&mut self, letter: u8, capital: bool) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = letter;
        }
        self.length += 1;
        self.hash = self.hash.with(letter);
        self.count(capital);
    }

    fn count(&mut self, capital: bool) {
        self.first_capital |= capital && self.letters == 0;
        self.letters += 1;
        self.capitals += u32::from(capital);
    }

    fn push_char(&mut self, letter: char) {
        match plain(letter) {
            Some(plain) => self.push(plain, letter.is_uppercase()),
            // Combining marks and soft hyphens leave the word as it is.
            None if !letter.is_alphabetic() => {}
            None => {
                self.length = LONGEST_WORD + 1;
                self.count(letter.is_uppercase());
            }
        }
    }

    /// The word, unless it is too long or not Latin: then no table knows it.
    fn word(&self) -> Option<&[u8]> {
        self.bytes.get(..self.length)
    }

    fn case(&self) -> Case {
        match self.capitals {
            all if all == self.letters && all > 1 => Case::Upper,
            _ if self.first_capital => Case::Title,
            _ => Case::Lower,
        }
    }
}

/// The letter without its accent.
fn plain(letter: char) -> Option<u8> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' => b'a',
        'è'..='ë' | 'È'..='Ë' => b'e',
        'ì'..='ï' | 'Ì'..='Ï' => b'i',
        'ò'..='ö' | 'Ò'..='Ö' => b'o',
        'ù'..='ü' | 'Ù'..='Ü' => b'u',
        'ç' | 'Ç' => b'c',
        'ñ' | 'Ñ' => b'n',
        // Full-width letters, as in text from East Asian keyboards.
        'ａ'..='ｚ' => b'a' + u8::try_from(letter as u32 - 'ａ' as u32).ok()?,
        'Ａ'..='Ｚ' => b'a' + u8::try_from(letter as u32 - 'Ａ' as u32).ok()?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::vocabulary;
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        lex(text, vocabulary(), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn tokens_are_words_numbers_and_marks() {
        let cases: [(&str, &[&str]); 7] = [
            ("On Jan. 7th, 2021", &["On", "Jan", ".", "7th", ",", "2021"]),
            ("last year’s 3Q20", &["last", "year", "’s", "3", "Q", "20"]),
            ("1.º de mayo", &["1.º", "de", "mayo"]),
            ("l’été aujourd'hui", &["l", "été", "aujourd", "hui"]),
            ("10–JAN 5G ’98", &["10", "–", "JAN", "5", "G", "’", "98"]),
            ("x\u{200b}y\u{ad}z", &["x", "y\u{ad}z"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
