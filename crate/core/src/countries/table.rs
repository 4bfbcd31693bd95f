//! The gazetteer in memory: a lexicon of words, found by hash, and a tree of names whose branches are words.
//!
//! Takes what `read` finds in the table, gives words, nodes and entries. Does not look at any report's text.

use std::sync::OnceLock;

use super::context::Ambiguity;
use super::ending::stem_and_endings;
use super::token::{hash, hash_on};
use crate::model::{CountryCode, MentionKind};

/// Index of a word in the lexicon.
pub(super) type WordId = u16;
/// Index of a node in the tree of names; 0 is no node.
pub(super) type Node = u16;

/// Classes of words that the rules ask for, as bits.
pub(super) mod class {
    pub(in super::super) const GIVEN: u16 = 1;
    pub(in super::super) const SURNAME: u16 = 1 << 1;
    pub(in super::super) const TITLE: u16 = 1 << 2;
    pub(in super::super) const CURRENCY: u16 = 1 << 3;
    pub(in super::super) const LANGUAGE: u16 = 1 << 4;
    pub(in super::super) const TONGUE: u16 = 1 << 5;
    pub(in super::super) const INTO: u16 = 1 << 6;
    pub(in super::super) const AND: u16 = 1 << 7;
    pub(in super::super) const GENERIC: u16 = 1 << 8;
    /// In the order of their bits.
    pub(in super::super) const NAMES: [&str; 9] =
        ["given", "surname", "title", "currency", "language", "tongue", "into", "and", "generic"];
}

/// How an entry must be written to count, as bits, and what rules look at it.
pub(super) mod flag {
    pub(in super::super) const PERSON: u16 = 1;
    pub(in super::super) const LANGUAGE: u16 = 1 << 1;
    pub(in super::super) const LOWER: u16 = 1 << 2;
    pub(in super::super) const HEADING: u16 = 1 << 3;
    pub(in super::super) const PREFIX: u16 = 1 << 4;
    pub(in super::super) const PLAIN: u16 = 1 << 5;
    // Bit 6 is "e", accented: told by the entry's spelling.
    /// In the order of their bits.
    pub(in super::super) const LETTERS: &str = "plshxie";
}

/// What a row of the table says of its phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// They name a country.
    Country(CountryCode, MentionKind),
    /// They hold a country's word and name none.
    Nothing,
    /// They tell which place an ambiguous word means: an index into the cues.
    Cue(u16),
}

/// One row: a sense and how it must be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) sense: Sense,
    pub(super) flags: u16,
    /// 0, or the ambiguity that the word belongs to.
    pub(super) group: u16,
    /// In lower case, where accents matter.
    pub(super) spelling: Option<&'static str>,
}

/// A word of the table, in two parts that the table has apart.
struct Word {
    stem: &'static str,
    ending: &'static str,
    start: Node,
    classes: u16,
}

impl Word {
    /// Whether it has these bytes, in either case.
    fn is(&self, folded: &[u8]) -> bool {
        folded.split_at_checked(self.stem.len()).is_some_and(|(stem, ending)| {
            self.stem.as_bytes().eq_ignore_ascii_case(stem)
                && self.ending.as_bytes().eq_ignore_ascii_case(ending)
        })
    }
}

/// All words of the table, found by hash.
#[derive(Default)]
pub(super) struct Lexicon {
    words: Vec<Word>,
    slots: Vec<u16>,
    comma: Option<WordId>,
    ampersand: Option<WordId>,
}

impl Lexicon {
    /// Slots of the hash table: a power of two well above the number of words.
    const SLOTS: usize = 1 << 14;

    pub(super) fn comma(&self) -> Option<WordId> {
        self.comma
    }

    pub(super) fn ampersand(&self) -> Option<WordId> {
        self.ampersand
    }

    /// The word with these folded bytes, in either case, and this hash of them in lower case.
    pub(super) fn find(&self, folded: &[u8], hash: u32) -> Option<WordId> {
        self.slot(hash, |word| word.is(folded)).ok()
    }

    /// The word's index, or the free slot where it would stand.
    fn slot(&self, hash: u32, is: impl Fn(&Word) -> bool) -> Result<WordId, usize> {
        let mut at = hash as usize;
        loop {
            at &= Self::SLOTS - 1;
            let Some(id) = self.slots.get(at).copied().and_then(|slot| slot.checked_sub(1)) else {
                return Err(at);
            };
            if self.words.get(usize::from(id)).is_some_and(&is) {
                return Ok(id);
            }
            at += 1;
        }
    }

    /// The index of a word, which is added where it is new.
    fn intern(&mut self, stem: &'static str, ending: &'static str) -> WordId {
        let hash = hash_on(hash(stem.as_bytes()), ending.as_bytes());
        let bytes = || stem.bytes().chain(ending.bytes());
        match self.slot(hash, |word| word.stem.bytes().chain(word.ending.bytes()).eq(bytes())) {
            Ok(id) => id,
            Err(at) => {
                let id = self.words.len() as u16;
                self.words.push(Word { stem, ending, start: 0, classes: 0 });
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = id + 1;
                }
                id
            }
        }
    }

    /// Puts a word into classes.
    pub(super) fn classify(&mut self, text: &'static str, classes: u16) {
        let id = self.intern(text, "");
        if let Some(word) = self.words.get_mut(usize::from(id)) {
            word.classes |= classes;
        }
    }

    /// The classes of a word.
    pub(super) fn classes(&self, word: Option<WordId>) -> u16 {
        word.and_then(|id| self.words.get(usize::from(id))).map_or(0, |word| word.classes)
    }

    /// The node of the tree that a name beginning with this word stands under; 0 for none.
    pub(super) fn start(&self, word: Option<WordId>) -> Node {
        word.and_then(|id| self.words.get(usize::from(id))).map_or(0, |word| word.start)
    }
}

