//! All words of the table, folded, found by hash.
//!
//! Takes words, gives their ids. Nearly no word of a text is in the table, so a small filter of bits says "no" to most
//! without a look at the words themselves.

/// Index of a word in the lexicon; 0 is no word.
pub(super) type WordId = u32;
/// Index of a node in the tree of names; 0 is no node.
pub(super) type Node = u32;

/// Classes of words that the rules ask for, as bits.
pub(super) mod class {
    pub(in super::super) const GIVEN: u32 = 1;
    pub(in super::super) const SURNAME: u32 = 1 << 1;
    pub(in super::super) const TITLE: u32 = 1 << 2;
    pub(in super::super) const CURRENCY: u32 = 1 << 3;
    pub(in super::super) const LANGUAGE: u32 = 1 << 4;
    pub(in super::super) const TONGUE: u32 = 1 << 5;
    pub(in super::super) const INTO: u32 = 1 << 6;
    pub(in super::super) const AND: u32 = 1 << 7;
    pub(in super::super) const GENERIC: u32 = 1 << 8;
    pub(in super::super) const LEAD: u32 = 1 << 9;
    pub(in super::super) const THING: u32 = 1 << 10;
    pub(in super::super) const PAPER: u32 = 1 << 11;
    pub(in super::super) const CARRIER: u32 = 1 << 12;
    pub(in super::super) const COUNTY: u32 = 1 << 13;
    pub(in super::super) const PRONOUN: u32 = 1 << 14;
    pub(in super::super) const TOWARDS: u32 = 1 << 15;
    pub(in super::super) const PARTY: u32 = 1 << 16;
    pub(in super::super) const OF: u32 = 1 << 17;
    pub(in super::super) const SHIP: u32 = 1 << 19;
    pub(in super::super) const STREET: u32 = 1 << 20;
    pub(in super::super) const WAY: u32 = 1 << 21;
    pub(in super::super) const PEER: u32 = 1 << 22;
    pub(in super::super) const LEADER: u32 = 1 << 23;
    pub(in super::super) const WHERE: u32 = 1 << 24;
    // Bit 18 is "office": such a word is known, and no surname.
    /// In the order of their bits.
    pub(in super::super) const NAMES: [&str; 25] = [
        "given", "surname", "title", "currency", "language", "tongue", "into", "and", "generic", "lead",
        "thing", "paper", "carrier", "county", "pronoun", "towards", "party", "of", "office", "ship",
        "street", "way", "peer", "leader", "where",
    ];
}

/// The hash (FNV-1a) by which a folded word is found.
#[inline(always)]
pub(super) fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of no byte.
pub(super) const HASH_SEED: u32 = 0x811c_9dc5;

fn hash(word: &[u8]) -> u32 {
    word.iter().fold(HASH_SEED, |hash, byte| hash_step(hash, *byte))
}

/// A word: where its bytes stand, and what is known of it.
#[derive(Clone, Copy, Default)]
struct Word {
    at: u32,
    len: u8,
    classes: u32,
    start: Node,
}

/// The words. Index 0 stands for no word.
pub(super) struct Lexicon {
    bytes: Vec<u8>,
    words: Vec<Word>,
    /// Word ids by hash, a power of two of them and at most half in use; 0 is free.
    slots: Vec<WordId>,
    /// A bit for each word's hash.
    seen: Vec<u64>,
}

impl Lexicon {
    /// Slots to begin with.
    const SLOTS: usize = 1 << 14;
    /// Bits of the filter: one in ten or so is set by the English and Spanish table.
    const BITS: usize = 1 << 17;

    pub(super) fn new() -> Lexicon {
        let words = vec![Word::default()];
        Lexicon { bytes: Vec::new(), words, slots: vec![0; Self::SLOTS], seen: vec![0; Self::BITS / 64] }
    }

    /// The word with these folded bytes, in either case, and this hash of them in lower case; 0 for none.
    #[inline(always)]
    pub(super) fn find(&self, folded: &[u8], hash: u32) -> WordId {
        let bit = filter_bit(hash);
        if self.seen.get(bit / 64).is_none_or(|bits| bits >> (bit % 64) & 1 == 0) {
            return 0;
        }
        self.slot(folded, hash).unwrap_or(0)
    }

