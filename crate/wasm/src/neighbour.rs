//! From one item to the next, for the keyboard: in time, or from section to section.

use dateline_core::study::Study;

/// The row that lies in a direction from `from` among those that are shown and dated; from nowhere, the first one.
pub(crate) fn neighbour(study: &Study, from: Option<u32>, direction: &str) -> Option<u32> {
    let mut rows = study.items(0, usize::MAX);
    rows.retain(|row| *row < study.table().dated());
    let at = from.and_then(|from| rows.iter().position(|row| *row == from));
    match (direction, at, from) {
        ("last", ..) => rows.last().copied(),
        ("first", ..) | (_, None, _) => rows.first().copied(),
        ("previous", Some(at), _) => rows.get(at.saturating_sub(1)).copied(),
        ("next", Some(at), _) => rows.get(at + 1).or(rows.last()).copied(),
        ("above", _, Some(from)) => across(study, &rows, from, |other, own| other < own, true),
        ("below", _, Some(from)) => across(study, &rows, from, |other, own| other > own, false),
        _ => from,
    }
}

/// The row nearest in time in the nearest section on one side.
fn across(
    study: &Study,
    rows: &[u32],
    from: u32,
    is_beyond: fn(u32, u32) -> bool,
    last: bool,
) -> Option<u32> {
    let table = study.table();
    let own = table.section(from);
    let sections = rows.iter().map(|row| table.section(*row)).filter(|section| is_beyond(*section, own));
    let section = if last { sections.max() } else { sections.min() }?;
    let start = |row: u32| table.interval(row).map_or(0, |interval| interval.start.0);
    let distance = |row: &u32| start(*row).abs_diff(start(from));
    rows.iter().copied().filter(|row| table.section(*row) == section).min_by_key(distance)
}
