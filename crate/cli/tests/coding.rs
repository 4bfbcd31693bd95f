//! Evidence, counting and corrections, as the program takes them.
#![allow(clippy::unwrap_used)]

mod common;

use common::{code, complaints, dateline, out};
use serde_json::{Value, json};
use std::path::Path;

const REPORT: &str = "NORTH\n\n• Norway signed a pact. – Reuters on 10-JAN-2023\n\
                      • Sweden and Finland waited. – AP on 11-JAN-2023\n";

/// Writes a file for one test.
fn file(name: &str, content: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

fn extracted(arguments: &[&str]) -> Value {
    let output = dateline(&[&["extract"], arguments].concat(), REPORT.as_bytes());
    assert_eq!(code(&output), 0, "{}", complaints(&output));
    serde_json::from_str(out(&output)).unwrap()
}

fn codes(json: &Value) -> Vec<Vec<&str>> {
    let of = |item: &'_ Value| -> usize { item["countries"].as_array().unwrap().len() };
    let items = json["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| (0..of(item)).map(|at| item["countries"][at]["code"].as_str().unwrap()).collect())
        .collect()
}

#[test]
fn corrections_of_a_file_change_items_and_are_given_back() {
    let plain = extracted(&[]);
    assert_eq!(codes(&plain), [vec!["NO"], vec!["SE", "FI"]]);
    assert!(plain.get("corrections").is_none() && plain.get("evidence").is_none());
    let ids: Vec<&str> =
        plain["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    let corrections = json!([
        { "item": ids[0], "code": "PE", "action": "add" },
        { "item": ids[1], "code": "SE", "action": "remove" },
        { "item": "gone", "code": "FR", "action": "add" },
    ]);
    let list = file("list.json", &corrections.to_string());
    let wrapped = file("wrapped.json", &json!({ "corrections": corrections }).to_string());
    for path in [list, wrapped] {
        let json = extracted(&["--corrections", &path]);
        assert_eq!(codes(&json), [vec!["NO", "PE"], vec!["FI"]]);
        assert_eq!(json["corrections"], corrections);
        assert_eq!(json["items"][0]["countries"][1]["mentions"][0]["kind"], "correction");
        let unmatched =
            json["diagnostics"].as_array().unwrap().iter().filter(|it| it["code"] == "correction-unmatched");
        assert_eq!(unmatched.count(), 1);
    }
}

#[test]
fn a_file_without_corrections_is_refused_with_a_remedy() {
    for (name, content, expected) in [
        ("words.json", "none", "bad-correction"),
        ("other.json", "{\"items\": []}", "bad-correction"),
        ("code.json", "[{\"item\": \"a\", \"code\": \"Peru\", \"action\": \"add\"}]", "bad-correction"),
    ] {
        let path = file(name, content);
        let output = dateline(&["extract", "--corrections", &path], REPORT.as_bytes());
        assert_eq!((code(&output), out(&output)), (2, ""), "{content}");
        assert!(complaints(&output).contains(expected), "{}", complaints(&output));
    }
    let output = dateline(&["extract", "--corrections", "not-there.json"], REPORT.as_bytes());
    assert!(complaints(&output).contains("file-not-found"));
}

#[test]
fn names_alone_are_said_where_they_count() {
    let json = extracted(&["--evidence", "names"]);
    assert_eq!(json["evidence"], "names");
    let line = json!({ "text": REPORT }).to_string();
    let output = dateline(&["batch", "--evidence", "names"], line.as_bytes());
    let kinds: Value = serde_json::from_str(out(&output)).unwrap();
    assert!(kinds["mentions"].as_array().unwrap().iter().all(|it| it["kind"] == "name"));
}

#[test]
fn a_picture_says_how_it_counts() {
    let picture = |arguments: &[&str]| {
        let output = dateline(&[&["render", "--output", "-"], arguments].concat(), REPORT.as_bytes());
        assert_eq!(code(&output), 0, "{}", complaints(&output));
        out(&output).to_owned()
    };
    assert!(picture(&[]).contains("full counting: "));
    let lost = file("lost.json", "[{\"item\": \"gone\", \"code\": \"FR\", \"action\": \"add\"}]");
    let fractional = picture(&["--counting", "fractional", "--evidence", "names", "--corrections", &lost]);
    assert!(fractional.contains("counts 1/n for each · names and demonyms only"));
    assert!(fractional.contains(">0.5<"), "half of an item");
}

#[test]
fn countries_are_named_in_other_languages_where_it_is_asked_for() {
    let text = "NORD\n\n• Die Minister trafen sich in Deutschland und Schweden. – dpa on 10-JAN-2023\n";
    let codes = |arguments: &[&str]| {
        let output = dateline(&[&["extract"], arguments].concat(), text.as_bytes());
        assert_eq!(code(&output), 0, "{}", complaints(&output));
        let json: Value = serde_json::from_str(out(&output)).unwrap();
        json["items"][0]["countries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["code"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), Vec::<Value>::new());
    assert_eq!(codes(&["--country-languages", "fr,de"]), [json!("DE"), json!("SE")]);
    let line = json!({ "text": text }).to_string();
    let output = dateline(&["batch", "--country-languages", "de"], line.as_bytes());
    let answer: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(answer["countries"], json!(["DE", "SE"]));
    for command in ["extract", "batch"] {
        let output = dateline(&[command, "--country-languages", "tlh"], text.as_bytes());
        assert_eq!(code(&output), 2);
        assert!(complaints(&output).contains("no-names"), "{}", complaints(&output));
    }
}
