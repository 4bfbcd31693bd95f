//! Items that come as columns, in any order: checked, put in the order of time, and made a table.

use super::table::UNDATED;
use super::{
    CountryCode, Diagnostic, Dictionary, Flags, Form, Ids, ItemKind, ItemTable, Section, Severity, Span,
    Texts,
};
use crate::order::sort_by;
use crate::text::joined;
use crate::time::{CivilDate, Precision, Timestamp};
use dateline_scan::{
    Bits, Codes, Lists, Stray, ascends, count_codes, dictionary, merged, places, present, sort, take_bytes,
    take_four, take_numbers,
};

/// A table has at most so many items: their columns and indexes then take about 1 GB.
pub const MOST_ITEMS: usize = 20_000_000;
/// An item counts for different countries; there are no more codes than this.
const MOST_COUNTRIES: usize = 255;
/// There are at most so many sections.
pub const MOST_SECTIONS: u32 = 1 << 20;
/// A message shows so many characters of a word.
const MAX_SHOWN: usize = 40;

/// Codes with the words they stand for.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    /// One a row, or for countries one a mention.
    pub codes: Codes,
    /// By code.
    pub words: Vec<String>,
}

/// Items as columns, in any order. All columns are as long as `start`; those that are `None` say the same of all items.
#[derive(Debug, Default)]
pub struct Columns {
    /// ms since 1970-01-01 UTC; NaN = undated.
    pub start: Vec<f64>,
    /// Exclusive; without it an item lasts one unit of its precision.
    pub end: Option<Vec<f64>>,
    /// Places in [`PRECISIONS`]; without it all are days.
    pub precision: Option<Vec<u8>>,
    /// Bits: 0 state media, 1 approximate, 2 inferred, 3 doubtful.
    pub flags: Option<Vec<u8>>,
    /// Titles of sections.
    pub section: Option<Coded>,
    /// Names of outlets.
    pub outlet: Option<Coded>,
    /// Languages, ISO 639-1.
    pub language: Option<Coded>,
    /// Kinds of items.
    pub kind: Option<Coded>,
    /// Countries, ISO 3166-1 alpha-2; row `i` has the codes `offsets[i]..offsets[i + 1]`.
    pub countries: Option<(Vec<u32>, Coded)>,
    /// Their words.
    pub texts: Option<Texts>,
    /// Their ids; without them the number of each.
    pub ids: Option<Texts>,
}

/// The precisions, by their numbers in columns.
pub const PRECISIONS: [Precision; 10] = [
    Precision::Day,
    Precision::Minute,
    Precision::Hour,
    Precision::Week,
    Precision::Month,
    Precision::Quarter,
    Precision::Half,
    Precision::Year,
    Precision::Decade,
    Precision::Range,
];

/// Why columns are no items: nothing was changed by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A stable code, such as `bad-columns`.
    pub code: &'static str,
    /// What is wrong, with the column, the row and the value.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// What columns become.
#[derive(Debug)]
pub struct Tabled {
    /// The items.
    pub table: ItemTable,
    /// Their sections.
    pub sections: Vec<Section>,
    /// What there is to say about them.
    pub remarks: Vec<Diagnostic>,
}

impl Columns {
    /// Items that begin at these instants, in ms, of which nothing else is known.
    pub fn dated(start: Vec<f64>) -> Columns {
        Columns { start, ..Columns::default() }
    }

