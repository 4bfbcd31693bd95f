//! Checked columns in the order of time.

use super::Tabled;
use super::check::{Checked, Durations};
use crate::model::table::UNDATED;
use crate::model::{Dictionary, ItemTable};
use crate::time::Precision;
use dateline_scan::{Codes, ascends, dictionary, places, present, sort, take_bytes, take_four, take_numbers};

/// The table of checked columns.
pub(super) fn ordered(mut given: Checked) -> Tabled {
    let rows = given.start.len();
    let dated = present(&given.start, UNDATED);
    let sorted = ascends(&given.start);
    let source = if sorted { places(rows) } else { sort(&mut given.start, UNDATED) };
    let order = (!sorted).then_some(source.as_slice());
    let (length, durations) = lengths(given.durations, rows, order);
    let (outlet, language) = (given.outlet, given.language);
    let columns = [Codes::Bytes(given.form), given.section, outlet.0, language.0];
    let [form, section, outlets, languages] = in_order(columns, order);
    let table = ItemTable {
        start: given.start,
        length,
        durations,
        precision: precisions(given.precision, rows, order),
        form,
        section,
        outlet: Dictionary::from_parts(outlets, outlet.1),
        credit: Dictionary::default(),
        language: Dictionary::from_parts(languages, language.1),
        countries: match order {
            None => given.countries,
            Some(order) => given.countries.taken(order),
        },
        country_words: given.country_words,
        texts: given.texts,
        ids: given.ids,
        dated: u32::try_from(dated).unwrap_or(u32::MAX),
        by_id: false,
        source,
    };
    Tabled { table, sections: given.sections, remarks: given.remarks }
}

fn precisions(given: Option<Vec<u8>>, rows: usize, order: Option<&[u32]>) -> Codes {
    Codes::Bytes(match (given, order) {
        (None, _) => vec![Precision::Day as u8; rows],
        (Some(given), None) => given,
        (Some(given), Some(order)) => take_bytes(&given, order),
    })
}

/// Codes of durations, and the durations.
fn lengths(given: Durations, rows: usize, order: Option<&[u32]>) -> (Codes, Vec<i64>) {
    match (given, order) {
        (Durations::Same(ms), _) => (Codes::Bytes(vec![0; rows]), vec![ms]),
        (Durations::Each(each), None) => dictionary(&each),
        (Durations::Each(each), Some(order)) => dictionary(&take_numbers(&each, order)),
    }
}

/// Columns in another order.
fn in_order(columns: [Codes; 4], order: Option<&[u32]>) -> [Codes; 4] {
    let Some(order) = order else { return columns };
    if let [Codes::Bytes(one), Codes::Bytes(two), Codes::Bytes(three), Codes::Bytes(four)] = &columns {
        return take_four([one, two, three, four], order).map(Codes::Bytes);
    }
    columns.map(|codes| codes.taken(order))
}
