//! Steps of the calendar that ticks and bins stand on.

use crate::time::{CivilDate, MAX_YEAR, Timestamp, Unit};

/// The average length of a year in ms.
const YEAR_MS: f64 = 365.2425 * Timestamp::DAY_MS as f64;

/// A step of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many minutes; a divisor of a day.
    Minutes(u32),
    /// Days, ISO weeks, months or quarters.
    Unit(Unit),
    /// So many years, from years that it divides.
    Years(u32),
}

impl Step {
    /// From minutes to millennia, ascending.
    pub const ALL: [Step; 22] = [
        Step::Minutes(1),
        Step::Minutes(5),
        Step::Minutes(15),
        Step::Minutes(30),
        Step::Minutes(60),
        Step::Minutes(180),
        Step::Minutes(360),
        Step::Minutes(720),
        Step::Unit(Unit::Day),
        Step::Unit(Unit::Week),
        Step::Unit(Unit::Month),
        Step::Unit(Unit::Quarter),
        Step::Years(1),
        Step::Years(2),
        Step::Years(5),
        Step::Years(10),
        Step::Years(20),
        Step::Years(50),
        Step::Years(100),
        Step::Years(200),
        Step::Years(500),
        Step::Years(1000),
    ];

    /// The step that cells of the country panel and bars of the overview stand on, ascending.
    pub const BINS: [Step; 8] = [
        Step::Unit(Unit::Day),
        Step::Unit(Unit::Week),
        Step::Unit(Unit::Month),
        Step::Unit(Unit::Quarter),
        Step::Years(1),
        Step::Years(10),
        Step::Years(100),
        Step::Years(1000),
    ];

    /// Its shortest length in ms.
    pub fn shortest_ms(self) -> f64 {
        let day = Timestamp::DAY_MS as f64;
        match self {
            Step::Minutes(minutes) => f64::from(minutes) * 60_000.0,
            Step::Unit(Unit::Day) => day,
            Step::Unit(Unit::Week) => 7.0 * day,
            Step::Unit(Unit::Month) => 28.0 * day,
            Step::Unit(Unit::Quarter) => 90.0 * day,
            Step::Unit(Unit::Half) => 181.0 * day,
            Step::Unit(Unit::Year) => 365.0 * day,
            Step::Unit(Unit::Decade) => 10.0 * YEAR_MS,
            Step::Unit(Unit::Century) => 100.0 * YEAR_MS,
            Step::Years(years) => f64::from(years) * 365.0 * day,
        }
    }

    /// The border at or before an instant.
    pub fn floor(self, instant: Timestamp) -> Timestamp {
        match self {
            Step::Minutes(minutes) => {
                let ms = i64::from(minutes.max(1)) * 60_000;
                Timestamp(instant.0.div_euclid(ms).saturating_mul(ms))
            }
            Step::Unit(unit) => instant.date().floor(unit).timestamp(),
            Step::Years(years) => {
                let years = i32::try_from(years.max(1)).unwrap_or(1);
                first_of(instant.date().year().div_euclid(years).saturating_mul(years))
            }
        }
    }

    /// The border after the one at or before `instant`; the calendar's end where there is none.
    pub fn next(self, instant: Timestamp) -> Timestamp {
        let floor = self.floor(instant);
        match self {
            Step::Minutes(minutes) => Timestamp(floor.0.saturating_add(i64::from(minutes.max(1)) * 60_000)),
            Step::Unit(unit) => floor.date().offset(unit, 1).timestamp(),
            Step::Years(years) => {
                let step = i32::try_from(years.max(1)).unwrap_or(1);
                let year = instant.date().year().div_euclid(step).saturating_add(1).saturating_mul(step);
                if year > MAX_YEAR { calendar_end() } else { first_of(year) }
            }
        }
    }

    /// The borders around `start..end`: from the one at or before `start` to the first at or after `end`, at most
    /// `most` of them.
    pub fn borders(self, start: Timestamp, end: Timestamp, most: usize) -> Vec<Timestamp> {
        let mut border = self.floor(start);
        let mut borders = vec![border];
        while border < end && borders.len() < most {
            let next = self.next(border);
            if next <= border {
                break;
            }
            border = next;
            borders.push(border);
        }
        borders
    }
}

fn first_of(year: i32) -> Timestamp {
    CivilDate::new(year, 1, 1).unwrap_or_else(CivilDate::first).timestamp()
}

fn calendar_end() -> Timestamp {
    Timestamp(CivilDate::last().timestamp().0 + Timestamp::DAY_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str) -> Timestamp {
        CivilDate::parse_iso(date).unwrap().timestamp()
    }

    #[test]
    fn borders_stand_on_the_calendar() {
        let cases = [
            (Step::Unit(Unit::Week), "2021-01-14", "2021-01-11", "2021-01-18"),
            (Step::Unit(Unit::Quarter), "2021-02-14", "2021-01-01", "2021-04-01"),
            (Step::Years(10), "1969-12-31", "1960-01-01", "1970-01-01"),
            (Step::Years(50), "0007-01-01", "0001-01-01", "0050-01-01"),
            (Step::Years(500), "2021-01-01", "2000-01-01", "2500-01-01"),
        ];
        for (step, instant, floor, next) in cases {
            assert_eq!((step.floor(at(instant)), step.next(at(instant))), (at(floor), at(next)), "{step:?}");
        }
        assert_eq!(Step::Minutes(30).floor(Timestamp(-1)), Timestamp(-1_800_000));
    }

    #[test]
    fn borders_end_with_the_calendar() {
        for step in Step::ALL.into_iter().skip(8) {
            let borders = step.borders(at("9990-01-01"), Timestamp(i64::MAX), 4000);
            assert!(borders.is_sorted(), "{step:?}");
            assert!(borders.last().unwrap().0 >= at("9999-12-31").0, "{step:?}");
        }
    }
}
