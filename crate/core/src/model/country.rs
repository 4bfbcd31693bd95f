//! Countries and the words that name them.

use super::Span;

/// An ISO 3166-1 alpha-2 code, or XK for Kosovo; always two ASCII capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// A code from its two capitals; anything else gives `None`.
    pub fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Some(CountryCode([*a, *b])),
            _ => None,
        }
    }

    /// A code from two bytes that a generated table vouches for; other bytes give `ZZ`, "unknown".
    pub const fn from_bytes(bytes: [u8; 2]) -> Self {
        if bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_uppercase() {
            CountryCode(bytes)
        } else {
            CountryCode(*b"ZZ")
        }
    }

    /// How many codes there can be.
    pub const COUNT: usize = 26 * 26;

    /// The place among all codes that there can be, in their order; below [`CountryCode::COUNT`].
    pub fn index(self) -> usize {
        let [first, second] = self.0.map(|letter| usize::from(letter.saturating_sub(b'A')));
        first * 26 + second
    }

    /// The two capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }
}

impl std::fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What kind of words named a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum MentionKind {
    Name,
    Demonym,
    Abbreviation,
    City,
    Region,
    Institution,
    Person,
    /// No words: the reader added the country.
    Correction,
}

impl MentionKind {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            MentionKind::Name => "name",
            MentionKind::Demonym => "demonym",
            MentionKind::Abbreviation => "abbreviation",
            MentionKind::City => "city",
            MentionKind::Region => "region",
            MentionKind::Institution => "institution",
            MentionKind::Person => "person",
            MentionKind::Correction => "correction",
        }
    }
}

/// Words in the document that name a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryMention {
    /// The country.
    pub code: CountryCode,
    /// What kind of words.
    pub kind: MentionKind,
    /// Where they stand in the document.
    pub span: Span,
}
