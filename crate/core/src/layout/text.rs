//! Text made fit to draw: clean, and short enough.

use crate::scene::{Font, TextMeasure};

/// Shortened text says at least so many characters, or nothing.
const LEAST_CHARACTERS: usize = 3;
/// No character is narrower than this share of the font's size, on the average of a few words.
const NARROWEST: f64 = 0.28;

/// Text without control characters and without the marks that turn the direction of writing; blanks run together.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_direction_mark(*c)) {
        let c = if c.is_control() || c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !clean.ends_with(' ') {
            clean.push(c);
        }
    }
    clean.trim().to_owned()
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}')
}

/// As much of `text` as fits into `room` pixels, with an ellipsis where it is cut; `None` where too little would be
/// left to read.
pub fn fit(text: &str, font: Font, room: f64, measure: &dyn TextMeasure) -> Option<String> {
    if room <= 0.0 {
        return None;
    }
    // Never measure more than could fit: texts can be long, and frames are short.
    let most = (room / (font.size * NARROWEST)).ceil() as usize + LEAST_CHARACTERS;
    let head: Vec<char> = text.chars().take(most + 1).collect();
    let whole: String = head.iter().collect();
    if head.len() <= most && measure.width(&whole, font) <= room {
        return Some(whole).filter(|text| !text.is_empty());
    }
    let cut = |length: usize| shortened(head.get(..length).unwrap_or(&head));
    let (mut fits, mut fails) = (0, head.len());
    while fails - fits > 1 {
        let middle = fits.midpoint(fails);
        if measure.width(&cut(middle), font) <= room { fits = middle } else { fails = middle }
    }
    (fits >= LEAST_CHARACTERS).then(|| cut(at_word(&head, fits)))
}

/// The end of the last whole word, where that loses little.
fn at_word(head: &[char], length: usize) -> usize {
    let at_border = head.get(length).is_none_or(|c| *c == ' ');
    let space = head.iter().take(length).rposition(|c| *c == ' ');
    match space {
        Some(space) if !at_border && space * 4 >= length * 3 => space,
        _ => length,
    }
}

fn shortened(head: &[char]) -> String {
    let text: String = head.iter().collect();
    let trimmed =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–' | '-'));
    format!("{trimmed}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Weight;

    struct Fixed;
    impl TextMeasure for Fixed {
        fn width(&self, text: &str, font: Font) -> f64 {
            text.chars().count() as f64 * font.size / 2.0
        }
    }

    const FONT: Font = Font { size: 12.0, weight: Weight::Regular, italic: false };

    #[test]
    fn cuts_at_words_and_never_exceeds_the_room() {
        let cases = [
            ("Short", 60.0, Some("Short")),
            ("Guatemala ratified the designation", 150.0, Some("Guatemala ratified the…")),
            ("Guatemala ratified", 66.0, Some("Guatemala…")),
            ("Unabhängigkeitserklärung", 60.0, Some("Unabhängi…")),
            ("Guatemala", 12.0, None),
            ("", 100.0, None),
            ("Guatemala", 0.0, None),
        ];
        for (text, room, expected) in cases {
            let fitted = fit(text, FONT, room, &Fixed);
            assert_eq!(fitted.as_deref(), expected);
            assert!(fitted.is_none_or(|text| Fixed.width(&text, FONT) <= room));
        }
    }

    #[test]
    fn what_turns_or_hides_text_is_removed() {
        assert_eq!(clean("a\u{202e}b\u{0}c\td\n\n e \u{2067}"), "ab c d e");
    }
}
