//! The gazetteer: what each name means, and how it must be written.
//!
//! Takes a table's rows from `read`, gives entries at the nodes of the tree of names. A name that means several places
//! has a chain of entries. Does not look at any report's text: that is `scan`.

use super::context::Ambiguity;
use super::ending::stem_and_endings;
use super::lexicon::{Lexicon, Node, WordId};
use super::term::Terms;
use super::tree::Tree;
use crate::lower::small;
use crate::model::{CountryCode, MentionKind};

/// How an entry must be written to count, as bits, and what rules look at it.
pub(super) mod flag {
    pub(in super::super) const PERSON: u16 = 1;
    pub(in super::super) const LANGUAGE: u16 = 1 << 1;
    pub(in super::super) const LOWER: u16 = 1 << 2;
    pub(in super::super) const HEADING: u16 = 1 << 3;
    pub(in super::super) const PREFIX: u16 = 1 << 4;
    pub(in super::super) const PLAIN: u16 = 1 << 5;
    // Bit 6 is "e", accented: told by the entry's spelling.
    pub(in super::super) const OTHER: u16 = 1 << 7;
    pub(in super::super) const TAIL: u16 = 1 << 8;
    pub(in super::super) const UPPER: u16 = 1 << 9;
    pub(in super::super) const TITLED: u16 = 1 << 10;
    /// In the order of their bits.
    pub(in super::super) const LETTERS: &str = "plshxieotuy";
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

/// Index of an entry; 0 is none.
pub(super) type EntryId = u32;

/// One meaning of a name, and how it must be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) sense: Sense,
    pub(super) flags: u16,
    /// 0, or the ambiguity that the word belongs to.
    pub(super) group: u16,
    /// 0, or the spelling that it must have.
    spelling: u16,
    /// 0, or the terms of office of a person.
    pub(super) terms: u16,
    /// The next meaning of the same name.
    next: EntryId,
}

impl Entry {
    pub(super) fn new(sense: Sense, flags: u16) -> Entry {
        Entry { sense, flags, group: 0, spelling: 0, terms: 0, next: 0 }
    }
}

/// Names of countries and of what stands for them, ready to be looked for.
///
/// The built-in one knows English and Spanish ([`Gazetteer::built_in`]); packs add the names of other languages.
///
/// ```
/// use dateline_core::countries::{Gazetteer, Setting};
///
/// let mut gazetteer = Gazetteer::built_in();
/// assert!(gazetteer.mentions("Deutschland", Setting::default()).is_empty());
/// gazetteer.add("= DE\nn deutschland\n");
/// assert_eq!(gazetteer.mentions("Deutschland", Setting::default()).len(), 1);
/// ```
pub struct Gazetteer {
    pub(super) lexicon: Lexicon,
    pub(super) ambiguity: Ambiguity,
    pub(super) terms: Terms,
    pub(super) comma: WordId,
    pub(super) ampersand: WordId,
    tree: Tree,
    entries: Vec<Entry>,
    spellings: Vec<String>,
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gazetteer")
    }
}

impl Gazetteer {
    /// One that knows only the comma and "&", which is read as "and".
    pub fn empty() -> Gazetteer {
        let mut lexicon = Lexicon::new();
        Gazetteer {
            comma: lexicon.intern(",", ""),
            ampersand: lexicon.intern("and", ""),
            lexicon,
            ambiguity: Ambiguity::default(),
            terms: Terms::default(),
            tree: Tree::new(),
            entries: vec![Entry::new(Sense::Nothing, 0)],
            spellings: vec![String::new()],
        }
    }

    /// Whether no name was added yet.
    pub fn is_empty(&self) -> bool {
        self.entries.len() == 1
    }

    /// The node after `node` by `word`; 0 for none.
    pub(super) fn step(&self, node: Node, word: WordId) -> Node {
        self.tree.step(node, word)
    }

