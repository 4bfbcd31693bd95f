//! Definitions: "Lima is a village in Allen County, Ohio" is about a village of Ohio, and "Peru is a city in Indiana" not
//! about the country.

use super::choice::{Found, Open};
use super::context::Place;
use crate::model::{MentionKind, MentionRule};
use crate::text::places;

/// What is smaller than a country.
const SETTLEMENTS: [&str; 32] = [
    "village",
    "town",
    "hamlet",
    "city",
    "municipality",
    "commune",
    "settlement",
    "community",
    "township",
    "borough",
    "suburb",
    "parish",
    "locality",
    "neighborhood",
    "neighbourhood",
    "ward",
    "district",
    "county",
    "station",
    "farm",
    "pueblo",
    "ciudad",
    "municipio",
    "aldea",
    "localidad",
    "barrio",
    "distrito",
    "comuna",
    "caserío",
    "cantón",
    "corregimiento",
    "villa",
];
/// What stands between a name and what it is.
const COPULAS: [&str; 8] = ["is a", "is an", "was a", "was an", "is the", "es un", "es una", "fue una"];
/// The word for a settlement is among so many.
const WORDS: usize = 5;
/// A definition is no longer, in bytes.
const LONGEST: usize = 400;

/// Gives each place that is defined the country of the region or country that its sentence names next.
pub(super) fn settle(found: &mut [Found], text: &str) {
    for at in 0..found.len() {
        let Some((first, rest)) = found.get(at..).and_then(<[Found]>::split_first) else { return };
        let start = first.mention.span.end;
        let Some(length) = text.get(start..).and_then(defined) else { continue };
        let inside = rest.iter().take_while(|next| next.mention.span.start < start + length);
        let told = inside
            .filter(|next| next.open == Open::No && is_larger(next.mention.kind))
            .map(|next| next.mention.code);
        let named = matches!(first.mention.kind, MentionKind::City | MentionKind::Region | MentionKind::Name);
        if let (Some(code), true, Some(found)) = (told.last(), named, found.get_mut(at)) {
            found.settle(Place { code, kind: Some(MentionKind::City) }, MentionRule::Apposition);
        }
    }
}

fn is_larger(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Region | MentionKind::Name | MentionKind::Abbreviation)
}

/// How far the definition goes that begins here, where one does.
fn defined(rest: &str) -> Option<usize> {
    // Few names are followed by a verb or a bracket: most are done here.
    if !matches!(
        rest.as_bytes(),
        [b' ', b'i' | b'w' | b'e' | b'f', b's' | b'a' | b'u', ..] | [b' ', b'(', ..]
    ) {
        return None;
    }
    let sentence = sentence(rest);
    let told =
        sentence.strip_prefix(" (").and_then(|inside| Some(inside.split_once(')')?.1)).unwrap_or(sentence);
    let told = told.strip_prefix(' ')?;
    let predicate = COPULAS.iter().find_map(|copula| told.strip_prefix(copula)?.strip_prefix(' '))?;
    let mut words = predicate.split_whitespace().take(WORDS);
    words.any(|word| SETTLEMENTS.contains(&word.trim_end_matches(','))).then_some(sentence.len())
}

/// The text to the end of its sentence: a full stop before a blank and a capital, or a line without more.
fn sentence(rest: &str) -> &str {
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = rest.get(..end).unwrap_or_default();
    let stop = places(rest, ". ").find(|at| {
        let before = rest.get(..*at).and_then(|head| head.split_whitespace().last()).unwrap_or_default();
        before.chars().count() > 3
    });
    rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::defined;

    #[test]
    fn a_settlement_must_be_said() {
        for (text, expected) in [
            (" is a village in Ohio. It lies", true),
            (" (population 40) is a small town in Ohio.", true),
            (" es un municipio de Colombia.", true),
            (" is a country that borders Ohio.", false),
            (" is in Ohio.", false),
            (", a town in Ohio", false),
        ] {
            assert_eq!(defined(text).is_some(), expected, "{text}");
        }
    }
}
