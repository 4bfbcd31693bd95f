//! Content lines of iCalendar: escaped, and folded so that no line is longer than 75 bytes.

use std::borrow::Cow;
use std::io::{self, Write};

/// The most bytes of a line, without its end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// A property and its value, escaped already.
pub(super) struct ContentLine<'a> {
    pub name: &'a str,
    pub value: &'a str,
}

impl ContentLine<'_> {
    /// Writes the line, folded: what is too long goes on after a line end and one blank.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let line = format!("{}:{}", self.name, self.value);
        let mut rest = line.as_str();
        let mut room = MAX_LINE;
        while rest.len() > room {
            let (head, tail) = split(rest, room);
            write!(out, "{head}\r\n ")?;
            rest = tail;
            // The blank counts.
            room = MAX_LINE - 1;
        }
        write!(out, "{rest}\r\n")
    }
}

/// The longest head of at most `most` bytes that ends between two characters.
fn split(text: &str, most: usize) -> (&str, &str) {
    (1..=most).rev().find_map(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// Words as a value of type TEXT. Control characters have no place in it; a line end is written `\n`.
pub(super) fn text(words: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '\\' | ';' | ',') || c.is_control() && c != '\t';
    if !words.contains(special) {
        return words.into();
    }
    let mut escaped = String::with_capacity(words.len() + 8);
    for character in words.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, value: &str) -> String {
        let mut bytes = Vec::new();
        ContentLine { name, value }.write(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn words_are_escaped() {
        let cases = [
            ("plain words", "plain words"),
            ("a, b; c\\d", "a\\, b\\; c\\\\d"),
            ("one\ntwo\r\nthree", "one\\ntwo\\nthree"),
            ("bell\u{7}\u{0}\ttab", "bell\ttab"),
            ("“é” 日", "“é” 日"),
        ];
        for (words, expected) in cases {
            assert_eq!(text(words), expected);
        }
    }

    #[test]
    fn folded_lines_are_short_and_unfold_to_what_they_were() {
        for unit in ["a", "é", "日", "🛳", "ab é日🛳"] {
            for count in [0, 1, 18, 24, 35, 36, 37, 66, 67, 68, 69, 140, 500] {
                let value = unit.repeat(count);
                let line = written("SUMMARY", &value);
                assert!(line.ends_with("\r\n"));
                assert!(line.split("\r\n").all(|part| part.len() <= MAX_LINE), "{line}");
                let unfolded = line.replace("\r\n ", "");
                assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
            }
        }
    }

    #[test]
    fn no_line_is_folded_that_fits() {
        assert_eq!(written("A", &"x".repeat(73)), format!("A:{}\r\n", "x".repeat(73)));
        assert_eq!(written("A", &"x".repeat(74)), format!("A:{}\r\n x\r\n", "x".repeat(73)));
    }
}
