//! The order of a list as evidence for its years: in a list from newest to oldest, DEC under JAN is the year before.

use crate::model::{Basis, DateMention};
use crate::time::{CivilDate, Interval, Unit};

/// A list needs this many dates to have an order.
const MIN_DATES: usize = 4;
/// A later date under an earlier one counts as a turn of the year from this many days on.
const TURN_DAYS: i64 = 180;

/// Steps years back in a list whose dates run from newest to oldest. `dates` are the placed dates of one list, in
/// the order of the text; only inferred years move.
pub(super) fn step_back(dates: &mut [&mut DateMention], reference: Option<CivilDate>) {
    let days: Vec<Option<CivilDate>> = dates.iter().map(|date| Some(date.interval?.start.date())).collect();
    let days: Vec<CivilDate> = days.into_iter().flatten().collect();
    if days.len() < MIN_DATES || days.len() != dates.len() || !descends(&days) {
        return;
    }
    let mut above: Option<CivilDate> = None;
    for date in dates {
        let Some(interval) = date.interval else { continue };
        let mut start = interval.start.date();
        let mut years = 0;
        while date.basis == Basis::YearInferred && turns(start, above, reference) && years < 100 {
            years += 1;
            start = interval.start.date().offset(Unit::Year, -years);
        }
        if years > 0 {
            // By its last day: the day after 28 February is not the same in every year.
            let last = interval.end.date().add_days(-1).offset(Unit::Year, -years);
            date.interval = Some(Interval::new(start.timestamp(), last.add_days(1).timestamp()));
            date.why = format!(
                "year {} inferred: the list runs from newest to oldest, and the entry above is of an earlier day",
                start.year()
            );
        }
        above = Some(start);
    }
}

/// Whether the list falls in nearly all its steps, turns of the year apart.
fn descends(days: &[CivilDate]) -> bool {
    let steps = days.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
    let (mut down, mut up) = (0, 0);
    for (above, below) in steps {
        if below <= above || below > above.add_days(TURN_DAYS) {
            down += 1;
        } else {
            up += 1;
        }
    }
    down >= 4 * up && down > 0 && days.first() > days.last().map(|last| last.add_days(-TURN_DAYS)).as_ref()
}

fn turns(day: CivilDate, above: Option<CivilDate>, reference: Option<CivilDate>) -> bool {
    let Some(above) = above else { return false };
    let ahead = reference.is_some_and(|reference| day > reference) && day > above;
    ahead || day > above.add_days(TURN_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateRole;
    use crate::model::Span;
    use crate::time::Precision;

    fn mention(text: &str) -> DateMention {
        DateMention {
            interval: Some(Interval::of(Unit::Day, CivilDate::parse_iso(text).unwrap())),
            precision: Precision::Day,
            expression: String::new(),
            approximate: false,
            basis: Basis::YearInferred,
            why: String::new(),
            span: Span::default(),
            role: DateRole::default(),
            alternatives: Vec::new(),
        }
    }

    fn stepped(days: &[&str]) -> Vec<String> {
        let mut dates: Vec<DateMention> = days.iter().map(|day| mention(day)).collect();
        let mut list: Vec<&mut DateMention> = dates.iter_mut().collect();
        step_back(&mut list, CivilDate::parse_iso("2021-01-14"));
        dates.iter().map(|date| date.interval.unwrap().start.date().to_string()).collect()
    }

    #[test]
    fn a_falling_list_steps_over_two_new_years() {
        let by_rule = ["2021-01-10", "2020-12-28", "2020-03-01", "2021-01-20", "2020-12-27", "2020-11-02"];
        let expected = ["2021-01-10", "2020-12-28", "2020-03-01", "2020-01-20", "2019-12-27", "2019-11-02"];
        assert_eq!(stepped(&by_rule), expected);
    }

    #[test]
    fn the_day_before_a_leap_day_keeps_its_length() {
        let days = ["2021-01-10", "2020-12-28", "2020-01-05", "2020-11-20", "2020-08-01", "2020-02-28"];
        let mut dates: Vec<DateMention> = days.into_iter().map(mention).collect();
        let mut list: Vec<&mut DateMention> = dates.iter_mut().collect();
        step_back(&mut list, CivilDate::parse_iso("2021-01-14"));
        assert_eq!(dates[5].interval.unwrap().to_string(), "2019-02-28..2019-03-01");
    }

    #[test]
    fn a_list_without_that_order_stays() {
        let days = ["2020-11-02", "2021-01-10", "2020-12-28", "2021-01-12", "2020-12-30"];
        assert_eq!(stepped(&days), days);
        let rising = ["2020-11-02", "2020-11-10", "2020-12-28", "2021-01-12", "2021-01-20"];
        assert_eq!(stepped(&rising), rising);
    }
}
