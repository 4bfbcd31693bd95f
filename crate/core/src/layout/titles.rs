//! Titles of sections as lanes show them: capitals only where they are meant.
//!
//! A heading in capitals hides which of its words are acronyms. The report's own words settle it: what its items
//! write in small letters is a word, what they write in capitals only is an acronym. Where they are silent, a word
//! that nobody could pronounce stays in capitals.

use crate::lower::lower;
use crate::order::sort_by;
use crate::text::Seek;

/// Words that stay small inside a title.
const SMALL: [&str; 30] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with",
    "al", "con", "de", "del", "el", "en", "la", "las", "los", "para", "por", "su", "un", "y",
];

/// Acronyms that one could pronounce, and that reports seldom spell otherwise.
const ACRONYMS: [&str; 22] = [
    "AI", "ALBA", "AMIA", "ANC", "CELAC", "CIA", "EU", "FARC", "ELN", "IAEA", "IMF", "IRGC", "NATO", "OAS",
    "OPEC", "PDVSA", "UAE", "UK", "UN", "UNASUR", "US", "USA",
];

/// Beginnings of words that can be spoken, in the languages that we read.
const ONSETS: [&str; 55] = [
    "b", "bl", "br", "c", "ch", "chr", "cl", "cr", "cz", "d", "dr", "dj", "f", "fl", "fr", "g", "gh", "gl",
    "gr", "gn", "h", "j", "k", "kh", "kn", "kr", "kl", "l", "ll", "m", "n", "p", "ph", "pl", "pr", "ps", "q",
    "r", "rh", "s", "sc", "sch", "scr", "sh", "sl", "sm", "sn", "sp", "spr", "st", "str", "t", "th", "tr",
    "w",
];

/// How a report writes its words.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    /// By their small letters.
    seen: Vec<Seen>,
}

/// How the report's text writes a word of a title.
#[derive(Clone, Debug)]
struct Seen {
    lower: String,
    as_word: bool,
    in_capitals: bool,
}

impl Usage {
    /// Reads the usage of the given texts; only words of `titles` are kept.
    pub fn read<'a>(titles: &[&str], texts: impl Iterator<Item = &'a str>) -> Usage {
        let in_titles = titles.iter().filter(|title| is_capitals(title)).flat_map(|title| words(title));
        let unseen = |word: &str| Seen { lower: lower(word), as_word: false, in_capitals: false };
        let mut usage = Usage { seen: in_titles.map(unseen).collect() };
        if usage.seen.is_empty() {
            return usage;
        }
        sort_by(&mut usage.seen, |a, b| a.lower.cmp(&b.lower));
        usage.seen.dedup_by(|a, b| a.lower == b.lower);
        for word in texts.flat_map(words) {
            let place = usage.place(&lower(word));
            if let Some(seen) = place.and_then(|place| usage.seen.get_mut(place)) {
                let capitals = is_capitals(word);
                seen.as_word |= !capitals;
                seen.in_capitals |= capitals;
            }
        }
        usage
    }

    /// Where the word with these small letters stands in `seen`.
    fn place(&self, lower: &str) -> Option<usize> {
        self.seen.binary_search_by(|seen| seen.lower.as_str().cmp(lower)).ok()
    }

    /// The title with capitals only where they are meant; a title that has small letters already stays as it is.
    pub fn title(&self, title: &str) -> String {
        if !is_capitals(title) {
            return title.to_owned();
        }
        let mut shown = String::with_capacity(title.len());
        let mut rest = title;
        for word in words(title) {
            let at = rest.seek(word).unwrap_or(0);
            let (before, after) = rest.split_at_checked(at).unwrap_or(("", rest));
            shown.push_str(before);
            let first = !shown.chars().any(char::is_alphanumeric);
            shown.push_str(&self.word(word, first));
            rest = after.strip_prefix(word).unwrap_or("");
        }
        shown.push_str(rest);
        shown
    }

    fn word(&self, word: &str, first: bool) -> String {
        let lower = lower(word);
        if !first && SMALL.contains(&lower.as_str()) {
            return lower;
        }
        if self.is_acronym(word, &lower) { word.to_owned() } else { capitalised(word, &lower) }
    }

    fn is_acronym(&self, word: &str, lower: &str) -> bool {
        match self.place(lower).and_then(|place| self.seen.get(place)) {
            Some(Seen { as_word: true, .. }) => false,
            Some(Seen { in_capitals: true, .. }) => true,
            _ => {
                ACRONYMS.contains(&word) || word.chars().any(|c| c.is_ascii_digit()) || !can_be_spoken(lower)
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').filter(|word| !word.is_empty())
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// The word in small letters, but for its first, which is a capital already.
fn capitalised(word: &str, lower: &str) -> String {
    word.chars().take(1).chain(lower.chars().skip(1)).collect()
}

/// Whether a word begins as words do, and has a vowel. Words outside Latin letters are taken as words.
fn can_be_spoken(lower: &str) -> bool {
    if !lower.chars().all(|c| c.is_ascii_alphabetic()) {
        return true;
    }
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let onset: String = lower.chars().take_while(|c| !is_vowel(*c)).collect();
    let has_vowel = onset.len() < lower.len();
    has_vowel && (onset.is_empty() || onset.len() == 1 || ONSETS.contains(&onset.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stay_where_they_are_meant() {
        let titles = [
            ("THE BOLIVARIAN NETWORK", "The Bolivarian Network"),
            ("THE NISMAN/AMIA CASE", "The Nisman/AMIA Case"),
            ("VRIC MEDICAL DIPLOMACY", "VRIC Medical Diplomacy"),
            ("TRUMP ADMINISTRATION ON VENEZUELA", "Trump Administration on Venezuela"),
            ("MUST READS", "Must Reads"),
            ("IRAN", "Iran"),
            ("GRU AND FSB", "GRU and FSB"),
            ("G20", "G20"),
            ("COVID-19", "Covid-19"),
            ("EL CASO DE LA UE", "El Caso de la UE"),
            ("Already fine", "Already fine"),
            ("IRAN’S REACH", "Iran’s Reach"),
            ("ÁFRICA", "África"),
            ("", ""),
        ];
        let texts = ["the AMIA bombing", "Iran and the case", "la UE y la GRU", "“Must reads” of the week"];
        let all: Vec<&str> = titles.iter().map(|(title, _)| *title).collect();
        let usage = Usage::read(&all, texts.into_iter());
        for (title, shown) in titles {
            assert_eq!(usage.title(title), shown);
        }
    }
}
