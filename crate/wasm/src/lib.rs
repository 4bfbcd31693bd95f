//! Dateline's engine for JavaScript: one object that owns a report, its exploration and its picture.
//!
//! Takes text and what the reader did, gives plain objects in the public shapes, and draws with a pen that it is
//! handed. It is thin: all deciding is in `dateline_core`, all drawing in `dateline_paint`. It knows no worker and
//! no page: a pen is whatever measures and plays a display list, so that one build serves both.
//!
//! The site has it twice: with `reports` for texts, small above all, and with `items` for data, fast above all. Each
//! leaves out what only the other needs.

mod canvas;
#[cfg(feature = "items")]
mod columns;
mod display_list;
mod engine;
mod export;
mod frame;
mod given;
mod intents;
mod js;
mod list;
mod look;
mod measure;
mod neighbour;
mod pen;
#[cfg(feature = "reports")]
mod reading;
mod target;

pub use engine::Engine;
pub use pen::Pen;
#[cfg(feature = "reports")]
pub use reading::Reading;

/// Memory for the engine, which has one thread.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
