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

    /// "ZZ", no country.
    pub(crate) const UNKNOWN: CountryCode = CountryCode(*b"ZZ");

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
    /// No words: the data that was loaded names the country.
    Given,
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
            MentionKind::Given => "given",
        }
    }
}

/// The rule by which words were read as they are, where the words alone do not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionRule {
    /// What stands behind the comma tells which place, "Lebanon, Pa.", or the sentence that defines it.
    Apposition,
    /// A word near it tells which of several places: "Georgia" beside "runoff".
    Cue,
    /// A country that is named near it tells which of several places.
    Context,
    /// The section or the document tells which of several places.
    Lent,
    /// Nothing tells, so the best known of several places.
    Default,
    /// A person, at a day of the term of office.
    Term,
    /// "X County", in a country that has counties.
    County,
    /// A company that is named after its country: "Qatar Airways".
    Carrier,
    /// "US" in a heading of capitals.
    Heading,
}

impl MentionRule {
    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            MentionRule::Apposition => "apposition",
            MentionRule::Cue => "cue",
            MentionRule::Context => "context",
            MentionRule::Lent => "lent",
            MentionRule::Default => "default",
            MentionRule::Term => "term",
            MentionRule::County => "county",
            MentionRule::Carrier => "carrier",
            MentionRule::Heading => "heading",
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
    /// The rule that read them so; none where the words alone say it.
    pub rule: Option<MentionRule>,
}
