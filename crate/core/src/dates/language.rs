//! The languages that dates are read in, and which of them a text is in.

use super::lexer::{Kind, Token};
use super::vocabulary::Vocabulary;

/// A language with a table of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// `en`
    English,
    /// `es`
    Spanish,
    /// `pt`
    Portuguese,
    /// `fr`
    French,
}

impl Language {
    /// All of them, in the order in which a word without context is looked up.
    pub const ALL: [Language; 4] =
        [Language::English, Language::Spanish, Language::Portuguese, Language::French];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
            Language::Portuguese => "pt",
            Language::French => "fr",
        }
    }

    /// The language with this code, if there is a table for it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Whether 01/10/2021 puts the month first.
    pub(super) fn month_first(self) -> bool {
        self == Language::English
    }

    /// The table: see the head of `words/en.txt` for its form.
    pub(super) fn table(self) -> &'static str {
        match self {
            Language::English => include_str!("words/en.txt"),
            Language::Spanish => include_str!("words/es.txt"),
            Language::Portuguese => include_str!("words/pt.txt"),
            Language::French => include_str!("words/fr.txt"),
        }
    }
}

/// Common words that tell a language, beside those of its table.
const TELLING: [(Language, &str); 4] = [
    (
        Language::English,
        "a the and of to in was is that with for said has were by at from on it as be are an ago after before his not who",
    ),
    (
        Language::Spanish,
        "de a el la los las del que en y una por con para se su al lo como mas fue es un fecha hasta recibido enviado",
    ),
    (
        Language::Portuguese,
        "de a o os as do da dos das em na uma por com para que ao foi nao mais e um pelo ate",
    ),
    (
        Language::French,
        "de a en le la les des du et un une ont sont dans pour avec sur au aux qui que est ete par plus ce il y ne pas recu",
    ),
];

/// The words that tell a language, as bits of the languages that use them.
pub(super) fn telling() -> impl Iterator<Item = (&'static str, u8)> {
    TELLING.into_iter().flat_map(|(language, words)| words.split(' ').map(move |word| (word, bit(language))))
}

/// The language's bit in a set of languages.
pub(super) fn bit(language: Language) -> u8 {
    1 << language as u8
}

/// The language that most of the telling words belong to, the first of equals; `None` without any.
pub(super) fn detect(tokens: &[Token], vocabulary: &Vocabulary) -> Option<Language> {
    let mut votes = [0_u32; 4];
    for token in tokens {
        let Kind::Word { id, .. } = token.kind else { continue };
        let tells = vocabulary.tells(id);
        for (language, vote) in Language::ALL.into_iter().zip(&mut votes) {
            *vote += u32::from(tells & bit(language) != 0);
        }
    }
    let most = votes.into_iter().max().filter(|votes| *votes > 0)?;
    Language::ALL.into_iter().zip(votes).find(|(_, vote)| *vote == most).map(|(language, _)| language)
}
