//! What a look at one row tells, for laws that compare it with the index.

use dateline_core::index::RowKey;
use dateline_core::model::ItemTable;

/// Whether a row of the table belongs to a row of the picture.
pub fn belongs(table: &ItemTable, key: RowKey, row: u32) -> bool {
    match key {
        RowKey::All => true,
        RowKey::Lane(lane) => table.section(row) == lane,
        RowKey::Country(code) => table.countries(row).contains(&code),
        RowKey::CountryLane(code, lane) => table.countries(row).contains(&code) && table.section(row) == lane,
    }
}
