//! What was typed into the search, as words and phrases.

use super::fold;
use crate::text::{Seek, replaced};

/// Words that are looked for; more are left out.
const MOST_WORDS: usize = 32;

/// Words and phrases, folded; all must occur, each anywhere in a text, also inside a word.
///
/// ```
/// use dateline_core::filter::Query;
/// let query = Query::new("“oil  prices” OPÉC op");
/// assert_eq!(query.words(), ["oil prices", "opec"]);
/// assert!(query.narrows(&Query::new("oil")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads words parted by blanks, and phrases in quotes; one that is not closed yet goes to the end.
    pub fn new(text: &str) -> Self {
        let text = fold(text);
        let mut words: Vec<String> = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (word, behind) = first_word(rest);
            words.push(word);
            rest = behind.trim_start();
        }
        Query { words: essential(&words) }
    }

    /// The words and phrases, none within another.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it finds nothing that `wider` does not find.
    pub fn narrows(&self, wider: &Query) -> bool {
        wider.words.iter().all(|wide| self.words.iter().any(|word| word.has(wide)))
    }
}

/// The first word or phrase of a text that begins with one, and what is behind it.
fn first_word(text: &str) -> (String, &str) {
    if let Some(phrase) = text.strip_prefix('"') {
        let (phrase, rest) = phrase.parted("\"").unwrap_or((phrase, ""));
        return (single_spaced(phrase), rest);
    }
    let (word, rest) = text.parted(" ").unwrap_or((text, ""));
    (word.to_owned(), rest)
}

fn single_spaced(phrase: &str) -> String {
    let mut phrase = phrase.trim().to_owned();
    while phrase.has("  ") {
        phrase = replaced(&phrase, "  ", " ");
    }
    phrase
}

/// The words that say something beyond the others: a text that has a word has each part of it.
fn essential(words: &[String]) -> Vec<String> {
    let implied = |at: usize, word: &String| {
        let mut others = words.iter().enumerate().filter(|(other, _)| *other != at);
        others.any(|(other, longer)| longer.has(word) && (longer.len() > word.len() || other < at))
    };
    let wanted = words.iter().enumerate().filter(|(at, word)| !word.is_empty() && !implied(*at, word));
    wanted.map(|(_, word)| word.clone()).take(MOST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_are_told_apart() {
        for (typed, words) in [
            ("", &[] as &[&str]),
            ("  \t ", &[]),
            ("Óleo  crudo", &["oleo", "crudo"]),
            ("\"oil  prices\" rose", &["oil prices", "rose"]),
            ("“oil prices”rose", &["oil prices", "rose"]),
            ("say \"oil pri", &["say", "oil pri"]),
            ("\"oil \"", &["oil"]),
            ("\"\" \"", &[]),
            ("a 5\" gun", &["a", "5\"", "gun"]),
            ("oil oil OIL soil", &["soil"]),
            ("an an", &["an"]),
        ] {
            assert_eq!(Query::new(typed).words(), words, "{typed}");
        }
    }

    #[test]
    fn a_longer_query_narrows_a_shorter_one() {
        for (narrow, wide, narrows) in [
            ("venez", "vene", true),
            ("venez oil", "vene", true),
            ("oil venez", "venez oi", true),
            ("\"oil price\"", "oil price", true),
            ("oil price", "\"oil price\"", false),
            ("vene", "venez", false),
            ("vene", "", true),
            ("", "vene", false),
            ("gas", "oil", false),
        ] {
            assert_eq!(Query::new(narrow).narrows(&Query::new(wide)), narrows, "{narrow} in {wide}");
        }
    }

    #[test]
    fn no_more_words_than_are_kept() {
        let typed: String = (100..200).map(|word| format!("{word} ")).collect();
        assert_eq!(Query::new(&typed).words().len(), MOST_WORDS);
    }
}
