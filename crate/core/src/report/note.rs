//! Notes in brackets at the end of an entry that name the language of the linked content.

use super::phrases::{folded, language_code};
use crate::text::joined;

/// Words before the language's name.
const LEADS: &[&str] = &[
    "content in",
    "article in",
    "text in",
    "video in",
    "in",
    "contenido en",
    "texto en",
    "articulo en",
    "en",
];

/// The longest note, in bytes.
const MAX_NOTE: usize = 60;

/// Takes a note like "(content in Spanish)" off the end: the length of the text before it, and the language.
///
/// Blanks and full stops around the note go with it. Without a note the whole length and `None`.
pub fn strip_note(text: &str) -> (usize, Option<&'static str>) {
    let trimmed = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let Some(open) = opening(trimmed) else { return (text.len(), None) };
    let inside = trimmed.get(open + 1..trimmed.len() - 1).unwrap_or("");
    match language(inside) {
        Some(code) => (trimmed.get(..open).unwrap_or("").trim_end().len(), Some(code)),
        None => (text.len(), None),
    }
}

/// Where the bracket that closes at the end opens, looking no further back than the longest note.
fn opening(text: &str) -> Option<usize> {
    let bracket = match text.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let near = text.char_indices().rev().take_while(|(at, _)| text.len() - at <= MAX_NOTE);
    near.filter(|(_, character)| *character == bracket).map(|(at, _)| at).next()
}

fn language(note: &str) -> Option<&'static str> {
    let note = folded(&joined(&note.split_whitespace().collect::<Vec<_>>(), " "));
    let name = LEADS.iter().find_map(|lead| note.strip_prefix(lead)?.strip_prefix(' ')).unwrap_or(&note);
    language_code(name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_taken_off() {
        let cases = [
            ("x on 04-JAN (content in Spanish)", ("x on 04-JAN", Some("es"))),
            ("x (en español).  ", ("x", Some("es"))),
            ("x ( content  in\n Arabic )", ("x", Some("ar"))),
            ("x [Russian]", ("x", Some("ru"))),
            ("x (COMM9)", ("x (COMM9)", None)),
            ("x", ("x", None)),
            (")", (")", None)),
        ];
        for (text, (left, code)) in cases {
            let (length, language) = strip_note(text);
            assert_eq!((text.get(..length), language), (Some(left), code), "{text}");
        }
    }
}
