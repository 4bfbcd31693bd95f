//! The unit that the words of a form name.

use super::super::expression::{Counted, Form, Partial, Portion};
use super::super::meaning::{Feast, Period};
use crate::time::Precision;

pub(super) fn precision_of_period(period: Period) -> Precision {
    match period {
        Period::Day => Precision::Day,
        Period::Week => Precision::Week,
        Period::Weekend | Period::Fortnight => Precision::Range,
        Period::Month => Precision::Month,
        Period::Quarter => Precision::Quarter,
        Period::Half => Precision::Half,
        Period::Year => Precision::Year,
        Period::Decade => Precision::Decade,
        Period::Century => Precision::Century,
    }
}

/// The unit that the words of a form name.
pub(super) fn precision_of(form: &Form) -> Precision {
    match form {
        Form::Date(Partial { day: Some(_), .. })
        | Form::Named(_)
        | Form::Weekday(..)
        | Form::WeekdayIn(..)
        | Form::WeekdayBeside(..) => Precision::Day,
        Form::InYear(date, _) => precision_of(&Form::Date(*date)),
        Form::Date(Partial { month: Some(_), .. }) => Precision::Month,
        Form::Date(_) | Form::BeforeChrist(_) => Precision::Year,
        Form::Unit(period, ..) | Form::Step(period, ..) => precision_of_period(*period),
        Form::LatestWeekend | Form::Stretch(..) | Form::Range(..) | Form::Leading(..) => Precision::Range,
        Form::Portion(Portion::Quarter(_), _) => Precision::Quarter,
        Form::Portion(Portion::Half(_), _) => Precision::Half,
        Form::Portion(Portion::Season(_), _) => Precision::Season,
        Form::WeekOf(Period::Weekend, _) => Precision::Range,
        Form::Portion(Portion::Week(_), _) | Form::WeekOf(..) => Precision::Week,
        Form::Decade(_) | Form::BareDecade(_) => Precision::Decade,
        Form::Century(_) => Precision::Century,
        Form::Nth(_, Counted::Week, _) => Precision::Week,
        Form::Nth(_, Counted::Weekend | Counted::Fortnight, _) => Precision::Range,
        Form::Nth(_, Counted::Month, _) => Precision::Month,
        Form::Nth(..) => Precision::Day,
        Form::Feast(Feast::Easter(first, last), _) if first != last => Precision::Range,
        Form::Feast(..) => Precision::Day,
        Form::Part(_, inner) | Form::Chosen(_, inner) => precision_of(inner),
    }
}
