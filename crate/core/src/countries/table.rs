//! The gazetteer: the generated table, read once into a lexicon of words and a tree of names.
//!
//! Takes the text of `table.txt` (written by `cargo xtask gazetteer`, described in its head), gives [`Gazetteer`]. A line
//! that cannot be read is left out, and a test holds the table to have none. Does not look at any report's text.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::context::Ambiguity;
use super::token::hash;
use crate::model::{CountryCode, MentionKind};

/// The generated table.
const TABLE: &str = include_str!("table.txt");

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
    pub(in super::super) const ACCENTED: u16 = 1 << 6;
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
}

/// A word of the table.
struct Word {
    text: &'static str,
    start: Node,
    classes: u16,
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

    /// The word with these folded bytes and this hash.
    pub(super) fn find(&self, folded: &[u8], hash: u32) -> Option<WordId> {
        self.slot(folded, hash).ok()
    }

    /// The word's index, or the free slot where it would stand.
    fn slot(&self, folded: &[u8], hash: u32) -> Result<WordId, usize> {
        let mut at = hash as usize;
        loop {
            at &= Self::SLOTS - 1;
            let Some(id) = self.slots.get(at).copied().and_then(|slot| slot.checked_sub(1)) else {
                return Err(at);
            };
            if self.words.get(usize::from(id)).is_some_and(|word| word.text.as_bytes() == folded) {
                return Ok(id);
            }
            at += 1;
        }
    }

    fn intern(&mut self, text: &'static str) -> WordId {
        match self.slot(text.as_bytes(), hash(text.as_bytes())) {
            Ok(id) => id,
            Err(at) => {
                let id = self.words.len() as u16;
                self.words.push(Word { text, start: 0, classes: 0 });
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = id + 1;
                }
                id
            }
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
    /// From a node and the next word to a node.
    steps: BTreeMap<(Node, WordId), Node>,
    /// For each node the entry that ends there, plus one.
    ends: Vec<u16>,
}

impl Gazetteer {
    /// The table, read at the first call.
    pub(super) fn get() -> &'static Gazetteer {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(|| Reader::read(TABLE).gazetteer)
    }

    /// The node after `node` and `word`.
    pub(super) fn step(&self, node: Node, word: Option<WordId>) -> Option<Node> {
        self.steps.get(&(node, word?)).copied()
    }

    /// The entry whose phrase ends at `node`.
    pub(super) fn entry(&self, node: Node) -> Option<&Entry> {
        let end = self.ends.get(usize::from(node))?.checked_sub(1)?;
        self.entries.get(usize::from(end))
    }

    fn new_node(&mut self) -> Node {
        self.ends.push(0);
        (self.ends.len() - 1) as Node
    }

    /// The node of a phrase of folded words parted by blanks, made where it is not there.
    fn node(&mut self, phrase: &'static str) -> Node {
        let mut node = 0;
        for word in phrase.split(' ') {
            let id = self.lexicon.intern(word);
            let known =
                if node == 0 { Some(self.lexicon.start(Some(id))) } else { self.step(node, Some(id)) };
            node = match known.filter(|next| *next != 0) {
                Some(next) => next,
                None => {
                    let next = self.new_node();
                    if node == 0 {
                        if let Some(word) = self.lexicon.words.get_mut(usize::from(id)) {
                            word.start = next;
                        }
                    } else {
                        self.steps.insert((node, id), next);
                    }
                    next
                }
            };
        }
        node
    }

    fn end_all(&mut self, phrases: &'static str, entry: Entry) {
        self.entries.push(entry);
        let end = self.entries.len() as u16;
        for phrase in phrases.split('|') {
            let node = self.node(phrase);
            if let Some(slot) = self.ends.get_mut(usize::from(node)) {
                *slot = end;
            }
        }
    }
}

/// What a row belongs to.
#[derive(Clone, Copy)]
enum Head {
    Nothing,
    Country(CountryCode),
    Ambiguous { group: u16 },
}

/// Reads the table's lines.
struct Reader {
    gazetteer: Gazetteer,
    head: Head,
    /// Lines that could not be read.
    unread: u32,
}

