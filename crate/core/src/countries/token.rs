//! Tokens: the words, commas and ampersands of a text, folded and looked up, with what lies between them.
//!
//! Takes text, gives one token at a time, left to right, each character once. In scripts written without blanks each
//! character is a word. Does not know what names a country.

use super::fold::{fold_char, in_word, is_mark, is_unseen, is_unspaced};
use super::gazetteer::Gazetteer;
use super::lexicon::{HASH_SEED, Lexicon, WordId, hash_step};

/// Longer words are in no table; only their extent is kept.
const LONGEST_WORD: usize = 40;
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
    /// Its id in the lexicon, 0 where no table has it.
    pub(super) word: WordId,
    pub(super) gap: Gap,
    pub(super) shape: Shape,
}

impl Token {
    #[inline(always)]
    pub(super) fn is_capital(&self) -> bool {
        self.shape.has(Shape::CAPITAL)
    }

    pub(super) fn has_lower(&self) -> bool {
        self.shape.has(Shape::LOWER)
    }

    /// One letter or digit, "B" of "Michael B. Jordan".
    #[inline(always)]
    pub(super) fn is_initial(&self) -> bool {
        self.end - self.start == 1 && self.is_capital()
    }
}

/// How a word is written, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape(u8);

impl Shape {
    /// The first character is a capital, or of a script that has none.
    pub(super) const CAPITAL: Shape = Shape(1);
    /// Some letter is lower-case.
    pub(super) const LOWER: Shape = Shape(2);
    /// Some character is not ASCII.
    pub(super) const ACCENTED: Shape = Shape(4);

    #[inline(always)]
    pub(super) fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    #[inline(always)]
    pub(super) fn add(&mut self, other: Shape) {
        self.0 |= other.0;
    }

    #[inline(always)]
    fn add_if(&mut self, condition: bool, other: Shape) {
        self.0 |= if condition { other.0 } else { 0 };
    }
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
    pub(super) fn next(&mut self, gazetteer: &Gazetteer) -> Option<Token> {
        let gap = self.gap()?;
        let start = self.at;
        let token = match self.text.as_bytes().get(start) {
            Some(b',') => self.sign(gap, gazetteer.comma),
            Some(b'&') => self.sign(gap, gazetteer.ampersand),
            _ => self.word(gap, &gazetteer.lexicon),
        };
        self.before = token.end - token.start;
        Some(token)
    }

    /// Goes to the next token; what lies before it, or `None` at the end of the text.
    #[inline(always)]
    fn gap(&mut self) -> Option<Gap> {
        let bytes = self.text.as_bytes();
        // Nearly always one blank.
        if bytes.get(self.at) == Some(&b' ')
            && self.before != usize::MAX
            && bytes.get(self.at + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            self.at += 1;
            return Some(Gap::Blank);
        }
        let mut between = Between::default();
        loop {
            let byte = *bytes.get(self.at)?;
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'&') {
                    break;
                }
                between.see_byte(byte);
                self.at += 1;
            } else {
                let c = self.char_at(self.at)?;
                if in_word(c) {
                    break;
                }
                between.see(c);
                self.at += c.len_utf8();
            }
        }
        Some(between.gap(self.before))
    }

    fn sign(&mut self, gap: Gap, word: WordId) -> Token {
        let start = self.at;
        self.at += 1;
        Token { start, end: self.at, gap, shape: Shape::default(), word }
    }

    /// A word of ASCII alone is looked up as it stands; any other is folded first.
    #[inline(always)]
    fn word(&mut self, gap: Gap, lexicon: &Lexicon) -> Token {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let (mut hash, mut len, mut lower) = (HASH_SEED, 0, false);
        for byte in rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()) {
            lower |= byte.is_ascii_lowercase();
            hash = hash_step(hash, byte.to_ascii_lowercase());
            len += 1;
        }
        if rest.get(len).is_some_and(|byte| !byte.is_ascii()) {
            return self.folded_word(gap, lexicon);
        }
        let mut shape = Shape::default();
        shape.add_if(lower, Shape::LOWER);
        shape.add_if(rest.first().is_some_and(u8::is_ascii_uppercase), Shape::CAPITAL);
        self.at = start + len;
        let word =
            if len <= LONGEST_WORD { lexicon.find(rest.get(..len).unwrap_or_default(), hash) } else { 0 };
        Token { start, end: self.at, gap, shape, word }
    }

    fn folded_word(&mut self, gap: Gap, lexicon: &Lexicon) -> Token {
        let start = self.at;
        let (mut folded, mut alone) = (Folded { bytes: [0; LONGEST_WORD], len: 0 }, false);
        let mut shape = Shape::default();
        while let Some(c) = self.char_at(self.at).filter(|c| in_word(*c) || is_unseen(*c)) {
            if self.at > start && (is_unspaced(c) || alone && !is_mark(c)) {
                break;
            }
            alone |= is_unspaced(c);
            shape.add_if(self.at == start && is_capital(c), Shape::CAPITAL);
            shape.add_if(c.is_lowercase(), Shape::LOWER);
            shape.add_if(!c.is_ascii(), Shape::ACCENTED);
            fold_char(c, |byte| folded.push(byte));
            self.at += c.len_utf8();
        }
        let bytes = folded.bytes();
        let hash = bytes.iter().fold(HASH_SEED, |hash, byte| hash_step(hash, *byte));
        Token { start, end: self.at, gap, shape, word: lexicon.find(bytes, hash) }
    }
}

/// A capital, or a letter of a script that has no small ones.
fn is_capital(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_uppercase(),
        // Georgian writes without capitals, though Unicode has some.
        '\u{10d0}'..='\u{10ff}' => true,
        _ => !c.is_lowercase(),
    }
}

/// A word's folded bytes.
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
            // With the middle dots of Japanese and Catalan.
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{b7}' | '\u{30fb}' => self.hyphens += 1,
            // The blank of Tibetan.
            '\u{f0b}' | '\u{f0c}' => self.blanks += 1,
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
