//! Names of countries in the languages that the built-in table does not have: packs for `Gazetteer::add`.
//!
//! Takes a language by CLDR's code, gives the text of its pack, in the format of the core's table. The packs are files of
//! `packs/`, made by `cargo xtask gazetteer` from the Unicode CLDR (licence beside them); a page fetches them one by one,
//! a program has them all in its binary. Does not read them.

mod packs;

use packs::PACKS;

/// The pack of a language ("fr", "zh"), if there is one.
///
/// ```
/// assert!(dateline_names::pack("fr").is_some_and(|pack| pack.contains("allemagne")));
/// assert_eq!(dateline_names::pack("en"), None);
/// ```
pub fn pack(language: &str) -> Option<&'static str> {
    let at = PACKS.binary_search_by_key(&language, |(known, _)| known);
    at.ok().and_then(|at| PACKS.get(at)).map(|(_, text)| *text)
}

/// All languages that have a pack, in order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::countries::{Gazetteer, Setting};

    #[test]
    fn every_line_of_every_pack_is_read() {
        assert!(languages().is_sorted());
        assert!(languages().count() > 150, "CLDR has two hundred languages with names of countries");
        for language in languages() {
            let mut gazetteer = Gazetteer::built_in();
            assert_eq!(gazetteer.add(pack(language).unwrap_or_default()), 0, "{language}");
        }
    }

    #[test]
    fn names_are_found_in_languages_of_several_scripts() {
        for (language, text, code) in [
            ("fr", "Les ministres sont arrivés d’Allemagne.", "DE"),
            ("de", "Er reiste nach Frankreich.", "FR"),
            ("ru", "Переговоры, Украина и мир", "UA"),
            ("ar", "عاصمة مصر اليوم", "EG"),
            ("zh", "总统访问德国。", "DE"),
            ("ja", "首相はフランスを訪れた", "FR"),
            ("th", "นายกฯเยือนเยอรมนีวันนี้", "DE"),
            ("ko", "프랑스 대통령", "FR"),
        ] {
            let mut gazetteer = Gazetteer::built_in();
            gazetteer.add(pack(language).unwrap_or_default());
            let found = gazetteer.mentions(text, Setting::default());
            let codes: Vec<&str> = found.iter().map(|mention| mention.code.as_str()).collect();
            assert_eq!(codes, [code], "{language}");
        }
    }
}
