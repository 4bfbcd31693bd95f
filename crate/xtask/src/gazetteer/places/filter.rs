//! What keeps names out that are mostly something else: words of the two languages, and given names and surnames.
//!
//! Takes lists of words and people's names (run here, never shipped) and our own judgements on single names, gives a
//! verdict. Does not know populations other than by the weight that it is handed.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use dateline_core::countries::fold;

use super::super::lists;
use super::super::sources::{Sources, json};

/// From which weight on a place stays though it is also a person's name.
const WELL_KNOWN: u32 = 1_000_000;
/// The lists of words.
const WORDS: [&str; 2] = ["an-array-of-english-words", "an-array-of-spanish-words"];
/// Shorter names are more often something else ("Ub", "Ipu").
const SHORTEST: usize = 4;

/// What becomes of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes into the table.
    Keep,
    /// It goes there, flagged as a person's name too.
    Person,
    /// It needs the country's context.
    Other,
    /// It stays out, as a word.
    Word,
    /// It stays out, as a name.
    Name,
    /// It stays out by our own list.
    Judged,
}

/// Words and names.
pub struct Filter {
    words: BTreeSet<String>,
    people: BTreeSet<String>,
    judged: BTreeMap<String, Verdict>,
}

impl Filter {
    /// Reads the lists.
    ///
    /// # Errors
    ///
    /// When a list is missing or has another form.
    pub fn read(sources: &Sources, data: &Path) -> Result<Filter, Box<dyn Error>> {
        let mut filter = Filter {
            words: BTreeSet::new(),
            people: sources.text("people.txt")?.lines().map(fold).collect(),
            judged: judged(data)?,
        };
        for list in WORDS {
            let value = json(&sources.package(list).join("index.json"))?;
            let words = value.as_array().ok_or_else(|| format!("{list}: no list"))?;
            filter.words.extend(words.iter().filter_map(|word| word.as_str()).map(fold));
        }
        Ok(filter)
    }

    /// Whether a folded name is a person's name.
    pub fn is_person(&self, phrase: &str) -> bool {
        self.people.contains(phrase)
    }

    /// What becomes of a folded name with this weight.
    pub fn verdict(&self, phrase: &str, weight: u32) -> Verdict {
        if let Some(verdict) = self.judged.get(phrase) {
            let name = *verdict == Verdict::Keep && self.is_person(phrase);
            return if name { Verdict::Person } else { *verdict };
        }
        match () {
            () if !phrase.is_ascii() || phrase.len() < SHORTEST => Verdict::Word,
            () if self.words.contains(phrase) => Verdict::Word,
            () if !self.people.contains(phrase) => Verdict::Keep,
            () if weight >= WELL_KNOWN => Verdict::Person,
            () => Verdict::Name,
        }
    }
}

fn judged(data: &Path) -> Result<BTreeMap<String, Verdict>, Box<dyn Error>> {
    let mut judged = BTreeMap::new();
    for line in lists::read(data, "places-judged.tsv", 3)? {
        let verdict = match line.column(0) {
            "keep" => Verdict::Keep,
            "person" => Verdict::Person,
            "other" => Verdict::Other,
            "drop" => Verdict::Judged,
            other => return Err(format!("{}: no judgement `{other}`", line.place).into()),
        };
        for name in line.parts(1, ";").map(fold) {
            if judged.insert(name.clone(), verdict).is_some() {
                return Err(format!("{}: `{name}` is judged twice", line.place).into());
            }
        }
    }
    Ok(judged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_names_stay_out_and_judgements_come_first() {
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let filter = Filter {
            words: set(&["split", "paris"]),
            people: set(&["austin", "sydney"]),
            judged: BTreeMap::from([("paris".to_owned(), Verdict::Person)]),
        };
        for (phrase, weight, verdict) in [
            ("split", 200_000, Verdict::Word),
            ("paris", 2_000_000, Verdict::Person),
            ("austin", 900_000, Verdict::Name),
            ("sydney", 4_000_000, Verdict::Person),
            ("tel aviv", 400_000, Verdict::Keep),
            ("ipu", 400_000, Verdict::Word),
        ] {
            assert_eq!(filter.verdict(phrase, weight), verdict, "{phrase}");
        }
    }
}
