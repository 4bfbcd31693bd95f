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
    /// Adds a list as the table has it, "200005-200805,201205-", and gives its number, from 1.
    pub(super) fn add(&mut self, list: &str) -> Option<u16> {
        let terms = list.split(',').map(term).collect::<Option<Vec<_>>>()?;
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

/// "200005-200805", or "201205-" for one that goes on.
fn term(text: &str) -> Option<(Month, Month)> {
    let (from, until) = text.split_once('-')?;
    Some((month(from)?, if until.is_empty() { Month::MAX } else { month(until)? }))
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

    #[test]
    fn a_day_lies_in_a_term_from_its_first_month_to_its_last() {
        let mut terms = Terms::default();
        let list = terms.add("200005-200805,201205-").expect("two terms");
        let cases = [
            (2000, 4, false),
            (2000, 5, true),
            (2008, 5, true),
            (2008, 6, false),
            (2012, 4, false),
            (2090, 1, true),
        ];
        for (year, month, expected) in cases {
            let day = CivilDate::new(year, month, 20).expect("a day");
            assert_eq!(terms.holds(list, day), expected, "{year}-{month}");
        }
        assert!(!terms.holds(0, CivilDate::new(2001, 1, 1).expect("a day")));
    }

    #[test]
    fn what_is_no_term_is_refused() {
        for text in ["", "2000", "200013-200101", "200001-x", "200001-200101,"] {
            assert_eq!(Terms::default().add(text), None, "{text}");
        }
    }
}
