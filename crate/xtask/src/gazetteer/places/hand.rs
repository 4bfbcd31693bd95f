//! Our own lists of places: what stands in them goes before what the sources say.

use std::error::Error;
use std::path::Path;

use dateline_core::countries::fold;

use super::super::lists;
use super::super::table::{ACCENTED, accented_phrase, flags, kind};
use super::{OTHER, Place, Places, TAIL, Taken};

/// Weight of a place of our lists: none, for it is not compared.
const NONE: u32 = 0;

/// Reads `places.tsv`: places with their flags.
pub fn places(places: &mut Places, data: &Path, taken: Taken) -> Result<(), Box<dyn Error>> {
    let mut faults = Vec::new();
    for line in lists::read(data, "places.tsv", 4)? {
        let mut place = Place::new(line.column(0), kind(&line, line.column(1))?, NONE);
        place.flags = flags(&line, line.column(2))?;
        for spelling in line.parts(3, ";") {
            let accented = place.flags.contains(&ACCENTED);
            let phrase = if accented { accented_phrase(spelling) } else { fold(spelling) };
            let tail = place.flags.contains(&TAIL);
            if let Some(code) = taken(&phrase).filter(|_| !tail) {
                faults.extend((code != place.code).then(|| clash(&line.place, &phrase, &code)));
                continue;
            }
            put(places.entry(phrase).or_default(), place.clone());
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

fn clash(place: &str, phrase: &str, code: &str) -> String {
    format!("{place}: `{phrase}` already means {}", if code.is_empty() { "nothing" } else { code })
}

/// Puts a place of our lists in the place of what the sources say of its country; without the flag `o` it becomes the
/// one default.
fn put(there: &mut Vec<Place>, place: Place) {
    there.retain(|known| known.code != place.code || known.weight == NONE);
    if !place.flags.contains(&OTHER) {
        there.iter_mut().filter(|known| known.weight != NONE).for_each(|known| {
            known.flags.insert(OTHER);
        });
    }
    there.push(place);
}

/// Reads `exonyms.tsv`: other names of places that are there already.
pub fn exonyms(places: &mut Places, data: &Path, taken: Taken) -> Result<(), Box<dyn Error>> {
    let mut faults = Vec::new();
    for line in lists::read(data, "exonyms.tsv", 3)? {
        let known = fold(line.column(1));
        let place =
            places.get(&known).and_then(|found| found.iter().find(|place| place.code == line.column(0)));
        let Some(place) = place.cloned() else {
            faults.push(format!("{}: `{known}` is not in the table", line.place));
            continue;
        };
        for phrase in line.parts(2, ";").map(fold) {
            if let Some(code) = taken(&phrase) {
                faults.extend((code != place.code).then(|| clash(&line.place, &phrase, &code)));
                continue;
            }
            put(places.entry(phrase).or_default(), Place { weight: NONE, ..place.clone() });
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// Adds the Spanish names of the cities of time zones, where the English name has one sense.
pub fn zones(places: &mut Places, names: &[(String, String)], taken: Taken, good: &dyn Fn(&str) -> bool) {
    for (english, spanish) in names {
        let phrase = fold(spanish);
        let Some([place]) = places.get(&fold(english)).map(Vec::as_slice) else { continue };
        if taken(&phrase).is_none() && !places.contains_key(&phrase) && good(&phrase) {
            let place = place.clone();
            places.insert(phrase, vec![place]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_by_hand_makes_the_others_need_context() {
        let mut there = vec![Place::new("GB", 'c', 300), Place::new("US", 'c', 100)];
        put(&mut there, Place::new("GB", 'c', NONE));
        let shown: Vec<String> = there
            .iter()
            .map(|place| format!("{}{}", place.code, place.flags.iter().collect::<String>()))
            .collect();
        assert_eq!(shown.join(" "), "USo GB");
    }
}
