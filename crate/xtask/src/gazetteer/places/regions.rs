//! First-level regions from CLDR, of the countries whose regions stand in the news.

use super::super::cldr::Cldr;

/// Countries whose regions we take.
const COUNTRIES: &str =
    "US CA MX BR AR CO VE ES DE FR IT RU CN IN AU JP IR AF PK NG SD PE BO EC CU GT HN SV NI ZA AT";
/// What a region weighs beside cities of the same name.
const WEIGHT: u32 = 400_000;
/// States and provinces that everybody knows.
const LARGE: &str = "US CA AU BR MX DE ES IN CN RU";
const LARGE_WEIGHT: u32 = 2_000_000;
/// Words that tell a region from its capital; the name goes without them too.
const GENERIC: [&str; 13] = [
    " Province",
    " Region",
    " Krai",
    " Oblast",
    " Okrug",
    " State",
    " Department",
    " City",
    " Autonomous Community",
    " Chartered Community",
    " Metropolitan",
    " County",
    " District",
];
const GENERIC_SPANISH: [&str; 8] = [
    "Departamento de ",
    "Provincia de ",
    "Región de ",
    "Estado de ",
    "Distrito de ",
    "Óblast de ",
    "Krai de ",
    "Comunidad de ",
];
/// Where the second level has codes of its own shape: of Italy the regions (digits), of France those with letters.
fn first_level(country: &str, key: &str) -> bool {
    let code = key.get(2..).unwrap_or_default();
    match country {
        "IT" => code.bytes().all(|byte| byte.is_ascii_digit()),
        "FR" => code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase()),
        _ => true,
    }
}

/// A region.
pub struct Region {
    /// The country's code.
    pub code: String,
    /// A name, without "Province" and the like.
    pub name: String,
    /// Weight beside cities.
    pub weight: u32,
}

/// The regions, with names in English and Spanish.
pub fn read(cldr: &Cldr) -> Vec<Region> {
    let is_in = |list: &str, code: &str| list.split(' ').any(|known| known == code);
    cldr.regions
        .iter()
        .filter(|(code, key, _)| is_in(COUNTRIES, code) && first_level(code, key))
        .map(|(code, _, name)| Region {
            code: code.clone(),
            name: bare(name).to_owned(),
            weight: if is_in(LARGE, code) { LARGE_WEIGHT } else { WEIGHT },
        })
        .collect()
}

fn bare(name: &str) -> &str {
    let name = GENERIC.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    GENERIC_SPANISH.iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_for_region_goes() {
        for (name, want) in [
            ("Perm Krai", "Perm"),
            ("Buenos Aires Province", "Buenos Aires"),
            ("Provincia de Ontario", "Ontario"),
            ("Texas", "Texas"),
        ] {
            assert_eq!(bare(name), want);
        }
    }

    #[test]
    fn departments_of_france_are_no_regions() {
        assert!(first_level("FR", "frbre") && !first_level("FR", "fr75") && !first_level("IT", "itrm"));
    }
}
