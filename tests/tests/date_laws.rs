//! Laws that reading dates keeps for any text.

use dateline_core::dates::{Context, Reading, Scanner, resolve, scan};
use dateline_core::time::CivilDate;
use dateline_core::{Options, extract};
use proptest::prelude::*;

/// Pieces that dates are made of, and what breaks careless readers.
const PIECES: &[&str] = &[
    "January",
    "5",
    "21st",
    "2021",
    "–",
    "-",
    ",",
    " ",
    " ",
    " ",
    "of",
    "the",
    "last",
    "from",
    "to",
    "between",
    "and",
    "two",
    "weeks",
    "ago",
    "later",
    "Monday",
    "early",
    "Q3",
    "de",
    "enero",
    "el",
    "hace",
    "días",
    "siglo",
    "XIX",
    "\n",
    ".",
    "31",
    "February",
    "9999",
    "0",
    "10000",
    "/",
    "1/2/3",
    "’90s",
    "century",
    "الاثنين",
    "e\u{301}",
    "\u{200f}",
    "日",
    "99-99-9999",
    "year",
    "May",
    "may",
    "week",
    "first",
    "day",
    "(",
    ")",
    "'",
    "’s",
    "BC",
    "fiscal",
    "2020-21",
    "T12:30",
    "20210110",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let spaced = (piece, proptest::bool::weighted(0.7))
        .prop_map(|(piece, blank)| if blank { piece + " " } else { piece });
    proptest::collection::vec(spaced, 0..40).prop_map(|pieces| pieces.concat())
}

fn day() -> impl Strategy<Value = Option<CivilDate>> {
    proptest::option::of(
        (1i32..=9999, 1u32..=12, 1u32..=31)
            .prop_map(|(year, month, day)| CivilDate::new(year, month, day).unwrap_or_else(CivilDate::last)),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_increase(text in text()) {
        let mut end = 0;
        for expression in scan(&text, Reading::default()) {
            prop_assert!(expression.span.start >= end && expression.span.end > expression.span.start);
            prop_assert!(text.get(expression.span.start..expression.span.end).is_some());
            end = expression.span.end;
        }
    }

    #[test]
    fn what_is_placed_has_a_length_and_keeps_its_words(text in text(), reference in day()) {
        let context = Context::of(reference, "the reference date");
        for expression in scan(&text, Reading::default()) {
            let (mention, problem) = resolve(&expression, &text, context);
            prop_assert_eq!(&mention.expression, expression.span.of(&text));
            prop_assert_eq!(mention.interval.is_none(), problem.is_some());
            let placed = mention.interval.iter().chain(&mention.alternatives);
            prop_assert!(placed.into_iter().all(|interval| interval.start < interval.end), "{mention:?}");
            prop_assert!(!mention.why.is_empty());
        }
    }

    #[test]
    fn every_date_of_a_document_lies_in_it_once(text in text(), reference in day()) {
        let options = Options { reference_date: reference, every_date: true, ..Options::default() };
        let found = extract(&text, &options);
        let mut end = 0;
        for date in &found.dates {
            prop_assert!(date.span.start >= end, "{:?}", found.dates);
            prop_assert_eq!(date.span.of(&text), &date.expression);
            end = date.span.end;
        }
        let listed = |date: &dateline_core::model::DateMention| found.dates.iter().any(|other| other.span == date.span);
        prop_assert!(found.items.iter().flat_map(|item| item.published.iter().chain(&item.dates)).all(listed));
        prop_assert_eq!(extract(&text, &options).dates, found.dates);
    }
}

/// Patterns that lead a careless reader to look far ahead or back, again and again.
const ENDLESS: &[&str] = &[
    "last ",
    "1",
    "1 ",
    "from 1 to ",
    "2020-",
    "January ",
    "5 and ",
    "3, ",
    "between 3 and ",
    "early mid ",
    "the 1st of ",
    "the first week of ",
    "two weeks after ",
    "del 3 al ",
    "will ",
    "a ",
    "' ",
    "-",
    "1/",
    "week of ",
    "Q",
    "’",
    "two thousand ",
    "Monday, ",
    "hace ",
    "a\u{301}",
    "día ",
    "(Monday) ",
];

#[test]
fn work_grows_with_the_text() {
    let steps = |text: &str| {
        let mut scanner = Scanner::default();
        scanner.scan(text, Reading::default(), &mut Vec::new());
        scanner.steps()
    };
    for pattern in ENDLESS {
        let [small, large] = [1_000, 8_000].map(|times| steps(&pattern.repeat(times)));
        assert!(
            large <= 9 * small + 1_000,
            "{pattern:?}: {small} steps, and {large} for eight times the text"
        );
    }
}

#[test]
fn limits_of_the_calendar_are_said_and_not_guessed() {
    let placed = |text: &str| {
        let context = Context::of(CivilDate::new(2021, 1, 14), "the reference date");
        let found = scan(text, Reading::default());
        found.first().map(|date| resolve(date, text, context).0.interval.map(|interval| interval.to_string()))
    };
    assert_eq!(placed("February 30"), Some(None));
    assert_eq!(placed("99-99-9999"), Some(None));
    assert_eq!(placed("January 5, 1066"), Some(Some("1066-01-05..1066-01-06".into())));
    assert_eq!(placed("the 100th century"), None);
    assert_eq!(placed("44 BC"), Some(None));
    assert_eq!(placed("January 5, 10000"), Some(Some("2021-01-05..2021-01-06".into())));
}
