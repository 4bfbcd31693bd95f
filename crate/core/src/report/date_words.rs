//! Words around the dates that stand before, over or beside entries: tables, not code.

/// Words before a date that labels an entry: "On January 5: …".
pub(super) const DATE_LEADS: &[&str] = &[
    "on", "in", "the", "around", "about", "c.", "ca.", "circa", "el", "en", "la", "los", "le", "dia",
    "hacia", "em",
];

/// Words after which a sentence goes on: a date on the next line belongs to it.
pub(super) const ENDINGS: &[&str] = &[
    "on", "in", "at", "of", "to", "by", "and", "or", "from", "until", "till", "since", "before", "after",
    "between", "the", "for", "el", "la", "de", "del", "en", "y", "a", "al", "desde", "hasta", "entre", "los",
    "por",
];

/// Words of a line that prints the date.
pub(super) const DATE_WORDS: &[&str] = &["date", "published", "issued", "updated", "fecha", "publicado"];
