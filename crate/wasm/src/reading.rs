//! Reading a report in slices: between two of them JavaScript sees how far it is, draws, and may give up.

use crate::js::{refuse, take};
use dateline_core::extract::{Progress, Session};
use dateline_core::study::Study;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// Bytes of the first slice; JavaScript, which has a clock, says how many the next has.
const FIRST_SLICE: usize = 16 * 1024;
/// The fewest bytes of a slice.
const SMALLEST_SLICE: f64 = 1024.0;

/// A report that was read, ready to be shown.
#[wasm_bindgen]
pub struct Reading {
    pub(crate) text: String,
    pub(crate) name: String,
    pub(crate) study: Study,
}

/// Reads a report. After each slice `tick` is called with the bytes done and in all, and gives a promise of the next
/// slice's size in bytes; its rejection ends the reading.
///
/// # Errors
///
/// `bad-date` and `bad-option` where an option cannot be read, and what `tick` rejected with.
#[wasm_bindgen]
pub async fn read(text: String, options: JsValue, tick: Function) -> Result<Reading, JsValue> {
    let options = take::<dateline_wire::Reading>(options)?.resolve().map_err(|failure| refuse(&failure))?;
    let name = options.name.clone();
    let mut session = Session::new(&text, options);
    let mut slice = FIRST_SLICE;
    loop {
        let Progress { done, total } = session.step(slice);
        let next = tick.call2(&JsValue::NULL, &size(done), &size(total))?;
        let next = JsFuture::from(Promise::resolve(&next)).await?;
        slice = next.as_f64().unwrap_or_default().max(SMALLEST_SLICE) as usize;
        if done >= total {
            break;
        }
    }
    let study = Study::new(session.finish());
    Ok(Reading { text, name, study })
}

fn size(bytes: usize) -> JsValue {
    JsValue::from_f64(bytes as f64)
}
