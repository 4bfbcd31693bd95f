//! Which ticks an axis has: a fine step, and the coarser one that names it.

use super::{Step, TimeScale};
use crate::time::{Timestamp, Unit};

/// More ticks than this are never made.
pub const MAX_TICKS: usize = 512;
/// Free pixels between two labels.
const LABEL_GAP: f64 = 10.0;

/// What the upper row of the axis names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Major {
    /// Days, above hours and minutes.
    Day,
    /// Months, above days and weeks.
    Month,
    /// Years, above months and quarters.
    Year,
    /// Decades, above years.
    Decade,
    /// Centuries, above decades.
    Century,
    /// Nothing, above centuries.
    None,
}

impl Major {
    /// The step of the upper row.
    pub fn step(self) -> Option<Step> {
        match self {
            Major::Day => Some(Step::Unit(Unit::Day)),
            Major::Month => Some(Step::Unit(Unit::Month)),
            Major::Year => Some(Step::Years(1)),
            Major::Decade => Some(Step::Years(10)),
            Major::Century => Some(Step::Years(100)),
            Major::None => None,
        }
    }
}

/// The two steps of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// Of the lower row.
    pub minor: Step,
    /// Of the upper row.
    pub major: Major,
}

impl Ticks {
    fn of(minor: Step) -> Ticks {
        let major = match minor {
            Step::Minutes(_) => Major::Day,
            Step::Unit(Unit::Day | Unit::Week) => Major::Month,
            Step::Unit(_) => Major::Year,
            Step::Years(1 | 2) => Major::Decade,
            Step::Years(years) if years < 100 => Major::Century,
            Step::Years(_) => Major::None,
        };
        Ticks { minor, major }
    }

    /// Whether a label of the lower row names the whole step (and stands in its middle) or its first instant.
    pub fn names_interval(self) -> bool {
        matches!(self.minor, Step::Unit(Unit::Day | Unit::Month | Unit::Quarter) | Step::Years(1))
    }
}

/// The finest ticks whose labels keep apart, none finer than `finest`; `label_width` tells the widest label of a step.
pub fn choose(scale: &TimeScale, finest: Step, label_width: impl Fn(Step) -> f64) -> Ticks {
    let fits = |step: &Step| {
        step.shortest_ms() >= finest.shortest_ms()
            && scale.length(step.shortest_ms()) >= label_width(*step) + LABEL_GAP
    };
    let coarsest = Step::Years(1000);
    Ticks::of(Step::ALL.into_iter().find(fits).unwrap_or(coarsest))
}

/// The borders of a step inside the scale's domain, ascending.
pub fn tick_starts(scale: &TimeScale, step: Step) -> Vec<Timestamp> {
    let domain = scale.domain();
    let mut starts = step.borders(domain.start, domain.end, MAX_TICKS);
    starts.retain(|start| *start >= domain.start && *start < domain.end);
    starts
}