    /// The word's index, or the free slot where it would stand.
    fn slot(&self, folded: &[u8], hash: u32) -> Result<WordId, usize> {
        let mask = self.slots.len() - 1;
        let mut at = spread(hash) & mask;
        loop {
            match self.slots.get(at) {
                None | Some(0) => return Err(at),
                Some(id) if self.text(*id).eq_ignore_ascii_case(folded) => return Ok(*id),
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    #[inline(always)]
    fn word(&self, id: WordId) -> Option<&Word> {
        self.words.get(id as usize)
    }

    fn text(&self, id: WordId) -> &[u8] {
        let word = self.word(id).copied().unwrap_or_default();
        let start = word.at as usize;
        self.bytes.get(start..start + usize::from(word.len)).unwrap_or_default()
    }

    /// The index of a folded word, which is added where it is new; its end may be given apart.
    pub(super) fn intern(&mut self, stem: &str, ending: &str) -> WordId {
        let mut word = Vec::with_capacity(stem.len() + ending.len());
        word.extend_from_slice(stem.as_bytes());
        word.extend_from_slice(ending.as_bytes());
        let Ok(len) = u8::try_from(word.len()) else { return 0 };
        let hash = hash(&word);
        self.slot(&word, hash).unwrap_or_else(|free| {
            let id = self.words.len() as WordId;
            self.words.push(Word { at: self.bytes.len() as u32, len, ..Word::default() });
            self.bytes.append(&mut word);
            self.put(free, id, hash);
            id
        })
    }

    fn put(&mut self, free: usize, id: WordId, hash: u32) {
        let bit = filter_bit(hash);
        if let Some(bits) = self.seen.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
        if let Some(slot) = self.slots.get_mut(free) {
            *slot = id;
        }
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for id in 1..self.words.len() as WordId {
            let word = self.text(id);
            if let Err(free) = self.slot(word, hash(word))
                && let Some(slot) = self.slots.get_mut(free)
            {
                *slot = id;
            }
        }
    }

    /// Puts a word into classes.
    pub(super) fn classify(&mut self, text: &str, classes: u32) {
        let id = self.intern(text, "");
        if let Some(word) = self.words.get_mut(id as usize) {
            word.classes |= classes;
        }
    }

    /// The classes of a word.
    #[inline(always)]
    pub(super) fn classes(&self, id: WordId) -> u32 {
        self.word(id).map_or(0, |word| word.classes)
    }

    /// The node of the tree that a name beginning with this word stands under; 0 for none.
    #[inline(always)]
    pub(super) fn start(&self, id: WordId) -> Node {
        self.word(id).map_or(0, |word| word.start)
    }

    /// Sets that node.
    pub(super) fn begin(&mut self, id: WordId, node: Node) {
        if let Some(word) = self.words.get_mut(id as usize) {
            word.start = node;
        }
    }
}

/// FNV's low bits are its weakest.
fn spread(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize
}

#[inline(always)]
fn filter_bit(hash: u32) -> usize {
    (hash ^ hash >> 17) as usize & (Lexicon::BITS - 1)
}

#[cfg(test)]
mod tests {
    use super::{HASH_SEED, Lexicon, hash_step};

    #[test]
    fn every_word_is_found_in_either_case_and_no_other() {
        let mut lexicon = Lexicon::new();
        let words: Vec<String> = (0..40_000).map(|number| format!("w{number}")).collect();
        let ids: Vec<u32> = words.iter().map(|word| lexicon.intern(word, "")).collect();
        let find = |word: &str| {
            let hash = word.bytes().fold(HASH_SEED, |hash, byte| hash_step(hash, byte.to_ascii_lowercase()));
            lexicon.find(word.as_bytes(), hash)
        };
        for (word, id) in words.iter().zip(ids) {
            assert_eq!((find(word), find(&word.to_uppercase())), (id, id));
        }
        assert_eq!((find("w"), find("w40000"), find("")), (0, 0, 0));
    }

    #[test]
    fn a_word_in_two_parts_is_the_word() {
        let mut lexicon = Lexicon::new();
        assert_eq!(lexicon.intern("cuban", "os"), lexicon.intern("cubanos", ""));
    }
}
