//! Made-up items for tests of the picture: many, far apart, or none.
//!
//! A small generator with a seed: the same seed gives the same items everywhere.

use dateline_core::Extraction;
use dateline_core::model::{
    Basis, Confidence, CountryCode, CountryMention, DateMention, DateRole, Item, ItemKind, MentionKind,
    Report, Section, Span, StateMedia,
};
use dateline_core::time::{Interval, Precision, Timestamp};

/// A generator of numbers (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// The next 64 bits.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.throw() % limit.max(1)
    }
}

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many items.
    pub items: usize,
    /// Over how many sections.
    pub sections: usize,
    /// From which day, counted from 1970.
    pub first_day: i64,
    /// Over how many days.
    pub days: u64,
    /// How many items of a hundred have no date.
    pub undated: u64,
    /// How many items of a hundred are known to the month or year only.
    pub coarse: u64,
}

impl Default for Plan {
    /// About a report: 100 items in 8 sections over 60 days.
    fn default() -> Self {
        Plan { items: 100, sections: 8, first_day: 18_600, days: 60, undated: 10, coarse: 0 }
    }
}

/// Codes that items mention, the first most often.
const CODES: [&str; 12] = ["UA", "PL", "RO", "MD", "TR", "BG", "GE", "DE", "LT", "LV", "EE", "FI"];
/// Words that texts are made of.
const WORDS: [&str; 12] = [
    "harbour",
    "grain",
    "convoy",
    "minister",
    "pipeline",
    "border",
    "drones",
    "sanctions",
    "talks",
    "navy",
    "port",
    "corridor",
];

/// Makes items.
pub fn made(seed: u64, plan: Plan) -> Extraction {
    let mut dice = Dice::new(seed);
    let items: Vec<Item> = (0..plan.items).map(|index| item(&mut dice, index, plan)).collect();
    Extraction { report: report(plan.sections), items, diagnostics: Vec::new(), dates: Vec::new() }
}

fn report(sections: usize) -> Report {
    let section = |index: usize| Section {
        title: format!("SECTION {}", index + 1),
        inferred: index % 3 == 1,
        why: String::new(),
        line: 0,
        span: Span::default(),
    };
    Report {
        title: "Made-up monitor".into(),
        series: Some("TEST MONITOR".into()),
        number: Some("1".into()),
        reference_date: None,
        coverage: None,
        sections: (0..sections).map(section).collect(),
        state_media: StateMedia::default(),
        language: "en".into(),
    }
}

fn item(dice: &mut Dice, index: usize, plan: Plan) -> Item {
    let words: Vec<&str> = (0..6 + dice.below(8))
        .filter_map(|_| WORDS.get(dice.below(WORDS.len() as u64) as usize).copied())
        .collect();
    let kinds = [ItemKind::Report, ItemKind::Report, ItemKind::Report, ItemKind::Passage, ItemKind::Quote];
    let kind = kinds.get(dice.below(5) as usize).copied().unwrap_or(ItemKind::Report);
    Item {
        id: format!("{:016x}", dice.throw() ^ index as u64),
        kind,
        text: format!("Item {index}: {}", words.join(" ")),
        published: (dice.below(100) >= plan.undated).then(|| date(dice, plan)),
        dates: Vec::new(),
        outlet: Some(format!("Outlet {}", dice.below(20))),
        byline: None,
        label: None,
        language: if dice.below(5) == 0 { "es".into() } else { "en".into() },
        state_media: dice.below(4) == 0,
        section: u32::try_from(dice.below(plan.sections as u64)).unwrap_or(0),
        url: None,
        countries: countries(dice),
        span: Span::default(),
        line: 0,
        confidence: Confidence::Certain,
    }
}

fn date(dice: &mut Dice, plan: Plan) -> DateMention {
    let day = plan.first_day + dice.below(plan.days.max(1)) as i64;
    let (precision, length) = match (dice.below(100) < plan.coarse, dice.below(3)) {
        (false, _) => (Precision::Day, 1),
        (true, 0) => (Precision::Week, 7),
        (true, 1) => (Precision::Month, 30),
        (true, _) => (Precision::Year, 365),
    };
    let at = |day: i64| Timestamp(day * Timestamp::DAY_MS);
    DateMention {
        interval: Some(Interval::new(at(day), at(day + length))),
        precision,
        expression: String::new(),
        approximate: dice.below(8) == 0 && precision != Precision::Day,
        basis: Basis::Explicit,
        why: String::new(),
        span: Span::default(),
        role: DateRole::default(),
        alternatives: Vec::new(),
    }
}

fn countries(dice: &mut Dice) -> Vec<CountryMention> {
    let count = dice.below(4);
    let mention = |_| {
        // The smaller of two throws: the first codes come most often.
        let index = dice.below(CODES.len() as u64).min(dice.below(CODES.len() as u64)) as usize;
        let code = CountryCode::new(CODES.get(index).copied().unwrap_or("UA"))?;
        Some(CountryMention { code, kind: MentionKind::Name, span: Span::default(), rule: None })
    };
    (0..count).filter_map(mention).collect()
}
