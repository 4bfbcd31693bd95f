//! Packs: plain names of countries in all other languages of CLDR, one file a language.
//!
//! Takes CLDR's files and the finished table, gives for each language the rows that the table does not have already. The
//! regional and script variants of a language stand in one pack.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use dateline_core::countries::fold;

use super::cldr::{self, Cldr};
use super::sources::Sources;
use super::table::Table;

/// Languages that the table has.
const BUILT_IN: [&str; 3] = ["en", "es", "und"];
/// A name of fewer letters, or of capitals only, is an abbreviation or a word of something else.
const SHORTEST: usize = 3;
/// An article has at most so many letters.
const LONGEST_ARTICLE: usize = 3;
/// Marks of rows whose names begin with a capital, and of those that need none.
const PLAIN: &str = "n";
const LOWER: &str = "ns";
/// A pack of fewer names would not be worth a file.
const FEWEST: usize = 5;
/// What a pack says of itself.
const HEAD: &str = "\
# Names of countries in the language of this file's name. Made by `cargo xtask gazetteer` from Unicode CLDR @VERSION.
";

/// Language and text of its pack.
pub type Packs = BTreeMap<String, String>;

/// Makes all packs.
///
/// # Errors
///
/// When CLDR's files cannot be read.
pub fn make(sources: &Sources, cldr: &Cldr, table: &Table) -> Result<Packs, Box<dyn Error>> {
    let mut names: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for locale in cldr::locales(sources)? {
        let language = locale.split('-').next().unwrap_or_default().to_owned();
        if !BUILT_IN.contains(&language.as_str()) {
            names.entry(language).or_default().extend(cldr::territories(sources, &locale)?);
        }
    }
    let head = HEAD.replace("@VERSION", &cldr.version);
    let packs =
        names.into_iter().map(|(language, names)| (language, rows(&names, &|phrase| table.knows(phrase))));
    let packs = packs.filter(|(_, rows)| rows.values().map(BTreeSet::len).sum::<usize>() >= FEWEST);
    Ok(packs.map(|(language, rows)| (language, format!("{head}{}", text(&rows)))).collect())
}

/// Country and mark, and the phrases.
type Rows = BTreeMap<(String, &'static str), BTreeSet<String>>;

/// The phrases of each country; a phrase that names two countries is left out. One that CLDR begins in lower case counts so.
fn rows(names: &[(String, String)], known: &dyn Fn(&str) -> bool) -> Rows {
    let mut senses: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (code, name) in names {
        for spelling in spellings(name).filter(|spelling| is_name(spelling)) {
            let mark = if spelling.starts_with(char::is_lowercase) { LOWER } else { PLAIN };
            senses.entry(fold(spelling)).or_default().insert((code, mark));
        }
    }
    let mut rows = Rows::new();
    for (phrase, senses) in senses.into_iter().filter(|(phrase, _)| !known(phrase)) {
        let codes: BTreeSet<&str> = senses.iter().map(|(code, _)| *code).collect();
        let mark = if senses.iter().all(|(_, mark)| *mark == LOWER) { LOWER } else { PLAIN };
        if let (Some(code), 1) = (codes.first(), codes.len()) {
            rows.entry(((*code).to_owned(), mark)).or_default().insert(phrase);
        }
    }
    rows
}

/// A name, the part of it before a bracket, and what an article in lower case stands before: "an Afganastáin".
fn spellings(name: &str) -> impl Iterator<Item = &str> {
    let bare = name.split_once(" (").map(|(bare, _)| bare);
    let article = name.split_once([' ', '-', '’', '\'']).filter(|(article, rest)| {
        article.chars().count() <= LONGEST_ARTICLE
            && article.chars().all(char::is_lowercase)
            && rest.starts_with(char::is_uppercase)
    });
    [Some(name), bare, article.map(|(_, rest)| rest)].into_iter().flatten()
}

/// Whether it is a name, not a code or an abbreviation.
fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let cased = name.chars().any(char::is_lowercase) || !name.chars().any(char::is_uppercase);
    cased && (letters >= SHORTEST || !name.chars().any(|c| c.is_ascii_alphabetic()) && letters > 1)
}

fn text(rows: &Rows) -> String {
    let row = |phrases: &BTreeSet<String>| phrases.iter().map(String::as_str).collect::<Vec<_>>().join("|");
    rows.iter().map(|((code, mark), phrases)| format!("= {code}\n{mark} {}\n", row(phrases))).collect()
}

/// The Rust file that puts all packs into a binary.
pub fn module(packs: &Packs) -> String {
    let head = "//! All packs, by language. Made by `cargo xtask gazetteer`; do not edit.\n\n";
    let rows: String = packs
        .keys()
        .map(|language| format!("    (\"{language}\", include_str!(\"../packs/{language}.txt\")),\n"))
        .collect();
    format!(
        "{head}/// Language and the text of its pack, sorted.\npub(super) const PACKS: &[(&str, &str)] = &[\n{rows}];\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_has_what_is_new_and_means_one_country() {
        let names = [
            ("DE", "Allemagne"),
            ("FR", "France"),
            ("CD", "Congo"),
            ("CG", "Congo"),
            ("US", "É.-U."),
            ("US", "États-Unis"),
            ("AF", "an Afganastáin"),
            ("MM", "Birmanie (Myanmar)"),
        ];
        let names: Vec<_> =
            names.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
        assert_eq!(
            text(&rows(&names, &|phrase| phrase == "france")),
            "= AF\nn afganastain\n= AF\nns an afganastain\n= DE\nn allemagne\n= MM\nn birmanie|birmanie myanmar\n\
             = US\nn etats unis\n"
        );
    }

    #[test]
    fn codes_and_abbreviations_are_no_names() {
        for (name, good) in
            [("USA", false), ("VS", false), ("Çad", true), ("中国", true), ("Om", false), ("日", false)]
        {
            assert_eq!(is_name(name), good, "{name}");
        }
    }
}
