//! How items are coded and counted, as a page or a command line writes it; and corrections, as a file keeps them.

use crate::Failure;
use crate::export::choice;
use dateline_core::countries;
use dateline_core::model::{Change, Coding, Correction, Counting, CountryCode, Evidence};
use serde::{Deserialize, Serialize};

/// A country that the reader adds to an item or takes from it.
///
/// ```
/// let patch: dateline_wire::CorrectionJson =
///     serde_json::from_str(r#"{"item":"00c0ffee00c0ffee","code":"PE","action":"add"}"#).unwrap();
/// assert_eq!(patch.to_core().unwrap().code.as_str(), "PE");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionJson {
    /// The item's id.
    pub item: String,
    /// ISO 3166-1 alpha-2, or XK.
    pub code: String,
    /// `add` or `remove`.
    pub action: String,
}

/// A file of corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionsJson {
    /// In their order: of two about the same item and country the later one counts.
    pub corrections: Vec<CorrectionJson>,
}

/// What a caller asked for; what is absent is the default of core.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingJson {
    /// `all` (default) or `names`.
    pub evidence: Option<String>,
    /// `full` (default) or `fractional`.
    pub counting: Option<String>,
    /// What the reader corrected.
    pub corrections: Vec<CorrectionJson>,
}

impl CodingJson {
    /// The coding, checked.
    ///
    /// # Errors
    ///
    /// `bad-option` for an unknown evidence or counting, else as [`CorrectionJson::to_core`].
    pub fn to_core(&self) -> Result<Coding, Failure> {
        let evidence =
            choice("evidence", self.evidence.as_deref(), &Evidence::ALL.map(|it| (it.name(), it)))?;
        let counting =
            choice("counting", self.counting.as_deref(), &Counting::ALL.map(|it| (it.name(), it)))?;
        let corrections: Result<_, _> = self.corrections.iter().map(CorrectionJson::to_core).collect();
        Ok(Coding {
            evidence: evidence.unwrap_or_default(),
            counting: counting.unwrap_or_default(),
            corrections: corrections?,
        })
    }
}

impl CorrectionJson {
    /// The correction, checked.
    ///
    /// # Errors
    ///
    /// `bad-correction` for a code that is no country's, an unknown action or an item without a name.
    pub fn to_core(&self) -> Result<Correction, Failure> {
        let CorrectionJson { item, code, action } = self;
        let known = |code: &CountryCode| !countries::name(*code).is_empty();
        let code = CountryCode::new(code).filter(known).ok_or_else(|| bad(code, "no country’s code"))?;
        let action = Change::ALL.into_iter().find(|change| change.name() == action);
        let action = action.ok_or_else(|| bad(&self.action, "neither `add` nor `remove`"))?;
        if item.is_empty() {
            Err(bad(item, "no item’s id"))
        } else {
            Ok(Correction { item: item.clone(), code, action })
        }
    }
}

impl From<&Correction> for CorrectionJson {
    fn from(Correction { item, code, action }: &Correction) -> Self {
        CorrectionJson {
            item: item.clone(),
            code: code.as_str().to_owned(),
            action: action.name().to_owned(),
        }
    }
}

fn bad(word: &str, why: &str) -> Failure {
    let shown: String = word.chars().take(40).collect();
    let fix =
        "Write corrections such as {\"item\": \"00c0ffee00c0ffee\", \"code\": \"PE\", \"action\": \"add\"}.";
    Failure::new("bad-correction", format!("`{shown}` is {why}."), fix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_checked_and_read_back() {
        let cases = [
            ("i", "PE", "add", Ok(())),
            ("i", "XK", "remove", Ok(())),
            ("i", "pe", "add", Err("bad-correction")),
            ("i", "ZZ", "add", Err("bad-correction")),
            ("i", "PER", "add", Err("bad-correction")),
            ("i", "", "add", Err("bad-correction")),
            ("i", "PE", "drop", Err("bad-correction")),
            ("", "PE", "add", Err("bad-correction")),
        ];
        for (item, code, action, expected) in cases {
            let [item, code, action] = [item, code, action].map(str::to_owned);
            let json = CorrectionJson { item, code, action };
            let read = json.to_core();
            assert_eq!(read.as_ref().map(|_| ()).map_err(|failure| failure.code), expected, "{json:?}");
            assert!(read.map_or(true, |correction| CorrectionJson::from(&correction) == json));
        }
    }

    #[test]
    fn nothing_asked_for_is_the_default_of_core() {
        assert_eq!(CodingJson::default().to_core(), Ok(Coding::default()));
        let asked = CodingJson { evidence: Some("some".to_owned()), ..CodingJson::default() };
        assert_eq!(asked.to_core().map_err(|failure| failure.code), Err("bad-option"));
    }
}
