//! Finds the words that name countries.
//!
//! Takes a text, gives mentions: which country, what kind of words, where. Knows names and demonyms of all of ISO 3166-1
//! and Kosovo in English and Spanish, from a table that `cargo xtask gazetteer` makes. Does not count, does not know what
//! an item or an outlet is, and codes no cities, institutions or persons yet.
//!
//! ```text
//! text ─► token (fold, look up) ─► scan (longest phrase) ─► rules (person? language? money?) ─► context ─► mentions
//! ```

mod context;
mod ending;
mod fold;
mod read;
mod rules;
mod scan;
mod table;
mod token;

use crate::model::{CountryCode, CountryMention};
use table::Gazetteer;

pub use ending::ENDINGS;
pub use fold::fold;

/// Every mention of a country in `text`, in order, without overlaps; spans are bytes of `text`.
///
/// Accents, dots, hyphens, apostrophes and blanks do not matter, capitals do ("turkey" is a bird). The longest phrase
/// wins, so that "Equatorial Guinea" is not Guinea and "Latin America" not the United States. The time is linear in the
/// length of the text.
///
/// ```
/// use dateline_core::countries::mentions;
///
/// let text = "Peruvian and U.S. officials met in the South China Sea, not in Papua New Guinea.";
/// let found: Vec<_> = mentions(text).iter().map(|m| (m.code.as_str().to_owned(), m.span.of(text))).collect();
/// let want = [("PE", "Peruvian"), ("US", "U.S."), ("PG", "Papua New Guinea")];
/// assert_eq!(found, want.map(|(code, words)| (code.to_owned(), words)));
/// ```
pub fn mentions(text: &str) -> Vec<CountryMention> {
    scan::scan(text, Gazetteer::get())
}

/// The English short name of a country as a journalist writes it, or "" where the table has none.
///
/// ```
/// use dateline_core::{countries::name, model::CountryCode};
///
/// assert_eq!(CountryCode::new("HK").map(name), Some("Hong Kong"));
/// ```
pub fn name(code: CountryCode) -> &'static str {
    let names = &Gazetteer::get().names;
    let at = names.binary_search_by_key(&code, |(known, _)| *known);
    at.ok().and_then(|at| names.get(at)).map_or("", |(_, name)| name)
}

/// All countries of the table, by code.
pub fn all() -> impl Iterator<Item = CountryCode> {
    Gazetteer::get().names.iter().map(|(code, _)| *code)
}
