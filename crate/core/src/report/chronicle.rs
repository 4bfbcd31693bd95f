//! Which blocks are dates over entries, and which are entries that begin with their date.
//!
//! Takes all blocks at once, for what a date is shows by its neighbours: "2019" is a heading among other years, and
//! "March 3 …" a label among other labels. The outline decides what it makes of it, since it knows what stands above.

use super::block::{Block, BlockKind};
use super::date_label::DateLabel;
use super::heading::PLAIN_LEVEL;
use super::whole_date::{DateReader, Rank, is_thin, plain_date};
use crate::dates::{Expression, Partial};
use crate::model::Span;

/// A date over entries.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The date; its span is of the document.
    pub date: Expression,
    /// How much of a day it says.
    pub rank: Rank,
    /// How deep it stands, by its marks.
    pub level: u8,
    /// How many heads of the document look the same.
    pub alike: usize,
    /// How many look the same, with year or without.
    pub siblings: usize,
    /// Whether words stand beside the date: the head is a heading as well.
    pub titled: bool,
    /// Whether that is so of one that looks the same.
    pub headed: bool,
}

impl Head {
    /// Whether it is a year, a month or a weekday alone.
    pub fn is_thin(&self) -> bool {
        is_thin(&self.date.form)
    }

    /// Whether it stands over what comes next. In the report's head a date may be the issue's own.
    pub fn holds(&self, next: &Block, under: Option<&Mark>, place: Place) -> bool {
        let row = matches!(next.kind, BlockKind::Row(_) | BlockKind::TableHead);
        let labelled = row || matches!(under, Some(Mark::Label(_)));
        let below = match under {
            Some(Mark::Head(below)) => Some(below.rank),
            _ => None,
        };
        let nested = below.is_some_and(|below| below < self.rank);
        let empty = below.is_some_and(|below| below >= self.rank);
        let plain = self.level == PLAIN_LEVEL;
        if empty || (self.rank == Rank::DayAlone && (plain || !place.month)) {
            return false;
        }
        if place.preamble && !self.titled {
            let family = self.alike > 1 || (self.siblings > 1 && (next.is_listed() || labelled || nested));
            return family || (self.rank >= Rank::Month && (labelled || nested));
        }
        !self.is_thin() || self.alike > 1 || labelled || nested || (!plain && !self.titled)
    }

    fn has_year(&self) -> bool {
        self.date.written_year().is_some()
    }

    /// The number of its look, were its year written or not.
    fn look(&self, year: bool) -> usize {
        usize::from(self.level) * 16 + self.rank as usize * 2 + usize::from(year)
    }
}

/// What the outline knows of the place where a head stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Whether no content has come yet.
    pub preamble: bool,
    /// Whether a head above sets a month.
    pub month: bool,
}

/// What dates make of a block.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// It is a date over entries, where the place allows it.
    Head(Head),
    /// It begins with its date; spans are of the document.
    Label(DateLabel),
}

/// Bullets that are heads lie deeper than any heading; so many levels lie before them.
const LIST_LEVEL: u8 = 32;

/// What dates make of each block.
pub(super) fn marks(document: &str, blocks: &[Block], dates: &mut DateReader) -> Vec<Mark> {
    let next = blocks.iter().skip(1).map(Some).chain([None]);
    let mut marks: Vec<Mark> =
        blocks.iter().zip(next).map(|(block, next)| mark(document, block, next, dates)).collect();
    count(&mut marks);
    number_days(document, blocks, &mut marks);
    keep_supported(blocks, &mut marks);
    marks
}

fn mark(document: &str, block: &Block, next: Option<&Block>, dates: &mut DateReader) -> Mark {
    let text = block.body.of(document);
    match block.kind {
        BlockKind::Paragraph | BlockKind::Heading(_) if block.dated => {
            head(block, dates.whole(text), block.level, false)
        }
        BlockKind::Heading(_) => {
            let label = dates.label(text).filter(|label| !label.is_inline());
            head(block, label.map(|label| label.date), block.level, true)
        }
        BlockKind::Paragraph => label(block, dates.label(text)),
        BlockKind::Bullet { .. } | BlockKind::Numbered => {
            let over = next.is_some_and(|next| next.is_listed() && next.indent > block.indent);
            match dates.whole(text).filter(|_| over) {
                Some(date) => head(block, Some(date), list_level(block.indent), false),
                None => label(block, dates.label(text)),
            }
        }
        BlockKind::Row(_) | BlockKind::TableHead => Mark::None,
    }
}

/// The level of a bullet that is a head.
pub(super) fn list_level(indent: usize) -> u8 {
    u8::try_from(indent).unwrap_or(u8::MAX).saturating_add(LIST_LEVEL)
}

fn head(block: &Block, date: Option<Expression>, level: u8, titled: bool) -> Mark {
    let Some(date) = date else { return Mark::None };
    let rank = Rank::of(&date.form);
    Mark::Head(Head {
        date: date.shifted(block.body.start),
        rank,
        level,
        alike: 0,
        siblings: 0,
        titled,
        headed: titled,
    })
}

