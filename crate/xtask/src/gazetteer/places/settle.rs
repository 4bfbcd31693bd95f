//! Which country has a name by default, where several have a place of that name.

use std::collections::BTreeMap;

use super::filter::Verdict;
use super::{OTHER, PERSON, Place};

/// How many times as much as any other the default weighs.
const TIMES: u32 = 4;
/// A lighter place that is not the default is left out: nobody would miss it.
const OTHER_BOUND: u32 = 100_000;

/// Flags the places of one name; `rivals` are the weights of all places of that name by country, known or not.
pub fn settle(places: Vec<Place>, rivals: &BTreeMap<String, u32>, verdict: Verdict) -> Vec<Place> {
    let heaviest = |code: &str| {
        let others = rivals.iter().filter(|(other, _)| *other != code);
        others.map(|(_, weight)| *weight).max().unwrap_or_default()
    };
    let mut settled = Vec::new();
    for mut place in places {
        let default = place.weight >= heaviest(&place.code).saturating_mul(TIMES);
        if !default && place.weight < OTHER_BOUND {
            continue;
        }
        if !default || verdict == Verdict::Other {
            place.flags.insert(OTHER);
        }
        if verdict == Verdict::Person {
            place.flags.insert(PERSON);
        }
        settled.push(place);
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "GB:120 US:100" and what comes out: "GBo USo".
    fn settled(weights: &str, verdict: Verdict) -> String {
        let pairs: Vec<(String, u32)> = weights
            .split(' ')
            .filter_map(|pair| pair.split_once(':'))
            .map(|(code, weight)| (code.to_owned(), weight.parse::<u32>().unwrap_or_default() * 1000))
            .collect();
        let places = pairs.iter().map(|(code, weight)| Place::new(code, 'c', *weight)).collect();
        let found = settle(places, &pairs.iter().cloned().collect(), verdict);
        let shown =
            found.iter().map(|place| format!("{}{}", place.code, place.flags.iter().collect::<String>()));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_default_weighs_four_times_as_much_as_any_other() {
        assert_eq!(settled("GB:1000 US:200", Verdict::Keep), "GB USo");
        assert_eq!(settled("GB:120 US:110", Verdict::Keep), "GBo USo");
        assert_eq!(settled("FR:2000 US:25", Verdict::Person), "FRp");
        assert_eq!(settled("HR:170", Verdict::Other), "HRo");
    }
}
