//! Counties: "Burnet County" is in a country that has counties, by what the text is about, else in the United States.

use super::choice::{Found, Gathered, Open};
use super::gazetteer::Gazetteer;
use super::lexicon::class;
use super::token::{Gap, Token};
use crate::model::{CountryCode, CountryMention, MentionKind, Span};

/// Where most counties in the news are.
pub(super) const DEFAULT: CountryCode = CountryCode::from_bytes(*b"US");

/// Countries whose parts are called counties in English.
const WITH_COUNTIES: [&[u8; 2]; 18] = [
    b"US", b"GB", b"IE", b"KE", b"LR", b"SE", b"NO", b"HU", b"HR", b"EE", b"RO", b"LT", b"TW", b"CN", b"IR",
    b"CA", b"AL", b"NZ",
];

/// Whether parts of the country are called counties.
pub(super) fn has_counties(code: CountryCode) -> bool {
    WITH_COUNTIES.iter().any(|known| code.as_str().as_bytes() == *known)
}

/// Takes "Burnet County" for a mention: `token` is the second word, `name` the one before. What stands
/// for a country without counties was none ("Lebanon County", "Athens County"); any other says more than the county.
pub(super) fn see(gathered: &mut Gathered, gazetteer: &Gazetteer, name: Option<Token>, token: &Token) {
    let is_name = |name: &Token| name.is_capital() && name.has_lower() && token.gap == Gap::Blank;
    let in_class = |token: &Token, class| gazetteer.lexicon.classes(token.word) & class != 0;
    let is_county = token.is_capital() && in_class(token, class::COUNTY);
    let Some(name) = name.filter(|name| is_county && is_name(name) && !in_class(name, class::LEAD)) else {
        return;
    };
    let last = gathered.found.last().map(|found| found.mention).filter(|last| last.span.end == name.end);
    let start = match last {
        Some(last) if has_counties(last.code) => return,
        Some(last) => {
            gathered.found.pop();
            last.span.start
        }
        None => name.start,
    };
    let span = Span { start, end: token.end };
    let mention = CountryMention { code: DEFAULT, kind: MentionKind::Region, span, rule: None };
    gathered.found.push(Found { mention, open: Open::County });
}
