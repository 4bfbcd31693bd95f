//! What a word of a table can mean in a date.

/// A stretch of the calendar that words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Period {
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// Which of several, seen from an anchor: "last", "this", "next".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// "last": the one before; with a count the stretch before.
    Last,
    /// "this": the one that holds the anchor.
    This,
    /// "next": the one after.
    Next,
    /// "past": as last, but without a count a stretch that ends at the anchor.
    Past,
    /// "coming": as next, but without a count a stretch that begins at the anchor.
    Coming,
    /// "following": the next one, counted from the date before it in the text.
    Following,
    /// "previous": the one before, counted from the date before it in the text.
    Previous,
    /// "same": the one that holds the date before it in the text.
    Same,
}

impl Which {
    /// How many units it steps: back, none or on.
    pub fn step(self) -> i32 {
        match self {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::This | Which::Same => 0,
            Which::Next | Which::Coming | Which::Following => 1,
        }
    }
}

/// A blurred part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first third.
    Early,
    /// The middle third.
    Middle,
    /// The last third.
    Late,
    /// The border between two, "the turn of the year".
    Turn,
    /// Somewhere in it, before or after the anchor: "earlier this month".
    Within,
}

/// A feast day, by the rule that moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// From so many days after Easter Sunday to so many.
    Easter(i8, i8),
    /// In this month the weekday (0 is Monday) with this number, and so many days after it.
    Nth(u8, u8, i8, i8),
}

/// What a word, or a row of words, means in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month(u8),
    /// 0 is Monday.
    Weekday(u8),
    /// 0 is spring, 3 is winter.
    Season(u8),
    Unit(Period),
    /// A number in words.
    Cardinal(u16),
    /// A rank in words.
    Ordinal(u16),
    /// "nineties": 90.
    Decade(u8),
    /// "yesterday": -1 day.
    Shift(i8),
    Which(Which),
    /// "early" before what it blurs.
    Part(Part),
    /// "the end" before "of" what it blurs.
    PartOf(Part),
    Feast(Feast),
    /// After a count: before now.
    Ago,
    /// Before a count: before now ("hace").
    AgoLead,
    /// Before a count: after now ("in", "dentro de").
    Ahead,
    /// After a count: after now ("from now").
    Hence,
    /// After a count: after the date before it in the text.
    Later,
    /// After a count: before the date before it in the text.
    Earlier,
    /// After a count: after what follows.
    After,
    /// After a count: before what follows.
    Before,
    Of,
    Article,
    To,
    And,
    From,
    Between,
    /// A preposition that a point in time follows.
    At,
    About,
    /// "since": what lasts from then on.
    Since,
    /// "day" as a label: "día 5".
    DayLabel,
    /// "morning", after a day.
    DayPart,
    /// "fiscal", before a year.
    Fiscal,
    /// "siglo", before a Roman number.
    CenturyLead,
    /// Before Christ, or after (true).
    Era(bool),
    /// A mark of the future.
    Future,
    /// A verb of saying, in the past.
    Said,
    /// What a number before it counts: no date.
    Measure,
    /// What a number after it labels: no date.
    Label,
    /// "every": repetition, no date.
    Every,
    /// "street", "plaza": what a date beside it names.
    Place,
    /// "mil": a thousand, in a year in words.
    Thousand,
    /// A word that can follow an ordinal that stands for a day.
    Link,
}

impl Meaning {
    /// Whether an expression can begin with the word.
    pub fn opens(self) -> bool {
        !matches!(
            self,
            Meaning::Article
                | Meaning::To
                | Meaning::And
                | Meaning::At
                | Meaning::About
                | Meaning::Since
                | Meaning::Ago
                | Meaning::Hence
                | Meaning::After
                | Meaning::Before
                | Meaning::Future
                | Meaning::Said
                | Meaning::Measure
                | Meaning::Label
                | Meaning::Every
                | Meaning::Thousand
                | Meaning::Place
                | Meaning::Link
                | Meaning::Era(_)
        )
    }

    /// Whether a date can be near: the word names a stretch of the calendar by itself.
    pub fn hopeful(self) -> bool {
        matches!(
            self,
            Meaning::Month(_)
                | Meaning::Weekday(_)
                | Meaning::Season(_)
                | Meaning::Unit(_)
                | Meaning::Decade(_)
                | Meaning::Shift(_)
                | Meaning::Feast(_)
                | Meaning::CenturyLead
                | Meaning::DayPart
                | Meaning::Thousand
                | Meaning::Ordinal(4..)
                | Meaning::Cardinal(20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)
        )
    }

