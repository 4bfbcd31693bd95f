//! The picture's own words, in English and Spanish. Items keep theirs.

use crate::model::{Coding, Counting, Evidence};
use crate::scale::Step;
use crate::time::{CivilDate, Interval, Timestamp, Unit};

/// The language of the picture's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)]
pub enum Language {
    #[default]
    English,
    Spanish,
}

impl Language {
    /// From a BCP 47 tag such as `es-VE`; English where we have no words.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        if primary.eq_ignore_ascii_case("es") { Language::Spanish } else { Language::English }
    }

    /// Its words.
    pub fn words(self) -> &'static Words {
        match self {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        }
    }
}

/// The words of one language. `{n}`, `{of}` and the like are replaced by numbers or names.
#[allow(missing_docs)]
#[derive(Debug)]
pub struct Words {
    pub months: [&'static str; 12],
    pub quarter: &'static str,
    pub decade: &'static str,
    pub century: &'static str,
    pub thousands: &'static str,
    pub section: &'static str,
    pub country: &'static str,
    pub overview: &'static str,
    pub all_items: &'static str,
    pub totals: &'static str,
    pub per_day: &'static str,
    pub per_week: &'static str,
    pub per_month: &'static str,
    pub per_quarter: &'static str,
    pub per_year: &'static str,
    pub per_decade: &'static str,
    pub per_century: &'static str,
    pub full: [&'static str; 2],
    pub fractional: [&'static str; 2],
    pub names_only: &'static str,
    pub more_country: &'static str,
    pub more_countries: &'static str,
    pub fewer_countries: &'static str,
    pub more_sections: &'static str,
    pub ordinary: &'static str,
    pub state_media: &'static str,
    pub prose: &'static str,
    pub scheduled: &'static str,
    pub longer: &'static str,
    pub approximate: &'static str,
    pub density: &'static str,
    pub untitled: &'static str,
    pub picture: &'static str,
    pub by_mention: &'static str,
    pub nothing_dated: &'static str,
    pub items_shown: &'static str,
    pub outside: &'static str,
    pub undated: &'static str,
    pub filtered_out: &'static str,
    pub corrected: &'static str,
    pub state_share: &'static str,
    pub search: &'static str,
    pub only_state_media: &'static str,
    pub no_state_media: &'static str,
    pub kinds: [&'static str; 5],
    pub number_sign: &'static str,
    pub credit: &'static str,
    pub timeline_of: &'static str,
    pub nothing: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    quarter: "Q{n}",
    decade: "{n}s",
    century: "{n} century",
    thousands: ",",
    section: "Section",
    country: "Country",
    overview: "Overview",
    all_items: "All items",
    totals: "Total, by section",
    per_day: "Items per country and day",
    per_week: "Items per country and week",
    per_month: "Items per country and month",
    per_quarter: "Items per country and quarter",
    per_year: "Items per country and year",
    per_decade: "Items per country and decade",
    per_century: "Items per country and century",
    full: ["full counting: an item counts 1 for each of its countries", "full counting"],
    fractional: ["fractional counting: an item with n countries counts 1/n for each", "fractional counting"],
    names_only: "names and demonyms only",
    more_country: "1 more country",
    more_countries: "{n} more countries",
    fewer_countries: "Fewer countries",
    more_sections: "{n} smaller sections do not fit",
    ordinary: "Item",
    state_media: "State media",
    prose: "From prose",
    scheduled: "Scheduled",
    longer: "Longer than a day",
    approximate: "About then",
    density: "Many items",
    untitled: "Untitled",
    picture: "Timeline of a report",
    by_mention: "by the dates in the text",
    nothing_dated: "No dated item to show",
    items_shown: "{n} of {of} items shown",
    outside: "{n} outside the period",
    undated: "{n} undated",
    filtered_out: "{n} filtered out",
    corrected: "countries corrected by hand: {n}",
    state_share: "state media {n} of {of} reports ({share} %)",
    search: "“{n}”",
    only_state_media: "state media only",
    no_state_media: "without state media",
    kinds: ["reports", "actions", "readings", "quotes", "passages"],
    number_sign: "No. {n}",
    credit: "Made with Dateline",
    timeline_of: "Timeline, {from} to {to}. Items: {n}. Sections: {of}.",
    nothing: "No dated item to show.",
};

pub(super) const SPANISH: Words = Words {
    months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    quarter: "T{n}",
    decade: "Años {n}",
    century: "Siglo {n}",
    thousands: ".",
    section: "Sección",
    country: "País",
    overview: "Vista general",
    all_items: "Todo",
    totals: "Total, por sección",
    per_day: "Notas por país y día",
    per_week: "Notas por país y semana",
    per_month: "Notas por país y mes",
    per_quarter: "Notas por país y trimestre",
    per_year: "Notas por país y año",
    per_decade: "Notas por país y década",
    per_century: "Notas por país y siglo",
    full: ["recuento completo: una nota cuenta 1 por cada uno de sus países", "recuento completo"],
    fractional: [
        "recuento fraccionado: una nota con n países cuenta 1/n por cada uno",
        "recuento fraccionado",
    ],
    names_only: "solo nombres y gentilicios",
    more_country: "1 país más",
    more_countries: "{n} países más",
    fewer_countries: "Menos países",
    more_sections: "{n} secciones menores no caben",
    ordinary: "Nota",
    state_media: "Medio estatal",
    prose: "Del texto corrido",
    scheduled: "Previsto",
    longer: "Más de un día",
    approximate: "Aproximado",
    density: "Muchas notas",
    untitled: "Sin título",
    picture: "Cronología de un informe",
    by_mention: "por las fechas del texto",
    nothing_dated: "Ningún elemento con fecha",
    items_shown: "{n} de {of} notas a la vista",
    outside: "{n} fuera del periodo",
    undated: "{n} sin fecha",
    filtered_out: "{n} fuera del filtro",
    corrected: "países corregidos a mano: {n}",
    state_share: "medios estatales {n} de {of} notas ({share} %)",
    search: "«{n}»",
    only_state_media: "solo medios estatales",
    no_state_media: "sin medios estatales",
    kinds: ["notas", "medidas", "lecturas", "citas", "pasajes"],
    number_sign: "N.º {n}",
    credit: "Hecho con Dateline",
    timeline_of: "Cronología, de {from} a {to}. Notas: {n}. Secciones: {of}.",
    nothing: "Ninguna nota con fecha.",
};

impl Words {
    /// How the countries are counted, in full and in short.
    pub fn counting(&self, coding: &Coding) -> [String; 2] {
        let counting = if coding.counting == Counting::Full { self.full } else { self.fractional };
        let names = if coding.evidence == Evidence::Names { self.names_only } else { "" };
        let separator = if names.is_empty() { "" } else { super::SEPARATOR };
        counting.map(|told| format!("{told}{separator}{names}"))
    }

    /// The abbreviated name of a date's month.
    pub fn month(&self, date: CivilDate) -> &'static str {
        self.months.get(date.month() as usize - 1).copied().unwrap_or("")
    }

    /// `14 Jan 2021`.
    pub fn day(&self, date: CivilDate) -> String {
        format!("{} {} {}", date.day(), self.month(date), date.year())
    }

    /// `21 Nov 2020 – 14 Jan 2021`, the last day included; shorter where the ends share year or month.
    pub fn period(&self, interval: Interval) -> String {
        let first = interval.start.date();
        let last = Timestamp(interval.end.0.saturating_sub(1)).max(interval.start).date();
        let same_year = first.year() == last.year();
        if first == last {
            self.day(first)
        } else if same_year && first.month() == last.month() {
            format!("{}–{}", first.day(), self.day(last))
        } else if same_year {
            format!("{} {} – {}", first.day(), self.month(first), self.day(last))
        } else {
            format!("{} – {}", self.day(first), self.day(last))
        }
    }

    /// What a bin of the country panel is, as its heading.
    pub fn per(&self, step: Step) -> &'static str {
        match step {
            Step::Minutes(_) | Step::Unit(Unit::Day) => self.per_day,
            Step::Unit(Unit::Week) => self.per_week,
            Step::Unit(Unit::Month) => self.per_month,
            Step::Unit(Unit::Quarter) => self.per_quarter,
            Step::Years(1) => self.per_year,
            Step::Unit(Unit::Decade) | Step::Years(2..=10) => self.per_decade,
            _ => self.per_century,
        }
    }

    /// The lower label of a tick.
    pub fn minor(&self, step: Step, instant: Timestamp) -> String {
        let date = instant.date();
        match step {
            Step::Minutes(_) => {
                let minutes = instant.0.rem_euclid(Timestamp::DAY_MS) / 60_000;
                format!("{:02}:{:02}", minutes / 60, minutes % 60)
            }
            Step::Unit(Unit::Day | Unit::Week) => date.day().to_string(),
            Step::Unit(Unit::Month) => self.month(date).to_owned(),
            Step::Unit(Unit::Quarter) => fill(self.quarter, &[("n", &date.month().div_ceil(3).to_string())]),
            _ => date.year().to_string(),
        }
    }

    /// A text as wide as the widest lower label of a step.
    pub fn widest_minor(&'static self, step: Step) -> &'static [&'static str] {
        match step {
            Step::Minutes(_) => &["00:00"],
            Step::Unit(Unit::Day | Unit::Week) => &["30"],
            Step::Unit(Unit::Month) => &self.months,
            Step::Unit(Unit::Quarter) => &["Q4"],
            _ => &["2000"],
        }
    }

    /// The upper label of the stretch that begins at `instant`.
    pub fn major(&self, step: Step, instant: Timestamp) -> String {
        let date = instant.date();
        match step {
            Step::Unit(Unit::Day) => self.day(date),
            Step::Unit(Unit::Month) => format!("{} {}", self.month(date), date.year()),
            Step::Years(10) => fill(self.decade, &[("n", &(date.year() / 10 * 10).to_string())]),
            Step::Years(100) => fill(self.century, &[("n", &self.ordinal(date.year() / 100 + 1))]),
            _ => date.year().to_string(),
        }
    }

    fn ordinal(&self, number: i32) -> String {
        if self.century.starts_with("{n}") { english_ordinal(number) } else { roman(number) }
    }
}

/// Replaces `{name}` by its value.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let filled = part.split_once('}').and_then(|(name, rest)| Some([value(name)?, rest]));
        filled.unwrap_or(["{", part]).iter().for_each(|piece| text.push_str(piece));
    }
    text
}

fn english_ordinal(number: i32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

fn roman(number: i32) -> String {
    const SIGNS: [(i32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(start: &str, end: &str) -> Interval {
        let at = |text| CivilDate::parse_iso(text).unwrap().timestamp();
        Interval::new(at(start), at(end))
    }

    #[test]
    fn periods_end_with_their_last_day() {
        let cases = [
            ("2020-11-21", "2021-01-15", "21 Nov 2020 – 14 Jan 2021"),
            ("2021-01-01", "2021-02-01", "1–31 Jan 2021"),
            ("2021-01-01", "2021-03-01", "1 Jan – 28 Feb 2021"),
            ("2021-01-14", "2021-01-15", "14 Jan 2021"),
            ("2021-01-14", "2021-01-14", "14 Jan 2021"),
        ];
        for (start, end, text) in cases {
            assert_eq!(ENGLISH.period(interval(start, end)), text);
        }
    }

    #[test]
    fn coarse_labels_name_decades_and_centuries() {
        let instant = CivilDate::new(1900, 1, 1).unwrap().timestamp();
        assert_eq!(ENGLISH.major(Step::Years(10), instant), "1900s");
        assert_eq!(ENGLISH.major(Step::Years(100), instant), "20th century");
        assert_eq!(SPANISH.major(Step::Years(100), instant), "Siglo XX");
    }
}
