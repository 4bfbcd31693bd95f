//! The columns of a report's items.

use super::table::UNDATED;
use super::{Axis, CountryCode, DateMention, Dictionary, Flags, Form, Ids, Item, ItemTable, Texts};
use crate::order::sort_by;
use crate::time::{Interval, Precision};
use dateline_scan::{Codes, Lists, dictionary};

impl ItemTable {
    /// Columns of the given items, placed at their publication.
    pub fn new(items: &[Item]) -> Self {
        Self::on(items, Axis::default())
    }

    /// Columns of the given items, placed by one of their dates.
    pub fn on(all: &[Item], axis: Axis) -> Self {
        let placed: Vec<Placed> = all.iter().map(|item| Placed { item, date: axis.date(item) }).collect();
        let mut order: Vec<u32> = (0..u32::try_from(all.len()).unwrap_or(u32::MAX)).collect();
        let at = |index: &u32| placed.get(*index as usize);
        let key = |index: &u32| at(index).map(|placed| (placed.start(), placed.item.id.as_str()));
        sort_by(&mut order, |a, b| key(a).cmp(&key(b)));
        let sorted: Vec<&Placed> = order.iter().filter_map(at).collect();
        let dated = sorted.iter().take_while(|placed| placed.start() != UNDATED).count();
        let items = || sorted.iter().map(|placed| placed.item);
        let (length, durations) =
            dictionary(&sorted.iter().map(|placed| placed.duration()).collect::<Vec<_>>());
        let sections: Vec<u32> = items().map(|item| item.section).collect();
        let section_count = sections.iter().max().map_or(0, |most| *most as usize + 1);
        let mut table = ItemTable {
            start: sorted.iter().map(|placed| placed.start()).collect(),
            length,
            durations,
            precision: Codes::Bytes(sorted.iter().map(|placed| placed.precision() as u8).collect()),
            form: Codes::Bytes(sorted.iter().map(|placed| placed.form().number()).collect()),
            section: Codes::narrow(&sections, section_count),
            outlet: Dictionary::collect(items().map(|item| item.outlet.as_deref())),
            credit: Dictionary::collect(items().map(credit_of)),
            language: Dictionary::collect(items().map(|item| Some(item.language.as_str()))),
            dated: u32::try_from(dated).unwrap_or(u32::MAX),
            by_id: true,
            ..ItemTable::default()
        };
        let mut ids = Texts::default();
        for item in all {
            table.texts.push(&item.text);
            ids.push(&item.id);
        }
        drop(sorted);
        table.ids = Ids::Given(ids);
        table.source = order;
        table.recode(all);
        table
    }

    /// Takes over the countries of the items that the table was made of, which differ in nothing else.
    pub fn recode(&mut self, items: &[Item]) {
        let mut words: Vec<CountryCode> =
            items.iter().flat_map(|item| &item.countries).map(|mention| mention.code).collect();
        sort_by(&mut words, Ord::cmp);
        words.dedup();
        let mut lists = Lists::default();
        for source in &self.source {
            let mut codes = Vec::new();
            for mention in items.get(*source as usize).map_or(&[][..], |item| &item.countries) {
                let code = words.binary_search(&mention.code).ok().and_then(|code| u8::try_from(code).ok());
                codes.extend(code.filter(|code| !codes.contains(code)));
            }
            lists.push(codes);
        }
        self.countries = lists;
        self.country_words = words;
    }
}

/// An item with the date that places it.
struct Placed<'a> {
    item: &'a Item,
    date: Option<&'a DateMention>,
}

impl Placed<'_> {
    fn interval(&self) -> Option<Interval> {
        self.date.and_then(|date| date.interval)
    }

    fn start(&self) -> i64 {
        self.interval().map_or(UNDATED, |interval| interval.start.0.min(UNDATED - 1))
    }

    fn duration(&self) -> i64 {
        self.interval().map_or(0, Interval::duration_ms)
    }

    fn precision(&self) -> Precision {
        self.date.map(|date| date.precision).unwrap_or_default()
    }

    fn form(&self) -> Form {
        Form::new(self.item.kind, Flags::of(self.item, self.date))
    }
}

fn credit_of(item: &Item) -> Option<&str> {
    item.byline.as_deref().or(item.label.as_deref())
}
