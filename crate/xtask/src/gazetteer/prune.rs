//! Leaves out phrases that would find nothing new: "Republic of Peru" is found by "Peru" in it, "East Jerusalem" by
//! "Jerusalem".
//!
//! Takes the gathered phrases, takes away those that hold a plain phrase of the same country and the same sort. A phrase
//! stays where the inner one has flags or is ambiguous, for then the longer one tells more.

use std::collections::BTreeSet;

use super::places::Places;
use super::table::Table;

/// Words that open the long form of a country's name.
const OPENERS: [&str; 24] = [
    "republic",
    "republica",
    "kingdom",
    "reino",
    "state",
    "estado",
    "principality",
    "principado",
    "commonwealth",
    "mancomunidad",
    "people",
    "democratic",
    "federal",
    "federative",
    "federacion",
    "islamic",
    "emirato",
    "sultanate",
    "sultanato",
    "union",
    "bolivarian",
    "plurinational",
    "grand",
    "gran",
];

/// A place that is called new is another than the old one: these stay whole.
const NEW: [&str; 3] = ["new ", "nueva ", "nuevo "];

/// Takes the redundant names and places out of the table.
pub fn prune(table: &mut Table) {
    let ambiguous: BTreeSet<String> = table.groups.values().flat_map(|group| group.words.clone()).collect();
    let plain: BTreeSet<(String, String)> = table
        .phrases
        .iter()
        .filter(|(phrase, sense)| sense.kind == 'n' && sense.flags.is_empty() && !ambiguous.contains(*phrase))
        .map(|(phrase, sense)| (sense.code.clone(), phrase.clone()))
        .collect();
    table.phrases.retain(|phrase, sense| {
        let named = sense.kind == 'n' && sense.flags.is_empty();
        !named || !is_long_form(phrase, &|part| plain.contains(&(sense.code.clone(), part.to_owned())))
    });
    prune_places(&mut table.places);
}

fn prune_places(places: &mut Places) {
    let sole = |found: &[super::places::Place]| match found {
        [place] if place.flags.iter().all(|flag| *flag == super::places::PERSON) => Some(place.code.clone()),
        _ => None,
    };
    let plain: BTreeSet<(String, String)> =
        places.iter().filter_map(|(phrase, found)| Some((sole(found)?, phrase.clone()))).collect();
    places.retain(|phrase, found| match sole(found) {
        Some(_) if NEW.iter().any(|new| phrase.starts_with(new)) => true,
        Some(code) => !holds_another(phrase, &|part| plain.contains(&(code.clone(), part.to_owned()))),
        None => true,
    });
}

/// Whether the phrase is a known one with "Republic of" or the like before it.
fn is_long_form(phrase: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = phrase.split(' ').collect();
    let opened = words.first().is_some_and(|first| OPENERS.contains(first));
    opened && (1..words.len()).any(|from| words.get(from..).is_some_and(|rest| known(&rest.join(" "))))
}

/// Whether a part of the phrase, from one word to another and not the whole, is known.
fn holds_another(phrase: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = phrase.split(' ').collect();
    let whole = words.len();
    (1..whole).any(|size| words.windows(size).any(|part| known(&part.join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_forms_of_countries_are_redundant() {
        let known = |part: &str| matches!(part, "peru" | "virgin islands");
        assert!(is_long_form("republic of peru", &known));
        assert!(!is_long_form("u s virgin islands", &known));
    }

    #[test]
    fn a_phrase_that_holds_a_known_one_is_redundant() {
        let known = |part: &str| matches!(part, "peru" | "jerusalem" | "guinea bissau");
        for (phrase, redundant) in [
            ("republic of peru", true),
            ("east jerusalem", true),
            ("republic of guinea bissau", true),
            ("peru", false),
            ("guinea", false),
            ("new jerusalemite", false),
        ] {
            assert_eq!(holds_another(phrase, &known), redundant, "{phrase}");
        }
    }
}