    /// The meanings of the name that ends at `node`, the first one first.
    pub(super) fn meanings(&self, node: Node) -> Meanings<'_> {
        Meanings { gazetteer: self, next: self.tree.end(node) }
    }

    /// The meanings from `entry` on.
    pub(super) fn meanings_from(&self, entry: EntryId) -> Meanings<'_> {
        Meanings { gazetteer: self, next: entry }
    }

    /// Whether the phrase is written as the entry asks, where it asks for one spelling.
    pub(super) fn is_spelled(&self, entry: &Entry, phrase: &str) -> bool {
        entry.spelling == 0
            || self
                .spellings
                .get(usize::from(entry.spelling))
                .is_some_and(|spelling| phrase.chars().map(small).eq(spelling.chars()))
    }

    /// The node of a phrase of folded words parted by blanks, made where it is not there; the last word has an ending.
    fn node(&mut self, phrase: &str, ending: &str) -> Node {
        let (before, last) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
        let mut node = 0;
        for word in before.split(' ').filter(|word| !word.is_empty()) {
            node = self.grow(node, word, "");
        }
        self.grow(node, last, ending)
    }

    fn grow(&mut self, node: Node, word: &str, ending: &str) -> Node {
        let word = self.lexicon.intern(word, ending);
        if node != 0 {
            return self.tree.grow(node, word);
        }
        let known = self.lexicon.start(word);
        if known != 0 {
            return known;
        }
        let node = self.tree.node();
        self.lexicon.begin(word, node);
        node
    }

    /// Gives each phrase a meaning, with all its endings; `how` says what happens to a name that has one.
    pub(super) fn end_all(&mut self, phrases: &str, entry: Entry, how: Add) {
        for phrase in phrases.split('|') {
            let (phrase, entry) = match phrase.split_once('=') {
                None => (phrase, entry),
                Some((folded, spelling)) => {
                    self.spellings.push(spelling.to_owned());
                    (folded, Entry { spelling: (self.spellings.len() - 1) as u16, ..entry })
                }
            };
            let (stem, endings) = stem_and_endings(phrase);
            for ending in endings {
                let node = self.node(stem, ending);
                self.end(node, entry, how);
            }
        }
    }

    fn end(&mut self, node: Node, entry: Entry, how: Add) {
        let known = self.tree.end(node);
        match how {
            Add::UnlessKnown if known != 0 => {}
            // A meaning that needs a context stands behind one that needs none.
            _ if entry.flags & flag::OTHER != 0 && known != 0 => {
                let next = self.entries.get(known as usize).map_or(0, |first| first.next);
                let id = self.push(Entry { next, ..entry });
                if let Some(first) = self.entries.get_mut(known as usize) {
                    first.next = id;
                }
            }
            _ => {
                let id = self.push(Entry { next: known, ..entry });
                self.tree.set_end(node, id);
            }
        }
    }

    fn push(&mut self, entry: Entry) -> EntryId {
        self.entries.push(entry);
        (self.entries.len() - 1) as EntryId
    }

    /// Puts a phrase into a group of ambiguous words, whether the table knows it or not.
    pub(super) fn join(&mut self, phrase: &str, group: u16) {
        let (stem, endings) = stem_and_endings(phrase);
        for ending in endings {
            let node = self.node(stem, ending);
            match self.entries.get_mut(self.tree.end(node) as usize) {
                Some(entry) if self.tree.end(node) != 0 => entry.group = group,
                _ => {
                    let sense = Sense::Country(CountryCode::UNKNOWN, MentionKind::Name);
                    let id = self.push(Entry { group, ..Entry::new(sense, 0) });
                    self.tree.set_end(node, id);
                }
            }
        }
    }
}

/// What happens where a name has a meaning already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Add {
    /// It gets one more.
    Always,
    /// It keeps what it has: names of other languages do not change those of the first.
    UnlessKnown,
}

/// The meanings of one name.
#[derive(Clone)]
pub(super) struct Meanings<'g> {
    gazetteer: &'g Gazetteer,
    next: EntryId,
}

impl Meanings<'_> {
    /// Where the next meaning stands.
    pub(super) fn at(&self) -> EntryId {
        self.next
    }
}

impl<'g> Iterator for Meanings<'g> {
    type Item = &'g Entry;

    fn next(&mut self) -> Option<&'g Entry> {
        let entry = self.gazetteer.entries.get(self.next as usize).filter(|_| self.next != 0)?;
        self.next = entry.next;
        Some(entry)
    }
}
