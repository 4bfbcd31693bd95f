//! The JSON and CSV of a hand-made document, held against the documented shapes.
#![allow(clippy::unwrap_used)]

use dateline_core::Extraction;
use dateline_core::model::*;
use dateline_core::time::{CivilDate, Interval, Precision, Unit};
use dateline_wire::*;
use serde_json::json;

const TEXT: &str = "• Chile – \"and\" Chilean ships, with Perú. – Reuters on 10-JAN.";

fn span_of(word: &str) -> Span {
    let start = TEXT.find(word).unwrap();
    Span { start, end: start + word.len() }
}

fn mention(code: &str, kind: MentionKind, word: &str) -> CountryMention {
    CountryMention { code: CountryCode::new(code).unwrap(), kind, span: span_of(word), rule: None }
}

fn date(interval: Option<Interval>) -> DateMention {
    DateMention {
        interval,
        precision: Precision::Day,
        expression: "10-JAN".into(),
        approximate: false,
        basis: Basis::YearInferred,
        why: "the latest 10 January".into(),
        span: span_of("10-JAN"),
        role: DateRole::default(),
        alternatives: Vec::new(),
    }
}

fn day() -> Interval {
    Interval::of(Unit::Day, CivilDate::new(2021, 1, 10).unwrap())
}

fn item() -> Item {
    Item {
        id: "b7c0".into(),
        kind: ItemKind::Report,
        text: "=Chile – \"and\" Chilean ships, with Perú.".into(),
        published: Some(date(Some(day()))),
        dates: vec![date(None)],
        outlet: Some("Reuters".into()),
        byline: None,
        label: None,
        language: "en".into(),
        state_media: false,
        section: 0,
        url: None,
        countries: vec![
            mention("CL", MentionKind::Name, "Chile"),
            mention("PE", MentionKind::Name, "Perú"),
            mention("CL", MentionKind::Demonym, "Chilean"),
        ],
        span: Span { start: 0, end: TEXT.len() },
        line: 1,
        confidence: Confidence::Inferred,
    }
}

fn report() -> Report {
    let section = |title: &str, inferred| Section {
        title: title.into(),
        inferred,
        why: if inferred { "mostly about Iran".into() } else { String::new() },
        line: 1,
        span: Span::default(),
    };
    Report {
        title: "Ships".into(),
        series: Some("MONITOR".into()),
        number: Some("18".into()),
        reference_date: Some(ReferenceDate {
            date: CivilDate::new(2021, 1, 14).unwrap(),
            basis: ReferenceBasis::Inferred,
            why: "trailer 14-JAN".into(),
        }),
        coverage: Some(day()),
        sections: vec![section("NAVIES", false), section("Iran", true)],
        state_media: StateMedia { items: 23, of: 102, stated_limit: Some(0.2) },
        language: "en".into(),
    }
}

fn extraction() -> Extraction {
    let diagnostic = Diagnostic {
        code: "undated-item",
        severity: Severity::Info,
        line: 2,
        span: Span { start: 3, end: 5 },
        message: "No date.".into(),
        fix: "Add one.",
    };
    Extraction { report: report(), items: vec![item()], diagnostics: vec![diagnostic], dates: Vec::new() }
}

#[test]
fn a_document_has_the_documented_shape() {
    let extraction = extraction();
    let json = serde_json::to_value(document("a.txt", TEXT, &extraction)).unwrap();
    assert_eq!(
        json["report"],
        json!({
            "title": "Ships", "series": "MONITOR", "number": "18", "language": "en",
            "reference_date": { "date": "2021-01-14", "basis": "inferred", "why": "trailer 14-JAN" },
            "coverage": { "start": "2021-01-10", "end": "2021-01-11" },
            "sections": [
                { "id": 0, "title": "NAVIES", "inferred": false, "line": 1 },
                { "id": 1, "title": "Iran", "inferred": true, "why": "mostly about Iran", "line": 1 }
            ],
            "state_media": { "items": 23, "of": 102, "share": 0.2255, "stated_limit": 0.2 }
        })
    );
    assert_eq!(
        json["diagnostics"],
        json!([{ "code": "undated-item", "severity": "info", "line": 2, "span": [3, 5],
                 "message": "No date.", "fix": "Add one." }])
    );
}

