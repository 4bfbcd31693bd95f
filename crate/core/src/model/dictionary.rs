//! Few distinct words over many rows.

use crate::order::sort_by;
use dateline_scan::Codes;

/// Few distinct words over many rows.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    codes: Codes,
    words: Vec<String>,
}

impl Dictionary {
    /// The words of rows, by first occurrence.
    pub(super) fn collect<'a>(values: impl Iterator<Item = Option<&'a str>>) -> Self {
        let values: Vec<Option<&str>> = values.collect();
        let word = |row: &usize| values.get(*row).copied().flatten();
        // Rows by their words, so that equals lie together; then by the first of each.
        let mut rows: Vec<usize> = (0..values.len()).collect();
        sort_by(&mut rows, |a, b| word(a).cmp(&word(b)));
        let groups = rows.chunk_by(|a, b| word(a) == word(b));
        let mut groups: Vec<(&[usize], &str)> =
            groups.filter_map(|group| Some((group, word(group.first()?)?))).collect();
        sort_by(&mut groups, |a, b| a.0.first().cmp(&b.0.first()));
        let mut codes = vec![u32::MAX; values.len()];
        for (code, (group, _)) in (0..).zip(&groups) {
            for row in *group {
                if let Some(place) = codes.get_mut(*row) {
                    *place = code;
                }
            }
        }
        let words: Vec<String> = groups.into_iter().map(|(_, word)| word.to_owned()).collect();
        Dictionary { codes: Codes::narrow(&codes, words.len()), words }
    }

    /// From codes that are all below the number of words, or "none".
    pub(super) fn from_parts(codes: Codes, words: Vec<String>) -> Self {
        Dictionary { codes, words }
    }

    /// The code of a row; `None` where it has no value.
    pub fn code(&self, row: u32) -> Option<u32> {
        self.codes.get(row as usize)
    }

    /// The word of a row; `None` where it has no value.
    pub fn get(&self, row: u32) -> Option<&str> {
        self.code(row).and_then(|code| self.words.get(code as usize)).map(String::as_str)
    }

    /// The codes of all rows.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// The distinct words, by code.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.codes.bytes() + self.words.iter().map(String::len).sum::<usize>()
    }
}
