//! Countries by name and demonym: tables of cases, laws for any text, and the real reports.
//!
//! A case is a line of a table in `corpus/countries`: a text, the codes that it names, each once in the order of first
//! mention, and in a third column what its surroundings say, where they say something.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::Path;

use dateline_core::countries::{Gazetteer, Setting, all, mentions, name};
use dateline_core::model::{CountryCode, Evidence, MentionKind, MentionRule};
use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use dateline_tests::{NO_18, NO_23, real_report, root};
use proptest::prelude::*;

/// Cases that are right and still fail.
const KNOWN_MISSES: &str = "known-misses.tsv";

/// A case: its line, the text, the codes, and what the surroundings say.
struct Case {
    line: usize,
    text: String,
    codes: String,
    day: Option<CivilDate>,
    lent: Vec<CountryCode>,
}

/// The cases of one table.
fn cases(file: &Path) -> Vec<Case> {
    let table = std::fs::read_to_string(file).expect("the table of cases is there");
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(number, line)| {
            let (text, rest) = line.split_once('\t').expect("a case has two columns");
            let (codes, setting) = rest.split_once('\t').unwrap_or((rest, ""));
            let mut case = Case {
                line: number + 1,
                text: text.replace("\\n", "\n").replace("\\s", "\u{a0}"),
                codes: unique(codes.split(' ')),
                day: None,
                lent: Vec::new(),
            };
            for part in setting.split(';').map(str::trim).filter(|part| !part.is_empty()) {
                match part.split_once('=').expect("a setting has a name and a value") {
                    ("date", day) => case.day = Some(CivilDate::parse_iso(day).expect("a day")),
                    ("lent", codes) => case.lent = codes.split(',').filter_map(CountryCode::new).collect(),
                    (name, _) => panic!("{}: no setting `{name}`", file.display()),
                }
            }
            case
        })
        .collect()
}

/// The codes, each once.
fn unique<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for code in codes.filter(|code| !code.is_empty()) {
        if !seen.contains(&code) {
            seen.push(code);
        }
    }
    if seen.is_empty() { "-".into() } else { seen.join(" ") }
}

fn codes(case: &Case) -> String {
    let setting = Setting { day: case.day, lent: &case.lent };
    let found = Gazetteer::shared().mentions(&case.text, setting);
    unique(found.iter().map(|mention| mention.code.as_str()))
}

#[test]
fn every_case_of_the_tables_holds() {
    let mut wrong = Vec::new();
    let mut mended = Vec::new();
    let mut counts: Vec<String> = Vec::new();
    let (mut files, mut cases_seen) = (0, 0);
    for entry in std::fs::read_dir(root().join("tests/corpus/countries")).expect("the corpus is there") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        files += 1;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let cases = cases(&path);
        counts.push(format!("{file} {}", cases.len()));
        for case in cases {
            cases_seen += 1;
            let got = codes(&case);
            if file == KNOWN_MISSES {
                mended.extend((got == case.codes).then(|| format!("{file}:{}: {:?}", case.line, case.text)));
            } else if got != case.codes {
                let Case { line, text, codes, .. } = case;
                wrong.push(format!("{file}:{line}: {text:?}\n    want {codes}, got {got}"));
            }
        }
    }
    counts.sort();
    println!("{cases_seen} cases, by rule:\n{}", counts.join("\n"));
    assert!(mended.is_empty(), "no longer misses, move them to their rule:\n{}", mended.join("\n"));
    assert!(files >= 10 && cases_seen >= 1000, "{files} tables with {cases_seen} cases");
    assert!(wrong.is_empty(), "{} of {cases_seen} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn kinds_and_spans_are_those_of_the_words() {
    use MentionKind::{Abbreviation, City, Demonym, Name, Region};
    let cases: [(&str, &[(&str, MentionKind)]); 9] = [
        ("The U.S.-Mexico border", &[("U.S.", Abbreviation), ("Mexico", Name)]),
        ("It is in the U.S.", &[("U.S.", Abbreviation)]),
        ("The US. And Peru.", &[("US", Abbreviation), ("Peru", Name)]),
        ("Iran’s and Iraqi", &[("Iran", Name), ("Iraqi", Demonym)]),
        ("the Republic of Korea", &[("Republic of Korea", Name)]),
        ("the Argentine Republic", &[("Argentine Republic", Name)]),
        ("the Falkland Islands (Malvinas).", &[("Falkland Islands (Malvinas)", Name)]),
        ("México, Côte d’Ivoire", &[("México", Name), ("Côte d’Ivoire", Name)]),
        ("Mexico City and Northern Ireland", &[("Mexico City", City), ("Northern Ireland", Region)]),
    ];
    for (text, want) in cases {
        let got: Vec<_> = mentions(text).iter().map(|m| (m.span.of(text), m.kind)).collect();
        assert_eq!(got, want, "{text}");
    }
}

#[test]
fn every_country_has_a_name_and_is_found_by_it() {
    assert_eq!(all().count(), 250);
    for code in all() {
        let shown = name(code);
        assert_eq!(
            unique(mentions(shown).iter().map(|mention| mention.code.as_str())),
            code.as_str(),
            "{shown}"
        );
        assert!(!shown.contains("SAR") && !shown.contains('&'), "{shown} is no journalist's word");
    }
    for (code, shown) in [
        ("US", "United States"),
        ("GB", "United Kingdom"),
        ("HK", "Hong Kong"),
        ("CZ", "Czechia"),
        ("TR", "Turkey"),
        ("CD", "DR Congo"),
        ("CI", "Ivory Coast"),
        ("BA", "Bosnia and Herzegovina"),
        ("XK", "Kosovo"),
        ("ZZ", ""),
    ] {
        assert_eq!(CountryCode::new(code).map(name), Some(shown));
    }
}

