//! Text without what must not get into a picture: characters that XML forbids, control characters, and the
//! characters that turn the direction of all that follows.

use std::borrow::Cow;

/// The text with blanks for line ends and tabs, and without unfit characters.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(|character| is_blank(character) || is_unfit(character)) {
        let kept = text.chars().filter(|character| !is_unfit(*character));
        kept.map(|character| if is_blank(character) { ' ' } else { character }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_unfit(character: char) -> bool {
    let is_direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_forbidden = matches!(character, '\u{fffe}' | '\u{ffff}');
    is_direction || is_forbidden || (character.is_control() && !is_blank(character))
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn unfit_characters_go() {
        let cases = [
            ("plain – “text” Ñ 中 😀", "plain – “text” Ñ 中 😀"),
            ("a\tb\r\nc\u{85}d", "a b  c d"),
            ("\u{0}\u{1}a\u{7f}\u{9f}\u{1b}[0m", "a[0m"),
            ("\u{202e}evil\u{202c}\u{2066}", "evil"),
            ("\u{fffe}\u{ffff}\u{fffd}", "\u{fffd}"),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected);
        }
    }
}
