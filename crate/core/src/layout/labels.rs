//! Labels beside items, where there is room for them.

use super::pen::{At, Pen, SMALL};
use super::text::{clean, fit};
use crate::index::{ItemFacts, Source};
use crate::scene::Color;

/// From a mark to its label.
const INDENT: f64 = 5.0;
/// From a label to the next mark.
const GAP: f64 = 8.0;
/// Marks of one column may overlap so far.
const OVERLAP: f64 = 3.0;
/// A label is wider than this, or left out: less would not say what the item is about.
const LEAST_ROOM: f64 = 116.0;
/// A label is never wider than this.
const MOST_ROOM: f64 = 380.0;
/// More of a text is never looked at.
const MOST_BYTES: usize = 240;

/// A drawn mark that may get a label, or a badge that none may run into.
#[derive(Clone, Copy, Debug)]
pub struct Labelled<'a> {
    /// The item; `None` for a badge.
    pub item: Option<ItemFacts<'a>>,
    /// Where the mark ends.
    pub right: f64,
    /// Where the mark begins.
    pub left: f64,
    /// Middle of the mark.
    pub y: f64,
    /// Its colour as text.
    pub color: Color,
}

/// Labels the marks of one lane, sorted by their left ends. A label ends before the next mark begins, on whatever
/// level: so labels never meet marks, nor each other.
pub fn draw_labels(marks: &[Labelled], right: f64, source: &dyn Source, pen: &mut Pen) {
    for (index, mark) in marks.iter().enumerate() {
        let later = marks.get(index + 1..).unwrap_or(&[]);
        let next = later.iter().find(|other| other.left >= mark.right - OVERLAP);
        let end = next.map_or(right, |next| (next.left - GAP).min(right));
        draw_label(mark, end, source, pen);
    }
}

fn draw_label(mark: &Labelled, end: f64, source: &dyn Source, pen: &mut Pen) {
    let start = mark.right + INDENT;
    let room = (end - start).min(MOST_ROOM);
    let Some(item) = mark.item.filter(|_| room >= LEAST_ROOM) else { return };
    let text = label_of(&item, source);
    if let Some(label) = fit(&text, SMALL, room, pen.measure) {
        pen.text(At::start(start, mark.y), &label, SMALL, mark.color);
    }
}

/// An item's words as a label: the report's own marker of state media is left out, since the mark's shape says it.
fn label_of(item: &ItemFacts, source: &dyn Source) -> String {
    let text = clean(&source.label(item.row, MOST_BYTES));
    let marker = ["State media reports that ", "State media reports "];
    let told = item
        .flags
        .state_media()
        .then(|| marker.iter().find_map(|marker| text.strip_prefix(marker)))
        .flatten();
    let Some(told) = told else { return text };
    let mut chars = told.chars();
    chars
        .next()
        .map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(chars).collect())
}
