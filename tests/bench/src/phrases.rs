//! Texts put together from phrases in four languages, with accents and capital letters.

use dateline_tests::made::Dice;

const LEAST_BYTES: usize = 100;
const MOST_BYTES: usize = 300;
const LONGEST_PHRASE: usize = 100;

const WHO: [&str; 18] = [
    "The minister of energy",
    "a coast guard vessel",
    "el presidente",
    "the central bank",
    "la oposición",
    "a group of farmers",
    "the SUPREME COURT",
    "une commission d’enquête",
    "the customs office",
    "a teachers’ union",
    "la canciller",
    "the Navy",
    "le député",
    "state television",
    "der Außenminister",
    "an observer",
    "los sindicatos",
    "the refinery",
];
const DID: [&str; 16] = [
    "said that it would review",
    "rejected",
    "anunció",
    "postponed",
    "a dénoncé",
    "published",
    "denied reports about",
    "reopened",
    "exigió",
    "SUSPENDED",
    "voted on",
    "a présenté",
    "questioned",
    "kündigte an:",
    "confirmed",
    "protested against",
];
const WHAT: [&str; 16] = [
    "the maritime border",
    "a tariff on grain",
    "la reforma agraria",
    "the results of the election",
    "l’accord de pêche",
    "an emergency decree",
    "export licences for oil",
    "las negociaciones",
    "two patrol boats",
    "the price of fuel",
    "una comisión técnica",
    "the vaccination campaign",
    "the ceasefire",
    "die Prüfung",
    "the ruling of the tribunal",
    "an exchange of prisoners",
];
const WHEN: [&str; 10] = [
    "on Monday",
    "again",
    "this week",
    "ayer por la mañana",
    "despite protests",
    "en la capital",
    "at night",
    "hier soir",
    "in São Paulo",
    "without a vote",
];

/// Texts one behind the other, with their offsets.
pub(crate) fn texts(items: usize, dice: &mut Dice) -> (Vec<u32>, Vec<u8>) {
    let (mut offsets, mut bytes) = (vec![0], Vec::new());
    for _ in 0..items {
        let spread = (MOST_BYTES - LEAST_BYTES - LONGEST_PHRASE + 1) as u64;
        let enough = bytes.len() + LEAST_BYTES + LONGEST_PHRASE / 4 + dice.below(spread) as usize;
        let most = offsets.last().map_or(0, |last| *last as usize) + MOST_BYTES;
        while bytes.len() < enough {
            phrase(dice, &mut bytes);
        }
        bytes.truncate(whole(&bytes, most));
        offsets.push(bytes.len() as u32);
    }
    (offsets, bytes)
}

fn phrase(dice: &mut Dice, into: &mut Vec<u8>) {
    for words in [&WHO[..], &DID, &WHAT, &WHEN] {
        let words = words.get(dice.below(words.len() as u64) as usize);
        into.extend_from_slice(words.copied().unwrap_or("").as_bytes());
        into.push(b' ');
    }
}

/// At most so many bytes, whole characters.
fn whole(bytes: &[u8], most: usize) -> usize {
    let cut = |end: &usize| bytes.get(*end).is_none_or(|next| next & 0xc0 != 0x80);
    (0..=most.min(bytes.len())).rev().find(cut).unwrap_or(0)
}