fn label(block: &Block, found: Option<DateLabel>) -> Mark {
    let Some(label) = found else { return Mark::None };
    let at = block.body.start;
    let place = label.place.map(|place| Span { start: place.start + at, end: place.end + at });
    Mark::Label(DateLabel { date: label.date.shifted(at), place, ..label })
}

/// Tells each head how many look like it.
fn count(marks: &mut [Mark]) {
    // A place for each look: one more of its kind, and whether one of them is titled.
    let mut alike = vec![(0, false); LOOKS];
    for mark in marks.iter() {
        if let Mark::Head(head) = mark
            && let Some((count, titled)) = alike.get_mut(head.look(head.has_year()))
        {
            *count += 1;
            *titled |= head.titled;
        }
    }
    for mark in marks {
        if let Mark::Head(head) = mark {
            let of = |year: bool| alike.get(head.look(year)).copied().unwrap_or_default();
            let ((own, titled), (other, as_titled)) = (of(head.has_year()), of(!head.has_year()));
            (head.alike, head.siblings, head.headed) = (own, own + other, titled || as_titled);
        }
    }
}

/// As many looks as [`Head::look`] tells apart: levels, ranks, with a year or not.
const LOOKS: usize = 256 * 16;

/// Numbers before entries that do not count them are days of the month: "12. …", "15. …".
fn number_days(document: &str, blocks: &[Block], marks: &mut [Mark]) {
    let mut run: Vec<(usize, u32)> = Vec::new();
    for at in 0..=blocks.len() {
        let block = blocks.get(at);
        let ends = block.is_none_or(|block| block.dated || matches!(block.kind, BlockKind::Heading(_)));
        if ends {
            let counts = run.iter().zip(1..).take(2).all(|((_, number), place)| *number == place);
            let days = !counts && run.iter().all(|(_, number)| (1..=31).contains(number));
            for (index, _) in run.drain(..).filter(|_| days) {
                if let (Some(block), Some(mark @ Mark::None)) = (blocks.get(index), marks.get_mut(index)) {
                    *mark = day_number(document, block);
                }
            }
        } else if let Some(block) = block.filter(|block| block.kind == BlockKind::Numbered) {
            run.push((at, number(document, block).1));
        }
    }
}

/// The digits of a numbered block's marker, and their value.
fn number(document: &str, block: &Block) -> (Span, u32) {
    let text = block.span.of(document);
    let start = usize::from(text.starts_with('('));
    let digits = text.get(start..).unwrap_or("").bytes().take_while(u8::is_ascii_digit).count();
    let span = Span { start: block.span.start + start, end: block.span.start + start + digits };
    (span, span.of(document).parse().unwrap_or(0))
}

fn day_number(document: &str, block: &Block) -> Mark {
    let (span, day) = number(document, block);
    let date = plain_date(Partial { day: Some(day), ..Partial::default() }, span.end - span.start);
    // The words begin where the block's own do.
    Mark::Label(DateLabel {
        date: date.shifted(span.start),
        text_start: 0,
        sure: false,
        place: None,
        bare: false,
    })
}

/// Drops the labels that are not sure and have no other label beside them.
fn keep_supported(blocks: &[Block], marks: &mut [Mark]) {
    let apart = |mark: &Mark| match mark {
        Mark::Label(label) => label.sure || !label.is_inline(),
        Mark::Head(head) => head.alike > 1,
        Mark::None => false,
    };
    let labelled: Vec<bool> = marks.iter().map(apart).collect();
    let near = |at: usize| {
        let sides = [at.checked_sub(2), at.checked_sub(1), Some(at + 1), Some(at + 2)];
        sides.into_iter().flatten().any(|side| labelled.get(side).copied().unwrap_or(false))
    };
    for (at, (block, mark)) in blocks.iter().zip(marks).enumerate() {
        let Mark::Label(label) = mark else { continue };
        let day = Rank::of(&label.date.form) == Rank::DayAlone;
        let listed = block.is_listed() && !label.is_thin();
        let kept = label.sure
            || match (label.is_inline(), day) {
                (true, false) => listed,
                (_, true) => near(at) || label.is_inline() || !label.is_bare(),
                _ => near(at) || (listed && !label.is_bare()),
            };
        if !kept {
            *mark = Mark::None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::blocks;
    use super::*;
    use crate::dates::DateOrder;

    fn steps(text: &str) -> u64 {
        let mut dates = DateReader::new(text, DateOrder::default());
        let (blocks, _) = blocks(text, DateOrder::default(), &mut dates);
        marks(text, &blocks, &mut dates);
        dates.steps()
    }

    #[test]
    fn work_grows_with_the_text_alone() {
        for piece in [
            "Jan 5: A ship left.\n",
            "January 5 – A ship left.\n\n",
            "**5 January**\n\n- A ship left.\n\n",
            "## 2019\n### March\n12 – A ship left.\n",
            "| 2021-01-05 | A ship | BBC |\n",
            "2019\n",
            "12. A ship\n",
            "5 Jan: ",
            "5 Jan   a   b   c\n",
            "a; b; 5 Jan;",
        ] {
            let (one, two) = (steps(&piece.repeat(100)), steps(&piece.repeat(200)));
            assert!(two <= 2 * one + one / 50, "{piece:?}: {one}, then {two}");
        }
    }
}
