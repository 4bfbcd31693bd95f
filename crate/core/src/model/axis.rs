//! Where on the axis of time an item lies: at its publication, or at the date that its own text speaks of.

use super::{DateMention, DateRole, Item};
use crate::time::Precision;

/// Which of its dates places an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Axis {
    /// When it was published; a passage of prose: when it happened.
    #[default]
    Published,
    /// When what its text reports happened, or is to happen.
    Mentioned,
}

impl Axis {
    /// All axes, the usual one first.
    pub const ALL: [Axis; 2] = [Axis::Published, Axis::Mentioned];

    /// The word used in data.
    pub fn name(self) -> &'static str {
        match self {
            Axis::Published => "published",
            Axis::Mentioned => "mentioned",
        }
    }

    /// The axis of that name.
    pub fn of(name: &str) -> Option<Axis> {
        Axis::ALL.into_iter().find(|axis| axis.name() == name)
    }

    /// The date that places an item; one without an interval, or none, leaves it undated.
    pub fn date(self, item: &Item) -> Option<&DateMention> {
        match self {
            Axis::Published => item.published.as_ref(),
            Axis::Mentioned => told(&item.dates),
        }
    }
}

/// The first date of something that happens: one that names a month or less before a longer one. What only speaks of
/// a time ("since 2014") places nothing.
pub fn told(dates: &[DateMention]) -> Option<&DateMention> {
    let told = || dates.iter().filter(|date| date.interval.is_some() && date.role != DateRole::Mention);
    told()
        .find(|date| date.precision <= Precision::Month || date.precision == Precision::Range)
        .or_else(|| told().next())
}
