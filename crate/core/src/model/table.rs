//! Items as columns: what filters, the index and the layout read.
//!
//! Takes the items of a report, gives columns in the order (start, id) with undated rows last. A *row* is a
//! position in this order, as u32. It does not keep byte ranges or reasons: [`ItemTable::source`] leads back to
//! the item that has them.

use super::{Axis, Confidence, CountryCode, DateMention, DateRole, Item, ItemKind};
use crate::order::sort_by;
use crate::time::{Interval, Precision, Timestamp};

/// The start of a row without a date: later than every date, so that such rows come last.
const UNDATED: i64 = i64::MAX;
/// The code of "none" in a dictionary column.
const NONE: u32 = u32::MAX;

/// Strings in one buffer: row `i` is `text[offsets[i]..offsets[i + 1]]`.
#[derive(Clone, Debug, Default)]
struct Arena {
    text: String,
    offsets: Vec<usize>,
}

impl Arena {
    fn push(&mut self, text: &str) {
        if self.offsets.is_empty() {
            self.offsets.push(0);
        }
        self.text.push_str(text);
        self.offsets.push(self.text.len());
    }

    fn get(&self, row: u32) -> &str {
        let row = row as usize;
        let bounds = (self.offsets.get(row), self.offsets.get(row.saturating_add(1)));
        let (Some(&start), Some(&end)) = bounds else { return "" };
        self.text.get(start..end).unwrap_or("")
    }
}

/// Few distinct strings over many rows.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    codes: Vec<u32>,
    words: Vec<String>,
}

impl Dictionary {
    fn collect<'a>(values: impl Iterator<Item = Option<&'a str>>) -> Self {
        let values: Vec<Option<&str>> = values.collect();
        let word = |row: &usize| values.get(*row).copied().flatten();
        // Rows by their words, so that equals lie together; then by the first of each.
        let mut rows: Vec<usize> = (0..values.len()).collect();
        sort_by(&mut rows, |a, b| word(a).cmp(&word(b)));
        let groups = rows.chunk_by(|a, b| word(a) == word(b));
        let mut groups: Vec<(&[usize], &str)> =
            groups.filter_map(|group| Some((group, word(group.first()?)?))).collect();
        sort_by(&mut groups, |a, b| a.0.first().cmp(&b.0.first()));
        let mut codes = vec![NONE; values.len()];
        for (code, (group, _)) in (0..).zip(&groups) {
            for row in *group {
                if let Some(place) = codes.get_mut(*row) {
                    *place = code;
                }
            }
        }
        Dictionary { codes, words: groups.into_iter().map(|(_, word)| word.to_owned()).collect() }
    }

    /// The code of a row; `None` where it has no value.
    pub fn code(&self, row: u32) -> Option<u32> {
        self.codes.get(row as usize).copied().filter(|code| *code != NONE)
    }

    /// The word of a row; `None` where it has no value.
    pub fn get(&self, row: u32) -> Option<&str> {
        self.code(row).and_then(|code| self.words.get(code as usize)).map(String::as_str)
    }

    /// The distinct words, by code.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// What is special about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    const STATE_MEDIA: u8 = 1;
    const APPROXIMATE: u8 = 2;
    const INFERRED: u8 = 4;
    const DOUBTFUL: u8 = 8;
    const SCHEDULED: u8 = 16;

    fn of(item: &Item, date: Option<&DateMention>) -> Self {
        let bits = [
            (item.state_media, Self::STATE_MEDIA),
            (date.is_some_and(|date| date.approximate), Self::APPROXIMATE),
            (date.is_some_and(|date| date.role == DateRole::Scheduled), Self::SCHEDULED),
            (item.confidence == Confidence::Inferred, Self::INFERRED),
            (item.confidence == Confidence::Doubtful, Self::DOUBTFUL),
        ];
        Flags(bits.iter().filter(|(set, _)| *set).fold(0, |all, (_, bit)| all | bit))
    }

    /// The report marks it as state media.
    pub fn state_media(self) -> bool {
        self.0 & Self::STATE_MEDIA != 0
    }

    /// The text blurs its date.
    pub fn approximate(self) -> bool {
        self.0 & Self::APPROXIMATE != 0
    }

    /// The date that places it was still to come when the text was written.
    pub fn scheduled(self) -> bool {
        self.0 & Self::SCHEDULED != 0
    }

    /// A part of it follows from a stated rule.
    pub fn inferred(self) -> bool {
        self.0 & Self::INFERRED != 0
    }

    /// A part of it contradicts another.
    pub fn doubtful(self) -> bool {
        self.0 & Self::DOUBTFUL != 0
    }
}

