//! The words of dates, one table a language.
//!
//! To add a language is to add a table: nothing else in this room names one.

/// What a word means inside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A month, 1 to 12. `proper` months need a capital letter: "may" and "march" are verbs.
    Month { number: u32, proper: bool },
    /// Joins day, month and year: "of", "de".
    Of,
    /// Stands between two ends: "to", "and", "al", "y".
    To,
    /// Opens a range: "from", "between", "entre".
    From,
    /// May stand before the date without being part of it: "the", "el".
    Article,
    /// Blurs the date: "about", "hacia".
    About,
}

const fn month(number: u32) -> Meaning {
    Meaning::Month { number, proper: false }
}

const fn proper(number: u32) -> Meaning {
    Meaning::Month { number, proper: true }
}

/// English.
pub(super) const ENGLISH: &[(&str, Meaning)] = &[
    ("january", month(1)),
    ("february", month(2)),
    ("march", proper(3)),
    ("april", proper(4)),
    ("may", proper(5)),
    ("june", proper(6)),
    ("july", month(7)),
    ("august", proper(8)),
    ("september", month(9)),
    ("october", month(10)),
    ("november", month(11)),
    ("december", month(12)),
    ("jan", proper(1)),
    ("feb", proper(2)),
    ("mar", proper(3)),
    ("apr", proper(4)),
    ("jun", proper(6)),
    ("jul", proper(7)),
    ("aug", proper(8)),
    ("sep", proper(9)),
    ("sept", proper(9)),
    ("oct", proper(10)),
    ("nov", proper(11)),
    ("dec", proper(12)),
    ("of", Meaning::Of),
    ("to", Meaning::To),
    ("and", Meaning::To),
    ("through", Meaning::To),
    ("until", Meaning::To),
    ("till", Meaning::To),
    ("from", Meaning::From),
    ("between", Meaning::From),
    ("the", Meaning::Article),
    ("about", Meaning::About),
    ("around", Meaning::About),
    ("circa", Meaning::About),
];

/// Spanish. Accents are folded away before look-up.
pub(super) const SPANISH: &[(&str, Meaning)] = &[
    ("enero", month(1)),
    ("febrero", month(2)),
    ("marzo", month(3)),
    ("abril", month(4)),
    ("mayo", month(5)),
    ("junio", month(6)),
    ("julio", month(7)),
    ("agosto", month(8)),
    ("septiembre", month(9)),
    ("setiembre", month(9)),
    ("octubre", month(10)),
    ("noviembre", month(11)),
    ("diciembre", month(12)),
    ("ene", proper(1)),
    ("abr", proper(4)),
    ("ago", proper(8)),
    ("dic", proper(12)),
    ("de", Meaning::Of),
    ("del", Meaning::Of),
    ("a", Meaning::To),
    ("al", Meaning::To),
    ("y", Meaning::To),
    ("hasta", Meaning::To),
    ("desde", Meaning::From),
    ("entre", Meaning::From),
    ("el", Meaning::Article),
    ("los", Meaning::Article),
    ("hacia", Meaning::About),
];

/// All tables, looked up in this order.
const TABLES: [&[(&str, Meaning)]; 2] = [ENGLISH, SPANISH];

/// The longest word of any table, in bytes.
pub(super) const LONGEST_WORD: usize = 12;

/// What a lower-case, accent-free word means, if anything.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    TABLES
        .iter()
        .find_map(|table| table.iter().find(|(entry, _)| *entry == word).map(|(_, meaning)| *meaning))
}

/// The endings of ordinal numbers: "1st", "2nd", "1.º", "1ª".
pub(super) const ORDINAL_ENDINGS: [&str; 6] = ["st", "nd", "rd", "th", "º", "ª"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_short_enough_to_be_found() {
        for (word, _) in TABLES.into_iter().flatten() {
            assert!(word.len() <= LONGEST_WORD, "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }
}
