//! What the engine measures and draws with, as JavaScript gives it: a 2d context in the page or in a worker.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::TextMetrics;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** Measures and draws, by a 2d context. */
export interface Pen {
  /** How large a text is; `font` as in CSS. */
  measure(text: string, font: string): TextMetrics;
  /**
   * Clears `width` × `height` units, of which `scale` px are one, and plays a display list. `words` has its fonts and
   * texts, one a line. The steps are gone when it returns.
   */
  play(scale: number, width: number, height: number, steps: Int32Array, words: string): void;
}
";

#[wasm_bindgen]
extern "C" {
    /// Measures and draws.
    #[wasm_bindgen(typescript_type = "Pen")]
    pub type Pen;

    #[wasm_bindgen(method)]
    pub(crate) fn measure(this: &Pen, text: &str, font: &str) -> TextMetrics;
    #[wasm_bindgen(method)]
    pub(crate) fn play(this: &Pen, scale: f64, width: f64, height: f64, steps: &[i32], words: &str);
}
