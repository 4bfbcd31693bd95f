//! Tokens: the words, commas and ampersands of a text, folded and looked up, with what lies between them.
//!
//! Takes text, gives one token at a time, left to right, each character once. Does not know what names a country.

use super::fold::{fold_char, in_word, is_unseen};
use super::table::{Lexicon, WordId};

/// Longer words are in no table; only their extent is kept.
const LONGEST_WORD: usize = 28;
/// A full stop ends an abbreviation of at most so many bytes ("St.", "Rep.", "Dem.").
const LONGEST_ABBREVIATION: usize = 4;

/// What lies between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Blanks with at most one line end, or nothing.
    Blank,
    /// A hyphen or dash without blanks; a line may end after it.
    Hyphen,
    /// An apostrophe without blanks.
    Apostrophe,
    /// A full stop after a short word, and blanks.
    Dot,
    /// An opening or closing bracket, with blanks: "Falkland Islands (Malvinas)".
    Bracket,
    /// Anything else: a name does not reach over it. Also the text's beginning.
    Break,
}

/// One word, comma or ampersand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) gap: Gap,
    pub(super) shape: Shape,
    pub(super) word: Option<WordId>,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// The first character is a capital.
    pub(super) capital: bool,
    /// Some letter is lower-case.
    pub(super) lower: bool,
    /// Some character is not ASCII.
    pub(super) accented: bool,
}

/// The place in a text from which the next token is read. A copy looks ahead.
#[derive(Clone, Copy)]
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
    before: usize,
}

impl<'t> Words<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Words { text, at: 0, before: usize::MAX }
    }

    /// Goes on from byte `at`, the end of a token with its full stop.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    /// The character that stands at byte `at`.
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(at..).and_then(|rest| rest.chars().next()),
        }
    }

    /// The next token, or `None` at the end of the text.
    pub(super) fn next(&mut self, lexicon: &Lexicon) -> Option<Token> {
        let mut between = Between::default();
        let start = loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'&') {
                    break self.at;
                }
                between.see_byte(byte);
                self.at += 1;
            } else {
                let c = self.char_at(self.at)?;
                if in_word(c) {
                    break self.at;
                }
                between.see(c);
                self.at += c.len_utf8();
            }
        };
        let gap = between.gap(self.before);
        let token = match self.text.as_bytes().get(start) {
            Some(b',') => self.sign(start, gap, lexicon.comma()),
            Some(b'&') => self.sign(start, gap, lexicon.ampersand()),
            _ => self.word(start, gap, lexicon),
        };
        self.before = token.end - token.start;
        Some(token)
    }

    fn sign(&mut self, start: usize, gap: Gap, word: Option<WordId>) -> Token {
        self.at = start + 1;
        Token { start, end: self.at, gap, shape: Shape::default(), word }
    }

    /// A word of ASCII alone is looked up as it stands; any other is folded first.
    fn word(&mut self, start: usize, gap: Gap, lexicon: &Lexicon) -> Token {
        let mut shape = Shape::default();
        let mut hash = HASH_SEED;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let len = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = rest.get(..len).unwrap_or_default();
        for byte in word {
            shape.lower |= byte.is_ascii_lowercase();
            hash = hash_step(hash, byte.to_ascii_lowercase());
        }
        if rest.get(len).is_some_and(|byte| !byte.is_ascii()) {
            return self.folded_word(start, gap, lexicon);
        }
        shape.capital = word.first().is_some_and(u8::is_ascii_uppercase);
        self.at = start + len;
        let id = if len <= LONGEST_WORD { lexicon.find(word, hash) } else { None };
        Token { start, end: self.at, gap, shape, word: id }
    }

    fn folded_word(&mut self, start: usize, gap: Gap, lexicon: &Lexicon) -> Token {
        let mut folded = Folded::default();
        let mut shape = Shape::default();
        while let Some(c) = self.char_at(self.at).filter(|c| in_word(*c) || is_unseen(*c)) {
            shape.capital |= self.at == start && c.is_uppercase();
            shape.lower |= c.is_lowercase();
            shape.accented |= !c.is_ascii();
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase() as u8);
            } else {
                fold_char(c, |byte| folded.push(byte));
            }
            self.at += c.len_utf8();
        }
        let word = folded.bytes();
        Token { start, end: self.at, gap, shape, word: lexicon.find(word, hash(word)) }
    }
}

/// A word's folded bytes.
#[derive(Default)]
struct Folded {
    bytes: [u8; LONGEST_WORD],
    len: usize,
}

impl Folded {
    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
        }
        self.len += 1;
    }

    /// The folded word, or nothing where it is too long for the table.
    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

const HASH_SEED: u32 = 0x811c_9dc5;

fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash (FNV-1a) by which the lexicon finds a folded word.
pub(super) fn hash(word: &[u8]) -> u32 {
    hash_on(HASH_SEED, word)
}

/// The hash of a word that goes on, from the hash of what is before.
pub(super) fn hash_on(hash: u32, rest: &[u8]) -> u32 {
    rest.iter().fold(hash, |hash, byte| hash_step(hash, *byte))
}

/// What was seen between two tokens.
#[derive(Default)]
struct Between {
    blanks: u32,
    lines: u32,
    hyphens: u32,
    dots: u32,
    apostrophes: u32,
    brackets: u32,
    others: u32,
    blank_first: bool,
}

impl Between {
    /// A blank, which is nearly all that is seen; else as any character.
    fn see_byte(&mut self, byte: u8) {
        match byte {
            b' ' => {
                self.blanks += 1;
                self.blank_first |= self.signs() == 0;
            }
            _ => self.see(char::from(byte)),
        }
    }

    fn signs(&self) -> u32 {
        self.hyphens + self.dots + self.apostrophes + self.brackets
    }

    fn see(&mut self, c: char) {
        match c {
            '\n' => self.lines += 1,
            '\r' => self.blanks += 1,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => self.hyphens += 1,
            '.' => self.dots += 1,
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => self.apostrophes += 1,
            '(' | ')' => self.brackets += 1,
            c if is_unseen(c) => return,
            c if c.is_whitespace() => self.blanks += 1,
            _ => self.others += 1,
        }
        self.blank_first |= self.signs() == 0 && self.blanks + self.lines > 0;
    }

    /// `before`: the length of the token before, in bytes.
    fn gap(&self, before: usize) -> Gap {
        if before == usize::MAX || self.others > 0 || self.lines > 1 {
            return Gap::Break;
        }
        let blank = self.blanks + self.lines > 0;
        match (self.hyphens, self.dots, self.apostrophes, self.brackets) {
            (0, 0, 0, 0) => Gap::Blank,
            (0, 0, 0, 1) => Gap::Bracket,
            _ if self.blank_first => Gap::Break,
            (1, 0, 0, 0) if !blank || self.lines == 1 => Gap::Hyphen,
            (0, 0, 1, 0) if !blank => Gap::Apostrophe,
            (0, 1, 0, 0) if before <= LONGEST_ABBREVIATION => Gap::Dot,
            _ => Gap::Break,
        }
    }
}
