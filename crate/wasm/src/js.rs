//! Values across the border: plain objects out. How they come in is in `given`.

use dateline_wire::Failure;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A value as JSON would show it: objects, arrays, numbers and null, never a `Map` or `undefined`.
pub(crate) fn give(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| refuse(&unreadable(&error)))
}

/// A failure as the plain object that the page throws.
pub(crate) fn refuse(failure: &Failure) -> JsValue {
    failure.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

fn unreadable(error: &serde_wasm_bindgen::Error) -> Failure {
    Failure::new(
        "bad-value",
        format!("A value cannot be read: {error}."),
        "Compare it with the documented types.",
    )
}
