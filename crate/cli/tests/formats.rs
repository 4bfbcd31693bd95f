//! The formats of `dateline extract` from outside: items a line, a table, a calendar.
#![allow(clippy::unwrap_used)]

mod common;

use common::{code, complaints, dateline, out};
use serde_json::Value;
use std::process::Command;

const REPORT: &str = "HARBOUR MONITOR\n\nNORTH\n\n• Norway signed a pact. – Reuters on 10-JAN-2023\n\
                      • Sweden and Finland waited. – AP on 31-FEB-2023\n";

fn extract(format: &str, input: &str) -> std::process::Output {
    dateline(&["extract", "--format", format], input.as_bytes())
}

/// What the program says of the second item of [`REPORT`].
fn assert_tells_the_undated(complaints: &str) {
    assert!(complaints.contains("-:6: info[undated-item]"), "{complaints}");
}

#[test]
fn ndjson_has_an_item_a_line() {
    let output = extract("ndjson", REPORT);
    assert_eq!(code(&output), 0);
    assert_tells_the_undated(complaints(&output));
    let items: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let whole: Value = serde_json::from_str(out(&extract("json", REPORT))).unwrap();
    assert_eq!(whole["items"], Value::from(items));
}

#[test]
fn a_table_is_plain_where_it_is_no_terminal() {
    let output = extract("table", REPORT);
    assert_eq!(code(&output), 0);
    assert_tells_the_undated(complaints(&output));
    let expected = "\
DATE        KIND    OUTLET   COUNTRIES  TEXT
2023-01-10  report  Reuters  NO         Norway signed a pact.
undated     report  AP       SE FI      Sweden and Finland waited.
";
    assert_eq!(out(&output), expected);
}

#[test]
fn a_table_is_as_wide_as_columns_says() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("table.txt");
    std::fs::write(&path, REPORT).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(["extract", "--format", "table"]).args([&path, &path]).env("COLUMNS", "62");
    let output = command.output().unwrap();
    let shown = out(&output);
    assert!(
        shown.contains("Norway signed a pact.\n") && shown.contains("Sweden and Finland wa…\n"),
        "{shown}"
    );
    let name = path.display().to_string();
    assert_eq!(shown.matches(&name).count(), 2, "each table stands under its document's name");
}

#[test]
fn a_calendar_counts_what_it_cannot_hold() {
    let output = extract("ics", REPORT);
    assert_eq!(code(&output), 0);
    assert_tells_the_undated(complaints(&output));
    let told = "dateline: 1 of 2 items have no date, and are not in the calendar\n";
    assert!(complaints(&output).starts_with(told), "{}", complaints(&output));
    assert!(out(&output).starts_with("BEGIN:VCALENDAR\r\n") && out(&output).ends_with("END:VCALENDAR\r\n"));
    assert!(out(&output).contains("X-WR-CALNAME:HARBOUR MONITOR\r\n"));
    assert_eq!(out(&output).matches("BEGIN:VEVENT\r\n").count(), 1);
}

#[test]
fn what_cannot_be_read_gives_no_empty_file() {
    for format in ["ndjson", "csv", "table", "ics"] {
        let output = dateline(&["extract", "--format", format, "no-such-file.txt"], b"");
        assert_eq!((code(&output), out(&output)), (1, ""), "{format}");
        assert!(complaints(&output).contains("error[file-not-found]"), "{format}");
    }
}

#[test]
fn every_dated_item_of_a_real_report_is_in_its_calendar() {
    let Some(text) = dateline_tests::real_report(dateline_tests::NO_18) else { return };
    let whole: Value = serde_json::from_str(out(&extract("json", &text))).unwrap();
    let items = whole["items"].as_array().unwrap();
    let starts: Vec<String> = items
        .iter()
        .filter_map(|item| Some(item["published"]["start"].as_str()?.get(..10)?.replace('-', "")))
        .collect();
    let output = extract("ics", &text);
    let calendar = out(&output);
    let found: Vec<&str> =
        calendar.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    assert_eq!(found, starts);
    let undated = items.len() - starts.len();
    assert!(complaints(&output).contains(&format!("dateline: {undated} of {} items", items.len())));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
    let rows = extract("table", &text);
    assert_eq!(out(&rows).lines().count(), items.len() + 1);
}
