//! Made-up items as columns, the same for the same seed: bursts of news over ten years in no order, countries by Zipf,
//! texts of 100 to 300 bytes.
//!
//! Gives plain columns in the public shape; knows no table and no page.

use dateline_core::countries;
use dateline_core::model::{Coded, Columns, Offsets, Texts};
use dateline_scan::Codes;
use dateline_tests::made::Dice;

use crate::phrases;

/// 1 January 2011, in ms since 1970.
pub const FIRST: f64 = 1_293_840_000_000.0;
/// 1 January 2021, exclusive.
pub const END: f64 = 1_609_459_200_000.0;
/// Sections.
pub const SECTIONS: u64 = 10;
/// Outlets.
pub const OUTLETS: u64 = 200;
/// Countries that items mention.
pub const COUNTRIES: usize = 195;
/// Languages, ISO 639-1.
pub const LANGUAGES: [&str; 3] = ["en", "es", "fr"];
/// Kinds of items.
pub const KINDS: [&str; 4] = ["report", "action", "reading", "quote"];

const SEED: u64 = 20_210_115;
const DAY: f64 = 86_400_000.0;
const BURSTS: usize = 800;
/// Of a hundred items, so many belong to a burst.
const IN_BURSTS: u64 = 70;
const STATE_MEDIA: u64 = 12;
/// Of a hundred items, so many have one country, and so many have at most two.
const ONE_COUNTRY: u64 = 60;
const TWO_COUNTRIES: u64 = 88;

/// Items as columns, in no order.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// ms since 1970-01-01 UTC.
    pub start: Vec<f64>,
    /// Bit 0: state media.
    pub flags: Vec<u8>,
    /// Below [`SECTIONS`].
    pub section: Vec<u8>,
    /// Below [`OUTLETS`].
    pub outlet: Vec<u8>,
    /// Places in [`LANGUAGES`].
    pub language: Vec<u8>,
    /// Places in [`KINDS`].
    pub kind: Vec<u8>,
    /// Item `i` has `country_codes[country_offsets[i]..country_offsets[i + 1]]`.
    pub country_offsets: Vec<u32>,
    /// Below [`COUNTRIES`].
    pub country_codes: Vec<u8>,
    /// Item `i` has `text[text_offsets[i]..text_offsets[i + 1]]`.
    pub text_offsets: Vec<u32>,
    /// UTF-8.
    pub text: Vec<u8>,
}

impl Made {
    /// The items as the engine takes them, with their texts in memory.
    pub fn columns(&self) -> Columns {
        let coded = |codes: &[u8], words: Vec<String>| Coded { codes: Codes::Bytes(codes.to_vec()), words };
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let sections = (0..SECTIONS).map(|section| format!("Section {section}")).collect();
        let countries = coded(&self.country_codes, country_words());
        let texts = Texts::in_memory(Offsets::Short(self.text_offsets.clone()), self.text.clone());
        Columns {
            start: self.start.clone(),
            flags: Some(self.flags.clone()),
            section: Some(coded(&self.section, sections)),
            outlet: Some(coded(&self.outlet, outlet_words())),
            language: Some(coded(&self.language, owned(&LANGUAGES))),
            kind: Some(coded(&self.kind, owned(&KINDS))),
            countries: Some((self.country_offsets.clone(), countries)),
            texts: Some(texts),
            ..Columns::default()
        }
    }
}

/// Makes so many items with their texts.
pub fn made(items: usize) -> Made {
    let mut dice = Dice::new(SEED);
    let (country_offsets, country_codes) = mentions(items, &mut dice);
    let mut codes = |limit: u64| (0..items).map(|_| dice.below(limit) as u8).collect();
    let (section, outlet) = (codes(SECTIONS), codes(OUTLETS));
    let (language, kind) = (codes(LANGUAGES.len() as u64), codes(KINDS.len() as u64));
    let flags = (0..items).map(|_| u8::from(dice.below(100) < STATE_MEDIA)).collect();
    let start = times(items, &mut dice);
    let (text_offsets, text) = phrases::texts(items, &mut dice);
    Made { start, flags, section, outlet, language, kind, country_offsets, country_codes, text_offsets, text }
}