impl Reader {
    fn read(table: &'static str) -> Reader {
        let lexicon = Lexicon { slots: vec![0; Lexicon::SLOTS], ..Lexicon::default() };
        let gazetteer = Gazetteer {
            lexicon,
            ambiguity: Ambiguity::default(),
            names: Vec::new(),
            entries: Vec::new(),
            steps: BTreeMap::new(),
            ends: vec![0],
        };
        let mut reader = Reader { gazetteer, head: Head::Nothing, unread: 0 };
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if reader.line(line).is_none() {
                reader.unread += 1;
            }
        }
        let lexicon = &mut reader.gazetteer.lexicon;
        lexicon.comma = Some(lexicon.intern(","));
        lexicon.ampersand = Some(lexicon.intern("and"));
        reader
    }

    fn line(&mut self, line: &'static str) -> Option<()> {
        let (mark, rest) = line.split_once(' ')?;
        match mark {
            "=" => self.country(rest),
            "@" => self.ambiguous(rest),
            "%" => self.class(rest),
            _ => self.row(mark, rest),
        }
    }

    /// `= VE Venezuela`, or `= -` for phrases that name nothing.
    fn country(&mut self, rest: &'static str) -> Option<()> {
        self.head = match rest.split_once(' ') {
            None => Head::Nothing,
            Some((code, name)) => {
                let code = CountryCode::new(code)?;
                self.gazetteer.names.push((code, name));
                Head::Country(code)
            }
        };
        Some(())
    }

    /// `@ georgia GE`: the rows that follow belong to this ambiguity.
    fn ambiguous(&mut self, rest: &'static str) -> Option<()> {
        let (_, default) = rest.split_once(' ')?;
        let group = self.gazetteer.ambiguity.add_group(CountryCode::new(default));
        self.head = Head::Ambiguous { group };
        Some(())
    }

    /// `% given Adam Ben …`, folded.
    fn class(&mut self, rest: &'static str) -> Option<()> {
        let (name, words) = rest.split_once(' ')?;
        let bit = class::NAMES.iter().position(|known| *known == name)?;
        for word in words.split(' ') {
            let id = self.gazetteer.lexicon.intern(word);
            if let Some(word) = self.gazetteer.lexicon.words.get_mut(usize::from(id)) {
                word.classes |= 1 << bit;
            }
        }
        Some(())
    }

    /// `np chad|tchad`: a kind, flags, phrases.
    fn row(&mut self, mark: &'static str, phrases: &'static str) -> Option<()> {
        match (self.head, mark) {
            (Head::Ambiguous { group }, "w") => self.ambiguous_words(group, phrases),
            (Head::Ambiguous { group }, _) => self.cues(group, mark, phrases),
            (Head::Nothing, _) => {
                self.gazetteer.end_all(phrases, Entry { sense: Sense::Nothing, flags: 0, group: 0 });
                Some(())
            }
            (Head::Country(code), _) => {
                let mut letters = mark.chars();
                let sense = Sense::Country(code, kind(letters.next()?)?);
                let flags = letters.try_fold(0, |flags, letter| Some(flags | flag_bit(letter)?))?;
                self.gazetteer.end_all(phrases, Entry { sense, flags, group: 0 });
                Some(())
            }
        }
    }

    /// Puts words that the table knows, or that have no sense without a cue, into a group.
    fn ambiguous_words(&mut self, group: u16, phrases: &'static str) -> Option<()> {
        for phrase in phrases.split('|') {
            let node = self.gazetteer.node(phrase);
            let known = self.gazetteer.entry(node).copied();
            let sense = Sense::Country(CountryCode::from_bytes(*b"ZZ"), MentionKind::Name);
            let entry = Entry { group, ..known.unwrap_or(Entry { sense, flags: 0, group }) };
            self.gazetteer.end_all(phrase, entry);
        }
        Some(())
    }

    /// `q US+ atlanta|…`, `ql US+ runoff|…` (also in lower case), `k GE RU|AM` (any mention of these countries).
    fn cues(&mut self, group: u16, mark: &str, rest: &'static str) -> Option<()> {
        let (sense, words) = rest.split_once(' ')?;
        let region = sense.ends_with('+');
        let code = CountryCode::new(sense.trim_end_matches('+'))?;
        let cue = self.gazetteer.ambiguity.add_cue(group, code, region);
        if mark == "k" {
            for country in words.split('|') {
                self.gazetteer.ambiguity.add_country(CountryCode::new(country)?, cue);
            }
            return Some(());
        }
        let flags = if mark == "ql" { flag::LOWER } else { 0 };
        self.gazetteer.end_all(words, Entry { sense: Sense::Cue(cue), flags, group: 0 });
        Some(())
    }
}

fn kind(letter: char) -> Option<MentionKind> {
    Some(match letter {
        'n' => MentionKind::Name,
        'd' => MentionKind::Demonym,
        'a' => MentionKind::Abbreviation,
        'c' => MentionKind::City,
        'r' => MentionKind::Region,
        'i' => MentionKind::Institution,
        'p' => MentionKind::Person,
        _ => return None,
    })
}

fn flag_bit(letter: char) -> Option<u16> {
    flag::LETTERS.chars().position(|known| known == letter).map(|bit| 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let reader = Reader::read(TABLE);
        assert_eq!(reader.unread, 0);
        assert_eq!(reader.gazetteer.names.len(), 250, "ISO 3166-1 and Kosovo");
        assert!(reader.gazetteer.names.is_sorted());
    }

    #[test]
    fn indices_fit_and_the_hash_table_is_half_empty() {
        let gazetteer = Gazetteer::get();
        assert!(gazetteer.ends.len() < usize::from(u16::MAX));
        assert!(gazetteer.entries.len() < usize::from(u16::MAX));
        assert!(gazetteer.lexicon.words.len() * 2 < Lexicon::SLOTS);
    }

    #[test]
    fn a_broken_line_is_left_out() {
        let reader = Reader::read("= VE Venezuela\nn venezuela\nz what\nalone\n% nobody here\n");
        assert_eq!(reader.unread, 3);
        assert_eq!(reader.gazetteer.names.len(), 1);
    }
}