/// Items as columns, in the order (start, id), undated rows last.
#[derive(Clone, Debug, Default)]
pub struct ItemTable {
    start: Vec<i64>,
    end: Vec<i64>,
    precision: Vec<Precision>,
    kind: Vec<ItemKind>,
    flags: Vec<Flags>,
    section: Vec<u32>,
    outlet: Dictionary,
    credit: Dictionary,
    language: Dictionary,
    country_offsets: Vec<usize>,
    countries: Vec<CountryCode>,
    text: Arena,
    ids: Arena,
    source: Vec<u32>,
    dated: u32,
}

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
        let mut table = ItemTable {
            start: sorted.iter().map(|placed| placed.start()).collect(),
            end: sorted.iter().map(|placed| placed.end()).collect(),
            precision: sorted.iter().map(|placed| placed.precision()).collect(),
            kind: items().map(|item| item.kind).collect(),
            flags: sorted.iter().map(|placed| Flags::of(placed.item, placed.date)).collect(),
            section: items().map(|item| item.section).collect(),
            outlet: Dictionary::collect(items().map(|item| item.outlet.as_deref())),
            credit: Dictionary::collect(items().map(credit_of)),
            language: Dictionary::collect(items().map(|item| Some(item.language.as_str()))),
            dated: u32::try_from(dated).unwrap_or(u32::MAX),
            ..ItemTable::default()
        };
        for item in items() {
            table.text.push(&item.text);
            table.ids.push(&item.id);
        }
        drop(sorted);
        table.source = order;
        table.recode(all);
        table
    }

    /// Takes over the countries of the items that the table was made of, which differ in nothing else.
    pub fn recode(&mut self, items: &[Item]) {
        self.countries.clear();
        self.country_offsets.clear();
        self.country_offsets.push(0);
        for row in self.rows() {
            if let Some(item) = self.source(row).and_then(|source| items.get(source)) {
                self.push_countries(item);
            }
        }
    }

    fn push_countries(&mut self, item: &Item) {
        let first = self.countries.len();
        for mention in &item.countries {
            let known = self.countries.iter().skip(first).any(|code| *code == mention.code);
            if !known {
                self.countries.push(mention.code);
            }
        }
        self.country_offsets.push(self.countries.len());
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// Number of rows with a date: they are rows `0..dated`.
    pub fn dated(&self) -> u32 {
        self.dated
    }

    /// All rows, in order.
    pub fn rows(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// When the row's item was; `None` where it is undated.
    pub fn interval(&self, row: u32) -> Option<Interval> {
        let start = self.start.get(row as usize).copied().filter(|start| *start != UNDATED)?;
        let end = self.end.get(row as usize).copied()?;
        Some(Interval::new(Timestamp(start), Timestamp(end)))
    }

    /// How exactly its date is known.
    pub fn precision(&self, row: u32) -> Precision {
        self.precision.get(row as usize).copied().unwrap_or_default()
    }

    /// What form it has in its report.
    pub fn kind(&self, row: u32) -> ItemKind {
        self.kind.get(row as usize).copied().unwrap_or(ItemKind::Report)
    }

    /// What is special about it.
    pub fn flags(&self, row: u32) -> Flags {
        self.flags.get(row as usize).copied().unwrap_or_default()
    }

    /// Index into the report's sections.
    pub fn section(&self, row: u32) -> u32 {
        self.section.get(row as usize).copied().unwrap_or(0)
    }

    /// Where items were published.
    pub fn outlets(&self) -> &Dictionary {
        &self.outlet
    }

    /// Who is named with items: a byline or the label of an action.
    pub fn credits(&self) -> &Dictionary {
        &self.credit
    }

    /// Languages of the linked content.
    pub fn languages(&self) -> &Dictionary {
        &self.language
    }

    /// The row's countries, each once, by first mention.
    pub fn countries(&self, row: u32) -> &[CountryCode] {
        let row = row as usize;
        let bounds = (self.country_offsets.get(row), self.country_offsets.get(row.saturating_add(1)));
        let (Some(&start), Some(&end)) = bounds else { return &[] };
        self.countries.get(start..end).unwrap_or(&[])
    }

    /// Its words.
    pub fn text(&self, row: u32) -> &str {
        self.text.get(row)
    }

    /// Its stable id.
    pub fn id(&self, row: u32) -> &str {
        self.ids.get(row)
    }

    /// The row that has this id. A scan: for selections, not for frames.
    pub fn row_of(&self, id: &str) -> Option<u32> {
        self.rows().find(|row| self.id(*row) == id)
    }

    /// Index of the row's item in the list that the table was made of.
    pub fn source(&self, row: u32) -> Option<usize> {
        self.source.get(row as usize).map(|index| *index as usize)
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

    fn end(&self) -> i64 {
        self.interval().map_or(UNDATED, |interval| interval.end.0)
    }

    fn precision(&self) -> Precision {
        self.date.map(|date| date.precision).unwrap_or_default()
    }
}

fn credit_of(item: &Item) -> Option<&str> {
    item.byline.as_deref().or(item.label.as_deref())
}
