//! From the bytes of a file to text, by the rules that the page follows too.
//!
//! 1. A byte order mark decides: UTF-8, UTF-16 little or big endian. It is removed.
//! 2. Without NUL bytes, what is valid UTF-8 is UTF-8.
//! 3. With NUL bytes, UTF-16 is told by where they stand: in Latin text every second byte is one. At least one unit
//!    of three has its NUL on that side, and the other side has at most a tenth of that.
//! 4. Bytes that are *mostly* good UTF-8 are UTF-8 with damage: decoded, they show more other characters beyond ASCII
//!    than U+FFFD.
//! 5. The rest is Windows-1252, which knows every byte.
//!
//! Afterwards a text that holds a NUL, or in which more than one character of twenty is a control character (tab,
//! line feed, carriage return and form feed are none), is no text. Line ends stay as they are. `tests/corpus/encodings/table.json` holds both doors to the
//! same answers.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The most bytes of one document. A longer file is hardly one report; its text and items are held at once.
pub const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;
/// One NUL in so many units is enough for UTF-16.
const UNITS_A_NUL: usize = 3;
/// So many more NULs must stand on the one side than on the other.
const SIDES: usize = 10;
/// More than one control character in so many is no text.
const CHARACTERS_A_CONTROL: usize = 20;

/// A text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without byte order mark.
    pub text: String,
    /// As a browser names it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
    pub encoding: &'static str,
    /// Whether the encoding is guessed, because nothing in the bytes proves it.
    pub guessed: bool,
    /// How many characters could not be read and are U+FFFD now.
    pub damaged: usize,
}

/// The bytes are no text: a picture, an archive, a word processor's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// Reads bytes as text.
///
/// # Errors
///
/// [`NotText`] for binary data.
///
/// ```
/// let decoded = dateline_cli::decode::decode(b"caf\xe9").unwrap();
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("café", "windows-1252"));
/// ```
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (unmarked(bytes), 0));
    let bytes = bytes.get(mark..).unwrap_or_default();
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if is_no_text(&text) {
        return Err(NotText);
    }
    let damaged = if had_errors { count_damage(&text) } else { 0 };
    Ok(Decoded {
        text: text.into_owned(),
        encoding: label(encoding),
        guessed: encoding == WINDOWS_1252,
        damaged,
    })
}

fn label(encoding: &'static Encoding) -> &'static str {
    [(UTF_16LE, "utf-16le"), (UTF_16BE, "utf-16be"), (WINDOWS_1252, "windows-1252")]
        .into_iter()
        .find(|(known, _)| *known == encoding)
        .map_or("utf-8", |(_, label)| label)
}

/// The encoding of bytes without a byte order mark.
fn unmarked(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = two_byte_units(bytes) {
        return encoding;
    }
    let (text, had_errors) = UTF_8.decode_without_bom_handling(bytes);
    if had_errors && !is_mostly_good(&text) { WINDOWS_1252 } else { UTF_8 }
}

/// UTF-16, where NULs stand on one side of the units.
fn two_byte_units(bytes: &[u8]) -> Option<&'static Encoding> {
    let nuls = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (nuls(0), nuls(1));
    let enough = |nuls: usize| nuls > 0 && nuls * UNITS_A_NUL * 2 >= bytes.len();
    if enough(second) && first * SIDES <= second {
        Some(UTF_16LE)
    } else if enough(first) && second * SIDES <= first {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn is_mostly_good(text: &str) -> bool {
    let damaged = count_damage(text);
    let beyond_ascii = text.chars().filter(|character| !character.is_ascii()).count();
    beyond_ascii - damaged > damaged
}

fn count_damage(text: &str) -> usize {
    text.chars().filter(|character| *character == char::REPLACEMENT_CHARACTER).count()
}

fn is_no_text(text: &str) -> bool {
    let (mut all, mut controls) = (0_usize, 0_usize);
    for character in text.chars() {
        all += 1;
        match character {
            '\0' => return true,
            '\t' | '\n' | '\r' | '\u{c}' => {}
            other => controls += usize::from(other.is_control()),
        }
    }
    controls * CHARACTERS_A_CONTROL > all
}
