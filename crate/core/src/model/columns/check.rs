//! Whether columns can be items: lengths, offsets, codes, instants; each fault with its column, row and value.

use super::{Coded, Columns, Fault, MOST_ITEMS, MOST_SECTIONS, PRECISIONS};
use crate::model::table::UNDATED;
use crate::model::{CountryCode, Diagnostic, Flags, Form, Ids, ItemKind, Section, Severity, Span, Texts};
use crate::order::sort_by;
use crate::text::joined;
use crate::time::{CivilDate, Precision, Timestamp};
use dateline_scan::{Bits, Codes, Lists, Stray, count_codes, merged};

/// An item counts for different countries; there are no more codes than this.
const MOST_COUNTRIES: usize = 255;
/// A name in a dictionary has at most so many bytes.
const MAX_WORD: usize = 1024;
/// A message shows so many characters of a word.
const MAX_SHOWN: usize = 40;

/// Columns that can be items, still in the order in which they came.
pub(super) struct Checked {
    pub start: Vec<i64>,
    pub durations: Durations,
    /// Places in [`Precision::ALL`]; days where there are none.
    pub precision: Option<Vec<u8>>,
    pub form: Vec<u8>,
    pub section: Codes,
    pub sections: Vec<Section>,
    pub outlet: (Codes, Vec<String>),
    pub language: (Codes, Vec<String>),
    pub countries: Lists,
    pub country_words: Vec<CountryCode>,
    pub texts: Texts,
    pub ids: Ids,
    pub remarks: Vec<Diagnostic>,
}

/// How long items last, in ms.
pub(super) enum Durations {
    Same(i64),
    Each(Vec<i64>),
}

/// Looks at every column.
pub(super) fn checked(columns: Columns) -> Result<Checked, Fault> {
    let rows = columns.start.len();
    columns.check_lengths(rows)?;
    let mut remarks = Vec::new();
    let mut columns = columns;
    columns.shorten(&mut remarks);
    let precision = precisions(columns.precision)?;
    let start = instants(columns.start)?;
    let (section, sections) = sections(rows, columns.section)?;
    let (countries, country_words) = countries(rows, columns.countries)?;
    Ok(Checked {
        durations: durations(&start, columns.end, precision.as_deref())?,
        start,
        precision,
        form: forms(rows, columns.kind, columns.flags, &mut remarks)?,
        section,
        sections,
        outlet: words("outlet", rows, columns.outlet)?,
        language: words("language", rows, columns.language)?,
        countries,
        country_words,
        texts: columns.texts.unwrap_or_default(),
        ids: columns.ids.map_or(Ids::Numbers(u32::try_from(rows).unwrap_or(u32::MAX)), Ids::Given),
        remarks,
    })
}

impl Columns {
    /// Cuts words that are longer than any name, so that they can be shown.
    fn shorten(&mut self, remarks: &mut Vec<Diagnostic>) {
        let named = [&mut self.section, &mut self.outlet, &mut self.language, &mut self.kind];
        let words = named.into_iter().flatten().flat_map(|coded| &mut coded.words);
        let mut cut = 0;
        for word in words.filter(|word| word.len() > MAX_WORD) {
            *word = word.chars().take(MAX_WORD / 4).chain(['…']).collect();
            cut += 1;
        }
        if cut > 0 {
            remarks.push(Diagnostic {
                code: "long-word",
                severity: Severity::Warning,
                line: 0,
                span: Span::default(),
                message: format!("{cut} names of sections, outlets, languages or kinds are cut: they are longer than {MAX_WORD} bytes"),
                fix: "put long words into the text",
            });
        }
    }

    fn check_lengths(&self, rows: usize) -> Result<(), Fault> {
        if rows > MOST_ITEMS {
            let message = format!("There are {rows} items; at most {MOST_ITEMS} are held.");
            let fix = "Load a part of them, or count them by day first.".to_owned();
            return Err(Fault { code: "too-many-items", message, fix });
        }
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

/// A number in a message: the text of a float is code that the wasm does without.
fn told(number: f64) -> String {
    if number.is_finite() && number.abs() < 9e18 {
        (number as i64).to_string()
    } else {
        "infinite".to_owned()
    }
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
