//! The words of all languages in one table: what a word, or a row of words, means.
//!
//! Built once from the text tables. Takes a folded word and gives its number; takes numbers and gives the longest
//! row that begins there. It knows nothing of dates.

use super::language::{Language, bit, telling};
use super::meaning::Meaning;
use std::sync::OnceLock;

/// The number of a word; 0 is every word that no table knows.
pub(super) type WordId = u16;

/// What "'s" counts as in a row of words.
pub(super) const POSSESSIVE: WordId = 1;

/// The longest word of any table, in bytes.
pub(super) const LONGEST_WORD: usize = 16;
/// The longest row, in words.
pub(super) const LONGEST_ROW: usize = 6;
/// Places in the hash table: a power of two, at most half of them taken.
const SLOTS: usize = 8192;

/// A row of words and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    words: [WordId; LONGEST_ROW],
    length: u8,
    pub language: Language,
    pub meaning: Meaning,
    /// Needs a capital.
    pub proper: bool,
    /// Is a verb or a noun as well: without its capital it needs figures on both sides.
    pub verb: bool,
    /// Says nothing without more words beside it.
    pub weak: bool,
    /// Holds in texts of its language alone.
    own: bool,
}

impl Row {
    /// The words after the first.
    pub fn rest(&self) -> &[WordId] {
        self.words.get(1..usize::from(self.length)).unwrap_or(&[])
    }

    /// Whether the row may be read in a text of this language.
    pub fn speaks(&self, language: Option<Language>) -> bool {
        // "set", "out", "mar": what is short and common elsewhere needs its language.
        let guess =
            !(self.weak && matches!(self.meaning, Meaning::Month(_)) && self.language != Language::English);
        !self.own || language.map_or(guess, |language| language == self.language)
    }
}

/// All words.
pub(super) struct Vocabulary {
    slots: Vec<WordId>,
    words: Vec<Box<str>>,
    tells: Vec<u8>,
    /// By first word, the longest first, then in the order of the tables.
    rows: Vec<Row>,
    /// For each word the first of its rows; one more at the end.
    first: Vec<u16>,
}

/// The vocabulary of all tables.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static SHARED: OnceLock<Vocabulary> = OnceLock::new();
    SHARED.get_or_init(Vocabulary::build)
}

impl Vocabulary {
    fn build() -> Self {
        let mut built = Vocabulary {
            slots: vec![0; SLOTS],
            words: Vec::new(),
            tells: Vec::new(),
            rows: Vec::new(),
            first: Vec::new(),
        };
        built.words.extend(["".into(), "'s".into()]);
        built.tells.extend([0, 0]);
        for (word, languages) in telling() {
            let id = usize::from(built.add(word));
            if let Some(tells) = built.tells.get_mut(id) {
                *tells |= languages;
            }
        }
        for language in Language::ALL {
            for line in language.table().lines() {
                built.line(line, language);
            }
        }
        built.index();
        built
    }

