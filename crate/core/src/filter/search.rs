//! Search by words: case and accents do not matter.

use crate::lower::small;
use crate::model::ItemTable;
use crate::text::{Seek, joined};

/// The words of a query, folded; all must occur.
pub(super) struct Query {
    words: Vec<String>,
}

impl Query {
    pub(super) fn new(text: &str) -> Self {
        Query { words: text.split_whitespace().map(fold).collect() }
    }

    /// Whether each word occurs in the row's text, outlet, byline or label.
    pub(super) fn matches(&self, table: &ItemTable, row: u32) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let fields = [
            table.text(row),
            table.outlets().get(row).unwrap_or(""),
            table.credits().get(row).unwrap_or(""),
            table.id(row),
        ];
        let haystack = fold(&joined(&fields, "\n"));
        self.words.iter().all(|word| haystack.has(word))
    }
}

/// Lower case, Latin letters without their accents, curly quotes straight.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(small).map(plain).filter(|c| !is_combining(*c)).collect()
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '‑' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_case_accents_and_quotes() {
        for (text, folded) in [
            ("Nicolás", "nicolas"),
            ("ESPAÑA", "espana"),
            ("Iran’s", "iran's"),
            ("Citgo\u{301}", "citgo"),
            ("2020–21", "2020-21"),
            ("Тегеран", "тегеран"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
