//! Values across the border: plain objects out, plain objects in.

use dateline_wire::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A value as JSON would show it: objects, arrays, numbers and null, never a `Map` or `undefined`.
pub(crate) fn give(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| refuse(&unreadable(&error)))
}

/// A value that JavaScript gave; `undefined` and null are the default.
pub(crate) fn take<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|error| refuse(&unreadable(&error)))
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
