//! Reading a report in slices: between two of them JavaScript sees how far it is, draws, and may give up.

use crate::js::{refuse, take};
use dateline_core::Options;
use dateline_core::dates::DateOrder;
use dateline_core::extract::{Progress, Session};
use dateline_core::study::Study;
use dateline_core::time::CivilDate;
use dateline_wire::Failure;
use js_sys::{Function, Promise};
use serde::Deserialize;
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

/// What the page knows better than the text.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct LoadJson {
    name: String,
    reference_date: Option<String>,
    date_order: Option<String>,
}

/// Reads a report. After each slice `tick` is called with the bytes done and in all, and gives a promise of the next
/// slice's size in bytes; its rejection ends the reading.
///
/// # Errors
///
/// `bad-date` and `bad-option` where an option cannot be read, and what `tick` rejected with.
#[wasm_bindgen]
pub async fn read(text: String, options: JsValue, tick: Function) -> Result<Reading, JsValue> {
    let options = take::<LoadJson>(options)?.options().map_err(|failure| refuse(&failure))?;
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

impl LoadJson {
    fn options(self) -> Result<Options, Failure> {
        let written = self.reference_date.filter(|date| !date.trim().is_empty());
        let reference_date = written.map(|date| civil(&date)).transpose()?;
        let date_order = self.date_order.as_deref().map_or(Ok(DateOrder::default()), order)?;
        Ok(Options { name: self.name, reference_date, date_order })
    }
}

fn civil(date: &str) -> Result<CivilDate, Failure> {
    CivilDate::parse_iso(date.trim()).ok_or_else(|| {
        let shown: String = date.chars().take(40).collect();
        let message = format!("`{shown}` is not a date.");
        Failure::new("bad-date", message, "Write the reference date as 2021-01-14.")
    })
}

fn order(name: &str) -> Result<DateOrder, Failure> {
    match name {
        "mdy" => Ok(DateOrder::MonthDayYear),
        "dmy" => Ok(DateOrder::DayMonthYear),
        "ymd" => Ok(DateOrder::YearMonthDay),
        _ => {
            let shown: String = name.chars().take(40).collect();
            let message = format!("`{shown}` is not an order of dates.");
            Err(Failure::new("bad-option", message, "Write one of: mdy, dmy, ymd."))
        }
    }
}