/// Names, demonyms and abbreviations of the whole text, furniture and trailers included, as read by a person.
fn assert_counts(report: &str, want: &[(&str, usize)]) {
    let Some(text) = real_report(report) else { return };
    let mut got: BTreeMap<String, usize> = BTreeMap::new();
    for mention in mentions(&text).iter().filter(|mention| Evidence::Names.admits(mention.kind)) {
        *got.entry(mention.code.as_str().to_owned()).or_default() += 1;
    }
    let want: BTreeMap<String, usize> = want.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect();
    assert_eq!(got, want);
}

#[test]
#[rustfmt::skip]
fn no_18_names_its_countries() {
    assert_counts(NO_18, &[
        ("AR", 16), ("AW", 1), ("AZ", 1), ("BO", 13), ("BR", 12), ("BS", 1), ("CA", 2), ("CL", 11), ("CN", 54),
        ("CO", 24), ("CR", 2), ("CU", 17), ("CV", 4), ("DO", 2), ("EC", 3), ("ES", 2), ("GB", 1), ("GQ", 1),
        ("GT", 3), ("GY", 7), ("HK", 1), ("HN", 3), ("HT", 1), ("IL", 1), ("IQ", 1), ("IR", 40), ("IT", 1),
        ("JM", 1), ("KP", 1), ("KR", 3), ("LC", 1), ("MX", 34), ("MY", 2), ("NI", 5), ("PA", 5), ("PE", 5),
        ("PY", 3), ("QA", 16), ("RU", 47), ("SR", 1), ("SV", 1), ("TR", 10), ("TT", 1), ("TW", 2), ("US", 59),
        ("UY", 2), ("VE", 61), ("VN", 4),
    ]);
}

#[test]
#[rustfmt::skip]
fn no_23_names_its_countries() {
    assert_counts(NO_23, &[
        ("AR", 11), ("BO", 4), ("BR", 4), ("CL", 1), ("CN", 20), ("CO", 7), ("CU", 6), ("CV", 1), ("GB", 2),
        ("GY", 3), ("HN", 1), ("IR", 9), ("MX", 11), ("NI", 6), ("NO", 2), ("PE", 6), ("PY", 1), ("RU", 15),
        ("SV", 1), ("SY", 2), ("TR", 1), ("US", 6), ("UY", 1), ("VE", 21),
    ]);
}

/// The golden file of what items of the real reports name otherwise.
const OTHER_EVIDENCE: &str = "tests/golden/other-evidence.tsv";

/// Cities, regions, institutions and leaders in the items of both real reports, with the rule that read them, as read by
/// a person. `BLESS=1` writes the file anew.
#[test]
fn other_evidence_of_the_real_reports_is_as_read() {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for report in [NO_18, NO_23] {
        let Some(text) = real_report(report) else { return };
        let items = extract(&text, &Options::default()).items;
        let others =
            items.iter().flat_map(|item| &item.countries).filter(|m| !Evidence::Names.admits(m.kind));
        for mention in others {
            let words = mention.span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            let rule = mention.rule.map_or("-", MentionRule::name);
            *lines
                .entry(format!("{}\t{}\t{words}\t{rule}", mention.kind.name(), mention.code.as_str()))
                .or_default() += 1;
        }
    }
    let got: String = lines.iter().map(|(line, count)| format!("{line}\t{count}\n")).collect();
    let path = root().join(OTHER_EVIDENCE);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &got).expect("the golden file can be written");
    }
    let want = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(got, want, "{OTHER_EVIDENCE} differs; look at it, then BLESS=1");
}

/// Spans lie in the text, on characters, are not empty, increase and do not overlap; codes are of the table.
fn assert_sound(text: &str) {
    let mut end = 0;
    for mention in mentions(text) {
        let words = text.get(mention.span.start..mention.span.end).expect("a span lies on characters");
        assert!(!words.trim().is_empty() && words.trim() == words, "{words:?}");
        assert!(mention.span.start >= end, "spans increase");
        assert!(!name(mention.code).is_empty(), "{:?} is a country", mention.code);
        end = mention.span.end;
    }
}

/// Pieces of names, of what stands beside them, and of what breaks readers.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "United", "States", "Guinea", "Equatorial", "New", "Georgia", "Jordan", "Michael", "B", "US", "U", "S", "Côte",
            "d", "Ivoire", "Republic", "of", "the", "Korea", "Réunion", "Spanish", "in", "and", "pesos", "Atlanta", "Granada",
            "St", "Lucia", "Islas", "islas", "Falkland", "Malvinas", "perú", "ＩＲＡＮ", "İran", "ß", "e\u{301}",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            " ", " ", "\n", "\r\n", ".", ". ", ",", "-", "’", "'", "&", " (", ")", "$", "@", "#", "\u{a0}", "\u{ad}", "\u{200d}", "\0",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        assert_sound(&text);
    }

    #[test]
    fn any_pieces_of_names_are_read(text in pieces()) {
        assert_sound(&text);
    }

    #[test]
    fn a_text_set_apart_adds_its_own_mentions(text in pieces()) {
        let alone = mentions(&text).len();
        let far = " x".repeat(400);
        let twice = format!("{text}\n\n{far}\n\n{text}");
        prop_assert_eq!(mentions(&twice).len(), alone * 2);
    }
}

/// A long text of what could make a reader go back and forth; a square of it would not end.
#[test]
fn long_monotonous_texts_end() {
    for piece in [
        "US ",
        "Georgia ",
        "Georgia Atlanta ",
        "Democratic Republic of the ",
        "in Spanish, ",
        "Jordan B. ",
        "a",
        "é",
    ] {
        let text = piece.repeat(300_000 / piece.len());
        assert_sound(&text);
    }
}
