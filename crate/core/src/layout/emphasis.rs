//! What is lit up, what is dimmed, and what is chosen.

use crate::index::ItemFacts;
use crate::scene::{Point, Target};
use crate::time::{Interval, Timestamp};

/// What the reader points at and has chosen.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Emphasis {
    /// What the pointer is on.
    pub hovered: Option<Target>,
    /// Where the pointer is.
    pub pointer: Option<Point>,
    /// Chosen rows.
    pub selection: Vec<u32>,
}

impl Emphasis {
    /// Whether an item steps back because the pointer is on something that it is no part of.
    pub fn dims(&self, item: &ItemFacts) -> bool {
        match self.hovered {
            Some(Target::Country(code)) => !item.countries.contains(&code),
            Some(Target::Lane(section)) => item.section != section,
            Some(Target::Cell { country, start, end }) => {
                let cell = Interval::new(Timestamp(start), Timestamp(end));
                !item.countries.contains(&country) || !cell.contains(item.interval.start)
            }
            _ => false,
        }
    }

    /// Whether a whole lane steps back.
    pub fn dims_lane(&self, section: u32) -> bool {
        matches!(self.hovered, Some(Target::Lane(hovered)) if hovered != section)
    }

    /// Whether the pointer is on this item.
    pub fn is_hovered(&self, row: u32) -> bool {
        self.hovered == Some(Target::Item(row))
    }

    /// Whether this item is chosen.
    pub fn is_selected(&self, row: u32) -> bool {
        self.selection.contains(&row)
    }
}
