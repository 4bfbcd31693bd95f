//! Cities and first-level regions: which of them the table has, under which countries, with which flags.
//!
//! Takes GeoNames, CLDR and our own lists, gives folded phrases with the places that they name. A phrase that names
//! places of several countries stands under each; it is the default of one that weighs [`TIMES`] as much as any other,
//! and needs the country's context (flag `o`) everywhere else.

mod cities;
mod filter;
mod hand;
mod regions;
mod settle;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use dateline_core::countries::fold;

use super::cldr::Cldr;
use super::sources::Sources;
use filter::{Filter, Verdict};

/// Flag of a place that needs the country's context.
pub const OTHER: char = 'o';
/// Flag of an abbreviation that counts only behind a place and a comma.
const TAIL: char = 't';
/// Flag of a name that is a person's name too.
pub const PERSON: char = 'p';
/// Of this weight a name is the city's whoever else bears it.
const GREAT: u32 = 10_000_000;
/// Smaller places of the same name are no rivals.
const RIVAL: u32 = 15_000;

/// One place that a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The country's code.
    pub code: String,
    /// `c` or `r`.
    pub kind: char,
    /// Letters of flags.
    pub flags: BTreeSet<char>,
    weight: u32,
}

/// Tells the country of a phrase that has a sense already, "" for none.
pub type Taken<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Folded phrase and the places that it names, each country once.
pub type Places = BTreeMap<String, Vec<Place>>;

/// Gathers the places. `taken` tells the phrases that already have a sense.
///
/// # Errors
///
/// When a source or a list is at fault.
pub fn gather(cldr: &Cldr, sources: &Sources, data: &Path, taken: Taken) -> Result<Places, Box<dyn Error>> {
    let filter = Filter::read(sources, data)?;
    let (candidates, rivals) = candidates(cldr, sources)?;
    let mut places = Places::new();
    let mut refused: BTreeMap<String, Verdict> = BTreeMap::new();
    for (phrase, found) in candidates.into_iter().filter(|(phrase, _)| taken(phrase).is_none()) {
        let weight = found.iter().map(|place| place.weight).max().unwrap_or_default();
        match filter.verdict(&phrase, weight) {
            verdict @ (Verdict::Keep | Verdict::Person | Verdict::Other) => {
                let rivals = rivals.get(&phrase).cloned().unwrap_or_default();
                places.insert(phrase, settle::settle(found, &rivals, verdict));
            }
            verdict => {
                refused.insert(phrase, verdict);
            }
        }
    }
    hand::places(&mut places, data, taken)?;
    hand::exonyms(&mut places, data, taken)?;
    hand::zones(&mut places, &cldr.exonyms, taken, &|phrase| {
        matches!(filter.verdict(phrase, 0), Verdict::Keep | Verdict::Name)
    });
    flag_names(&mut places, &filter);
    sources.note(
        "refused.txt",
        &refused.iter().map(|(phrase, why)| format!("{why:?}\t{phrase}\n")).collect::<String>(),
    )?;
    Ok(places)
}

/// Flags what is a person's name too, but for the greatest cities.
fn flag_names(places: &mut Places, filter: &Filter) {
    for (_, found) in places.iter_mut().filter(|(phrase, _)| filter.is_person(phrase)) {
        let great = found.iter().any(|place| place.weight >= GREAT);
        found.iter_mut().filter(|place| !great && !place.flags.contains(&TAIL)).for_each(|place| {
            place.flags.insert(PERSON);
        });
    }
}

/// Weights of all places of a name, by country.
type Rivals = BTreeMap<String, BTreeMap<String, u32>>;

fn candidates(cldr: &Cldr, sources: &Sources) -> Result<(Places, Rivals), Box<dyn Error>> {
    let mut places = Places::new();
    let mut rivals = Rivals::new();
    let mut rival = |phrase: &str, code: &str, weight: u32| {
        let known = rivals.entry(phrase.to_owned()).or_default().entry(code.to_owned()).or_default();
        *known = weight.max(*known);
    };
    for city in cities::read(sources)?.into_iter().filter(|city| city.known || city.weight >= RIVAL) {
        let phrase = fold(&city.name);
        rival(&phrase, &city.code, city.weight);
        if city.known {
            candidate(&mut places, phrase, Place::new(&city.code, 'c', city.weight));
        }
    }
    for region in regions::read(cldr) {
        let phrase = fold(&region.name);
        rival(&phrase, &region.code, region.weight);
        candidate(&mut places, phrase, Place::new(&region.code, 'r', region.weight));
    }
    Ok((places, rivals))
}

/// Adds a candidate; of one country a name stands once, as a city where it is one.
fn candidate(places: &mut Places, phrase: String, place: Place) {
    let there = places.entry(phrase).or_default();
    match there.iter_mut().find(|known| known.code == place.code) {
        Some(known) => known.weight = known.weight.max(place.weight),
        None => there.push(place),
    }
}

impl Place {
    fn new(code: &str, kind: char, weight: u32) -> Place {
        Place { code: code.to_owned(), kind, flags: BTreeSet::new(), weight }
    }
}