    /// Reads the head of a table's line: "month 1".
    pub fn parse(head: &str) -> Option<Self> {
        let mut parts = head.split_whitespace();
        let name = parts.next()?;
        let argument = parts.next().unwrap_or("");
        let number = |text: &str| text.parse::<i16>().ok();
        let small = || argument.parse::<u8>().ok();
        Some(match name {
            "month" => Meaning::Month(small()?),
            "weekday" => Meaning::Weekday(small()?),
            "season" => Meaning::Season(small()?),
            "unit" => Meaning::Unit(period(argument)?),
            "cardinal" => Meaning::Cardinal(argument.parse().ok()?),
            "ordinal" => Meaning::Ordinal(argument.parse().ok()?),
            "decade" => Meaning::Decade(small()?),
            "shift" => Meaning::Shift(i8::try_from(number(argument)?).ok()?),
            "which" => Meaning::Which(which(argument)?),
            "part" => Meaning::Part(part(argument)?),
            "part-of" => Meaning::PartOf(part(argument)?),
            "feast" => Meaning::Feast(feast(argument, parts)?),
            "era" => Meaning::Era(argument == "after"),
            _ => plain(name)?,
        })
    }
}

fn plain(name: &str) -> Option<Meaning> {
    Some(match name {
        "ago" => Meaning::Ago,
        "ago-lead" => Meaning::AgoLead,
        "ahead" => Meaning::Ahead,
        "hence" => Meaning::Hence,
        "later" => Meaning::Later,
        "earlier" => Meaning::Earlier,
        "after" => Meaning::After,
        "before" => Meaning::Before,
        "of" => Meaning::Of,
        "article" => Meaning::Article,
        "to" => Meaning::To,
        "and" => Meaning::And,
        "from" => Meaning::From,
        "between" => Meaning::Between,
        "at" => Meaning::At,
        "about" => Meaning::About,
        "since" => Meaning::Since,
        "day-label" => Meaning::DayLabel,
        "day-part" => Meaning::DayPart,
        "fiscal" => Meaning::Fiscal,
        "century-lead" => Meaning::CenturyLead,
        "future" => Meaning::Future,
        "said" => Meaning::Said,
        "measure" => Meaning::Measure,
        "label" => Meaning::Label,
        "every" => Meaning::Every,
        "thousand" => Meaning::Thousand,
        "place" => Meaning::Place,
        "link" => Meaning::Link,
        _ => return None,
    })
}

fn period(name: &str) -> Option<Period> {
    Some(match name {
        "day" => Period::Day,
        "week" => Period::Week,
        "weekend" => Period::Weekend,
        "fortnight" => Period::Fortnight,
        "month" => Period::Month,
        "quarter" => Period::Quarter,
        "half" => Period::Half,
        "year" => Period::Year,
        "decade" => Period::Decade,
        "century" => Period::Century,
        _ => return None,
    })
}

fn which(name: &str) -> Option<Which> {
    Some(match name {
        "last" => Which::Last,
        "this" => Which::This,
        "next" => Which::Next,
        "past" => Which::Past,
        "coming" => Which::Coming,
        "following" => Which::Following,
        "previous" => Which::Previous,
        "same" => Which::Same,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "early" => Part::Early,
        "middle" => Part::Middle,
        "late" => Part::Late,
        "turn" => Part::Turn,
        "within" => Part::Within,
        _ => return None,
    })
}

/// "fixed 12 25", "easter -2", "easter -7 0", "nth 11 3 4".
fn feast<'t>(rule: &str, mut rest: impl Iterator<Item = &'t str>) -> Option<Feast> {
    let first: i8 = rest.next()?.parse().ok()?;
    let second: Option<i8> = rest.next().and_then(|number| number.parse().ok());
    let small = |number: i8| u8::try_from(number).ok();
    match rule {
        "fixed" => Some(Feast::Fixed(small(first)?, small(second?)?)),
        "easter" => Some(Feast::Easter(first, second.unwrap_or(first))),
        "nth" => {
            let rank = rest.next()?.parse().ok()?;
            let after = rest.next().and_then(|days| days.parse().ok()).unwrap_or(0);
            Some(Feast::Nth(small(first)?, small(second?)?, rank, after))
        }
        _ => None,
    }
}
