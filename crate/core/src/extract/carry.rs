//! Years that go on through a list: in "January 5, 2021: … January 8: …" the second is of 2021 too.

use crate::dates::{Expression, Form, Partial};

/// Days of the key by which dates of a year are compared: 31 a month.
const YEAR_KEY: i64 = 372;
/// An entry may stand so many days out of order without a turn of the year.
const SLACK: i64 = 45;

/// A date of a list: its year where it is written, and its place in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    year: Option<i32>,
    key: i64,
}

impl Listed {
    /// Whether its year is not written.
    pub fn is_open(self) -> bool {
        self.year.is_none()
    }

    /// What a list can tell of a date; `None` for one that has no place in a year.
    pub fn of(date: &Expression) -> Option<Self> {
        let last = date.last_partial().or_else(|| blurred(&date.form))?;
        let Partial { year, month: Some(month), day, .. } = last else { return None };
        let year = year.or(if matches!(date.form, Form::Date(_)) { None } else { date.written_year() });
        Some(Listed { year, key: i64::from(month) * 31 + i64::from(day.unwrap_or(15)) })
    }
}

/// The month of "early March".
fn blurred(form: &Form) -> Option<Partial> {
    match form {
        Form::Part(_, inner) => match **inner {
            Form::Date(date) => Some(date),
            _ => None,
        },
        _ => None,
    }
}

/// The year of each date of one list that has none written, by the entries around it. Without a year anywhere, or
/// without one missing, nothing is told.
pub(super) fn carry(list: &[Listed]) -> Vec<Option<i32>> {
    let mut years = vec![None; list.len()];
    let rises = rises(list);
    go_on(list.iter().zip(&mut years), rises);
    go_on(list.iter().zip(&mut years).rev(), !rises);
    years
}

fn go_on<'l>(list: impl Iterator<Item = (&'l Listed, &'l mut Option<i32>)>, rises: bool) {
    let mut above: Option<(i32, i64)> = None;
    for (date, told) in list {
        let year = date.year.or(*told).or_else(|| Some(next(above?, date.key, rises)));
        if date.year.is_none() {
            *told = year;
        }
        above = year.map(|year| (year, date.key));
    }
}

/// The year of the date after `above`.
fn next((year, above): (i32, i64), key: i64, rises: bool) -> i32 {
    if rises { year + i32::from(key + SLACK < above) } else { year - i32::from(key > above + SLACK) }
}

/// Whether the list runs from the oldest to the newest; where nothing tells, it does.
fn rises(list: &[Listed]) -> bool {
    let mut balance = 0;
    for pair in list.windows(2) {
        let [a, b] = pair else { continue };
        balance += match (a.year, b.year) {
            (Some(first), Some(second)) if first != second => i64::from(second - first).signum(),
            _ => {
                let step = (b.key - a.key).rem_euclid(YEAR_KEY);
                if step == 0 { 0 } else { (YEAR_KEY / 2 - step).signum() }
            }
        };
    }
    balance >= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(dates: &[(Option<i32>, i64, i64)]) -> Vec<Option<i32>> {
        let list: Vec<Listed> =
            dates.iter().map(|(year, month, day)| Listed { year: *year, key: month * 31 + day }).collect();
        carry(&list)
    }

    #[test]
    fn years_go_on_over_new_year_in_both_directions() {
        let rising = [(Some(2020), 11, 5), (None, 12, 8), (None, 1, 3), (None, 3, 1)];
        assert_eq!(years(&rising), [None, Some(2020), Some(2021), Some(2021)]);
        let falling = [(Some(2021), 2, 5), (None, 1, 8), (None, 12, 3), (None, 11, 1)];
        assert_eq!(years(&falling), [None, Some(2021), Some(2020), Some(2020)]);
    }

    #[test]
    fn a_year_at_the_end_tells_those_above() {
        assert_eq!(
            years(&[(None, 11, 5), (None, 12, 8), (Some(2021), 1, 3)]),
            [Some(2020), Some(2020), None]
        );
    }

    #[test]
    fn without_a_year_nothing_is_told() {
        assert_eq!(years(&[(None, 11, 5), (None, 12, 8)]), [None, None]);
    }
}
