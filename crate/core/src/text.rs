//! Looking for words in a text, and joining words to one, in one small compiled copy.
//!
//! The standard library's search prepares for needles of any length and kind, which is 4 KB of the wasm before
//! compression, and its joining is compiled anew for each kind of list, 1 KB each. Needles here are a few letters.

/// What `str` has for needles that are one character, for needles that are a text.
pub trait Seek {
    /// Where the words first stand.
    fn seek(&self, words: &str) -> Option<usize>;
    /// Where the words last stand.
    fn seek_last(&self, words: &str) -> Option<usize>;
    /// What is before and behind the first place of the words.
    fn parted(&self, words: &str) -> Option<(&str, &str)>;

    /// Whether the words stand in it.
    fn has(&self, words: &str) -> bool {
        self.seek(words).is_some()
    }
}

impl Seek for str {
    fn seek(&self, words: &str) -> Option<usize> {
        let (text, words) = (self.as_bytes(), words.as_bytes());
        let Some((first, rest)) = words.split_first() else { return Some(0) };
        let last = text.len().checked_sub(words.len())?;
        let starts = text.get(..=last)?.iter().enumerate().filter(|(_, byte)| *byte == first);
        starts.map(|(at, _)| at).find(|at| text.get(at + 1..).is_some_and(|text| text.starts_with(rest)))
    }

    fn seek_last(&self, words: &str) -> Option<usize> {
        let (text, words) = (self.as_bytes(), words.as_bytes());
        let last = text.len().checked_sub(words.len())?;
        (0..=last).rev().find(|at| text.get(*at..).is_some_and(|text| text.starts_with(words)))
    }

    fn parted(&self, words: &str) -> Option<(&str, &str)> {
        let at = self.seek(words)?;
        Some((self.get(..at)?, self.get(at + words.len()..)?))
    }
}

/// Where the words stand in the text, one place behind the other.
pub fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.seek(words)?;
        from = at + words.len().max(1);
        Some(at)
    })
}

/// The text with other words in each place of some words.
pub fn replaced(text: &str, words: &str, by: &str) -> String {
    let (mut whole, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.parted(words).filter(|_| !words.is_empty()) {
        whole.push_str(before);
        whole.push_str(by);
        rest = after;
    }
    whole.push_str(rest);
    whole
}

/// The parts with the mark between them.
pub fn joined<Part: AsRef<str>>(parts: &[Part], mark: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(mark);
        }
        text.push_str(part.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        let texts = ["", "a", "aab", "aaab aab", "–—–", "über über", "the end"];
        let needles = ["", "a", "ab", "aab", "b", "–", "—–", "ber", "über", "the end", "the end."];
        for (text, words) in texts.iter().flat_map(|text| needles.map(|words| (*text, words))) {
            assert_eq!(text.seek(words), text.find(words), "{text}: {words}");
            assert_eq!(text.seek_last(words), text.rfind(words), "{text}: {words}");
            assert_eq!(text.parted(words), text.split_once(words), "{text}: {words}");
            let all: Vec<usize> = text.match_indices(words).map(|(at, _)| at).collect();
            assert!(words.is_empty() || places(text, words).eq(all), "{text}: {words}");
            assert!(
                words.is_empty() || replaced(text, words, "aab") == text.replace(words, "aab"),
                "{text}: {words}"
            );
            assert_eq!(text.has(words), text.contains(words), "{text}: {words}");
        }
    }

    #[test]
    fn parts_are_joined_as_by_the_standard_library() {
        for parts in [&[] as &[&str], &["one"], &["one", "", "three"]] {
            assert_eq!(joined(parts, ", "), parts.join(", "));
        }
    }
}
