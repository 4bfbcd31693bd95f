//! Apposition: a place, a comma, and what it lies in. "Lebanon, Pa." is in the United States, "Valencia, Venezuela" in
//! Venezuela, and in "Atlanta, Georgia" the city says which Georgia.

use super::choice::{Found, Open, countries, default, in_country};
use super::context::Place;
use super::gazetteer::Gazetteer;
use crate::model::MentionRule::Apposition;
use crate::model::{CountryCode, MentionKind};

/// Countries whose towns bear the names of other countries, with the state behind them: "Peru, Indiana".
const STATES_FOLLOW: [CountryCode; 2] = [CountryCode::from_bytes(*b"US"), CountryCode::from_bytes(*b"CA")];

/// Settles neighbours by each other, the last pair first: "Paris, Texas, U.S.".
pub(super) fn settle(found: &mut [Found], text: &str, gazetteer: &Gazetteer) {
    for at in (1..found.len()).rev() {
        let Some([first, second]) = found.get_mut(at - 1..=at) else { continue };
        match text.get(first.mention.span.end..second.mention.span.start) {
            Some(between) if is_comma(between) => pair(first, second, text, gazetteer),
            Some(between) if is_in(between) => inside(first, second, gazetteer),
            _ => {}
        }
    }
}

/// Whether a comma, or an opening bracket, is all that stands between two.
fn is_comma(between: &str) -> bool {
    matches!(between.trim(), "," | "(")
}

/// "Tripoli in northern Lebanon": "in", and at most one more word.
fn is_in(between: &str) -> bool {
    let mut words = between.split_whitespace();
    let word = |word: &str| word.chars().all(char::is_lowercase);
    matches!(words.next(), Some("in" | "en")) && words.next().is_none_or(word) && words.next().is_none()
}

/// A place of several, in a country that follows.
fn inside(first: &mut Found, second: &Found, gazetteer: &Gazetteer) {
    let place = in_country(gazetteer, second.mention.code, first.open).filter(|_| second.open == Open::No);
    if let Some(place) = place {
        first.settle(place, Apposition);
    }
}

fn pair(first: &mut Found, second: &mut Found, text: &str, gazetteer: &Gazetteer) {
    if first.open != Open::No && second.open != Open::No {
        settle_both(first, second, gazetteer);
    }
    if second.open == Open::No {
        let code = second.mention.code;
        if let Some(place) = in_country(gazetteer, code, first.open) {
            first.settle(place, Apposition);
        } else if moves(first, second, text) {
            first.settle(Place { code, kind: Some(MentionKind::City) }, Apposition);
        }
    } else if first.open == Open::No {
        let inside = matches!(first.mention.kind, MentionKind::City | MentionKind::Region);
        if let Some(place) = in_country(gazetteer, first.mention.code, second.open).filter(|_| inside) {
            second.settle(place, Apposition);
        } else if let Some(place) = state(gazetteer, second.open)
            && first.mention.kind == MentionKind::City
        {
            // A city of neither: the state has one of that name, "Athens, Georgia".
            second.settle(place, Apposition);
            first.settle(Place { kind: None, ..place }, Apposition);
        }
    }
}

/// Settles the second of two open neighbours: by the one country that both may lie in, "Athens, Georgia", else as the best
/// known state of that name.
fn settle_both(first: &Found, second: &mut Found, gazetteer: &Gazetteer) {
    let theirs = countries(gazetteer, second.open);
    let mut common = countries(gazetteer, first.open);
    common.retain(|code| theirs.contains(code));
    common.dedup();
    let known = default(gazetteer, second.open);
    let place = match common.as_slice() {
        [code] => in_country(gazetteer, *code, second.open),
        _ => known.filter(|place| place.kind == Some(MentionKind::Region)),
    };
    if let Some(place) = place {
        second.settle(place, Apposition);
    }
}

/// The place that is only a part of its country, where an open mention may be one.
fn state(gazetteer: &Gazetteer, open: Open) -> Option<Place> {
    let is_part = |code: &CountryCode| {
        in_country(gazetteer, *code, open).is_some_and(|place| place.kind == Some(MentionKind::Region))
    };
    let code = STATES_FOLLOW.into_iter().find(is_part)?;
    in_country(gazetteer, code, open)
}

/// Whether a place with one meaning is another one after all, since a region of another country follows.
fn moves(first: &Found, second: &Found, text: &str) -> bool {
    let (place, region) = (&first.mention, &second.mention);
    if place.code == region.code || region.kind != MentionKind::Region {
        return false;
    }
    match place.kind {
        MentionKind::City => true,
        MentionKind::Name | MentionKind::Region => {
            let short = region.span.of(text).ends_with('.');
            let listed = !short && goes_on(text.get(region.span.end..).unwrap_or_default());
            STATES_FOLLOW.contains(&region.code) && !listed
        }
        _ => false,
    }
}

/// Whether a list goes on: "Mexico, California and Texas".
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    let next = rest.strip_prefix(',').map(str::trim_start);
    ["and ", "or ", "y ", "o "].iter().any(|word| next.unwrap_or(rest).starts_with(word))
        || next.is_some_and(|next| next.starts_with(char::is_uppercase))
}
