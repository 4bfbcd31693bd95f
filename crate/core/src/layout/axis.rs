//! The time axis: months over days, years over months, and so on, and the grid below.

use super::frame::{AXIS, Frame};
use super::pen::{At, BOLD, DATA, Pen};
use super::request::{Chart, Request};
use crate::scale::{Step, Ticks, choose, tick_starts};
use crate::scene::{Color, Panel};
use crate::time::{Timestamp, Unit};

/// Middle of the upper row of labels.
const UPPER: f64 = 10.0;
/// Middle of the lower row of labels.
const LOWER: f64 = 28.0;
/// From a major rule to its label.
const LABEL_INDENT: f64 = 6.0;
/// Free pixels between two labels of the upper row.
const LABEL_GAP: f64 = 12.0;

/// The ticks for the frame's scale.
pub fn ticks(frame: &Frame, request: &Request, pen: &Pen) -> Ticks {
    let widest = |step: Step| {
        let labels = request.words.widest_minor(step).iter();
        labels.map(|label| pen.width(label, DATA)).fold(0.0, f64::max)
    };
    // Hours would promise what dates of whole days do not know.
    let finest = if request.within_day { Step::Minutes(1) } else { Step::Unit(Unit::Day) };
    choose(&frame.scale, finest, widest)
}

/// Rules through the lanes: drawn above their ground and below their items.
pub fn draw_grid(frame: &Frame, ticks: Ticks, pen: &mut Pen) {
    pen.panel(Panel::Timeline);
    let bottom = frame.lanes.last().map_or(AXIS, |lane| lane.y + lane.height);
    let theme = pen.theme;
    let mut rules = |step: Step, color: Color| {
        for start in tick_starts(&frame.scale, step) {
            pen.vertical(crisp(frame.scale.x(start)), AXIS, bottom, color, 1.0);
        }
    };
    if !frame.lanes.is_empty() {
        rules(ticks.minor, theme.grid);
        if let Some(step) = ticks.major.step() {
            rules(step, theme.rule);
        }
    }
}

/// A position in the middle of a pixel, where a hairline is sharp.
fn crisp(x: f64) -> f64 {
    x.floor() + 0.5
}

/// Labels, the stubs of the rules, and the headings of the gutter.
pub fn draw_axis(frame: &Frame, request: &Request, ticks: Ticks, pen: &mut Pen) {
    pen.panel(Panel::Axis);
    let head = match request.chart {
        Chart::Countries => request.words.country,
        Chart::Both | Chart::Timeline => request.words.section,
        Chart::Strip => "",
    };
    let muted = pen.theme.muted;
    pen.fitted(At::end(frame.count_right, UPPER), head, DATA, muted, frame.count_right);
    let labels = draw_minor(frame, request, ticks, pen);
    draw_major(frame, request, ticks, &labels, pen);
}

/// The lower row; returns where its labels stand.
fn draw_minor(frame: &Frame, request: &Request, ticks: Ticks, pen: &mut Pen) -> Vec<f64> {
    let step = ticks.minor;
    let rules = major_rules(frame, ticks);
    let mut drawn = Vec::new();
    let mut free_from = 0.0;
    for start in label_starts(frame, ticks) {
        let label = request.words.minor(step, start);
        let x = frame.scale.x(start);
        let middle = if ticks.names_interval() { (x + frame.scale.x(step.next(start))) / 2.0 } else { x };
        if x >= frame.scale.left() {
            pen.vertical(crisp(x), AXIS - 6.0, AXIS, pen.theme.grid, 1.0);
        }
        let half = pen.width(&label, DATA) / 2.0;
        let inside = middle >= frame.scale.left() - half && middle <= frame.scale.right() + half;
        let crossed = rules.iter().any(|rule| (rule - middle).abs() < half + 2.0 && (rule - x).abs() > 0.5);
        let fits = !crossed && middle - half >= free_from && middle + half <= request.width;
        if inside && fits && !(ticks.names_interval() && is_cut(frame, middle, half)) {
            pen.text(At::middle(middle, LOWER), &label, DATA, pen.theme.muted);
            free_from = middle + half + 4.0;
            drawn.push(middle);
        }
    }
    drawn
}

/// Where the rules of the upper row stand.
fn major_rules(frame: &Frame, ticks: Ticks) -> Vec<f64> {
    let step = ticks.major.step();
    let starts = step.map(|step| tick_starts(&frame.scale, step)).unwrap_or_default();
    starts.into_iter().map(|start| frame.scale.x(start)).collect()
}

/// A label that names a stretch stays inside the plot.
fn is_cut(frame: &Frame, middle: f64, half: f64) -> bool {
    middle - half < frame.scale.left() || middle + half > frame.scale.right()
}

/// Ticks whose labels may be seen: where labels name stretches, also the one that begins before the plot.
fn label_starts(frame: &Frame, ticks: Ticks) -> Vec<Timestamp> {
    let mut starts = tick_starts(&frame.scale, ticks.minor);
    let domain = frame.scale.domain();
    let before = ticks.minor.floor(domain.start);
    if ticks.names_interval() && before < domain.start {
        starts.insert(0, before);
    }
    starts
}

/// The upper row; its rules make way for the labels of the lower row.
fn draw_major(frame: &Frame, request: &Request, ticks: Ticks, labels: &[f64], pen: &mut Pen) {
    let Some(step) = ticks.major.step() else { return };
    let domain = frame.scale.domain();
    let mut starts = tick_starts(&frame.scale, step);
    if starts.first().is_none_or(|first| *first > domain.start) {
        starts.insert(0, step.floor(domain.start));
    }
    let (ink, rule) = (pen.theme.ink, pen.theme.rule);
    for (index, start) in starts.iter().enumerate() {
        let x = frame.scale.x(*start);
        let sticky = x < frame.scale.left();
        let label_x = if sticky { frame.scale.left() + 2.0 } else { x + LABEL_INDENT };
        if !sticky {
            let broken = labels.iter().any(|label| (label - x).abs() < 1.0);
            let middle = if broken { LOWER - 9.0 } else { AXIS };
            pen.vertical(crisp(x), UPPER - 8.0, middle, rule, 1.0);
        }
        let label = request.words.major(step, *start);
        let end = label_x + pen.width(&label, BOLD);
        let next = starts.get(index + 1).map_or(f64::INFINITY, |next| frame.scale.x(*next) - LABEL_GAP);
        if end <= next.min(request.width) {
            pen.text(At::start(label_x, UPPER), &label, BOLD, ink);
        }
    }
}
