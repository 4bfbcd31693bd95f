//! The dates over entries that hold at a place of the text: a year, a month in it, a day in that.

use super::chronicle::list_level;
use super::heading::LAST_LEVEL;
use super::whole_date::Rank;
use crate::dates::Expression;
use crate::model::Span;

/// A date that stands over entries, or in the report's title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateHead {
    /// The date as written; its span is of the document.
    pub date: Expression,
    /// The head's bytes.
    pub span: Span,
    /// The head above it, as an index into [`super::Outline::heads`].
    pub parent: Option<u32>,
    /// Whether it is the report's title: it gives labels their year or month, and dates no entry.
    pub title: bool,
}

/// A head that holds here.
#[derive(Clone, Copy, Debug)]
struct Open {
    index: u32,
    rank: Rank,
    level: u8,
}

/// The heads that hold at a place of the text.
#[derive(Default)]
pub(super) struct Heads {
    pub all: Vec<DateHead>,
    open: Vec<Open>,
    /// The levels of headings in the order of their first: the first is the outermost.
    seen: Vec<u8>,
    title: Option<u32>,
}

impl Heads {
    /// The date of the title.
    pub fn title(&mut self, date: Expression, span: Span) {
        self.title = Some(self.add(DateHead { date, span, parent: None, title: true }));
    }

    /// A date over what follows: it ends what says no more of a day than it does. Whether it stands in no other.
    pub fn push(&mut self, date: Expression, span: Span, rank: Rank, level: u8) -> bool {
        self.saw(level);
        self.open.retain(|open| open.rank > rank);
        let parent = self.current();
        let index = self.add(DateHead { date, span, parent, title: false });
        self.open.push(Open { index, rank, level });
        self.open.len() == 1
    }

    fn add(&mut self, head: DateHead) -> u32 {
        self.all.push(head);
        u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
    }

    fn saw(&mut self, level: u8) -> usize {
        let place = self.seen.iter().position(|seen| *seen == level);
        place.unwrap_or_else(|| {
            self.seen.push(level);
            self.seen.len() - 1
        })
    }

    /// A heading without date ends the heads that are as deep as it, or deeper.
    pub fn heading(&mut self, level: u8) {
        let place = self.saw(level);
        let seen = std::mem::take(&mut self.seen);
        let outside = |open: &Open| {
            if open.level <= LAST_LEVEL && level <= LAST_LEVEL {
                return open.level < level;
            }
            seen.iter().position(|seen| *seen == open.level).is_some_and(|at| at < place)
        };
        self.open.retain(outside);
        self.seen = seen;
    }

    /// An entry of a list ends the heads in the list that stand as far in as it.
    pub fn listed(&mut self, indent: usize) {
        self.open.retain(|open| open.level < list_level(0) || open.level < list_level(indent));
    }

    /// A paragraph with a day of its own ends the days above it.
    pub fn labelled(&mut self, rank: Rank) {
        if rank == Rank::Day {
            self.open.retain(|open| open.rank > Rank::Day);
        }
    }

    /// Prose ends the heads in lists.
    pub fn prose(&mut self) {
        self.open.retain(|open| open.level < list_level(0));
    }

    /// The head that holds here.
    pub fn current(&self) -> Option<u32> {
        self.open.last().map(|open| open.index).or(self.title)
    }

    /// Whether a head other than the title holds here.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether a month is known here, in which a day alone has its place.
    pub fn knows_month(&self) -> bool {
        let mut at = self.current();
        while let Some(head) = at.and_then(|at| self.all.get(at as usize)) {
            if matches!(Rank::of(&head.date.form), Rank::Month | Rank::Week | Rank::Day) {
                return true;
            }
            at = head.parent;
        }
        false
    }
}
