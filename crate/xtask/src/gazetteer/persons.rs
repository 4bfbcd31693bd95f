//! Heads of state and government: names and the months of their terms.
//!
//! Takes `persons.tsv`, gives for each country its phrases by their terms. Does not judge whether a surname is distinctive.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use dateline_core::countries::fold;

use super::lists::{self, Line};

/// Countries whose leaders the news of the world names. The list has those of all countries; the table, which is to stay
/// small, has of the others only those who ruled for [`LONG`].
const FOREMOST: &str = "US GB FR DE RU CN JP IN BR MX AR CO VE CU PE CL BO EC NI SV HN GT PA IL PS IR IQ EG TR SY LY UA ES IT CA KP KR ZA PH PK";
/// Where an open term is taken to end, for its length.
const OPEN: u32 = 202_612;
/// Terms that ended before are left out of the table.
const SINCE: u32 = 198_401;
/// Months in office from which on a leader is known: of the foremost countries, where those in office always are, and of
/// the others.
const KNOWN: u32 = 24;
const LONG: u32 = 230;

/// Code, then terms as they are written ("198909-199401,200001-"), then folded phrases.
pub type Persons = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Reads the list. `taken` tells the phrases that already have a sense.
///
/// # Errors
///
/// A message with file and line for a term of another form, and for a phrase that stands twice or has a sense already.
pub fn read(data: &Path, taken: &dyn Fn(&str) -> bool) -> Result<Persons, Box<dyn Error>> {
    let mut persons = Persons::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in lists::read(data, "persons.tsv", 3)? {
        if let Some(term) = line.parts(1, ",").find(|term| !is_term(term)) {
            faults.push(format!("{}: `{term}` is no term", line.place));
        }
        let (months, last) = time(line.column(1));
        let enough = match FOREMOST.split(' ').any(|code| code == line.column(0)) {
            true if last == OPEN => 0,
            true => KNOWN,
            false => LONG,
        };
        for phrase in phrases(&line) {
            if let Some(place) = seen.insert(phrase.clone(), line.place.clone()) {
                faults.push(format!("{}: `{phrase}` stands in {place} too", line.place));
            }
            if taken(&phrase) {
                faults.push(format!("{}: `{phrase}` has a sense already", line.place));
            }
            if months < enough || last < SINCE {
                continue;
            }
            let terms = persons.entry(line.column(0).to_owned()).or_default();
            terms.entry(line.column(1).to_owned()).or_default().insert(phrase);
        }
    }
    if faults.is_empty() { Ok(persons) } else { Err(faults.join("\n").into()) }
}

/// The phrases of a line, without those that hold another of them: "Peña Nieto" finds "Enrique Peña Nieto".
fn phrases(line: &Line) -> BTreeSet<String> {
    let all: BTreeSet<String> = line.parts(2, ";").map(fold).collect();
    let holds =
        |phrase: &str, part: &str| phrase != part && format!(" {phrase} ").contains(&format!(" {part} "));
    all.iter().filter(|phrase| !all.iter().any(|part| holds(phrase, part))).cloned().collect()
}

/// How many months the terms have together, and the last one's end, an open one in [`OPEN`].
fn time(terms: &str) -> (u32, u32) {
    let number = |text: &str| text.parse::<u32>().unwrap_or(OPEN);
    let count = |month: u32| month / 100 * 12 + month % 100;
    let all = terms.split(',').filter_map(|term| term.split_once('-'));
    all.fold((0, 0), |(months, last), (from, to)| {
        let to = number(to);
        (months + count(to).saturating_sub(count(number(from))), to.max(last))
    })
}

/// "200001-200412" or "200001-", the first month not after the last.
fn is_term(term: &str) -> bool {
    let month = |text: &str| {
        let well = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        well && text.get(4..).is_some_and(|month| ("01"..="12").contains(&month))
    };
    term.split_once('-').is_some_and(|(from, to)| month(from) && (to.is_empty() || month(to) && from <= to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_all_terms() {
        assert_eq!(time("200001-200112"), (23, 200_112));
        assert_eq!(time("200001-200003,200012-200101"), (3, 200_101));
        assert_eq!(time("202601-"), (11, OPEN));
    }

    #[test]
    fn terms_are_months_in_order() {
        for (term, good) in [
            ("200001-200412", true),
            ("200001-", true),
            ("200013-", false),
            ("200412-200001", false),
            ("2000-2004", false),
            ("200001", false),
        ] {
            assert_eq!(is_term(term), good, "{term}");
        }
    }
}
