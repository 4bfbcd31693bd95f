//! The program from outside: what it prints, what it writes, and how it ends.
#![allow(clippy::unwrap_used)]

mod common;

use common::{code, complaints, dateline, out};
use serde_json::Value;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REPORT: &str = "HARBOUR MONITOR\n\nNORTH\n\n• Norway signed a pact. – Reuters on 10-JAN-2023\n\
                      • Sweden and Finland waited. – AP on 11-JAN-2023\n";

fn json(output: &Output) -> Value {
    serde_json::from_str(out(output)).unwrap()
}

/// A folder of this test's own, gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn with(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.0.join(name), bytes).unwrap();
        self.file(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn hostile(name: &str) -> String {
    dateline_tests::root().join("tests/corpus/hostile").join(name).display().to_string()
}

#[test]
fn one_report_gives_its_own_object() {
    for arguments in [&["extract"][..], &["extract", "-"], &["extract", "--format", "json"]] {
        let output = dateline(arguments, REPORT.as_bytes());
        assert_eq!((code(&output), complaints(&output)), (0, ""));
        let json = json(&output);
        assert_eq!(json["items"].as_array().unwrap().len(), 2);
        assert_eq!(json["items"][0]["outlet"], "Reuters");
        assert_eq!(json["items"][0]["published"]["start"], "2023-01-10");
        assert_eq!(json["items"][0]["source"]["document"], "-");
        assert_eq!(json["items"][1]["countries"][0]["code"], "SE");
        assert_eq!(json["report"]["reference_date"]["basis"], "inferred");
        assert!(json["diagnostics"].is_array());
    }
}

#[test]
fn several_reports_keep_their_names_and_failures() {
    let folder = Folder::new("several");
    let (here, missing) = (folder.with("a.txt", REPORT), folder.file("b.txt"));
    let output = dateline(&["extract", &here, &missing], b"");
    assert_eq!(code(&output), 1);
    let json = json(&output);
    assert_eq!(json["documents"][0]["name"], here.as_str());
    assert_eq!(json["documents"][0]["items"].as_array().unwrap().len(), 2);
    assert_eq!(json["documents"][1]["error"]["code"], "file-not-found");
    assert!(complaints(&output).starts_with("dateline: error[file-not-found]: "), "{}", complaints(&output));
    assert!(complaints(&output).contains("\n  fix: "));
}

#[test]
fn csv_has_one_header_and_tells_diagnostics_apart() {
    let folder = Folder::new("csv");
    let undated = "NORTH\n\n• Norway signed. – Reuters on 31-FEB-2023\n";
    let (first, second) = (folder.with("a.txt", REPORT), folder.with("b.txt", undated));
    let output = dateline(&["extract", "--format", "csv", &first, &second], b"");
    assert_eq!(code(&output), 0);
    let mut reader = csv::Reader::from_reader(out(&output).as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |index: usize| rows.iter().map(|row| row.get(index).unwrap()).collect::<Vec<_>>();
    assert_eq!(column(2), ["2023-01-10", "2023-01-11", ""]);
    assert_eq!(column(14), ["NO", "SE~FI", "NO"]);
    assert_eq!(column(16), [&first, &first, &second]);
    assert!(complaints(&output).contains("b.txt:3: "), "{}", complaints(&output));
}

#[test]
fn options_of_reading_reach_the_extraction() {
    let text = "NORTH\n\n• Norway signed. – Reuters on 10-JAN\n• Sweden waited. – AP on 02/03/2023\n";
    let output =
        dateline(&["extract", "--reference-date", "2024-01-14", "--date-order", "dmy"], text.as_bytes());
    let json = json(&output);
    assert_eq!(json["report"]["reference_date"]["basis"], "option");
    assert_eq!(json["items"][0]["published"]["start"], "2024-01-10");
    assert_eq!(json["items"][1]["published"]["start"], "2023-03-02");
}

#[test]
fn wrong_usage_is_status_2_and_says_what_is_right() {
    let cases: [(&[&str], &str); 16] = [
        (&[], "Usage: dateline <COMMAND>"),
        (&["extrct"], "extract"),
        (&["extract", "--format", "xml"], "[possible values: json, ndjson, csv, ics, table]"),
        (&["extract", "--reference-date", "2021-02-29"], "write a day that exists"),
        (&["extract", "-", "-"], "error[same-input]"),
        (&["extract", "--lang", "xx"], "[possible values: auto, en, es]"),
        (&["batch", "--jobs", "0"], "write a number from 1 to 512"),
        (&["batch", "--jobs", "many"], "write a number from 1 to 512"),
        (&["batch", "documents.ndjson"], "unexpected argument"),
        (&["render"], "--output"),
        (&["render", "--output", "picture.pdf"], "error[bad-output]"),
        (&["render", "--output", "a.svg", "--width", "0"], "error[bad-size]"),
        (&["render", "--output", "a.png", "--scale", "1000"], "error[bad-size]"),
        (&["render", "--output", "a.svg", "--from", "2021", "--to", "2020"], "error[bad-range]"),
        (&["render", "--output", "a.svg", "--from", "January"], "error[bad-date]"),
        (&["render", "--output", "a.svg", "--country", "VE,Guyana"], "error[bad-country]"),
    ];
    for (arguments, expected) in cases {
        let output = dateline(arguments, b"");
        assert_eq!((code(&output), out(&output)), (2, ""), "{arguments:?}");
        assert!(complaints(&output).contains(expected), "{arguments:?}: {}", complaints(&output));
    }
}

#[test]
fn help_is_no_error() {
    for arguments in
        [&["--help"][..], &["extract", "--help"], &["batch", "--help"], &["render", "--help"], &["--version"]]
    {
        let output = dateline(arguments, b"");
        assert_eq!((code(&output), complaints(&output)), (0, ""));
        assert!(out(&output).contains("dateline"));
    }
}

#[test]
fn what_is_not_text_is_refused_with_a_remedy() {
    let folder = Folder::new("refused");
    let folder_name = folder.0.display().to_string();
    let cases = [
        (hostile("nul.txt"), "binary-input"),
        (hostile("binary.bin"), "binary-input"),
        (folder_name, "not-a-file"),
        (folder.file("missing.txt"), "file-not-found"),
    ];
    for (path, expected) in cases {
        for arguments in [&["extract", &path][..], &["render", &path, "--output", &folder.file("a.svg")]] {
            let output = dateline(arguments, b"");
            assert_eq!((code(&output), out(&output)), (1, ""), "{arguments:?}");
            assert!(complaints(&output).contains(&format!("error[{expected}]")), "{}", complaints(&output));
            assert!(complaints(&output).contains("\n  fix: "));
        }
        assert!(!Path::new(&folder.file("a.svg")).exists());
    }
}

#[test]
fn a_text_beyond_the_limit_is_refused() {
    let output = dateline(&["extract"], &vec![b'a'; dateline_cli::decode::MAX_DOCUMENT_BYTES + 1]);
    assert_eq!(code(&output), 1);
    assert!(complaints(&output).contains("error[input-too-large]: `-` has more than 64 MiB"));
}

#[test]
fn guessed_encodings_and_damage_are_told() {
    let latin = b"NORTH\n\n\x95 Norway signed a caf\xe9 pact. \x96 Reuters on 10-JAN-2023\n";
    let output = dateline(&["extract"], latin);
    let found = json(&output);
    assert_eq!(found["items"][0]["text"], "Norway signed a café pact.");
    assert_eq!(found["diagnostics"][0]["code"], "encoding-guessed");
    let damaged = b"NORTH\n\n\xe2\x80\xa2 Norw\xffay signed. \xe2\x80\x93 Reuters on 10-JAN-2023\n";
    assert_eq!(json(&dateline(&["extract"], damaged))["diagnostics"][0]["code"], "damaged-text");
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let folder = Folder::new("pipe");
    let path = folder.with("long.txt", format!("NORTH\n\n{}", REPORT_LINE.repeat(3000)));
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0_u8; 64];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), complaints(&output)), (0, ""));
}

