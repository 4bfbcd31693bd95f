//! What the layout is asked, and what it gives.

use super::Emphasis;
use super::geometry::{Geometry, Rect};
use super::strings::Words;
use crate::index::{ItemFacts, Source};
use crate::model::{Coding, CountryCode};
use crate::scene::{Point, Scene, Target, Theme};
use crate::time::Interval;
use crate::view::Viewport;

/// Which panels are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Chart {
    /// Timeline above, countries below, one axis.
    #[default]
    Both,
    /// Lanes alone.
    Timeline,
    /// Country rows alone.
    Countries,
    /// One thin strip with axis and window: above the list on a phone.
    Strip,
}

/// A lane that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneFacts {
    /// The section whose items it holds.
    pub section: u32,
    /// Its title as shown.
    pub title: String,
    /// Whether the title is inferred.
    pub inferred: bool,
    /// Which colour.
    pub hue: usize,
    /// Dated items, in view or not.
    pub items: u64,
}

/// A country row that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryFacts {
    /// The country.
    pub code: CountryCode,
    /// Its name.
    pub name: &'static str,
}

/// What occurs in the report, and so stands in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Occurs {
    /// Items marked as state media.
    pub state_media: bool,
    /// Passages of prose.
    pub prose: bool,
    /// Items that were still to come.
    pub scheduled: bool,
    /// Items longer than a day.
    pub longer: bool,
    /// Blurred dates.
    pub approximate: bool,
    /// Items timed more finely than a day.
    pub within_day: bool,
}

/// What is to be drawn, and how.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Whom to ask.
    pub source: &'a dyn Source,
    /// The lanes, in order.
    pub lanes: &'a [LaneFacts],
    /// The country rows, in order; the first that fit are drawn.
    pub countries: &'a [CountryFacts],
    /// What countries are called in the reader's language, by code; those that are not here by their own names.
    pub names: &'a [(CountryCode, String)],
    /// Every title that a lane may have, drawn or not: the plot must not move when a filter changes.
    pub titles: &'a [String],
    /// The camera; its width is replaced by the plot's.
    pub viewport: Viewport,
    /// Everything there is, with a little margin.
    pub limits: Interval,
    /// What the overview shows.
    pub strip: Interval,
    /// What the camera shows at first.
    pub home: Interval,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// Which panels.
    pub chart: Chart,
    /// Whether the overview strip is drawn.
    pub overview: bool,
    /// Whether all countries are asked for.
    pub all_countries: bool,
    /// Leaves out the ground.
    pub transparent: bool,
    /// The colours.
    pub theme: &'a Theme,
    /// The words.
    pub words: &'static Words,
    /// How the items are coded and counted.
    pub coding: &'a Coding,
    /// What the legend explains; nothing leaves it out.
    pub legend: Option<Occurs>,
    /// Whether any item is timed more finely than a day.
    pub within_day: bool,
    /// What is lit up and chosen.
    pub emphasis: &'a Emphasis,
    /// The items that are chosen or under the pointer, in view or not.
    pub chosen: &'a [ItemFacts<'a>],
    /// Stacks that are open.
    pub open: &'a [Target],
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The marks.
    pub scene: Scene,
    /// Where the parts lie.
    pub geometry: Geometry,
    /// Areas that a pointer finds, the later above the earlier; items are found through their marks.
    pub zones: Vec<(Rect, Target)>,
    /// Where items are drawn.
    pub anchors: Vec<(u32, Point)>,
}