    /// Checks the columns and puts them in the order of time.
    ///
    /// # Errors
    ///
    /// `too-many-items`, `bad-columns` for lengths, offsets and codes that do not fit, `bad-date` for an instant that the
    /// calendar does not have or an end before its start, `bad-country` for what is no code of a country.
    ///
    /// ```
    /// use dateline_core::model::Columns;
    /// let table = Columns::dated(vec![86_400_000.0, f64::NAN, 0.0]).into_table().unwrap().table;
    /// assert_eq!(table.dated(), 2);
    /// assert_eq!([0, 1, 2].map(|row| table.id(row)), ["2", "0", "1"]);
    /// ```
    pub fn into_table(self) -> Result<Tabled, Fault> {
        let rows = self.start.len();
        if rows > MOST_ITEMS {
            let message = format!("There are {rows} items; at most {MOST_ITEMS} are held.");
            return Err(Fault {
                code: "too-many-items",
                message,
                fix: "Load a part of them, or count them by day first.".to_owned(),
            });
        }
        self.check_lengths(rows)?;
        let mut remarks = Vec::new();
        let precision = precisions(self.precision)?;
        let mut start = instants(self.start)?;
        let duration = durations(&start, self.end, precision.as_deref())?;
        let form = forms(rows, self.kind, self.flags, &mut remarks)?;
        let (section, sections) = sections(rows, self.section)?;
        let (countries, country_words) = countries(rows, self.countries)?;
        let outlet = words("outlet", rows, self.outlet)?;
        let language = words("language", rows, self.language)?;
        let dated = present(&start, UNDATED);
        let sorted = ascends(&start);
        let source = if sorted { places(rows) } else { sort(&mut start, UNDATED) };
        let order = (!sorted).then_some(source.as_slice());
        let precision = match (precision, order) {
            (None, _) => vec![Precision::Day as u8; rows],
            (Some(given), None) => given,
            (Some(given), Some(order)) => take_bytes(&given, order),
        };
        let (length, durations) = match (duration, order) {
            (Durations::Same(ms), _) => (Codes::Bytes(vec![0; rows]), vec![ms]),
            (Durations::Each(each), None) => dictionary(&each),
            (Durations::Each(each), Some(order)) => dictionary(&take_numbers(&each, order)),
        };
        let [form, section, outlet_codes, language_codes] =
            in_order([Codes::Bytes(form), section, outlet.0, language.0], order);
        let table = ItemTable {
            start,
            length,
            durations,
            precision: Codes::Bytes(precision),
            form,
            section,
            outlet: Dictionary::from_parts(outlet_codes, outlet.1),
            credit: Dictionary::from_parts(Codes::default(), Vec::new()),
            language: Dictionary::from_parts(language_codes, language.1),
            countries: match order {
                None => countries,
                Some(order) => countries.taken(order),
            },
            country_words,
            texts: self.texts.unwrap_or_default(),
            ids: self.ids.map_or(Ids::Numbers(rows as u32), Ids::Given),
            dated: dated as u32,
            by_id: false,
            source,
        };
        Ok(Tabled { table, sections, remarks })
    }

    fn check_lengths(&self, rows: usize) -> Result<(), Fault> {
        let coded = |coded: &Option<Coded>| coded.as_ref().map(|coded| coded.codes.len());
        let lengths = [
            ("end", self.end.as_ref().map(Vec::len)),
            ("precision", self.precision.as_ref().map(Vec::len)),
            ("flags", self.flags.as_ref().map(Vec::len)),
            ("section", coded(&self.section)),
            ("outlet", coded(&self.outlet)),
            ("language", coded(&self.language)),
            ("kind", coded(&self.kind)),
            (
                "countries.offsets",
                self.countries.as_ref().map(|(offsets, _)| offsets.len().saturating_sub(1)),
            ),
            ("text.offsets", self.texts.as_ref().map(Texts::len)),
            ("ids.offsets", self.ids.as_ref().map(Texts::len)),
        ];
        for (name, length) in lengths {
            if let Some(length) = length.filter(|length| *length != rows) {
                let message = format!("`{name}` is for {length} items, `start` for {rows}.");
                return Err(bad(message, "Give all columns the same length, and offsets one more."));
            }
        }
        for (name, texts) in [("text", &self.texts), ("ids", &self.ids)] {
            if let Some(row) = texts.as_ref().and_then(Texts::fault) {
                return Err(bad(
                    format!("`{name}.offsets` fall at row {row}, or do not begin with 0."),
                    OFFSETS,
                ));
            }
        }
        Ok(())
    }
}

const OFFSETS: &str = "Offsets begin with 0, never fall, and end with the length of what they divide.";

fn bad(message: String, fix: &str) -> Fault {
    Fault { code: "bad-columns", message, fix: fix.to_owned() }
}

fn bad_date(message: String) -> Fault {
    let fix = "Give ms since 1970-01-01 UTC in the years 1 to 9999, NaN for no date, and an end not before its start.";
    Fault { code: "bad-date", message, fix: fix.to_owned() }
}

/// Whole ms, as the calendar has them.
fn instants(given: Vec<f64>) -> Result<Vec<i64>, Fault> {
    let (first, last) =
        (CivilDate::first().timestamp().0, CivilDate::last().timestamp().0 + Timestamp::DAY_MS);
    dateline_scan::instants(given, first as f64, last as f64, UNDATED).map_err(|(Stray(row), instant)| {
        let instant = told(instant);
        bad_date(format!("`start` of row {row} is {instant}, which the calendar does not have."))
    })
}

/// Columns in another order.
fn in_order(columns: [Codes; 4], order: Option<&[u32]>) -> [Codes; 4] {
    let Some(order) = order else { return columns };
    if let [Codes::Bytes(one), Codes::Bytes(two), Codes::Bytes(three), Codes::Bytes(four)] = &columns {
        return take_four([one, two, three, four], order).map(Codes::Bytes);
    }
    columns.map(|codes| codes.taken(order))
}