const REPORT_LINE: &str = "• Norway signed a pact. – Reuters on 10-JAN-2023\n";

#[test]
fn pictures_are_written_as_asked() {
    let folder = Folder::new("pictures");
    let (report, svg, png) = (folder.with("a.txt", REPORT), folder.file("a.svg"), folder.file("a.PNG"));
    let size = ["--width", "800", "--height", "450"];
    let output = dateline(&[&["render", &report, "--output", &svg], &size[..]].concat(), b"");
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    let written = std::fs::read_to_string(&svg).unwrap();
    let document = roxmltree::Document::parse(&written).unwrap();
    assert_eq!(document.root_element().attribute("width"), Some("800"));
    let words = |name: &str| {
        let nodes =
            document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        nodes.filter_map(|node| node.text()).collect::<Vec<_>>()
    };
    assert_eq!(words("title"), ["HARBOUR MONITOR"]);
    assert!(words("desc")[0].contains("2 of 2 items shown"), "{:?}", words("desc"));
    for word in ["North", "Norway", "Sweden", "Finland"] {
        assert!(words("text").contains(&word), "{word} in {:?}", words("text"));
    }

    let output = dateline(&[&["render", &report, "--output", "-"], &size[..]].concat(), b"");
    assert_eq!(out(&output), written, "the same picture, byte for byte");

    let output =
        dateline(&[&["render", &report, "--output", &png, "--scale", "1.5"], &size[..]].concat(), b"");
    assert_eq!((code(&output), complaints(&output)), (0, ""));
    let pixels = resvg::tiny_skia::Pixmap::decode_png(&std::fs::read(&png).unwrap()).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (1200, 675));
}

