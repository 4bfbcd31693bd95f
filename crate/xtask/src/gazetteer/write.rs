//! The table's text: small, sorted, the same for the same sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use dateline_core::countries::ENDINGS;

use super::table::Table;

/// What the file says of itself.
const HEAD: &str = "\
# Names of countries, folded. Made by `cargo xtask gazetteer`; do not edit.
# Sources: names from Unicode CLDR @VERSION (cldr-localenames-full; Copyright Unicode, Inc.; licence Unicode-3.0, see
# LICENSE-UNICODE.txt); other names, demonyms and exceptions from crate/xtask/data (MIT OR Apache-2.0).
# \"= code name\" begins a country, \"= -\" what names none; then kind and flags, and phrases parted by \"|\" (\"folded=spelling\": only so;
# a sign at the end is a set of endings: see `ending.rs`).
# \"@ group default\" begins ambiguous words: w words, q cues, ql cues also in lower case, k countries. \"% class\": words.
";

/// Writes the table.
pub fn text(table: &Table, version: &str) -> String {
    let mut out = HEAD.replace("@VERSION", version);
    for (code, name) in &table.names {
        line(&mut out, &format!("= {code}"), name);
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
    for (mark, phrases) in &rows {
        line(out, mark, &joined(&with_signs(phrases)));
    }
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