#[test]
fn an_item_has_the_documented_shape() {
    let item = item();
    let mut json =
        serde_json::to_value(ItemJson::new(&item, Provenance { name: "a.txt", text: TEXT })).unwrap();
    let countries = json["countries"].take();
    let span = |word: &str| json!([span_of(word).start, span_of(word).end]);
    let published = json!({
        "start": "2021-01-10", "end": "2021-01-11", "precision": "day", "role": "event", "expression": "10-JAN",
        "approximate": false, "basis": "year-inferred", "why": "the latest 10 January", "span": span("10-JAN")
    });
    let mut unplaced = published.clone();
    unplaced["start"] = json!(null);
    unplaced["end"] = json!(null);
    assert_eq!(
        json,
        json!({
            "id": "b7c0", "kind": "report", "text": item.text, "published": published, "dates": [unplaced],
            "outlet": "Reuters", "byline": null, "label": null, "language": "en", "state_media": false,
            "section": 0, "url": null, "countries": null, "confidence": "inferred",
            "source": { "document": "a.txt", "line": 1, "span": [0, TEXT.len()] }
        })
    );
    let mention = |word: &str, kind: &str| json!({ "text": word, "kind": kind, "span": span(word) });
    assert_eq!(countries[0]["code"], "CL");
    assert_eq!(countries[0]["mentions"], json!([mention("Chile", "name"), mention("Chilean", "demonym")]));
    assert_eq!(countries[1]["code"], "PE");
    assert_eq!(countries[1]["mentions"], json!([mention("Perú", "name")]));
    assert_eq!(countries[2], json!(null));
}

#[test]
fn what_else_a_date_can_mean_is_shown_where_there_is_something() {
    let other = Interval::of(Unit::Month, CivilDate::new(2020, 1, 10).unwrap());
    let doubtful = DateMention { alternatives: vec![other], ..date(Some(day())) };
    let item = Item { published: Some(doubtful), ..item() };
    let json = serde_json::to_value(ItemJson::new(&item, Provenance { name: "a.txt", text: TEXT })).unwrap();
    assert_eq!(json["published"]["alternatives"], json!([{ "start": "2020-01-01", "end": "2020-02-01" }]));
    assert_eq!(json["dates"][0].get("alternatives"), None);
}

#[test]
fn the_whole_of_a_text_has_the_documented_shape() {
    let extraction = extraction();
    let other = Interval::of(Unit::Month, CivilDate::new(2020, 1, 10).unwrap());
    let placed = date(Some(day()));
    let doubtful = DateMention { alternatives: vec![other], ..placed.clone() };
    let dates = [placed, doubtful, date(None)];
    let from = Provenance { name: "a.txt", text: TEXT };
    let json = serde_json::to_value(whole(from, &extraction, &dates, &item().countries)).unwrap();
    let one = serde_json::to_value(document("a.txt", TEXT, &extraction)).unwrap();
    for part in ["report", "items", "diagnostics"] {
        assert_eq!(json[part], one[part], "{part}");
    }
    let span = |word: &str| json!([span_of(word).start, span_of(word).end]);
    let mut expected = json!({
        "text": "10-JAN", "start": "2021-01-10", "end": "2021-01-11", "last": "2021-01-10", "precision": "day", "role": "event",
        "expression": "10-JAN", "approximate": false, "basis": "year-inferred", "why": "the latest 10 January",
        "span": span("10-JAN")
    });
    assert_eq!(json["dates"][0], expected);
    expected["alternatives"] = json!([{ "start": "2020-01-01", "end": "2020-02-01", "last": "2020-01-31" }]);
    assert_eq!(json["dates"][1], expected);
    for (key, value) in [("start", json!(null)), ("end", json!(null)), ("last", json!(null))] {
        expected[key] = value;
    }
    expected["alternatives"] = json!([]);
    assert_eq!(json["dates"][2], expected);
    assert_eq!(json["countries"], json!(["CL", "PE"]));
    assert_eq!(
        json["mentions"],
        json!([
            { "code": "CL", "kind": "name", "text": "Chile", "span": span("Chile") },
            { "code": "PE", "kind": "name", "text": "Perú", "span": span("Perú") },
            { "code": "CL", "kind": "demonym", "text": "Chilean", "span": span("Chilean") }
        ])
    );
}

#[test]
fn several_documents_keep_names_and_failures() {
    let extraction = extraction();
    let failure = Failure::new("file-not-found", "`b.txt` is not there.", "Check the name.");
    let read = Outcome::Read(Box::new(document("a.txt", TEXT, &extraction)));
    let documents = vec![
        NamedDocument { name: "a.txt", outcome: read },
        NamedDocument { name: "b.txt", outcome: Outcome::Failed { error: &failure } },
    ];
    let json = serde_json::to_value(DocumentsJson { documents }).unwrap();
    assert_eq!(json["documents"][0]["name"], "a.txt");
    assert_eq!(json["documents"][0]["report"]["number"], "18");
    assert_eq!(
        json["documents"][1],
        json!({ "name": "b.txt", "error": { "code": "file-not-found", "message": "`b.txt` is not there.",
                "fix": "Check the name." } })
    );
}

#[test]
fn csv_is_rfc_4180_and_formula_safe() {
    let (item, report) = (item(), report());
    let undated = Item { published: None, countries: vec![], section: 7, ..item.clone() };
    let text = csv_text([&item, &undated], &report, Provenance { name: "a,b.txt", text: TEXT });
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "id,kind,start,end,date_precision,date_basis,date_expression,date_why,outlet,byline,label,language,\
         state_media,section,countries,text,document,line,span_start,span_end"
    );
    assert_eq!(
        lines[1],
        format!(
            "b7c0,report,2021-01-10,2021-01-11,day,year-inferred,10-JAN,the latest 10 January,Reuters,,,en,false,\
             NAVIES,CL~PE,\"'=Chile – \"\"and\"\" Chilean ships, with Perú.\",\"a,b.txt\",1,0,{}",
            TEXT.len()
        )
    );
    assert!(lines[2].starts_with("b7c0,report,,,,,,,Reuters,,,en,false,,,"), "{}", lines[2]);
    assert_eq!(lines[3..], [""]);
}

