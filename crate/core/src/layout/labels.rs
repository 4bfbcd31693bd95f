//! Labels beside items, where there is room for them.

use super::pen::{At, Pen, SMALL};
use super::text::{clean, fit};
use crate::index::ItemFacts;
use crate::scene::Color;

/// From a mark to its label.
const INDENT: f64 = 5.0;
/// From a label to the next mark.
const GAP: f64 = 8.0;
/// A label is wider than this, or left out: less would not say what the item is about.
const LEAST_ROOM: f64 = 64.0;
/// A label is never wider than this.
const MOST_ROOM: f64 = 380.0;
/// Longer texts are never looked at.
const MOST_CHARACTERS: usize = 160;

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
    /// Its level in the lane.
    pub level: u32,
    /// Its colour as text.
    pub color: Color,
}

/// Labels the marks of one lane, given from left to right: a label ends before anything else begins on its level.
pub fn draw_labels(marks: &[Labelled], right: f64, pen: &mut Pen) {
    let mut next_left: Vec<f64> = Vec::new();
    for mark in marks.iter().rev() {
        let level = mark.level as usize;
        if next_left.len() <= level {
            next_left.resize(level + 1, right + GAP);
        }
        let next = next_left.get(level).copied().unwrap_or(right);
        draw_label(mark, next - GAP, pen);
        if let Some(slot) = next_left.get_mut(level) {
            *slot = slot.min(mark.left);
        }
    }
}

fn draw_label(mark: &Labelled, end: f64, pen: &mut Pen) {
    let start = mark.right + INDENT;
    let room = (end - start).min(MOST_ROOM);
    let Some(item) = mark.item.filter(|_| room >= LEAST_ROOM) else { return };
    let text = label_of(&item);
    if let Some(label) = fit(&text, SMALL, room, pen.measure) {
        pen.text(At::start(start, mark.y), &label, SMALL, mark.color);
    }
}

/// An item's words as a label: the report's own marker of state media is left out, since the mark's shape says it.
fn label_of(item: &ItemFacts) -> String {
    let head: String = item.text.chars().take(MOST_CHARACTERS).collect();
    let text = clean(&head);
    let marker = ["State media reports that ", "State media reports "];
    let told = item
        .flags
        .state_media()
        .then(|| marker.iter().find_map(|marker| text.strip_prefix(marker)))
        .flatten();
    let Some(told) = told else { return text };
    let mut chars = told.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
