//! Bytes to text: the table that the page is held to as well.
#![allow(clippy::unwrap_used)]

use dateline_cli::decode::{Decoded, decode};
use serde_json::Value;

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect()
}

#[test]
fn every_row_of_the_table_is_read_as_it_says() {
    let path = dateline_tests::root().join("tests/corpus/encodings/table.json");
    let table: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(table.len() > 30);
    for row in table {
        let name = row["name"].as_str().unwrap();
        match (decode(&bytes(row["hex"].as_str().unwrap())), row["error"].as_str()) {
            (Ok(Decoded { text, encoding, guessed, damaged }), None) => {
                assert_eq!(
                    (row["text"].as_str(), row["encoding"].as_str()),
                    (Some(&*text), Some(encoding)),
                    "{name}"
                );
                assert_eq!((&row["guessed"], &row["damaged"]), (&guessed.into(), &damaged.into()), "{name}");
            }
            (Err(_), Some("binary-input")) => {}
            (decoded, expected) => panic!("{name}: {decoded:?}, not {expected:?}"),
        }
    }
}
