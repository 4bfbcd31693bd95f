//! One frame: the picture on a context, and what the page must know about it.

use crate::canvas::CanvasBackend;
use crate::engine::Engine;
use crate::js::give;
use crate::pen::Pen;
use crate::target::{TargetJson, describe, item_of};
use dateline_core::layout::{Geometry, Rect};
use dateline_core::scene::{Point, Scene, Target};
use dateline_wire::WindowJson;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the page must know about the frame.
#[derive(Serialize)]
struct FrameJson<'a> {
    window: WindowJson,
    extent: WindowJson,
    /// Items that are shown.
    shown: u64,
    width: f64,
    height: f64,
    plot: RectJson,
    overview: RectJson,
    brush: RectJson,
    hovered: Option<TargetJson<'a>>,
    /// Where the hovered item is drawn.
    anchor: Option<(f64, f64)>,
    /// Where the first chosen item is drawn.
    chosen: Option<(f64, f64)>,
    clicked: Option<TargetJson<'a>>,
    title: &'a str,
    description: &'a str,
}

#[derive(Serialize)]
struct RectJson {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl From<Rect> for RectJson {
    fn from(Rect { x, y, width, height }: Rect) -> Self {
        RectJson { x, y, width, height }
    }
}

#[wasm_bindgen]
impl Engine {
    /// Draws the picture where it changed (or `always`) and tells about it. `ratio` is the device's pixels to one CSS
    /// pixel; the canvas has the picture's size times that.
    pub fn frame(&mut self, pen: &Pen, ratio: f64, always: bool) -> Result<JsValue, JsValue> {
        let draw = always || self.study.is_dirty();
        let scene = self.study.scene(&self.measure);
        if draw {
            draw_scene(scene, pen, self.measure.family(), ratio);
        }
        let (title, description) = (scene.title.clone(), scene.description.clone());
        let clicked = self.clicked.take();
        self.tell(clicked, &title, &description)
    }
}

impl Engine {
    fn tell(&self, clicked: Option<Target>, title: &str, description: &str) -> Result<JsValue, JsValue> {
        let Geometry { plot, overview, window, .. } = self.study.geometry();
        let hovered = self.study.hovered();
        let clicked_item = item_of(clicked, self);
        let hovered_item = item_of(hovered, self);
        give(&FrameJson {
            window: self.study.window().into(),
            extent: self.study.extent().into(),
            shown: self.study.shown(),
            width: self.size.0,
            height: self.size.1,
            plot: plot.into(),
            overview: overview.into(),
            brush: window.into(),
            hovered: hovered.and_then(|target| describe(target, hovered_item.as_deref(), self)),
            anchor: match hovered {
                Some(Target::Item(row)) => self.anchor(row),
                _ => None,
            },
            chosen: self.study.selection().first().and_then(|row| self.anchor(*row)),
            clicked: clicked.and_then(|target| describe(target, clicked_item.as_deref(), self)),
            title,
            description,
        })
    }

    fn anchor(&self, row: u32) -> Option<(f64, f64)> {
        self.study.anchor(row).map(|Point { x, y }| (x, y))
    }
}

/// Paints a scene on a canvas of which `ratio` pixels are one of the scene's.
pub(crate) fn draw_scene(scene: &Scene, pen: &Pen, family: &str, ratio: f64) {
    let units = dateline_paint::GRID;
    let size = ((scene.width * units).round() as u32, (scene.height * units).round() as u32);
    let mut backend = CanvasBackend::new(family, size);
    // The canvas backend cannot fail: its error type has no values.
    let _ = dateline_paint::paint(scene, &mut backend);
    backend.list().draw(pen, ratio / units, size);
}
