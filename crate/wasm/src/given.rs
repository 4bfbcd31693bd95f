//! Plain objects that JavaScript gave, read part by part: a part that is absent, null or `undefined` is `None`.
//!
//! The page has looked at their shapes before (`www/src/engine/shape.ts`), so an error here is short. They are read by
//! hand and not by serde, whose errors tell of any float: that text alone would be 6 KB of the wasm.

use crate::js::refuse;
use crate::look::LookJson;
#[cfg(feature = "reports")]
use dateline_wire::Reading;
use dateline_wire::{Bound, CodingJson, CorrectionJson, Export, Failure, Filter};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// Anything with parts: an object or an array.
    type Parts;

    #[wasm_bindgen(method, catch, structural, indexing_getter)]
    fn part(this: &Parts, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, structural, indexing_getter)]
    fn at(this: &Parts, index: u32) -> Result<JsValue, JsValue>;
}

/// An object's parts by their names.
pub(crate) struct Given(JsValue);

/// A part; the error is what JavaScript throws.
type Part<T> = Result<Option<T>, JsValue>;

impl Given {
    /// The parts of a value; none of `undefined` and null.
    pub(crate) fn of(value: JsValue) -> Result<Given, JsValue> {
        let fits = value.is_object() || is_nothing(&value);
        if fits { Ok(Given(value)) } else { Err(unfit("the value", "an object")) }
    }

    /// A part as it is, where it is there.
    fn part(&self, name: &str) -> Part<JsValue> {
        if is_nothing(&self.0) {
            return Ok(None);
        }
        Ok(Some(self.0.unchecked_ref::<Parts>().part(name)?).filter(|part| !is_nothing(part)))
    }

    /// A part as `read` understands it.
    fn read<T>(&self, name: &str, kind: &str, read: fn(&JsValue) -> Option<T>) -> Part<T> {
        let part = self.part(name)?;
        part.map(|part| read(&part).ok_or_else(|| unfit(name, kind))).transpose()
    }

    fn text(&self, name: &str) -> Part<String> {
        self.read(name, "a text", JsValue::as_string)
    }

    fn number(&self, name: &str) -> Part<f64> {
        self.read(name, "a number", JsValue::as_f64)
    }

    fn flag(&self, name: &str) -> Part<bool> {
        self.read(name, "true or false", JsValue::as_bool)
    }

    fn texts(&self, name: &str) -> Part<Vec<String>> {
        self.read(name, "a list of texts", |list| each(list, JsValue::as_string))
    }

    fn numbers(&self, name: &str) -> Part<Vec<u32>> {
        self.read(name, "a list of whole numbers", |list| each(list, |part| part.as_f64().and_then(whole)))
    }

    fn bound(&self, name: &str) -> Part<Bound> {
        self.read(name, "a date", |part| {
            part.as_string().map(Bound::Written).or_else(|| part.as_f64().map(Bound::Instant))
        })
    }
}

fn is_nothing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// Every part of a list; `None` where it is no list or one part is not understood.
fn each<T>(list: &JsValue, read: fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    if !list.is_array() {
        return None;
    }
    let list: &Parts = list.unchecked_ref();
    let length = list.part("length").ok()?.as_f64().and_then(whole)?;
    (0..length).map(|index| read(&list.at(index).ok()?)).collect()
}

fn whole(number: f64) -> Option<u32> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    fits.then_some(number as u32)
}

fn unfit(name: &str, kind: &str) -> JsValue {
    let message = format!("A value cannot be read: `{name}` is not {kind}.");
    refuse(&Failure::new("bad-value", message, "Compare it with the documented types."))
}

/// A filter, all of it.
pub(crate) fn filter(value: JsValue) -> Result<Filter, JsValue> {
    let given = Given::of(value)?;
    Ok(Filter {
        countries: given.texts("countries")?,
        sections: given.numbers("sections")?,
        outlets: given.texts("outlets")?,
        languages: given.texts("languages")?,
        kinds: given.texts("kinds")?,
        state_media: given.flag("stateMedia")?,
        text: given.text("text")?,
        from: given.bound("from")?,
        to: given.bound("to")?,
        start: None,
        end: None,
    })
}

/// How items are coded and counted.
pub(crate) fn coding(value: JsValue) -> Result<CodingJson, JsValue> {
    let given = Given::of(value)?;
    Ok(CodingJson {
        evidence: given.text("evidence")?,
        counting: given.text("counting")?,
        corrections: given
            .read("corrections", "a list of corrections", |list| each(list, correction))?
            .unwrap_or_default(),
    })
}

fn correction(value: &JsValue) -> Option<CorrectionJson> {
    let given = Given::of(value.clone()).ok()?;
    let text = |name| given.text(name).ok()?;
    Some(CorrectionJson { item: text("item")?, code: text("code")?, action: text("action")? })
}

/// The options of a picture's file.
pub(crate) fn export(value: JsValue) -> Result<Export, JsValue> {
    let given = Given::of(value)?;
    Ok(Export {
        chart: given.text("chart")?,
        format: given.text("format")?,
        width: given.number("width")?,
        height: given.number("height")?,
        scale: given.number("scale")?,
        theme: given.text("theme")?,
        range: given.text("range")?,
        title: given.text("title")?,
        note: given.text("note")?,
        transparent: given.flag("transparent")?,
        lang: given.text("lang")?,
    })
}

/// The options of reading.
#[cfg(feature = "reports")]
pub(crate) fn reading(value: JsValue) -> Result<Reading, JsValue> {
    let given = Given::of(value)?;
    Ok(Reading {
        name: given.text("name")?,
        reference_date: given.text("referenceDate")?,
        date_order: given.text("dateOrder")?,
        lang: given.text("lang")?,
    })
}

/// How the picture on the screen looks.
pub(crate) fn look(value: JsValue) -> Result<LookJson, JsValue> {
    let given = Given::of(value)?;
    Ok(LookJson {
        theme: given.text("theme")?.unwrap_or_default(),
        chart: given.text("chart")?.unwrap_or_default(),
        lang: given.text("lang")?.unwrap_or_default(),
        transparent: given.flag("transparent")?.unwrap_or_default(),
        names: given.text("names")?.unwrap_or_default(),
    })
}