/// The words that the codes of countries stand for.
pub fn country_words() -> Vec<String> {
    countries::all().take(COUNTRIES).map(|code| code.as_str().to_owned()).collect()
}

/// The words that the codes of outlets stand for.
pub fn outlet_words() -> Vec<String> {
    (0..OUTLETS).map(|outlet| format!("Outlet {outlet}")).collect()
}

/// A number from 0 to 1, exclusive.
fn share(dice: &mut Dice) -> f64 {
    (dice.throw() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Most items follow one of some causes, ever fewer a while after it; the others come at any time.
fn times(items: usize, dice: &mut Dice) -> Vec<f64> {
    let any = |dice: &mut Dice| FIRST + share(dice) * (END - FIRST);
    let causes: Vec<(f64, f64)> =
        (0..BURSTS).map(|_| (any(dice), DAY / 8.0 * (share(dice) * 6.0).exp2())).collect();
    let drawn = Zipf::new(BURSTS);
    let time = |dice: &mut Dice| {
        let cause = if dice.below(100) < IN_BURSTS { causes.get(drawn.draw(dice)) } else { None };
        let time = cause.map(|(at, fade)| at - (1.0 - share(dice)).ln() * fade);
        time.filter(|time| *time < END).unwrap_or_else(|| any(dice)).floor()
    };
    (0..items).map(|_| time(dice)).collect()
}

/// One to three different countries an item: offsets and codes.
fn mentions(items: usize, dice: &mut Dice) -> (Vec<u32>, Vec<u8>) {
    let drawn = Zipf::new(COUNTRIES);
    let (mut offsets, mut codes): (Vec<u32>, Vec<u8>) = (vec![0], Vec::new());
    for _ in 0..items {
        let first = codes.len();
        let chance = dice.below(100);
        let wanted = 1 + usize::from(chance >= ONE_COUNTRY) + usize::from(chance >= TWO_COUNTRIES);
        while codes.len() < first + wanted {
            let code = drawn.draw(dice) as u8;
            if !codes.iter().skip(first).any(|known| *known == code) {
                codes.push(code);
            }
        }
        offsets.push(codes.len() as u32);
    }
    (offsets, codes)
}

/// Draws places of which the first is the most frequent, the second half as frequent, and so on.
pub(crate) struct Zipf {
    /// Shares of the places up to each.
    sums: Vec<f64>,
}

impl Zipf {
    pub(crate) fn new(places: usize) -> Self {
        let mut sum = 0.0;
        let sums = (1..=places).map(|place| {
            sum += 1.0 / place as f64;
            sum
        });
        Zipf { sums: sums.collect() }
    }

    pub(crate) fn draw(&self, dice: &mut Dice) -> usize {
        let at = share(dice) * self.sums.last().copied().unwrap_or(0.0);
        self.sums.partition_point(|sum| *sum <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEMS: usize = 20_000;

    #[test]
    fn items_are_as_the_benches_say() {
        let made = made(ITEMS);
        assert!(made.start.iter().all(|time| (FIRST..END).contains(time) && time.fract() == 0.0));
        let mut days = vec![0; 3_653];
        made.start.iter().for_each(|time| days[((time - FIRST) / DAY) as usize] += 1);
        days.sort_unstable();
        assert!(days.iter().rev().take(365).sum::<usize>() > ITEMS / 2, "no bursts");
        let mut often = vec![0; COUNTRIES];
        made.country_codes.iter().for_each(|code| often[usize::from(*code)] += 1);
        assert!(often[0] > 5 * often[9] && often.iter().all(|count| *count > 0), "no Zipf: {often:?}");
        assert!(made.country_offsets.windows(2).all(|pair| (1..=3).contains(&(pair[1] - pair[0]))));
        assert!(made.text_offsets.windows(2).all(|pair| (100..=300).contains(&(pair[1] - pair[0]))));
        let mean = made.text.len() / ITEMS;
        assert!((190..=210).contains(&mean), "texts have {mean} bytes");
        assert!(std::str::from_utf8(&made.text).is_ok());
    }

    #[test]
    fn the_same_seed_makes_the_same_items() {
        let (one, other) = (made(1_000), made(1_000));
        assert_eq!((one.start, one.text, one.country_codes), (other.start, other.text, other.country_codes));
    }
}
