//! Items as iCalendar, read back line by line.
#![allow(clippy::unwrap_used)]

use dateline_core::{Extraction, Options, extract};
use dateline_wire::{Calendar, Provenance};

/// The calendar of texts, and how many items it could not hold.
fn calendar(texts: &[&str]) -> (String, usize) {
    let mut bytes = Vec::new();
    let mut undated = 0;
    let mut calendar = Calendar::begin(&mut bytes, Some("Ships, and ports")).unwrap();
    for text in texts {
        let Extraction { report, items, .. } = extract(text, &Options::default());
        for item in &items {
            let added = calendar.add(item, &report, Provenance { name: "a.txt", text }).unwrap();
            undated += usize::from(!added);
        }
    }
    calendar.finish().unwrap();
    (String::from_utf8(bytes).unwrap(), undated)
}

/// The values of a property, unfolded.
fn values(calendar: &str, property: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    let lines = unfolded.split("\r\n").filter_map(|line| line.split_once(':'));
    lines.filter(|(name, _)| *name == property).map(|(_, value)| value.to_owned()).collect()
}

const TEXT: &str = "HARBOUR MONITOR\n\nNORTH\n\n\
                    • Norway, and Sweden; signed. – Reuters on 10-JAN-2023\n\
                    • A ship left. – AP on 31-FEB-2023\n\
                    • Finland waited, https://example.org/a?b=1,2 – AP on 31-DEC-2022\n";

#[test]
fn an_item_is_an_entry_over_whole_days() {
    let (calendar, undated) = calendar(&[TEXT]);
    assert_eq!(undated, 1);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    let of = |property: &str| values(&calendar, property);
    assert_eq!(of("X-WR-CALNAME"), ["Ships\\, and ports"]);
    assert_eq!(of("DTSTART;VALUE=DATE"), ["20230110", "20221231"]);
    assert_eq!(of("DTEND;VALUE=DATE"), ["20230111", "20230101"]);
    assert_eq!(of("DTSTAMP"), ["20230110T000000Z"; 2], "the day of the report, not of a clock");
    assert_eq!(of("SUMMARY")[0], "Norway\\, and Sweden\\; signed.");
    assert_eq!(of("CATEGORIES"), ["report,Norway,Sweden", "report,Finland"]);
    assert_eq!(of("URL"), ["https://example.org/a?b=1,2"]);
    let description = &of("DESCRIPTION")[0];
    let begin = "Norway\\, and Sweden\\; signed.\\n\\nReuters\\nDate: “10-JAN-2023” (day\\, explicit): ";
    assert!(description.starts_with(begin), "{description}");
    assert!(
        description.ends_with("\\nSource: a.txt\\, line 5\\, bytes 24–82\\nHARBOUR MONITOR"),
        "{description}"
    );
}

#[test]
fn an_identifier_is_the_items_own_and_stands_once() {
    let (once, twice) = (calendar(&[TEXT]).0, calendar(&[TEXT, TEXT]).0);
    let (once, twice) = (values(&once, "UID"), values(&twice, "UID"));
    let id = &extract(TEXT, &Options::default()).items[0].id;
    assert_eq!(once[0], format!("{id}@dateline"));
    assert_eq!((twice.len(), &twice[..2]), (4, &once[..]));
    assert_eq!(twice[2], format!("{id}.2@dateline"));
}

#[test]
fn a_long_text_is_cut_in_the_summary_alone() {
    let words = "Sailors waited in the harbour, and ".repeat(12);
    let (calendar, _) = calendar(&[&format!("• {words}then left. – AP on 10-JAN-2023\n")]);
    let [summary] = values(&calendar, "SUMMARY").try_into().unwrap();
    assert!(summary.ends_with('…') && summary.chars().count() <= 150, "{summary}");
    assert!(values(&calendar, "DESCRIPTION")[0].contains("then left."));
}

#[test]
fn no_text_breaks_out_of_its_line() {
    let hostile = "• Ship\u{b}BEGIN:VEVENT\rEND:VCALENDAR\\, left; port. – AP on 10-JAN-2023\n";
    let (calendar, _) = calendar(&[hostile]);
    let lines = |begin: &str| calendar.split("\r\n").filter(|line| line.starts_with(begin)).count();
    assert_eq!((lines("BEGIN:VEVENT"), lines("END:VCALENDAR")), (1, 1));
    let bare = calendar.replace("\r\n", "");
    assert!(!bare.contains(char::is_control), "{bare}");
}
