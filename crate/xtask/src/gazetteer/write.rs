//! The table's text: small, sorted, the same for the same sources.
//!
//! `= CODE` begins a country, `= -` what names none. A row has a kind (n name, d demonym, a abbreviation, c city, r region,
//! i institution) with flags, and folded phrases parted by `|` (`folded=spelling`: only so; a sign at the end is a set of
//! endings, see the core's `ending.rs`). `p terms phrases` are persons. `@ group default` begins ambiguous words: w words, q
//! cues, ql cues also in lower case, k countries. `% class words` are the words that rules ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use dateline_core::countries::ENDINGS;

use super::table::Table;
use super::terms;

/// Titles behind which a common surname stands for a leader; the class "leader" of the rules has them all.
const TITLES: [&str; 4] = ["president", "presidente", "presidenta", "king"];

/// What the file says of itself.
const HEAD: &str = "\
# Made by `cargo xtask gazetteer`; NOTICE.md names the sources and their licences: Unicode CLDR @VERSION, GeoNames (CC BY 4.0).
# `write.rs` there describes the rows.
";

/// Flags of places that count by their context alone.
const CONTEXT: [char; 2] = ['o', 't'];
/// Whether the core reads [`CONTEXT`].
const READS_CONTEXT: bool = true;

/// Writes the table.
pub fn text(table: &Table, version: &str) -> String {
    let mut out = HEAD.replace("@VERSION", version);
    for code in table.names.keys() {
        line(&mut out, "=", code);
        rows(&mut out, table, code);
    }
    out.push_str("= -\n");
    rows(&mut out, table, "");
    for (name, group) in &table.groups {
        line(&mut out, &format!("@ {name}"), &group.default);
        line(&mut out, "w", &joined(&group.words));
        for ((mark, sense), cues) in &group.cues {
            line(&mut out, mark, &format!("{sense} {}", joined(cues)));
        }
    }
    for (class, words) in &table.words {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        line(&mut out, &format!("% {class}"), &words.join(" "));
    }
    out
}

/// Writes the names that are shown.
pub fn names(table: &Table) -> String {
    table.names.iter().map(|(code, name)| format!("{code} {name}\n")).collect()
}

fn line(out: &mut String, mark: &str, rest: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{mark} {rest}");
}

fn joined(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join("|")
}

/// The rows of one country, one for each kind with its flags.
fn rows(out: &mut String, table: &Table, code: &str) {
    let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (phrase, sense) in table.phrases.iter().filter(|(_, sense)| sense.code == code) {
        let mark: String = std::iter::once(sense.kind).chain(sense.flags.iter().copied()).collect();
        rows.entry(mark).or_default().insert(phrase.clone());
    }
    for (phrase, place) in
        table.places.iter().flat_map(|(phrase, all)| all.iter().map(move |one| (phrase, one)))
    {
        if place.code == code && (READS_CONTEXT || place.flags.is_disjoint(&CONTEXT.into())) {
            let mark: String = std::iter::once(place.kind).chain(place.flags.iter().copied()).collect();
            rows.entry(mark).or_default().insert(phrase.clone());
        }
    }
    for (mark, phrases) in &rows {
        line(out, mark, &joined(&with_signs(phrases)));
    }
    let leaders = table.persons.get(code).into_iter().flatten();
    for (terms, (mark, phrases)) in terms::chained(leaders.flat_map(by_title)) {
        line(out, mark, &format!("{terms} {}", joined(&phrases)));
    }
}

/// A leader's phrases, and apart those that need a title before them: of "president bush" the surname is written.
fn by_title<'a>(
    (terms, phrases): (&String, &BTreeSet<String>),
) -> impl Iterator<Item = (String, (&'a str, BTreeSet<String>))> {
    let surname = |phrase: &String| {
        let (title, rest) = phrase.split_once(' ')?;
        TITLES.contains(&title).then(|| rest.to_owned())
    };
    let titled: BTreeSet<String> = phrases.iter().filter_map(surname).collect();
    let plain = phrases.iter().filter(|phrase| surname(phrase).is_none()).cloned().collect();
    let rows = [(terms.clone(), ("p", plain)), (terms.clone(), ("py", titled))];
    rows.into_iter().filter(|(_, (_, phrases))| !phrases.is_empty())
}

/// The phrases, with one sign for the endings of those that differ in them alone.
fn with_signs(phrases: &BTreeSet<String>) -> BTreeSet<String> {
    let mut rest = phrases.clone();
    let mut signed = BTreeSet::new();
    // Long sets of endings first: "a, as, os" is a part of "a, as, o, os".
    let mut endings = ENDINGS;
    endings.sort_by_key(|(_, endings)| std::cmp::Reverse(endings.len()));
    for (sign, endings) in endings {
        for phrase in phrases {
            let Some(stem) = endings.first().and_then(|first| phrase.strip_suffix(first)) else { continue };
            let all: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).collect();
            if all.iter().all(|phrase| rest.contains(phrase)) {
                all.iter().for_each(|phrase| {
                    rest.remove(phrase);
                });
                signed.insert(format!("{stem}{sign}"));
            }
        }
    }
    rest.append(&mut signed);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_in_their_endings_become_one() {
        let cases = [
            ("chad", "chad"),
            ("chadian chadians", "chadian+"),
            ("cubana cubanas cubano cubanos", "cuban/"),
            ("belarusa belarusas belarusos", "belarus%"),
            ("sudanesa sudanesas sudaneses", "sudanes*"),
            ("cubana cubanas", "cubana+"),
            ("congoles congolese", "congoles congolese"),
        ];
        for (phrases, expected) in cases {
            let signed = with_signs(&phrases.split(' ').map(str::to_owned).collect());
            assert_eq!(signed.into_iter().collect::<Vec<_>>().join(" "), expected);
        }
    }
}
