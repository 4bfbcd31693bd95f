//! How exactly a date is known.

/// How exactly a date is known: the unit that its words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Precision {
    Minute,
    Hour,
    #[default]
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    /// Two ends that the text names, "March 17-19".
    Range,
}

impl Precision {
    /// All, ascending.
    pub const ALL: [Precision; 12] = [
        Precision::Minute,
        Precision::Hour,
        Precision::Day,
        Precision::Week,
        Precision::Month,
        Precision::Quarter,
        Precision::Season,
        Precision::Half,
        Precision::Year,
        Precision::Decade,
        Precision::Century,
        Precision::Range,
    ];

    /// The word used in data: `day`, `month`, …
    pub fn name(self) -> &'static str {
        match self {
            Precision::Minute => "minute",
            Precision::Hour => "hour",
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Season => "season",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Century => "century",
            Precision::Range => "range",
        }
    }
}