/// A number in a message: the text of a float is code that the wasm does without.
fn told(number: f64) -> String {
    if number.is_finite() && number.abs() < 9e18 {
        (number as i64).to_string()
    } else {
        "infinite".to_owned()
    }
}

enum Durations {
    Same(i64),
    Each(Vec<i64>),
}

fn durations(start: &[i64], end: Option<Vec<f64>>, precision: Option<&[u8]>) -> Result<Durations, Fault> {
    let Some(end) = end else {
        let Some(precision) = precision else { return Ok(Durations::Same(Timestamp::DAY_MS)) };
        let of = |(start, number): (&i64, &u8)| unit_of(*start, *number);
        return Ok(Durations::Each(start.iter().zip(precision).map(of).collect()));
    };
    let last = CivilDate::last().timestamp().0 + Timestamp::DAY_MS;
    let each = dateline_scan::durations(start, &end, last as f64, UNDATED);
    each.map(Durations::Each).map_err(|Stray(row)| {
        let end = end.get(row).copied().unwrap_or(f64::NAN);
        let end = if end.is_nan() { "no number".to_owned() } else { told(end) };
        let start = start.get(row).copied().unwrap_or(0);
        bad_date(format!("`end` of row {row} is {end}, and its `start` {start}."))
    })
}

/// How long the unit of a precision lasts from an instant on.
fn unit_of(start: i64, precision: u8) -> i64 {
    if start == UNDATED {
        return 0;
    }
    let months = |months: i64| {
        let day = Timestamp(start).date();
        let next = day.add_months(months).timestamp().0 - day.timestamp().0;
        next.max(Timestamp::DAY_MS)
    };
    match Precision::ALL.get(usize::from(precision)).copied().unwrap_or_default() {
        Precision::Minute => 60_000,
        Precision::Hour => 3_600_000,
        Precision::Day | Precision::Range => Timestamp::DAY_MS,
        Precision::Week => 7 * Timestamp::DAY_MS,
        Precision::Month => months(1),
        Precision::Quarter | Precision::Season => months(3),
        Precision::Half => months(6),
        Precision::Year => months(12),
        Precision::Decade => months(120),
        Precision::Century => months(1200),
    }
}

/// Places in [`Precision::ALL`].
fn precisions(given: Option<Vec<u8>>) -> Result<Option<Vec<u8>>, Fault> {
    let Some(mut numbers) = given else { return Ok(None) };
    if let Some(row) = numbers.iter().position(|number| usize::from(*number) >= PRECISIONS.len()) {
        let number = numbers.get(row).copied().unwrap_or(0);
        return Err(bad(
            format!("`precision` of row {row} is {number}."),
            "Write 0 to 9: day, minute, hour, week, month, quarter, half, year, decade, range.",
        ));
    }
    for number in &mut numbers {
        *number = PRECISIONS.get(usize::from(*number)).copied().unwrap_or_default() as u8;
    }
    Ok(Some(numbers))
}

