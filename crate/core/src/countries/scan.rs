//! The walk over a text: at each word the longest name of the gazetteer, then the rules, and at the end the choice
//! between places of one name.
//!
//! Takes text and gazetteer, gives mentions. Each word starts at most one walk down the tree of names, and no walk is
//! longer than the longest name (a dozen words); the rules look at a bounded number of neighbours, and a line's case is
//! found once a line. So the time is linear in the text, whatever the text.

use super::choice::{Found, Gathered, Open};
use super::gazetteer::{Entry, EntryId, Gazetteer, Meanings, Sense, flag};
use super::lexicon::{HASH_SEED, WordId, class, hash_step};
use super::rules::{Candidate, Lines, Verdict};
use super::token::{Gap, Shape, Token, Words};
use super::{Setting, county};
use crate::model::{CountryMention, MentionKind, Span};

/// The most letters of an acronym with full stops.
const LONGEST_ACRONYM: usize = 6;

/// So many persons with a place's name are remembered in one text.
const MOST_PERSONS: usize = 16;

/// A name of the gazetteer as it stands in the text.
struct Hit<'t> {
    meanings: Meanings<'t>,
    writing: Writing,
    /// Its end, with the full stop of "U.S.".
    end: usize,
    last: Token,
    words: usize,
    ahead: Words<'t>,
}

/// How the words of a name are written, taken together.
#[derive(Clone, Copy, Default)]
struct Writing {
    first_capital: bool,
    any_capital: bool,
    generic_first: bool,
    hashtag: bool,
    shape: Shape,
}

impl Writing {
    fn add(&mut self, token: &Token) {
        self.any_capital |= token.is_capital();
        self.shape.add(token.shape);
    }

    /// Whether a name of this entry may be written so.
    fn suits(&self, entry: &Entry) -> bool {
        let lower = self.shape.has(Shape::LOWER);
        if entry.flags & flag::PLAIN != 0 && self.shape.has(Shape::ACCENTED)
            || entry.flags & flag::UPPER != 0 && lower
        {
            return false;
        }
        let capital = self.first_capital || self.any_capital && self.generic_first || self.hashtag;
        match entry.sense {
            Sense::Nothing => true,
            Sense::Country(_, MentionKind::Abbreviation) => self.first_capital && !lower,
            Sense::Cue(_) | Sense::Country(..) => capital || entry.flags & flag::LOWER != 0,
        }
    }
}

/// Every mention of a country in `text`.
pub(super) fn scan(text: &str, gazetteer: &Gazetteer, setting: Setting) -> Vec<CountryMention> {
    let mut walk = Walk {
        text,
        gazetteer,
        setting,
        words: Words::new(text),
        before: [None; 2],
        lines: Lines::default(),
        language_end: None,
        persons: Vec::new(),
        gathered: Gathered::default(),
    };
    while let Some(token) = walk.words.next(gazetteer) {
        // Nearly all words begin no name: they are only passed by.
        let begins = gazetteer.lexicon.start(token.word) != 0;
        if begins || token.is_initial() || gazetteer.lexicon.classes(token.word) & class::COUNTY != 0 {
            walk.at(token);
        } else {
            walk.pass(token);
        }
    }
    walk.gathered.settle(text, gazetteer, setting)
}

struct Walk<'t> {
    text: &'t str,
    gazetteer: &'t Gazetteer,
    setting: Setting<'t>,
    words: Words<'t>,
    /// The two tokens before this one, the nearer first.
    before: [Option<Token>; 2],
    lines: Lines,
    /// Where the last name ends that was a language's.
    language_end: Option<usize>,
    /// Words that were persons' names.
    persons: Vec<WordId>,
    gathered: Gathered,
}

impl<'t> Walk<'t> {
    fn at(&mut self, token: Token) {
        let Some(hit) = self.longest(&token).or_else(|| self.acronym(&token)) else {
            county::see(&mut self.gathered, self.gazetteer, self.before[0], &token);
            return self.pass(token);
        };
        let mut settled = false;
        let mut meanings = hit.meanings.clone();
        loop {
            let at = meanings.at();
            let Some(entry) = meanings.next() else { break };
            match entry.sense {
                Sense::Cue(cue) if hit.writing.suits(entry) => self.gathered.cues.push((token.start, cue)),
                Sense::Country(code, kind) if !settled && hit.writing.suits(entry) => {
                    let span = Span { start: token.start, end: hit.end };
                    let counts = self.judge(
                        &token,
                        &hit,
                        (at, entry),
                        CountryMention { code, kind, span, rule: None },
                    );
                    // The places of one name are chosen between at the end; of its persons the first who was in office counts.
                    settled = counts || kind != MentionKind::Person;
                }
                _ => {}
            }
        }
        self.words = hit.ahead;
        self.pass(hit.last);
    }

    fn pass(&mut self, token: Token) {
        self.before = [Some(token), self.before[0]];
    }

