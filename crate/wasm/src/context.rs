//! The few calls of a 2d drawing context that the engine needs, as a duck-typed import.
//!
//! The context of a canvas in the page and of an OffscreenCanvas in a worker answer to the same names, so that one
//! type serves both. The bindings decide nothing.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::TextMetrics;

#[wasm_bindgen]
extern "C" {
    /// `CanvasRenderingContext2D` or `OffscreenCanvasRenderingContext2D`.
    #[wasm_bindgen(typescript_type = "CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D")]
    pub type Context2d;

    #[wasm_bindgen(method, setter = fillStyle)]
    pub(crate) fn set_fill_style(this: &Context2d, style: &str);
    #[wasm_bindgen(method, setter = strokeStyle)]
    pub(crate) fn set_stroke_style(this: &Context2d, style: &str);
    #[wasm_bindgen(method, setter = lineWidth)]
    pub(crate) fn set_line_width(this: &Context2d, width: f64);
    #[wasm_bindgen(method, setter = font)]
    pub(crate) fn set_font(this: &Context2d, font: &str);
    #[wasm_bindgen(method, setter = textAlign)]
    pub(crate) fn set_text_align(this: &Context2d, align: &str);
    #[wasm_bindgen(method, setter = textBaseline)]
    pub(crate) fn set_text_baseline(this: &Context2d, baseline: &str);

    #[wasm_bindgen(method, js_name = setTransform)]
    pub(crate) fn set_transform(this: &Context2d, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64);
    #[wasm_bindgen(method, js_name = clearRect)]
    pub(crate) fn clear_rect(this: &Context2d, x: f64, y: f64, width: f64, height: f64);
    #[wasm_bindgen(method, js_name = fillRect)]
    pub(crate) fn fill_rect(this: &Context2d, x: f64, y: f64, width: f64, height: f64);
    #[wasm_bindgen(method, js_name = strokeRect)]
    pub(crate) fn stroke_rect(this: &Context2d, x: f64, y: f64, width: f64, height: f64);
    #[wasm_bindgen(method, js_name = beginPath)]
    pub(crate) fn begin_path(this: &Context2d);
    #[wasm_bindgen(method, js_name = closePath)]
    pub(crate) fn close_path(this: &Context2d);
    #[wasm_bindgen(method, js_name = moveTo)]
    pub(crate) fn move_to(this: &Context2d, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = lineTo)]
    pub(crate) fn line_to(this: &Context2d, x: f64, y: f64);
    #[wasm_bindgen(method)]
    pub(crate) fn arc(this: &Context2d, x: f64, y: f64, radius: f64, start: f64, end: f64);
    #[wasm_bindgen(method)]
    pub(crate) fn fill(this: &Context2d);
    #[wasm_bindgen(method)]
    pub(crate) fn stroke(this: &Context2d);
    #[wasm_bindgen(method, js_name = fillText)]
    pub(crate) fn fill_text(this: &Context2d, text: &str, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = measureText)]
    pub(crate) fn measure_text(this: &Context2d, text: &str) -> TextMetrics;
}