#[test]
fn filters_are_read_as_written_and_read_back_with_instants() {
    let cases = [
        (json!({}), Ok(json!({}))),
        (json!({ "from": null, "kinds": null }), Ok(json!({}))),
        (
            json!({ "countries": ["VE"], "stateMedia": true, "text": "oil", "sections": [3], "start": 9 }),
            Ok(json!({ "countries": ["VE"], "sections": [3], "stateMedia": true, "text": "oil" })),
        ),
        (
            json!({ "from": "1970", "to": "1970-01-01" }),
            Ok(json!({ "from": "1970", "to": "1970-01-01", "start": 0, "end": 86_400_000 })),
        ),
        (
            json!({ "from": 0, "to": 1000.0 }),
            Ok(json!({ "from": 0.0, "to": 1000.0, "start": 0, "end": 1000 })),
        ),
        (json!({ "from": "yesterday" }), Err("bad-date")),
        (json!({ "from": "2021", "to": "2020" }), Err("bad-range")),
    ];
    for (written, expected) in cases {
        let filter: Filter = serde_json::from_value(written.clone()).unwrap();
        let back = filter.resolved().map(|filter| serde_json::to_value(filter).unwrap());
        assert_eq!(back.map_err(|failure| failure.code), expected, "{written}");
    }
    assert!(serde_json::from_value::<Filter>(json!({ "from": [1] })).is_err());
}

#[test]
fn filters_mean_what_core_applies() {
    let core = |value: serde_json::Value| serde_json::from_value::<Filter>(value).unwrap().to_core();
    assert_eq!(core(json!({})).unwrap(), dateline_core::filter::Filter::default());
    let filter = core(json!({ "countries": ["ve", " GY "], "kinds": ["quote"], "to": "2020" })).unwrap();
    assert_eq!(format!("{:?} {:?}", filter.countries, filter.kinds), "[VE, GY] [Quote]");
    assert_eq!(filter.range.unwrap().to_string(), "0001-01-01..2021-01-01");
    assert_eq!(core(json!({ "countries": ["Chile"] })).unwrap_err().code, "bad-country");
    assert_eq!(core(json!({ "kinds": ["event"] })).unwrap_err().code, "bad-kind");
}

#[test]
fn a_summary_has_the_documented_shape() {
    let mut extraction = extraction();
    extraction.items.push(Item { id: "u".into(), published: None, countries: vec![], ..item() });
    let study = dateline_core::study::Study::new(extraction);
    let summary = study.summary();
    let mut json = serde_json::to_value(SummaryJson::new(&summary, &Coding::default())).unwrap();
    let countries = json["countries"].take();
    assert_eq!((&countries[0]["code"], &countries[0]["items"]), (&json!("CL"), &json!(1)));
    assert_eq!(countries[0]["weight"], json!(0.5));
    assert_eq!(
        json,
        json!({
            "items": 2, "shown": 2, "dated": 1, "undated": 1, "first": "2021-01-10", "last": "2021-01-10",
            "stateMedia": { "items": 0, "of": 2, "share": 0.0 },
            "months": [{ "month": "2021-01", "items": 1 }],
            "kinds": { "report": 2 },
            "sections": [
                { "id": 0, "title": "NAVIES", "inferred": false, "items": 2 },
                { "id": 1, "title": "Iran", "inferred": true, "items": 0 }
            ],
            "evidence": "all", "counting": "full",
            "countries": null,
            "pairs": [{ "a": "CL", "b": "PE", "items": 1 }], "morePairs": 0,
            "outlets": [{ "name": "Reuters", "items": 2 }],
            "languages": [{ "code": "en", "items": 2 }]
        })
    );
}

#[test]
fn a_brief_item_is_the_same_where_nothing_is_long_and_cut_where_something_is() {
    let from = Provenance { name: "a.txt", text: TEXT };
    let short = item();
    assert_eq!(ItemJson::brief(&short, from), ItemJson::new(&short, from));
    assert_eq!(serde_json::to_value(ItemJson::new(&short, from)).unwrap().get("cut"), None);

    let mut long = item();
    long.text = "ñ".repeat(1_000_000);
    long.countries = vec![mention("PE", MentionKind::Name, "Perú"); 100_000];
    let brief = ItemJson::brief(&long, from);
    assert!(brief.cut && !ItemJson::new(&long, from).cut);
    assert!(long.text.starts_with(brief.text) && (1000..10_000).contains(&brief.text.len()));
    assert_eq!(brief.countries.len(), 1);
    assert!(brief.countries.iter().all(|country| country.mentions.len() < 1000));
}