    /// The longest name that begins with `token` and is written as it must be.
    fn longest(&self, token: &Token) -> Option<Hit<'t>> {
        let mut node = self.gazetteer.lexicon.start(token.word);
        if node == 0 {
            return None;
        }
        let mut writing = Writing {
            first_capital: token.is_capital(),
            generic_first: self.gazetteer.lexicon.classes(token.word) & class::GENERIC != 0,
            hashtag: self.text.as_bytes().get(..token.start).is_some_and(|before| before.ends_with(b"#")),
            ..Writing::default()
        };
        writing.add(token);
        let (mut ahead, mut last, mut words, mut best) = (self.words, *token, 1, None);
        loop {
            let meanings = self.gazetteer.meanings(node);
            if meanings.at() != 0 {
                let phrase = self.text.get(token.start..last.end).unwrap_or_default();
                let fits = |entry: &Entry| writing.suits(entry) && self.gazetteer.is_spelled(entry, phrase);
                if meanings.clone().any(fits) {
                    best = Some(self.hit(meanings, writing, last, words, ahead));
                }
            }
            let Some(next) = ahead.next(self.gazetteer).filter(|next| next.gap != Gap::Break) else {
                return best;
            };
            node = self.gazetteer.step(node, next.word);
            if node == 0 {
                return best;
            }
            writing.add(&next);
            (last, words) = (next, words + 1);
        }
    }

    /// A hit that ends at `last`, or behind the sign that closes it: "U.S.", "Falkland Islands (Malvinas)".
    fn hit(
        &self,
        meanings: Meanings<'t>,
        writing: Writing,
        last: Token,
        words: usize,
        mut ahead: Words<'t>,
    ) -> Hit<'t> {
        let abbreviation =
            |entry: &Entry| matches!(entry.sense, Sense::Country(_, MentionKind::Abbreviation));
        let tail = |entry: &Entry| entry.flags & flag::TAIL != 0;
        let closed = match last.gap {
            _ if meanings.clone().any(tail) => b'.',
            Gap::Dot if words > 1 && meanings.clone().any(abbreviation) => b'.',
            Gap::Bracket if words > 1 => b')',
            _ => 0,
        };
        let end = last.end + usize::from(self.text.as_bytes().get(last.end) == Some(&closed));
        ahead.skip_to(end);
        Hit { meanings, writing, end, last, words, ahead }
    }

    /// An acronym with full stops, which the gazetteer has without: "C.I.A.", "N.Y.".
    fn acronym(&self, token: &Token) -> Option<Hit<'t>> {
        let bytes = self.text.as_bytes();
        let (mut letters, mut hash, mut at) = (Vec::new(), HASH_SEED, token.start);
        while let (Some(letter), true) = (bytes.get(at), letters.len() < LONGEST_ACRONYM) {
            if !letter.is_ascii_uppercase() || bytes.get(at + 1) != Some(&b'.') {
                break;
            }
            letters.push(letter.to_ascii_lowercase());
            hash = hash_step(hash, letter.to_ascii_lowercase());
            at += 2;
        }
        if letters.len() < 2 {
            return None;
        }
        let node = self.gazetteer.lexicon.start(self.gazetteer.lexicon.find(&letters, hash));
        let writing =
            Writing { first_capital: true, any_capital: true, shape: Shape::CAPITAL, ..Writing::default() };
        let meanings = self.gazetteer.meanings(node);
        let is_short = |entry: &Entry| {
            let kinds = [MentionKind::Abbreviation, MentionKind::Institution, MentionKind::Region];
            matches!(entry.sense, Sense::Country(_, kind) if kinds.contains(&kind)) && writing.suits(entry)
        };
        if !meanings.clone().any(is_short) {
            return None;
        }
        let mut ahead = self.words;
        ahead.skip_to(at);
        let last = Token { end: at - 1, ..*token };
        Some(Hit { meanings, writing, end: at, last, words: letters.len(), ahead })
    }

    /// Asks the rules about a phrase that names a country, and keeps it or not; whether it was kept.
    fn judge(
        &mut self,
        first: &Token,
        hit: &Hit<'t>,
        (at, entry): (EntryId, &'t Entry),
        mut mention: CountryMention,
    ) -> bool {
        let candidate = Candidate {
            text: self.text,
            gazetteer: self.gazetteer,
            day: self.setting.day,
            entry,
            kind: mention.kind,
            span: mention.span,
            word: first.word,
            words: hit.words,
            gap: first.gap,
            before: self.before,
            after: hit.ahead,
            language_end: self.language_end,
        };
        let verdict = candidate.verdict(&mut self.lines, &self.persons);
        match verdict {
            Verdict::Counts(rule) => {
                mention.rule = rule;
                let open = if entry.group > 0 {
                    Open::Group(entry.group)
                } else if mention.kind != MentionKind::Person
                    && (entry.flags & flag::OTHER != 0 || self.has_more(at))
                {
                    Open::Meaning(at)
                } else {
                    Open::No
                };
                self.gathered.found.push(Found { mention, open });
            }
            Verdict::Surname if self.persons.len() < MOST_PERSONS => self.persons.push(first.word),
            Verdict::Surname => {}
            Verdict::Language => self.language_end = Some(hit.last.end),
            Verdict::Refused => {}
        }
        matches!(verdict, Verdict::Counts(_))
    }

    /// Whether a name means more than one place.
    fn has_more(&self, entry: EntryId) -> bool {
        let mut meanings = self.gazetteer.meanings_from(entry).skip(1);
        meanings.any(|entry| matches!(entry.sense, Sense::Country(..)))
    }
}
