//! Laws of the text search: it finds what a naive search in the folded text finds, whatever the bytes are.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;

use dateline_core::filter::{Query, Search, fold};
use dateline_core::model::{Offsets, TextStore, Texts};
use proptest::prelude::*;

/// Bytes of all texts together, kept outside of the table.
struct Kept(Vec<u8>);

impl TextStore for Kept {
    fn read(&self, start: u64, end: u64, into: &mut Vec<u8>) -> bool {
        let bytes = self.0.get(start as usize..end as usize);
        bytes.map(|bytes| into.extend_from_slice(bytes)).is_some()
    }
}

fn texts(all: &[Vec<u8>]) -> Texts {
    let ends = all.iter().scan(0, |end, text| {
        *end += text.len() as u32;
        Some(*end)
    });
    let offsets = std::iter::once(0).chain(ends).collect();
    Texts::distant(Offsets::Short(offsets), Rc::new(Kept(all.concat())))
}

/// The texts, by index, that have the word.
fn naive(all: &[Vec<u8>], word: &str) -> Vec<usize> {
    let has = |text: &Vec<u8>| fold(&String::from_utf8_lossy(text)).contains(word);
    (0..all.len()).filter(|index| has(&all[*index])).collect()
}

fn run(mut search: Search, texts: &Texts, bytes: usize) -> Search {
    while !search.step(texts, bytes) {}
    search
}

/// Texts of few letters, so that words occur by chance; of any characters; of any bytes; torn; long.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let few = "[aAbB áÁ\u{301}’\u{ad}\nжЖ文😀ßȺ]{0,60}".prop_map(String::into_bytes);
    let anything = any::<String>().prop_map(String::into_bytes);
    let torn = (any::<String>(), any::<prop::sample::Index>()).prop_map(|(text, at)| {
        let mut bytes = text.into_bytes();
        bytes.truncate(at.index(bytes.len() + 1));
        bytes
    });
    let long = ("[abáж文ß😀 ]{1,9}", 1_000_usize..40_000, "[abáж]{0,9}");
    let long = long.prop_map(|(part, times, end)| (part.repeat(times) + &end).into_bytes());
    let bytes = prop::collection::vec(any::<u8>(), 0..80);
    prop_oneof![8 => few, 4 => anything, 4 => torn, 4 => bytes, 1 => long]
}

/// A word that is in one of the texts, or one that may be.
fn typed(all: &[Vec<u8>], from: prop::sample::Index, at: prop::sample::Index, length: usize) -> String {
    let text = String::from_utf8_lossy(&all[from.index(all.len())]).into_owned();
    let letters: Vec<char> = text.chars().collect();
    let word: String = letters.iter().skip(at.index(letters.len() + 1)).take(length).collect();
    format!("\"{}\"", fold(&word).replace('"', " "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn finds_what_a_naive_search_finds(
        all in prop::collection::vec(text(), 1..40),
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1_usize..12), 0..4),
        other in "[abáж]{1,3} \"[ab ]{3}\"",
        bytes in prop_oneof![1_usize..2_000, Just(usize::MAX)],
    ) {
        let picked = picks.iter().map(|(from, at, length)| typed(&all, *from, *at, *length));
        let query = Query::new(&(picked.collect::<Vec<_>>().join(" ") + " " + &other));
        let texts = texts(&all);
        let search = run(Search::new(query.clone(), all.len()), &texts, bytes);
        prop_assert_eq!(search.done(), all.len());
        prop_assert!(!search.has_unread());
        for (word, found) in query.words().iter().zip(search.found()) {
            prop_assert_eq!(found.iter().collect::<Vec<_>>(), naive(&all, word), "{:?}", word);
        }
    }

    #[test]
    fn a_narrower_query_finds_the_same_among_earlier_hits(
        all in prop::collection::vec(text(), 1..60),
        typed in "[abáж]{1,2}",
        more in "[abáж文]{1,2}",
        bytes in 1_usize..200_000,
    ) {
        let (wide, narrow) = (Query::new(&typed), Query::new(&(typed + &more)));
        prop_assert!(narrow.narrows(&wide));
        let texts = texts(&all);
        let earlier = run(Search::new(wide, all.len()), &texts, bytes);
        let search = run(Search::within(narrow.clone(), earlier.found()[0].clone()), &texts, bytes);
        for (word, found) in narrow.words().iter().zip(search.found()) {
            prop_assert_eq!(found.iter().collect::<Vec<_>>(), naive(&all, word), "{:?}", word);
        }
    }
}

#[test]
fn texts_that_cannot_be_read_hold_nothing_and_end_the_search() {
    let texts = Texts::distant(Offsets::Short(vec![0, 3, 6, 200_006]), Rc::new(Kept(b"oiloil".to_vec())));
    let search = run(Search::new(Query::new("oil"), 3), &texts, 10);
    assert!(search.has_unread());
    assert_eq!(search.found()[0].iter().collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn what_was_looked_at_is_found_before_the_end() {
    let all: Vec<Vec<u8>> =
        (0..2_000).map(|number| format!("{number} barrels of oil. ").repeat(9).into_bytes()).collect();
    let texts = texts(&all);
    let mut search = Search::new(Query::new("barrels 7"), all.len());
    assert!(!search.step(&texts, 1));
    let done = search.done();
    assert!(done > 0 && done < all.len());
    let wanted: Vec<usize> = naive(&all, "7").into_iter().filter(|index| *index < done).collect();
    assert_eq!(search.found()[1].iter().collect::<Vec<_>>(), wanted);
    assert_eq!(search.found()[0].count(), done);
}

#[test]
fn a_word_is_found_once_wherever_it_lies_in_a_long_text() {
    for (word, filler) in [("Needle", "a"), ("жж文😀x", "a"), ("😀😀", "ж"), ("s\u{301}o", "文")] {
        let query = Query::new(word);
        for start in [16 << 10, 64 << 10, 80 << 10].into_iter().flat_map(|border| border - 40..border + 4) {
            // One letter of another length first, so that pieces may end within a letter.
            let before = "b".repeat(start % filler.len()) + &filler.repeat(start / filler.len());
            let long = [before.as_bytes(), word.as_bytes(), filler.as_bytes()].concat();
            let all = [b"before".to_vec(), long, before.into_bytes(), word.into()];
            let search = run(Search::new(query.clone(), all.len()), &texts(&all), 1);
            assert_eq!(search.found()[0].iter().collect::<Vec<_>>(), [1, 3], "{word} at {start}");
        }
    }
}
