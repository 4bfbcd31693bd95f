//! The form in which words are compared: small letters without accents, plain quotes, dashes and blanks.

use crate::countries::fold_char;
use crate::lower::small;

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    text.chars().for_each(|letter| fold_letter(letter, &mut bytes));
    String::from_utf8(bytes).unwrap_or_default()
}

/// Adds what one character folds to: at most four bytes of UTF-8, none of them zero.
pub(super) fn fold_letter(letter: char, folded: &mut Vec<u8>) {
    match letter {
        '\0'..='\x7f' => folded.push((letter as u8).to_ascii_lowercase().max(b' ')),
        '‘' | '’' => folded.push(b'\''),
        '“' | '”' => folded.push(b'"'),
        '–' | '—' | '‑' => folded.push(b'-'),
        blank if blank.is_whitespace() => folded.push(b' '),
        other => fold_char(small(other), |byte| folded.push(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_blanks_and_quotes() {
        for (text, folded) in [
            ("Nicolás", "nicolas"),
            ("ESPAÑA", "espana"),
            ("Iran’s", "iran's"),
            ("Citgo\u{301}", "citgo"),
            ("2020–21", "2020-21"),
            ("Тегеран", "тегеран"),
            ("Tajik\u{ad}istan", "tajikistan"),
            ("no\u{a0}1,\nno\t2", "no 1, no 2"),
            ("Łódź, İzmir, Ağrı, Straße, Œuvre", "lodz, izmir, agri, strasse, oeuvre"),
            ("Å, Å, K", "a, a, k"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn every_letter_folds_to_a_few_bytes_that_fold_to_themselves() {
        for letter in '\0'..=char::MAX {
            let mut folded = Vec::new();
            fold_letter(letter, &mut folded);
            assert!(folded.len() <= 4 && !folded.contains(&0), "{letter:?}: {folded:?}");
            let folded = String::from_utf8(folded).unwrap();
            assert_eq!(fold(&folded), folded, "{letter:?}");
        }
    }
}
