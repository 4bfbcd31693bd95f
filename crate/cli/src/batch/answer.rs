//! One line of input to one line of output.

use super::countries::mentions;
use super::lines::{Content, Line};
use super::too_long;
use dateline_core::countries::Gazetteer;
use dateline_core::model::{Coding, Evidence};
use dateline_core::{Options, extract};
use dateline_wire::{Failure, Provenance, Reading, WholeJson, whole};
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::sync::Arc;

/// A line of output, with its end.
pub(super) struct Answer {
    pub line: Vec<u8>,
    /// Whether the line of input could not be read.
    pub failed: bool,
}

/// What a line of input may hold; other fields are passed over.
#[derive(Deserialize)]
struct Request<'a> {
    /// Any JSON, given back as it is written.
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: Option<String>,
    name: Option<String>,
    reference_date: Option<String>,
    date_order: Option<String>,
    lang: Option<String>,
}

/// What a line of output holds.
#[derive(Serialize)]
struct Result<'a> {
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    whole: WholeJson<'a>,
}

/// What it holds where the line of input could not be read.
#[derive(Serialize)]
struct Refusal<'a> {
    id: (),
    line: u64,
    error: &'a Failure,
}

/// What is asked of every line.
#[derive(Clone, Default)]
pub(super) struct Asked {
    pub evidence: Evidence,
    /// The names of countries; the built-in ones where there are none.
    pub gazetteer: Option<Arc<Gazetteer>>,
}

/// Answers a line.
pub(super) fn answer(line: Line, asked: &Asked) -> Answer {
    let answered = match line.content {
        Content::Bytes(bytes) => read(&bytes, asked),
        Content::TooLong => Err(too_long()),
        Content::Unreadable(why) => Err(unreadable(&why)),
    };
    let failed = answered.is_err();
    let mut line = answered.unwrap_or_else(|failure| refusal(line.number, &failure));
    line.push(b'\n');
    Answer { line, failed }
}

fn read(bytes: &[u8], asked: &Asked) -> std::result::Result<Vec<u8>, Failure> {
    let line = std::str::from_utf8(bytes).map_err(|error| bad_encoding(error.valid_up_to()))?;
    if !line.starts_with('{') {
        return Err(bad_json("no JSON object stands on the line"));
    }
    let mut request: Request = serde_json::from_str(line).map_err(|error| not_a_document(&error))?;
    let text = request.text.take().ok_or_else(missing_text)?;
    let id = request.id;
    let options =
        Options { every_date: true, gazetteer: asked.gazetteer.clone(), ..request.reading().resolve()? };
    let mut extraction = extract(&text, &options);
    Coding { evidence: asked.evidence, ..Coding::default() }.apply(&mut extraction.items);
    let dates = &extraction.dates;
    let gazetteer = options.gazetteer.clone().unwrap_or_else(Gazetteer::shared);
    let mut mentions = mentions(&text, &gazetteer, &extraction);
    mentions.retain(|mention| asked.evidence.admits(mention.kind));
    let from = Provenance { name: &options.name, text: &text };
    let result = Result { id, whole: whole(from, &extraction, dates, &mentions) };
    serde_json::to_vec(&result).map_err(|error| unwritable(&error))
}

impl Request<'_> {
    fn reading(self) -> Reading {
        let Request { name, reference_date, date_order, lang, .. } = self;
        Reading { name, reference_date, date_order, lang }
    }
}

fn refusal(line: u64, error: &Failure) -> Vec<u8> {
    // Three plain fields: there is nothing in them that could not be written.
    serde_json::to_vec(&Refusal { id: (), line, error }).unwrap_or_default()
}

fn not_a_document(error: &serde_json::Error) -> Failure {
    let text = error.to_string();
    // Every document is line 1 of its own; the caller counts lines otherwise.
    let what = text.rsplit_once(" at line ").map_or(&*text, |(what, _)| what);
    let message = format!("{what}, at column {}", error.column());
    match error.classify() {
        Category::Data => Failure::new("bad-document", format!("A field cannot be read: {message}."), FIELDS),
        Category::Io | Category::Syntax | Category::Eof => bad_json(&message),
    }
}

