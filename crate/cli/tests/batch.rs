//! `dateline batch` from outside: lines in, lines out.
#![allow(clippy::unwrap_used)]

mod common;

use common::{code, complaints, dateline, out, start};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Output;

const REPORT: &str = "HARBOUR MONITOR OF NORWAY\n\nNORTH\n\n\
                      • Norway signed a pact in May 2022. – China Daily on 10-JAN-2023\n\
                      • Sweden and Finland waited. – AP on 11-JAN\n";

fn batch(input: impl AsRef<[u8]>) -> Output {
    dateline(&["batch"], input.as_ref())
}

fn results(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// One line of input.
fn line(document: &Value) -> String {
    format!("{document}\n")
}

#[test]
fn a_document_gives_all_that_its_text_says() {
    let output = batch(line(&json!({ "id": "a", "name": "a.txt", "text": REPORT })));
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    let [result] = results(&output).try_into().unwrap();
    let mut keys: Vec<&String> = result.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["countries", "dates", "diagnostics", "id", "items", "mentions", "report"]);
    assert_eq!(result["report"]["reference_date"]["date"], "2023-01-11");
    assert_eq!(result["items"][0]["source"]["document"], "a.txt");
    let dates: Vec<_> =
        result["dates"].as_array().unwrap().iter().map(|it| (&it["text"], &it["last"])).collect();
    let expected = [("May 2022", "2022-05-31"), ("10-JAN-2023", "2023-01-10"), ("11-JAN", "2023-01-11")];
    assert_eq!(format!("{dates:?}"), format!("{:?}", expected.map(|(a, b)| (json!(a), json!(b)))));
    assert_eq!(result["countries"], json!(["NO", "SE", "FI"]), "an outlet names no country");
    let mentions = result["mentions"].as_array().unwrap();
    assert_eq!(mentions[0], json!({ "code": "NO", "kind": "name", "text": "NORWAY", "span": [19, 25] }));
    assert_eq!(mentions.len(), 4);
}

#[test]
fn a_date_without_a_place_lists_what_it_can_mean() {
    let output = batch(line(&json!({ "text": "• Ships waited. – AP on 31-FEB-2023\n" })));
    let [result] = results(&output).try_into().unwrap();
    let date = &result["dates"][0];
    assert_eq!(date["text"], "31-FEB-2023");
    for null in ["start", "end", "last"] {
        assert_eq!(date[null], Value::Null);
    }
    assert!(date["alternatives"].is_array());
}

#[test]
fn the_fields_of_a_document_are_its_options() {
    let text = "NORTH\n\n• Norway signed. – Reuters on 10-JAN\n• Sweden waited. – AP on 02/03/2023\n";
    let plain = line(&json!({ "text": text }));
    let told =
        line(&json!({ "text": text, "reference_date": "2024-01-14", "date_order": "dmy", "lang": "en" }));
    let output = batch(plain + &told);
    let found: Vec<String> = results(&output)
        .iter()
        .flat_map(|it| [0, 1].map(|index| it["items"][index]["published"]["start"].to_string()))
        .collect();
    assert_eq!(found, ["\"2023-01-10\"", "\"2023-02-03\"", "\"2024-01-10\"", "\"2023-03-02\""]);
}

#[test]
fn an_id_comes_back_as_it_is_written() {
    let ids = [
        "null",
        "true",
        "false",
        "0",
        "-7",
        "1.0",
        "1e400",
        "123456789012345678901234567890",
        "\"\"",
        "\"a\\u00e9\\n\"",
        "\"é 🛳\"",
        "[1, [2], {}]",
        "{\"b\": 1, \"a\": [null], \"b\": 2}",
    ];
    let input: String = ids.iter().map(|id| format!("{{\"id\": {id} , \"text\": \"\"}}\n")).collect();
    let output = batch(input + "{\"text\": \"\"}\n");
    assert_eq!(code(&output), 0);
    let begins = ids.iter().chain(&["null"]).map(|id| format!("{{\"id\":{id},"));
    for (line, begin) in out(&output).lines().zip(begins) {
        assert!(line.starts_with(&begin), "{begin}: {line}");
    }
    assert_eq!(out(&output).lines().count(), ids.len() + 1);
}

