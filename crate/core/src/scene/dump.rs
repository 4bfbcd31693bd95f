//! A scene as lines of text: what snapshots hold, and what one reads when a picture is wrong.
//!
//! One line for each mark: panel, shape, place, colours, words, target. Numbers are rounded to a tenth of a pixel.

use super::{Align, Color, Mark, Paint, Scene, Shape, Stroke, Target, Text, Weight};
use std::fmt::Write;

impl Scene {
    /// The scene as text; the same scene gives the same text.
    pub fn dump(&self) -> String {
        let ground = self.background.map_or_else(|| "none".into(), hex);
        let mut text = format!("scene {}x{} ground {ground}\n", tenth(self.width), tenth(self.height));
        for line in [&self.title, &self.description].into_iter().filter(|line| !line.is_empty()) {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "# {line}");
        }
        for mark in &self.marks {
            let _ = writeln!(text, "{}", line_of(mark));
        }
        text
    }
}

fn line_of(mark: &Mark) -> String {
    let panel = format!("{:?}", mark.panel).to_lowercase();
    let target = mark.target.map(|target| format!(" -> {}", name_of(target))).unwrap_or_default();
    format!("{panel} {}{target}", shape_of(&mark.shape))
}

fn shape_of(shape: &Shape) -> String {
    match shape {
        Shape::Rect { x, y, width, height, radius, paint } => {
            let place = format!("{},{} {}x{}", tenth(*x), tenth(*y), tenth(*width), tenth(*height));
            let round = if *radius > 0.0 { format!(" r{}", tenth(*radius)) } else { String::new() };
            format!("rect {place}{round}{}", paint_of(paint))
        }
        Shape::Circle { x, y, radius, paint } => {
            format!("circle {},{} r{}{}", tenth(*x), tenth(*y), tenth(*radius), paint_of(paint))
        }
        Shape::Line { from, to, stroke } => {
            let place = format!("{},{} {},{}", tenth(from.x), tenth(from.y), tenth(to.x), tenth(to.y));
            format!("line {place} {}", stroke_of(*stroke))
        }
        Shape::Area { points, fill } => {
            let points: Vec<String> =
                points.iter().map(|point| format!("{},{}", tenth(point.x), tenth(point.y))).collect();
            format!("area {} {}", hex(*fill), points.join(" "))
        }
        Shape::Text(text) => text_of(text),
    }
}

fn text_of(text: &Text) -> String {
    let align = match text.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let bold = if text.font.weight == Weight::Bold { " bold" } else { "" };
    let italic = if text.font.italic { " italic" } else { "" };
    let face = format!("{}{bold}{italic}", tenth(text.font.size));
    format!("text {},{} {align} {face} {} {:?}", tenth(text.x), tenth(text.y), hex(text.color), text.content)
}

fn name_of(target: Target) -> String {
    match target {
        Target::Item(row) => format!("item {row}"),
        Target::Stack { lane, start, end } => format!("stack {lane} {start}..{end}"),
        Target::Lane(lane) => format!("lane {lane}"),
        Target::Country(code) => format!("country {code:?}"),
        Target::Cell { country, start, end } => format!("cell {country:?} {start}..{end}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn paint_of(paint: &Paint) -> String {
    let fill = paint.fill.map(|color| format!(" {}", hex(color))).unwrap_or_default();
    let stroke = paint.stroke.map(|stroke| format!(" outline {}", stroke_of(stroke))).unwrap_or_default();
    format!("{fill}{stroke}")
}

fn stroke_of(stroke: Stroke) -> String {
    format!("{}*{}", hex(stroke.color), tenth(stroke.width))
}

fn hex(color: Color) -> String {
    let Color { r, g, b, a } = color;
    let opacity = if a == 255 { String::new() } else { format!("{a:02x}") };
    format!("#{r:02x}{g:02x}{b:02x}{opacity}")
}

/// A tenth of a pixel; whole numbers without a point, and no minus before zero.
fn tenth(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}
