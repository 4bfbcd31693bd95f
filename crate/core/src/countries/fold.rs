//! Folding: the form in which the table's words and the text's words are compared.
//!
//! Takes characters, gives lower-case letters without accents. Does not know what a word is.

use crate::lower::small;

/// Whether the character belongs to a word: letters and digits of any script, and the marks that combine with them.
pub(super) fn in_word(c: char) -> bool {
    !is_punctuation(c) && (c.is_alphanumeric() || is_mark(c))
}

/// Scripts written without blanks between words: Thai, Lao, Myanmar, Khmer, kana, Han.
pub(super) fn is_unspaced(c: char) -> bool {
    !is_mark(c)
        && matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Characters that are not seen: soft hyphen, joiners, byte order mark, directional marks, variation selectors.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// The block of quotes, dashes and blanks, told without a search in the tables of Unicode.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

/// Marks that combine with a letter and do not matter: accents, points of Hebrew and Arabic, the nukta and virama of the
/// Indic scripts (at the same place in each block), tones of Thai, Lao, Myanmar and Khmer, vowels and joined
/// letters of Tibetan, N’Ko and Chakma.
pub(super) fn is_mark(c: char) -> bool {
    match u32::from(c) {
        0x300..=0x36f | 0x591..=0x5c7 | 0x64b..=0x65f | 0x670 => true,
        0x900..=0xdff => matches!(u32::from(c) & 0x7f, 0x3c | 0x4d) || c == '\u{dca}',
        0x7eb..=0x7f3 | 0xf71..=0xf84 | 0xf90..=0xfbc | 0x11100..=0x11102 | 0x11127..=0x11134 => true,
        0xe47..=0xe4e | 0xec8..=0xecd | 0x1037..=0x103a | 0x17c6..=0x17d3 => true,
        _ => false,
    }
}

/// Letters of Latin-1 and Latin Extended-A without their accents, from U+00C0 on; `.` where there is no one letter.
const BASES: &[u8] = b"aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Gives the folded bytes of one character to `push`; nothing for a combining or unseen one.
pub(crate) fn fold_char(c: char, mut push: impl FnMut(u8)) {
    if c.is_ascii() {
        return push(c.to_ascii_lowercase() as u8);
    }
    if is_mark(c) || is_unseen(c) {
        return;
    }
    let pair = match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ð' | 'Ð' => "d",
        'ı' | 'İ' => "i",
        _ => "",
    };
    if !pair.is_empty() {
        return pair.bytes().for_each(push);
    }
    let base = (c as usize).checked_sub(0xc0).and_then(|at| BASES.get(at)).filter(|base| **base != b'.');
    match base {
        Some(base) => push(*base),
        None => {
            let mut bytes = [0; 4];
            small(c).encode_utf8(&mut bytes).bytes().for_each(push);
        }
    }
}

/// A spelling as the matcher compares it: folded words parted by one blank, a comma being a word, "&" being "and"; each
/// character of a script without blanks is a word.
///
/// For the generator of the table, so that both fold alike.
pub fn fold(spelling: &str) -> String {
    let mut folded = String::new();
    let mut words: Vec<String> = vec![String::new()];
    for c in spelling.chars() {
        match c {
            ',' => words.extend([",".into(), String::new()]),
            '&' => words.extend(["and".into(), String::new()]),
            c if c.is_ascii_alphanumeric() => push(&mut words, c.to_ascii_lowercase()),
            c if !c.is_ascii() && (in_word(c) || is_unseen(c)) => {
                let mut bytes = Vec::new();
                fold_char(c, |byte| bytes.push(byte));
                let alone = is_unspaced(c);
                words.extend(alone.then(String::new));
                String::from_utf8_lossy(&bytes).chars().for_each(|c| push(&mut words, c));
                words.extend(alone.then(String::new));
            }
            _ => words.push(String::new()),
        }
    }
    for word in words.iter().filter(|word| !word.is_empty()) {
        let blank = if folded.is_empty() { "" } else { " " };
        folded.extend([blank, word]);
    }
    folded
}

fn push(words: &mut [String], c: char) {
    if let Some(word) = words.last_mut() {
        word.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut bytes = Vec::new();
        for c in text.chars() {
            fold_char(c, |byte| bytes.push(byte));
        }
        String::from_utf8(bytes).expect("folding keeps UTF-8")
    }

    #[test]
    fn accents_go_and_letters_stay() {
        for (text, want) in [
            ("ÁÉÍÓÚáéíóúÑñÇçÜü", "aeiouaeiounnccuu"),
            ("ÅåØøŁłŠšŽžŐőİı", "aaoollsszzooii"),
            ("ßÆœÞð", "ssaeoethd"),
            ("e\u{301}\u{ad}\u{200d}", ""),
            ("Ждя中", "ждя中"),
        ] {
            let accented: String = text.chars().filter(|c| !c.is_ascii()).collect();
            assert_eq!(folded(&accented), want, "{text}");
        }
    }

    #[test]
    fn the_bases_reach_from_latin_1_to_the_end_of_extended_a() {
        assert_eq!(BASES.len(), 0x180 - 0xc0);
        assert_eq!(folded("ÀŸŽſ"), "ayzs");
    }
}
