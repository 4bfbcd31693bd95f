//! The options of reading a report, as a page or a command line writes them.

use crate::Failure;
use crate::export::choice;
use dateline_core::Options;
use dateline_core::dates::{DateOrder, Language};
use dateline_core::time::CivilDate;
use serde::Deserialize;

/// What the caller knows better than the text; what is absent is the default of core.
///
/// ```
/// let asked: dateline_wire::Reading = serde_json::from_str(r#"{"referenceDate":"2021-01-14"}"#).unwrap();
/// assert_eq!(asked.resolve().unwrap().reference_date.unwrap().to_string(), "2021-01-14");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reading {
    /// The document's name.
    pub name: Option<String>,
    /// The day that year-less dates are read from, `2021-01-14`.
    pub reference_date: Option<String>,
    /// `mdy`, `dmy` or `ymd`: how 01/10/2021 is read; absent follows the text's language.
    pub date_order: Option<String>,
    /// The language that dates are written in: `auto` (default: each paragraph's own), `en`, `es`, `pt` or `fr`.
    pub lang: Option<String>,
}

impl Reading {
    /// The options, checked.
    ///
    /// # Errors
    ///
    /// `bad-date` for a reference date that is no day, `bad-option` for an unknown date order or language.
    pub fn resolve(&self) -> Result<Options, Failure> {
        let default = Options::default();
        let day = self.reference_date.as_deref().map(|text| day(text.trim())).transpose()?;
        let order = choice("date order", self.date_order.as_deref(), &ORDERS)?;
        let language = choice("lang", self.lang.as_deref(), &LANGUAGES)?;
        Ok(Options {
            name: self.name.clone().unwrap_or_default(),
            reference_date: day,
            date_order: order.unwrap_or(default.date_order),
            language: language.flatten(),
            ..default
        })
    }
}

const ORDERS: [(&str, DateOrder); 3] =
    [("mdy", DateOrder::MonthDayYear), ("dmy", DateOrder::DayMonthYear), ("ymd", DateOrder::YearMonthDay)];
const LANGUAGES: [(&str, Option<Language>); 5] = [
    ("auto", None),
    ("en", Some(Language::English)),
    ("es", Some(Language::Spanish)),
    ("pt", Some(Language::Portuguese)),
    ("fr", Some(Language::French)),
];

fn day(text: &str) -> Result<CivilDate, Failure> {
    let shown: String = text.chars().take(40).collect();
    let unreadable =
        || Failure::new("bad-date", format!("`{shown}` is not a day."), "Write a day, such as 2021-01-14.");
    CivilDate::parse_iso(text).ok_or_else(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_reading_are_checked() {
        let cases = [
            ("{}", Ok("None OfLanguage")),
            (r#"{"referenceDate":" 2021-01-14 ","dateOrder":"dmy"}"#, Ok("Some(2021-01-14) DayMonthYear")),
            (r#"{"referenceDate":null,"dateOrder":"ymd","signal":{}}"#, Ok("None YearMonthDay")),
            (r#"{"referenceDate":"2021-02-30"}"#, Err("bad-date")),
            (r#"{"referenceDate":"2021"}"#, Err("bad-date")),
            (r#"{"dateOrder":"DMY"}"#, Err("bad-option")),
            (r#"{"lang":"auto"}"#, Ok("None OfLanguage")),
            (r#"{"lang":"es"}"#, Ok("None OfLanguage")),
            (r#"{"lang":"Spanish"}"#, Err("bad-option")),
        ];
        for (text, expected) in cases {
            let asked: Reading = serde_json::from_str(text).unwrap();
            let resolved = asked.resolve().map_err(|failure| failure.code).map(|options| {
                let day = options.reference_date.map(|day| day.to_string());
                format!(
                    "{} {:?}",
                    day.map_or("None".into(), |day| format!("Some({day})")),
                    options.date_order
                )
            });
            assert_eq!(resolved, expected.map(str::to_owned), "{text}");
        }
    }
}