    /// Reads one line: "month 3 proper weak: march, mar".
    fn line(&mut self, line: &str, language: Language) {
        let Some((head, entries)) = line.split_once(':').filter(|_| !line.starts_with('#')) else { return };
        let Some(meaning) = Meaning::parse(head) else { return };
        let flag = |name: &str| head.split(' ').any(|word| word == name);
        let (proper, verb, weak, own) = (flag("proper"), flag("verb"), flag("weak"), flag("own"));
        for entry in entries.split(',') {
            let mut words = [0; LONGEST_ROW];
            let mut length = 0_u8;
            for word in entry.split_whitespace() {
                let (stem, possessive) = match word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')) {
                    Some(stem) => (stem, true),
                    None => (word, false),
                };
                let ids = [self.add(stem), POSSESSIVE];
                for id in ids.into_iter().take(1 + usize::from(possessive)) {
                    if let Some(place) = words.get_mut(usize::from(length)) {
                        *place = id;
                        length += 1;
                    }
                }
            }
            if length == 1 && tells(meaning, own, weak) {
                self.tell(words.first().copied().unwrap_or(0), language);
            }
            self.rows.push(Row { words, length, language, meaning, proper, verb, weak, own });
        }
    }

    /// A month's or weekday's name tells its language too.
    fn tell(&mut self, id: WordId, language: Language) {
        if let Some(tells) = self.tells.get_mut(usize::from(id)) {
            *tells |= bit(language);
        }
    }

    fn add(&mut self, word: &str) -> WordId {
        let known = self.id(word);
        if known != 0 {
            return known;
        }
        let Ok(id) = WordId::try_from(self.words.len()) else { return 0 };
        self.words.push(word.into());
        self.tells.push(0);
        let mut slot = word.bytes().fold(Hash::default(), Hash::with).slot();
        while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) % SLOTS;
        }
        if let Some(free) = self.slots.get_mut(slot) {
            *free = id;
        }
        id
    }

    fn index(&mut self) {
        crate::order::sort_by(&mut self.rows, |a, b| (a.words[0], b.length).cmp(&(b.words[0], a.length)));
        let mut row = 0;
        for id in 0..=self.words.len() {
            while self.rows.get(row).is_some_and(|row| usize::from(row.words[0]) < id) {
                row += 1;
            }
            self.first.push(u16::try_from(row).unwrap_or(u16::MAX));
        }
    }

    /// The number of a folded word; 0 where no table knows it.
    fn id(&self, word: &str) -> WordId {
        self.lookup(word.as_bytes(), word.bytes().fold(Hash::default(), Hash::with))
    }

    /// The same for a word whose hash is known.
    pub fn lookup(&self, word: &[u8], hash: Hash) -> WordId {
        let mut slot = hash.slot();
        loop {
            match self.slots.get(slot) {
                None | Some(0) => return 0,
                Some(id)
                    if self.words.get(usize::from(*id)).is_some_and(|known| known.as_bytes() == word) =>
                {
                    return *id;
                }
                Some(_) => slot = (slot + 1) % SLOTS,
            }
        }
    }

    /// The rows that begin with a word, the longest first.
    pub fn rows(&self, id: WordId) -> &[Row] {
        let at = |id: usize| self.first.get(id).copied().map_or(0, usize::from);
        let id = usize::from(id);
        self.rows.get(at(id)..at(id + 1)).unwrap_or(&[])
    }

    /// The languages that a word tells, as bits.
    pub fn tells(&self, id: WordId) -> u8 {
        self.tells.get(usize::from(id)).copied().unwrap_or(0)
    }
}

/// Whether a word of this meaning tells its language: full names of months, and words of one language alone.
fn tells(meaning: Meaning, own: bool, weak: bool) -> bool {
    match meaning {
        Meaning::Month(_) => !weak,
        Meaning::Weekday(_) => !own && !weak,
        Meaning::AgoLead
        | Meaning::Cardinal(_)
        | Meaning::Ordinal(_)
        | Meaning::Said
        | Meaning::Future
        | Meaning::Which(_)
        | Meaning::Shift(_) => own,
        _ => false,
    }
}

/// The hash of a folded word, made letter by letter: FNV-1a.
#[derive(Clone, Copy)]
pub(super) struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Hash(0x811c_9dc5)
    }
}

impl Hash {
    /// With one more letter.
    pub fn with(self, letter: u8) -> Self {
        Hash((self.0 ^ u32::from(letter)).wrapping_mul(0x0100_0193))
    }

    fn slot(self) -> usize {
        (self.0 ^ (self.0 >> 15)) as usize % SLOTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_is_understood() {
        for language in Language::ALL {
            for line in language.table().lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let (head, entries) = line.split_once(':').unwrap_or_else(|| panic!("no colon: {line}"));
                assert!(Meaning::parse(head).is_some(), "{line}");
                for entry in entries.split(',') {
                    let words: Vec<&str> = entry.split_whitespace().collect();
                    assert!((1..LONGEST_ROW).contains(&words.len()), "{entry} in {line}");
                    for word in words {
                        assert!(word.len() <= LONGEST_WORD, "{word}");
                        assert!(
                            word.bytes().all(|byte| byte.is_ascii_lowercase()
                                || byte.is_ascii_digit()
                                || byte == b'\''),
                            "{word}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_hash_table_is_at_most_half_full() {
        assert!(vocabulary().words.len() * 2 < SLOTS);
    }
}