/// The whole table.
pub(super) struct Gazetteer {
    pub(super) lexicon: Lexicon,
    pub(super) ambiguity: Ambiguity,
    /// Sorted by code.
    pub(super) names: Vec<(CountryCode, &'static str)>,
    entries: Vec<Entry>,
    /// The tree of names; its first branch, "no node", is never reached.
    branches: Vec<Branch>,
}

/// A node of the tree, under the node of the words before.
#[derive(Clone, Copy, Debug, Default)]
struct Branch {
    /// The word that leads here.
    word: WordId,
    /// The first node below, 0 for none.
    below: Node,
    /// The next node under the same one, 0 for none.
    beside: Node,
    /// The entry that ends here, plus one; 0 for none.
    end: u16,
}

impl Gazetteer {
    /// One that knows only the comma and "&", which is read as "and".
    pub(super) fn empty() -> Gazetteer {
        let mut lexicon = Lexicon { slots: vec![0; Lexicon::SLOTS], ..Lexicon::default() };
        lexicon.comma = Some(lexicon.intern(",", ""));
        lexicon.ampersand = Some(lexicon.intern("and", ""));
        Gazetteer {
            lexicon,
            ambiguity: Ambiguity::default(),
            names: Vec::new(),
            entries: Vec::new(),
            branches: vec![Branch::default()],
        }
    }

    /// The table, read at the first call.
    pub(super) fn get() -> &'static Gazetteer {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(super::read::gazetteer)
    }

    /// The node after `node` and `word`.
    pub(super) fn step(&self, node: Node, word: Option<WordId>) -> Option<Node> {
        let word = word?;
        let mut next = self.branch(node)?.below;
        loop {
            match self.branch(next)? {
                branch if branch.word == word => return Some(next),
                branch => next = branch.beside,
            }
        }
    }

    /// The entry whose phrase ends at `node`.
    pub(super) fn entry(&self, node: Node) -> Option<&Entry> {
        let end = self.branch(node)?.end.checked_sub(1)?;
        self.entries.get(usize::from(end))
    }

    fn branch(&self, node: Node) -> Option<&Branch> {
        if node == 0 { None } else { self.branches.get(usize::from(node)) }
    }

    /// A new node behind `word`, under the node `above` where there is one.
    fn grow(&mut self, above: Node, word: WordId) -> Node {
        let node = self.branches.len() as Node;
        let mut branch = Branch { word, ..Branch::default() };
        if above == 0 {
            if let Some(word) = self.lexicon.words.get_mut(usize::from(word)) {
                word.start = node;
            }
        } else if let Some(above) = self.branches.get_mut(usize::from(above)) {
            branch.beside = std::mem::replace(&mut above.below, node);
        }
        self.branches.push(branch);
        node
    }

    /// Whether ids still fit their types, with room.
    #[cfg(test)]
    pub(super) fn has_room(&self) -> bool {
        let indices = self.branches.len().max(self.entries.len());
        indices < usize::from(u16::MAX) && self.lexicon.words.len() * 2 < Lexicon::SLOTS
    }

    /// The node of a phrase of folded words parted by blanks, made where it is not there; the last word has an ending.
    pub(super) fn node(&mut self, phrase: &'static str, ending: &'static str) -> Node {
        let (before, last) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
        let before = before.split(' ').filter(|word| !word.is_empty()).map(|word| (word, ""));
        let mut node = 0;
        for (word, ending) in before.chain([(last, ending)]) {
            let id = self.lexicon.intern(word, ending);
            let known =
                if node == 0 { Some(self.lexicon.start(Some(id))) } else { self.step(node, Some(id)) };
            node = known.filter(|next| *next != 0).unwrap_or_else(|| self.grow(node, id));
        }
        node
    }

    /// Puts `entry` at the end of each phrase, with all its endings; one with a spelling gets an entry of its own.
    pub(super) fn end_all(&mut self, phrases: &'static str, entry: Entry) {
        self.entries.push(entry);
        let end = self.entries.len();
        for phrase in phrases.split('|') {
            let (phrase, end) = match phrase.split_once('=') {
                None => (phrase, end),
                Some((folded, spelling)) => {
                    self.entries.push(Entry { spelling: Some(spelling), ..entry });
                    (folded, self.entries.len())
                }
            };
            let (stem, endings) = stem_and_endings(phrase);
            for ending in endings {
                let node = self.node(stem, ending);
                if let Some(branch) = self.branches.get_mut(usize::from(node)) {
                    branch.end = end as u16;
                }
            }
        }
    }
}
