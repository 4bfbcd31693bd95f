//! The table's text: small, sorted, the same for the same sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::table::Table;

/// What the file says of itself.
const HEAD: &str = "\
# Names of countries, folded. Made by `cargo xtask gazetteer`; do not edit.
# Sources: names from Unicode CLDR @VERSION (cldr-localenames-full; Copyright Unicode, Inc.; licence Unicode-3.0, see
# LICENSE-UNICODE.txt); other names, demonyms and exceptions from crate/xtask/data (MIT OR Apache-2.0).
# \"= code name\" begins a country, \"= -\" what names none; then kind and flags, and phrases parted by \"|\" (\"folded=spelling\": only so).
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
        line(out, mark, &joined(phrases));
    }
}