#[test]
fn results_come_in_the_order_of_the_lines() {
    let long = REPORT.repeat(60);
    let input: String = (0..400)
        .map(|id| line(&json!({ "id": id, "text": if id % 17 == 0 { &long } else { "On 5 May 2021." } })))
        .collect();
    let outputs = ["1", "8"].map(|jobs| dateline(&["batch", "--jobs", jobs], input.as_bytes()));
    assert_eq!(out(&outputs[0]), out(&outputs[1]), "the number of threads changes nothing");
    let ids: Vec<i64> = results(&outputs[1]).iter().map(|result| result["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, (0..400).collect::<Vec<_>>());
}

#[test]
fn bad_lines_are_told_and_the_run_goes_on() {
    let good = "{\"id\": 1, \"text\": \"• Norway waited. – AP on 10-JAN-2023\"}";
    let cases: [(&[u8], &str); 7] = [
        (b"{\"id\": 1, \"text\": ", "bad-json"),
        (b"[1, \"text\"]", "bad-json"),
        (b"{\"id\": 1}", "missing-text"),
        (b"{\"id\": 1, \"text\": 5}", "bad-document"),
        (b"{\"text\": \"caf\xe9\"}", "bad-encoding"),
        (b"{\"text\": \"\", \"reference_date\": \"soon\"}", "bad-date"),
        (b"{\"text\": \"\", \"lang\": \"tlh\"}", "bad-option"),
    ];
    let mut input = Vec::new();
    for (bad, _) in cases {
        input.extend([good.as_bytes(), b"\n \r\n", bad, b"\r\n"].concat());
    }
    input.extend(good.as_bytes());
    let output = batch(&input);
    assert_eq!(code(&output), 1);
    assert_eq!(complaints(&output), "dateline: 7 of 15 lines could not be read; their results say why\n");
    let results = results(&output);
    assert_eq!(results.len(), 15);
    for (index, result) in results.iter().enumerate() {
        if index % 2 == 0 {
            assert_eq!((&result["id"], &result["dates"][0]["text"]), (&json!(1), &json!("10-JAN-2023")));
            continue;
        }
        let (bad, expected) = cases[index / 2];
        let bad = String::from_utf8_lossy(bad);
        assert_eq!((&result["id"], &result["error"]["code"]), (&Value::Null, &json!(expected)), "{bad}");
        assert_eq!(result["line"], json!(index / 2 * 3 + 3), "{bad}: lines are counted as an editor does");
        assert!(result["error"]["fix"].as_str().unwrap().ends_with('.'), "{bad}");
    }
}

#[test]
fn an_input_without_documents_gives_nothing() {
    for input in ["", "\n", "\r\n\r\n", " \t\n\n", "\u{feff}\n"] {
        let output = batch(input);
        assert_eq!((code(&output), out(&output), complaints(&output)), (0, "", ""), "{input:?}");
    }
}

#[test]
fn a_line_beyond_the_limit_is_passed_over() {
    let mut input = b"{\"id\": 1, \"text\": \"\"}\n{\"text\": \"".to_vec();
    input.resize(input.len() + dateline_cli::decode::MAX_DOCUMENT_BYTES, b'a');
    input.extend(b"\"}\n{\"id\": 3, \"text\": \"\"}");
    let output = batch(&input);
    assert_eq!(code(&output), 1);
    let results = results(&output);
    assert_eq!(
        [&results[0]["id"], &results[1]["id"], &results[2]["id"]],
        [&json!(1), &json!(null), &json!(3)]
    );
    assert_eq!((&results[1]["line"], &results[1]["error"]["code"]), (&json!(2), &json!("line-too-long")));
}

#[test]
fn results_are_there_before_the_input_ends() {
    let mut child = start(&["batch", "--jobs", "2"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..50 {
        input.write_all(line(&json!({ "id": id, "text": REPORT })).as_bytes()).unwrap();
        let result: Value = serde_json::from_str(&output.next().unwrap().unwrap()).unwrap();
        assert_eq!(result["id"], json!(id));
    }
    drop(input);
    assert!(output.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// The most memory that a process has had, in KiB; Linux tells it.
fn peak_memory(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.split_whitespace().next()?.parse().ok()
}

#[test]
fn memory_does_not_grow_with_the_input() {
    const DOCUMENTS: usize = 20_000;
    let mut child = start(&["batch", "--jobs", "2"]);
    let mut input = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || {
        for id in 0..DOCUMENTS {
            let text = "• Norway waited. – AP on 10-JAN-2023";
            input.write_all(line(&json!({ "id": id, "text": text })).as_bytes()).unwrap();
        }
        input
    });
    let (mut early, mut seen) = (None, 0);
    for result in BufReader::new(child.stdout.take().unwrap()).lines().take(DOCUMENTS) {
        assert!(result.unwrap().starts_with(&format!("{{\"id\":{seen},")));
        seen += 1;
        if seen == DOCUMENTS / 10 {
            early = peak_memory(child.id());
        }
    }
    assert_eq!(seen, DOCUMENTS);
    // The input is still open here, so the program is still there to be asked.
    let late = peak_memory(child.id());
    drop(feeder.join().unwrap());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    if let (Some(early), Some(late)) = (early, late) {
        assert!(late < early + 4_096, "{early} KiB after a tenth, {late} KiB after all");
    }
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_run_quietly() {
    let mut child = start(&["batch"]);
    let mut input = child.stdin.take().unwrap();
    let mut first = String::new();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    input.write_all(line(&json!({ "text": REPORT })).as_bytes()).unwrap();
    output.read_line(&mut first).unwrap();
    drop(output);
    // The input stays open: the program ends although it could still read.
    input.write_all(line(&json!({ "text": REPORT })).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    drop(input);
}

#[test]
fn the_real_reports_come_out_as_extract_gives_them() {
    let names = [dateline_tests::NO_18, dateline_tests::NO_23];
    let texts: Vec<String> = names.iter().filter_map(|name| dateline_tests::real_report(name)).collect();
    let input: String = texts.iter().map(|text| line(&json!({ "text": text, "name": "-" }))).collect();
    let output = batch(input);
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    for (text, result) in texts.iter().zip(results(&output)) {
        let alone = dateline(&["extract"], text.as_bytes());
        let alone: Value = serde_json::from_str(out(&alone)).unwrap();
        for part in ["report", "items", "diagnostics"] {
            assert_eq!(result[part], alone[part], "{part}");
        }
        for (part, words) in [("dates", "expression"), ("mentions", "text")] {
            assert!(!result[part].as_array().unwrap().is_empty());
            assert_spans(text, &result[part], words);
        }
        assert_holds_what_items_have(&result);
    }
    assert_eq!(out(&output).lines().count(), texts.len());
}

#[test]
fn hostile_texts_are_answered() {
    let corpus = dateline_tests::root().join("tests/corpus/hostile");
    let files = std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<String> = files.filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    assert!(texts.len() > 5);
    texts.extend([
        "1".repeat(1_000_000),
        "last ".repeat(40_000),
        "between 1 and ".repeat(20_000),
        "\u{feff}• Norway waited. – AP on 10-JAN-2023".to_owned(),
        "• Norway\u{0} waited.\r– AP on 10-JAN-2023\u{2028}".to_owned(),
    ]);
    let input: String = texts.iter().map(|text| line(&json!({ "text": text }))).collect();
    let output = batch(input);
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    let results = results(&output);
    assert_eq!(results.len(), texts.len());
    for (text, result) in texts.iter().zip(&results) {
        for (part, words) in [("dates", "expression"), ("mentions", "text")] {
            assert_spans(text, &result[part], words);
        }
    }
}

/// Spans lie in the text, one after another, and hold the words.
fn assert_spans(text: &str, found: &Value, words: &str) {
    let found = found.as_array().unwrap();
    let mut end = 0;
    for one in found {
        let [from, to] = [0, 1].map(|edge| one["span"][edge].as_u64().unwrap() as usize);
        assert_eq!(text.get(from..to), one[words].as_str(), "{one}");
        assert_eq!(one["text"], one[words]);
        assert!(end <= from && from < to, "{one}");
        end = to;
    }
}

/// Every date and every country of an item is one of the text's.
fn assert_holds_what_items_have(result: &Value) {
    let spans =
        |list: &Value| list.as_array().unwrap().iter().map(|it| it["span"].to_string()).collect::<Vec<_>>();
    let dates = spans(&result["dates"]);
    for item in result["items"].as_array().unwrap() {
        let published = item["published"]["span"].to_string();
        assert!(item["published"].is_null() || dates.contains(&published), "{item}");
        assert!(spans(&item["dates"]).iter().all(|span| dates.contains(span)), "{item}");
        for country in item["countries"].as_array().unwrap() {
            let codes = result["countries"].as_array().unwrap();
            assert!(codes.contains(&country["code"]), "{item}");
        }
    }
}
