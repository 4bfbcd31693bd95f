//! Which block is the report's title.

use super::block::{Block, BlockKind};
use super::chronicle::Mark;
use super::date_line::is_date_line;
use super::date_words::DATE_WORDS;
use super::heading::HeadingMark;
use super::phrases::{folded, is_furniture};
use super::title::Title;
use crate::dates::{DateOrder, Expression, Form, Partial, scan};
use crate::text::Seek;

/// The title stands among this many first blocks.
const TITLE_BLOCKS: usize = 40;
/// A first line of more words is no title.
const TITLE_WORDS: usize = 24;
/// Titles are no longer, in bytes.
const MAX_TITLE: usize = 300;

/// The title and its block: a line with an issue number, a top heading, or a lone first line.
pub(super) fn find_title(
    document: &str,
    blocks: &[Block],
    marks: &[Mark],
    order: DateOrder,
) -> Option<(usize, Title)> {
    let text = |block: &Block| block.body.of(document);
    let dated = |at: usize, block: &Block| block.dated || prints_date(text(block), marks.get(at), order);
    let labels = marks.iter().filter(|mark| matches!(mark, Mark::Label(_))).take(2).count();
    let entry = |at: usize, block: &Block| {
        let labelled = labels > 1 && matches!(marks.get(at), Some(Mark::Label(_)));
        labelled || matches!(block.kind, BlockKind::Row(_) | BlockKind::TableHead)
    };
    let near = || {
        let first = blocks.iter().enumerate().take(TITLE_BLOCKS);
        first.filter(|(at, block)| !dated(*at, block) && !entry(*at, block))
    };
    let lines =
        || near().filter(|(_, block)| !block.is_listed() && block.body.end - block.body.start <= MAX_TITLE);
    if let Some(found) = lines().find_map(|(at, block)| Some((at, Title::numbered(text(block))?))) {
        return Some(found);
    }
    let top = near().find(|(_, block)| block.kind == BlockKind::Heading(HeadingMark::Top));
    if let Some((at, block)) = top {
        return Some((at, Title::plain(text(block))));
    }
    let (at, first) = near().find(|(_, block)| !is_furniture(text(block)))?;
    let next = blocks.get(at + 1)?;
    let words = text(first).split_whitespace().take(TITLE_WORDS + 1).count();
    let short = words <= TITLE_WORDS && !text(first).trim_end().ends_with(['.', '!', '”']);
    let titled = match first.kind {
        BlockKind::Paragraph => short && (!next.is_listed() || is_date_line(text(first), order)),
        BlockKind::Heading(_) => {
            matches!(next.kind, BlockKind::Heading(_)) || (dated(at + 1, next) && !next.is_listed())
        }
        _ => false,
    };
    titled.then(|| (at, Title::plain(text(first))))
}

/// Whether a line prints the date: "Madrid, 15 January 2021". With a month or a range, "Monthly recap, March 2020",
/// it is a title, unless it says "Date".
fn prints_date(text: &str, mark: Option<&Mark>, order: DateOrder) -> bool {
    if !is_date_line(text, order) || matches!(mark, Some(Mark::Label(_))) {
        return false;
    }
    let date = scan(text, order).into_iter().find(Expression::names_month);
    let day = date.is_some_and(|date| matches!(date.form, Form::Date(Partial { day: Some(_), .. })));
    day || DATE_WORDS.iter().any(|word| folded(text).has(word))
}