#[test]
fn a_picture_shows_what_is_asked_for() {
    let folder = Folder::new("asked");
    let report = folder.with("a.txt", REPORT);
    let drawn = |more: &[&str]| {
        let output = dateline(&[&["render", &report, "--output", "-"], more].concat(), b"");
        assert_eq!((code(&output), complaints(&output)), (0, ""), "{more:?}");
        out(&output).to_owned()
    };
    let whole = drawn(&[]);
    assert!(whole.contains(r#"width="1600" height="900""#));
    assert!(whole.contains(">Section</text>") && whole.contains(">Country</text>"));
    let timeline = drawn(&["--chart", "timeline"]);
    assert!(timeline.contains(">Section</text>") && !timeline.contains(">Country</text>"));
    let countries = drawn(&["--chart", "countries"]);
    assert!(!countries.contains(">Section</text>") && countries.contains(">Country</text>"));
    let one = drawn(&["--country", "no"]);
    assert!(one.contains(">Norway</text>") && !one.contains(">Sweden</text>"));
    let window = drawn(&["--from", "2023-01-11", "--to", "2023-01-11"]);
    assert!(window.contains("1 of 2 items shown") && window.contains("11 Jan 2023"));
    let named = drawn(&["--title", "Ships & <ports>", "--note", "Checked twice"]);
    assert!(
        named.contains("<title>Ships &amp; &lt;ports&gt;</title>") && named.contains(">Checked twice</text>")
    );
    let ground = |svg: &str, color: &str| svg.contains(&format!(r#"height="7200" fill="{color}""#));
    assert!(ground(&whole, "#FFFFFF") && !ground(&drawn(&["--transparent"]), "#FFFFFF"));
    assert!(!ground(&drawn(&["--theme", "dark"]), "#FFFFFF"));
}

#[test]
fn several_reports_are_drawn_as_one() {
    let folder = Folder::new("as-one");
    let other = "OTHER MONITOR\n\nSOUTH\n\n• Chile signed. – EFE on 12-JAN-2023\n";
    let (first, second) = (folder.with("a.txt", REPORT), folder.with("b.txt", other));
    let output = dateline(&["render", &first, &second, "--output", "-"], b"");
    assert_eq!(code(&output), 0);
    for words in
        ["<title>2 reports</title>", ">North</text>", ">South</text>", ">Norway</text>", ">Chile</text>"]
    {
        assert!(out(&output).contains(words), "{words}");
    }
    let output = dateline(&["render", &first, &folder.file("missing.txt"), "--output", "-"], b"");
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("<title>HARBOUR MONITOR</title>"), "what could be read is drawn");
}

#[test]
fn a_picture_that_cannot_be_written_is_told() {
    let folder = Folder::new("unwritable");
    let output = dateline(&["render", "--output", &folder.file("no/such/folder.svg")], REPORT.as_bytes());
    assert_eq!(code(&output), 1);
    assert!(complaints(&output).contains("error[write-failed]"), "{}", complaints(&output));
}

#[test]
fn hostile_files_are_read_and_drawn() {
    let folder = Folder::new("hostile");
    let texts = dateline_tests::root().join("tests/corpus/hostile");
    let texts = std::fs::read_dir(texts).unwrap().map(|entry| entry.unwrap().path());
    let texts =
        texts.filter(|path| path.extension().is_some_and(|it| it == "txt") && !path.ends_with("nul.txt"));
    for path in texts.map(|path| path.display().to_string()) {
        let output = dateline(&["extract", &path], b"");
        assert_eq!(code(&output), 0, "{path}: {}", complaints(&output));
        json(&output);
        let output = dateline(&["render", &path, "--output", &folder.file("a.png")], b"");
        assert_eq!(code(&output), 0, "{path}: {}", complaints(&output));
        assert!(!complaints(&output).contains('\u{1b}'), "{path}: a report must not steer the terminal");
    }
}

#[test]
fn a_real_report_comes_out_whole() {
    let Some(text) = dateline_tests::real_report(dateline_tests::NO_18) else { return };
    let found = json(&dateline(&["extract"], text.as_bytes()));
    let items = found["items"].as_array().unwrap();
    let count = |kind: &str| items.iter().filter(|item| item["kind"] == kind).count();
    assert_eq!(["report", "action", "reading", "quote"].map(count), [102, 10, 10, 4]);
    assert_eq!(found["report"]["state_media"]["share"], 0.2255);
    assert_eq!(found["report"]["sections"].as_array().unwrap().len(), 15);

    let output = dateline(&["extract", "--format", "csv"], text.as_bytes());
    let mut reader = csv::Reader::from_reader(out(&output).as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let of_month =
        |month: &str| rows.iter().filter(|row| &row[1] == "report" && row[2].starts_with(month)).count();
    assert_eq!(["2020-11", "2020-12", "2021-01"].map(of_month), [3, 75, 24]);
    let spanish = rows.iter().filter(|row| &row[1] != "passage" && &row[11] == "es").count();
    assert_eq!((rows.len(), spanish), (items.len(), 16));
}
