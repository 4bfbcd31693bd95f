//! The built-in table, and the names of countries that are shown.

#[cfg(any(feature = "table", test))]
use std::sync::Arc;
use std::sync::OnceLock;

#[cfg(any(feature = "table", test))]
use super::gazetteer::Gazetteer;
use crate::model::CountryCode;

/// English and Spanish names, made by `cargo xtask gazetteer`.
#[cfg(any(feature = "table", test))]
pub(super) const TABLE: &str = include_str!("table.txt");

/// A code and a name a line, by code.
const NAMES: &str = include_str!("names.txt");

/// The built-in gazetteer, read at the first call.
#[cfg(any(feature = "table", test))]
pub(super) fn shared() -> Arc<Gazetteer> {
    static READ: OnceLock<Arc<Gazetteer>> = OnceLock::new();
    READ.get_or_init(|| Arc::new(Gazetteer::built_in())).clone()
}

/// The English short name of a country as a journalist writes it, or "" where the table has none.
///
/// ```
/// use dateline_core::{countries::name, model::CountryCode};
///
/// assert_eq!(CountryCode::new("HK").map(name), Some("Hong Kong"));
/// ```
pub fn name(code: CountryCode) -> &'static str {
    let names = names();
    let at = names.binary_search_by_key(&code, |(known, _)| *known);
    at.ok().and_then(|at| names.get(at)).map_or("", |(_, name)| name)
}

/// All countries of the table, by code.
pub fn all() -> impl Iterator<Item = CountryCode> {
    names().iter().map(|(code, _)| *code)
}

/// Read at the first call.
fn names() -> &'static [(CountryCode, &'static str)] {
    static READ: OnceLock<Vec<(CountryCode, &'static str)>> = OnceLock::new();
    let name = |line: &'static str| {
        let (code, name) = line.split_once(' ')?;
        Some((CountryCode::new(code)?, name))
    };
    READ.get_or_init(|| NAMES.lines().filter_map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn every_country_has_a_name_and_they_are_in_order() {
        let names = names();
        assert_eq!(names.len(), 250, "ISO 3166-1 and Kosovo");
        assert!(names.is_sorted() && names.iter().all(|(_, name)| !name.is_empty()));
    }
}
