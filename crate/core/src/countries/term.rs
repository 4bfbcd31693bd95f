//! Terms of office: a person stands for a country only while he or she leads it.

use crate::time::CivilDate;

/// A month of a year, as `year * 12 + month - 1`.
type Month = i32;

/// The terms of all persons of a table, in lists.
#[derive(Default)]
pub(super) struct Terms {
    lists: Vec<Vec<(Month, Month)>>,
}

impl Terms {
    /// Adds a list as the table has it, "200005+96,201205+": months of begin and how many months until the last one;
    /// without a month of begin where the term before ended, in this list or the row before, which `last` keeps; without
    /// a number where it goes on. Gives the list's number, from 1.
    pub(super) fn add(&mut self, list: &str, last: &mut Month) -> Option<u16> {
        let terms = list.split(',').map(|text| term(text, last)).collect::<Option<Vec<_>>>()?;
        self.lists.push(terms);
        u16::try_from(self.lists.len()).ok()
    }

    /// Whether the day lies in a term of the list, the months of its ends included.
    pub(super) fn holds(&self, list: u16, day: CivilDate) -> bool {
        let month = day.year() * 12 + day.month() as Month - 1;
        let terms = usize::from(list).checked_sub(1).and_then(|at| self.lists.get(at));
        terms.is_some_and(|terms| terms.iter().any(|(from, until)| (*from..=*until).contains(&month)))
    }
}

/// "200005+96", "+48", or "201205+" for one that goes on.
fn term(text: &str, last: &mut Month) -> Option<(Month, Month)> {
    let (from, months) = text.split_once('+')?;
    let from = if from.is_empty() { *last } else { month(from)? };
    if months.is_empty() {
        return Some((from, Month::MAX));
    }
    *last = from.checked_add(months.parse().ok()?)?;
    Some((from, *last))
}

/// "200005".
fn month(text: &str) -> Option<Month> {
    let number: i32 = text.parse().ok()?;
    let (year, month) = (number / 100, number % 100);
    (1..=12).contains(&month).then_some(year * 12 + month - 1)
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use crate::time::CivilDate;

    fn day(year: i32, month: u32) -> CivilDate {
        CivilDate::new(year, month, 20).expect("a day")
    }

    #[test]
    fn a_day_lies_in_a_term_from_its_first_month_to_its_last() {
        let (mut terms, mut last) = (Terms::default(), 0);
        let list = terms.add("200005+96,201205+", &mut last).expect("two terms");
        let cases = [
            (2000, 4, false),
            (2000, 5, true),
            (2008, 5, true),
            (2008, 6, false),
            (2012, 4, false),
            (2090, 1, true),
        ];
        for (year, month, expected) in cases {
            assert_eq!(terms.holds(list, day(year, month)), expected, "{year}-{month}");
        }
        assert!(!terms.holds(0, day(2001, 1)));
    }

    #[test]
    fn a_term_without_a_begin_follows_the_one_before() {
        let (mut terms, mut last) = (Terms::default(), 0);
        terms.add("199001+12", &mut last).expect("a term");
        let list = terms.add("+24", &mut last).expect("a term");
        assert!(!terms.holds(list, day(1990, 12)) && terms.holds(list, day(1991, 1)));
        assert!(terms.holds(list, day(1993, 1)) && !terms.holds(list, day(1993, 2)));
    }

    #[test]
    fn what_is_no_term_is_refused() {
        for text in ["", "2000", "200013+1", "200001+x", "200001+1,", "200001-200101", "999999999999+1"] {
            assert_eq!(Terms::default().add(text, &mut 0), None, "{text}");
        }
    }
}