const FIELDS: &str = "Give `text` as a string, and `name`, `reference_date`, `date_order` and `lang` as strings \
                      or not at all, each once.";

fn bad_json(what: &str) -> Failure {
    let fix = "Write one JSON object a line, without line ends inside, such as {\"text\": \"…\"}.";
    Failure::new("bad-json", format!("The line is not a JSON document: {what}."), fix)
}

fn missing_text() -> Failure {
    Failure::new(
        "missing-text",
        "The document has no `text`.",
        "Give the document's text as `text`, a string.",
    )
}

fn bad_encoding(at: usize) -> Failure {
    let message =
        format!("The line is not UTF-8: byte {} of it is of another encoding.", at.saturating_add(1));
    Failure::new("bad-encoding", message, "Write the input in UTF-8.")
}

fn unreadable(why: &str) -> Failure {
    let message = format!("The input broke off: {why}.");
    Failure::new("unreadable-input", message, "Check where the input comes from, and go on from this line.")
}

fn unwritable(error: &serde_json::Error) -> Failure {
    let message = format!("The result cannot be written as JSON: {error}.");
    Failure::new("unwritable-result", message, "Please report this with the line that shows it.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn answered(line: &str) -> (Value, bool) {
        let line = Line { number: 7, content: Content::Bytes(line.as_bytes().to_vec()) };
        let answer = answer(line, &Asked::default());
        assert!(answer.line.ends_with(b"}\n"));
        (serde_json::from_slice(&answer.line).unwrap(), answer.failed)
    }

    #[test]
    fn what_cannot_be_read_says_where_and_what_to_do() {
        let cases = [
            ("nonsense", "bad-json"),
            ("\"text\"", "bad-json"),
            ("[null, \"a text\"]", "bad-json"),
            ("{\"text\": \"a\"", "bad-json"),
            ("{\"text\": \"a\"} {}", "bad-json"),
            ("{\"text\": \"\\ud800\"}", "bad-json"),
            ("{\"text\": 5}", "bad-document"),
            ("{\"text\": \"a\", \"text\": \"b\"}", "bad-document"),
            ("{\"text\": \"a\", \"name\": 5}", "bad-document"),
            ("{\"id\": 1}", "missing-text"),
            ("{\"text\": null}", "missing-text"),
            ("{\"text\": \"a\", \"reference_date\": \"2021-02-30\"}", "bad-date"),
            ("{\"text\": \"a\", \"date_order\": \"MDY\"}", "bad-option"),
            ("{\"text\": \"a\", \"lang\": \"xx\"}", "bad-option"),
        ];
        for (line, expected) in cases {
            let (answer, failed) = answered(line);
            assert!(failed, "{line}");
            assert_eq!(answer["error"]["code"], expected, "{line}: {answer}");
            assert_eq!((&answer["id"], &answer["line"]), (&Value::Null, &7.into()), "{line}");
            assert_eq!(answer.as_object().unwrap().len(), 3, "{line}");
            for part in ["message", "fix"] {
                let words = answer["error"][part].as_str().unwrap();
                assert!(words.ends_with('.') && !words.contains("line 1"), "{line}: {words}");
            }
        }
    }

    #[test]
    fn absent_fields_and_unknown_ones_are_no_failure() {
        let deep = "[".repeat(10_000) + &"]".repeat(10_000);
        for line in [
            "{\"text\": \"\"}".to_owned(),
            "{\"text\": \"a\", \"id\": null, \"name\": null, \"reference_date\": null, \"lang\": null}"
                .to_owned(),
            format!("{{\"text\": \"a\", \"other\": {deep}}}"),
        ] {
            let (answer, failed) = answered(&line);
            assert!(!failed && answer["id"].is_null() && answer["items"].is_array(), "{answer}");
        }
    }
}