/// Kinds and flags. A kind that is not known counts as a report, and is told.
fn forms(
    rows: usize,
    kind: Option<Coded>,
    flags: Option<Vec<u8>>,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Vec<u8>, Fault> {
    let Coded { codes, words } = kind.unwrap_or_default();
    check_codes("kind", &codes, words.len())?;
    let known: Vec<Option<ItemKind>> =
        words.iter().map(|word| ItemKind::ALL.into_iter().find(|kind| kind.name() == word)).collect();
    tell_unknown(&codes, &words, &known, remarks);
    let plain = Form::given(ItemKind::Report, 0).number();
    let form = |kind: &Option<ItemKind>| kind.map_or(plain, |kind| Form::given(kind, 0).number());
    let of: Vec<u8> = known.iter().map(form).collect();
    Ok(merged(rows, &codes, &of, plain, flags.as_deref(), Flags::GIVEN))
}

fn tell_unknown(codes: &Codes, words: &[String], known: &[Option<ItemKind>], remarks: &mut Vec<Diagnostic>) {
    let mut counts = vec![0; words.len()];
    count_codes(codes, &Bits::all(codes.len()), 1, &mut counts);
    let unknown =
        words.iter().zip(known).zip(counts).filter(|((_, known), count)| known.is_none() && *count > 0);
    let unknown: Vec<String> =
        unknown.map(|((word, _), count)| format!("“{}” ({count})", shown(word))).take(5).collect();
    if !unknown.is_empty() {
        remarks.push(Diagnostic {
            code: "unknown-kind",
            severity: Severity::Info,
            line: 0,
            span: Span::default(),
            message: format!(
                "items of kinds that are not known are shown as reports: {}",
                joined(&unknown, ", ")
            ),
            fix: "write report, action, reading, quote or passage",
        });
    }
}

fn shown(word: &str) -> String {
    word.chars().take(MAX_SHOWN).collect()
}

/// Codes of sections, all below their number; what names none is in one of its own.
fn sections(rows: usize, given: Option<Coded>) -> Result<(Codes, Vec<Section>), Fault> {
    let Coded { codes, words } = given.unwrap_or_default();
    check_codes("section", &codes, words.len())?;
    let section = |title: &str, inferred: bool| Section {
        title: title.to_owned(),
        inferred,
        why: if inferred { "the data names no section".to_owned() } else { String::new() },
        line: 0,
        span: Span::default(),
    };
    if words.len() >= MOST_SECTIONS as usize {
        let message =
            format!("`section.dictionary` has {} titles; there are at most {MOST_SECTIONS}.", words.len());
        return Err(bad(message, "Put the items into fewer sections."));
    }
    let mut sections: Vec<Section> = words.iter().map(|title| section(title, false)).collect();
    let none = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    if codes.len() == rows && !codes.has_gaps() {
        return Ok((codes, sections));
    }
    sections.push(section(if words.is_empty() { "All items" } else { "No section" }, true));
    let filled: Vec<u32> = (0..rows).map(|row| codes.get(row).unwrap_or(none)).collect();
    Ok((Codes::narrow(&filled, sections.len()), sections))
}

fn words(name: &str, rows: usize, given: Option<Coded>) -> Result<(Codes, Vec<String>), Fault> {
    let Some(Coded { codes, words }) = given else {
        return Ok((Codes::narrow(&vec![u32::MAX; rows], 0), Vec::new()));
    };
    check_codes(name, &codes, words.len())?;
    Ok((codes, words))
}

fn check_codes(name: &str, codes: &Codes, words: usize) -> Result<(), Fault> {
    let Some(at) = codes.stray(words) else { return Ok(()) };
    let code = codes.get(at).unwrap_or(u32::MAX);
    let message = format!("`{name}.codes[{at}]` is {code}, and the dictionary has {words} words.");
    Err(bad(message, "Write the place of a word, or the array type's maximum for none."))
}

/// Lists of countries, each country once a row.
fn countries(rows: usize, given: Option<(Vec<u32>, Coded)>) -> Result<(Lists, Vec<CountryCode>), Fault> {
    let Some((offsets, Coded { codes, words })) = given else {
        let empty = Lists::from_parts(vec![0; rows + 1], Vec::new()).unwrap_or_default();
        return Ok((empty, Vec::new()));
    };
    check_codes("countries", &codes, words.len())?;
    let code = |word: &String| {
        CountryCode::new(&word.trim().to_ascii_uppercase()).ok_or_else(|| Fault {
            code: "bad-country",
            message: format!("`countries.dictionary` has “{}”, which is no code of a country.", shown(word)),
            fix: "Write two letters of ISO 3166-1, such as VE or GY.".to_owned(),
        })
    };
    let country_words = words.iter().map(code).collect::<Result<Vec<_>, Fault>>()?;
    if country_words.len() > MOST_COUNTRIES {
        let message = format!("`countries.dictionary` has {} codes.", country_words.len());
        return Err(bad(message, "There are not more than 255 countries: write each code once."));
    }
    let numbers = match codes {
        Codes::Bytes(codes) => codes,
        wide => (0..wide.len()).map(|at| wide.get(at).map_or(u8::MAX, |code| code as u8)).collect(),
    };
    let lists = Lists::from_parts(offsets, numbers)
        .ok_or_else(|| bad("`countries.offsets` fall, or do not end with the codes.".to_owned(), OFFSETS))?;
    let mut unique = country_words.clone();
    sort_by(&mut unique, Ord::cmp);
    unique.dedup();
    let tidy = unique.len() == country_words.len() && lists.are_sets();
    Ok(if tidy { (lists, country_words) } else { tidied(&lists, &country_words, unique) })
}

/// The same lists with each country once, and none where there is none.
fn tidied(lists: &Lists, words: &[CountryCode], unique: Vec<CountryCode>) -> (Lists, Vec<CountryCode>) {
    let place =
        |code: &u8| unique.binary_search(words.get(usize::from(*code))?).ok().map(|place| place as u8);
    let mut tidy = Lists::default();
    for row in 0..lists.len() {
        let mut codes: Vec<u8> = Vec::new();
        for code in lists.get(row).iter().filter_map(place) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        tidy.push(codes);
    }
    (tidy, unique)
}
