//! Lower case, letter by letter, from a table of ranges.
//!
//! The standard library has a row for each letter, which is 2.5 KB of what a page loads; it also looks round each
//! capital sigma for the end of a word, and no word that is looked for here is Greek. The one letter whose lower case
//! is two characters, the Turkish İ, is "i".

mod letters;

/// The text in lower case.
pub(crate) fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The letter in lower case.
pub(crate) fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    if letter == 'İ' {
        return 'i';
    }
    let (plane, place) = ((letter as u32) >> 16, (letter as u32 & 0xffff) as u16);
    let Some(rows) = letters::PLANES.get(plane as usize) else { return letter };
    let behind = rows.partition_point(|(first, ..)| *first <= place);
    let row = behind.checked_sub(1).and_then(|row| rows.get(row));
    match row {
        Some((first, last, step)) if place <= *last && (*step != 1 || (place - first).is_multiple_of(2)) => {
            char::from_u32(plane << 16 | u32::from(place.wrapping_add_signed(*step))).unwrap_or(letter)
        }
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters that a newer Unicode than the table's may have.
    const NEWER: usize = 100;

    #[test]
    fn every_letter_is_as_in_the_standard_library() {
        let mut unknown = 0;
        for letter in '\0'..=char::MAX {
            let (ours, theirs) = (small(letter), letter.to_lowercase());
            if letter == 'İ' {
                assert_eq!(ours, 'i');
            } else if ours == letter {
                unknown += usize::from(!theirs.eq([letter]));
            } else {
                assert!(theirs.eq([ours]), "{letter} {:x}: {ours}", letter as u32);
            }
        }
        assert!(unknown < NEWER, "{unknown} letters have no lower case");
    }

    #[test]
    fn words_are_read_in_lower_case() {
        assert_eq!(
            lower("ÉTÉ ΑΘΗΝΑ Київ ԵՐԵՎԱՆ Hausa: Ɗ, Ƙ; İzmir ẞ 9"),
            "été αθηνα київ երեվան hausa: ɗ, ƙ; izmir ß 9"
        );
    }
}
