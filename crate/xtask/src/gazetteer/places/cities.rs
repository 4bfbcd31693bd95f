//! Cities from GeoNames, and the rule by which one is well known.

use std::error::Error;

use super::super::sources::Sources;

/// From how many inhabitants on a city is known where no other bound stands.
const BOUND: u32 = 500_000;
/// The bounds of single countries: lower where the reports come from, higher where millions live in cities that nobody
/// abroad has heard of.
const BOUNDS: [(u32, &str); 6] = [
    (130_000, "US CA AU NZ IE IL PS GT HN SV NI CR PA HT PR JM TT UY"),
    (170_000, "GB ES CU DO CO VE EC PE BO CL AR PY"),
    (200_000, "FR DE IT"),
    (400_000, "MX BR UA"),
    (1_000_000, "IN TR ID PK JP"),
    (3_000_000, "CN"),
];
/// From how many inhabitants on the seat of a first-level region is known.
const SEAT: u32 = 300_000;
/// A capital weighs as much as a city of so many inhabitants at the least.
const CAPITAL: u32 = 2_000_000;
/// And so many times its inhabitants.
const CAPITAL_TIMES: u32 = 5;
/// Codes of places that are parts of others, gone, or no towns.
const NO_TOWNS: [&str; 6] = ["PPLX", "PPLH", "PPLW", "PPLQ", "PPLR", "PPLL"];

/// A city.
pub struct City {
    /// The country's code.
    pub code: String,
    /// The English or local name.
    pub name: String,
    /// Inhabitants, more for a capital.
    pub weight: u32,
    /// Whether a news reader knows it.
    pub known: bool,
}

/// All cities of the source.
///
/// # Errors
///
/// When the text is missing or a line has another form.
pub fn read(sources: &Sources) -> Result<Vec<City>, Box<dyn Error>> {
    let text = sources.text("cities.tsv")?;
    text.lines()
        .filter(|line| !NO_TOWNS.iter().any(|code| line.contains(&format!("\t{code}\t"))))
        .map(city)
        .collect()
}

fn city(line: &str) -> Result<City, Box<dyn Error>> {
    let mut columns = line.splitn(4, '\t');
    let mut column = || columns.next().ok_or_else(|| format!("cities.tsv: {line}"));
    let (code, feature, people, name) = (column()?, column()?, column()?, column()?);
    let people: u32 = people.parse()?;
    let capital = feature == "PPLC";
    Ok(City {
        code: code.to_owned(),
        name: name.to_owned(),
        weight: if capital { CAPITAL.max(people.saturating_mul(CAPITAL_TIMES)) } else { people },
        known: capital || people >= bound(code) || feature == "PPLA" && people >= SEAT,
    })
}

fn bound(code: &str) -> u32 {
    BOUNDS
        .iter()
        .find(|(_, codes)| codes.split(' ').any(|known| known == code))
        .map_or(BOUND, |(bound, _)| *bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_seats_and_large_cities_are_known() {
        for (line, known) in [
            ("FJ\tPPLC\t77366\tSuva", true),
            ("CL\tPPLA\t170000\tArica", true),
            ("FI\tPPL\t256000\tEspoo", false),
            ("US\tPPL\t130001\tLowell", true),
            ("CN\tPPL\t900000\tAnywhere", false),
            ("RU\tPPLA\t300000\tPenza", true),
        ] {
            assert_eq!(city(line).map(|city| city.known).ok(), Some(known), "{line}");
        }
    }

    #[test]
    fn a_line_without_four_columns_is_an_error() {
        assert!(city("FJ\tPPLC\tSuva").is_err());
    }
}
