//! The walk over a text: at each word the longest phrase of the table, then the rules, then the context.
//!
//! Takes text and the gazetteer, gives mentions. Each word starts at most one walk down the tree of names, and no walk is
//! longer than the longest name (a dozen words); the rules look at a bounded number of neighbours, and a line's case is
//! found once a line. So the time is linear in the text, whatever the text.

use super::context::Context;
use super::rules::{self, Candidate, Lines, Verdict};
use super::table::{Entry, Gazetteer, Sense, class, flag};
use super::token::{Gap, Token, Words};
use crate::model::{CountryMention, MentionKind, Span};

/// A phrase of the table as it stands in the text.
struct Hit<'t> {
    entry: Entry,
    /// Its end, with the full stop of "U.S.".
    end: usize,
    last: Token,
    words: usize,
    ahead: Words<'t>,
}

/// How the words of a phrase are written, taken together.
#[derive(Clone, Copy, Default)]
struct Writing {
    first_capital: bool,
    any_capital: bool,
    generic_first: bool,
    lower: bool,
    accented: bool,
}

impl Writing {
    fn begin(token: &Token, gazetteer: &Gazetteer) -> Self {
        let generic_first = gazetteer.lexicon.classes(token.word) & class::GENERIC != 0;
        let mut writing = Writing { first_capital: token.shape.capital, generic_first, ..Writing::default() };
        writing.add(token);
        writing
    }

    fn add(&mut self, token: &Token) {
        self.any_capital |= token.shape.capital;
        self.lower |= token.shape.lower;
        self.accented |= token.shape.accented;
    }

    /// Whether a phrase of this entry may be written so; `phrase` is its text.
    fn suits(&self, entry: &Entry, phrase: &str, hashtag: bool) -> bool {
        let other = |spelling: &str| !phrase.chars().flat_map(char::to_lowercase).eq(spelling.chars());
        if entry.flags & flag::PLAIN != 0 && self.accented || entry.spelling.is_some_and(other) {
            return false;
        }
        let capital = self.first_capital || self.any_capital && self.generic_first || hashtag;
        match entry.sense {
            Sense::Nothing => true,
            Sense::Country(_, MentionKind::Abbreviation) => self.first_capital && !self.lower,
            Sense::Cue(_) | Sense::Country(..) => capital || entry.flags & flag::LOWER != 0,
        }
    }
}

/// Every mention of a country in `text`.
pub(super) fn scan(text: &str, gazetteer: &Gazetteer) -> Vec<CountryMention> {
    let mut walk = Walk {
        text,
        gazetteer,
        words: Words::new(text),
        before: [None; 2],
        lines: Lines::default(),
        language_end: None,
        found: Vec::new(),
        context: Context::default(),
    };
    while let Some(token) = walk.words.next(&gazetteer.lexicon) {
        walk.at(token);
    }
    walk.context.settle(&mut walk.found, &gazetteer.ambiguity);
    walk.found
}

struct Walk<'t> {
    text: &'t str,
    gazetteer: &'t Gazetteer,
    words: Words<'t>,
    /// The two tokens before this one, the nearer first.
    before: [Option<Token>; 2],
    lines: Lines,
    /// Where the last phrase ends that was a language's name.
    language_end: Option<usize>,
    found: Vec<CountryMention>,
    context: Context,
}

impl<'t> Walk<'t> {
    fn at(&mut self, token: Token) {
        let Some(hit) = self.longest(&token) else {
            return self.pass(token);
        };
        match hit.entry.sense {
            Sense::Nothing => {}
            Sense::Cue(cue) => self.context.cue(token.start, cue),
            Sense::Country(code, kind) => {
                self.judge(&token, &hit, CountryMention { code, kind, span: Span::default() });
            }
        }
        self.words = hit.ahead;
        self.pass(hit.last);
    }

    fn pass(&mut self, token: Token) {
        self.before = [Some(token), self.before[0]];
    }

    /// The longest phrase of the table that begins with `token` and is written as it must be.
    fn longest(&self, token: &Token) -> Option<Hit<'t>> {
        let mut node = self.gazetteer.lexicon.start(token.word);
        if node == 0 {
            return None;
        }
        let hashtag = self.text.as_bytes().get(..token.start).is_some_and(|before| before.ends_with(b"#"));
        let mut writing = Writing::begin(token, self.gazetteer);
        let (mut ahead, mut last, mut words, mut best) = (self.words, *token, 1, None);
        loop {
            let phrase = self.text.get(token.start..last.end).unwrap_or_default();
            if let Some(entry) =
                self.gazetteer.entry(node).filter(|entry| writing.suits(entry, phrase, hashtag))
            {
                best = Some(self.hit(*entry, last, words, ahead));
            }
            let next = ahead.next(&self.gazetteer.lexicon).filter(|next| next.gap != Gap::Break);
            let Some((next, child)) =
                next.and_then(|next| Some((next, self.gazetteer.step(node, next.word)?)))
            else {
                return best;
            };
            writing.add(&next);
            (node, last, words) = (child, next, words + 1);
        }
    }

    /// Asks the rules about a phrase that names a country, and keeps it or not.
    fn judge(&mut self, first: &Token, hit: &Hit<'t>, mut mention: CountryMention) {
        mention.span = Span { start: first.start, end: hit.end };
        let candidate = Candidate {
            text: self.text,
            gazetteer: self.gazetteer,
            entry: &hit.entry,
            kind: mention.kind,
            span: mention.span,
            words: hit.words,
            gap: first.gap,
            before: self.before,
            after: hit.ahead,
            language_end: self.language_end,
        };
        match rules::verdict(&candidate, &mut self.lines) {
            Verdict::Counts => {
                self.context.mention(self.found.len(), &mention, &hit.entry, &self.gazetteer.ambiguity);
                self.found.push(mention);
            }
            Verdict::Language => self.language_end = Some(hit.last.end),
            Verdict::Refused => {}
        }
    }

    /// A hit that ends at `last`, or behind the sign that closes it: "U.S.", "Falkland Islands (Malvinas)".
    fn hit(&self, entry: Entry, last: Token, words: usize, mut ahead: Words<'t>) -> Hit<'t> {
        let closed = match (last.gap, entry.sense) {
            (Gap::Dot, Sense::Country(_, MentionKind::Abbreviation)) => b'.',
            (Gap::Bracket, _) => b')',
            _ => 0,
        };
        let follows = words > 1 && self.text.as_bytes().get(last.end) == Some(&closed);
        let end = last.end + usize::from(follows);
        ahead.skip_to(end);
        Hit { entry, end, last, words, ahead }
    }
}
