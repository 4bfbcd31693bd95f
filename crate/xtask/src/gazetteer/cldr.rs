//! Unicode CLDR: names of countries, languages, first-level regions and the cities of time zones, from its JSON files.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::PathBuf;

use serde_json::Value;

use super::sources::{Sources, json};

/// The locales whose names we take, the first for the names that are shown.
const LOCALES: [&str; 3] = ["en", "es", "es-419"];
/// Two-letter codes in CLDR that are no countries of ISO 3166-1: reserved, private and grouping codes.
const NO_COUNTRIES: [&str; 14] =
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];
/// ISO 3166-1 has 249, and Kosovo.
const COUNTRIES: usize = 250;
const NAMES: &str = "cldr-localenames-full";
const REGIONS: &str = "cldr-subdivisions-full";
const ZONES: &str = "cldr-dates-full";

/// Country, the region's code and a name.
pub type Region = (String, String, String);

/// What we take from CLDR.
pub struct Cldr {
    /// The package's version.
    pub version: String,
    /// The licence's text.
    pub license: String,
    /// Code and English name to show.
    pub names: BTreeMap<String, String>,
    /// Code and a name, in all locales and variants.
    pub spellings: Vec<(String, String)>,
    /// Names of languages.
    pub languages: BTreeSet<String>,
    /// Country, its region's code ("usca"), and a name of the region, in English and Spanish.
    pub regions: Vec<Region>,
    /// English and Spanish names of the cities that time zones are called after.
    pub exonyms: Vec<(String, String)>,
}

/// Reads CLDR from the fetched packages.
///
/// # Errors
///
/// When a file is missing or of another form, or the number of countries is another than it should be.
pub fn read(sources: &Sources) -> Result<Cldr, Box<dyn Error>> {
    let package = sources.package(NAMES);
    let mut cldr = Cldr {
        version: sources.version(NAMES)?,
        license: std::fs::read_to_string(package.join("LICENSE"))?,
        names: BTreeMap::new(),
        spellings: Vec::new(),
        languages: BTreeSet::new(),
        regions: regions(sources)?,
        exonyms: exonyms(sources)?,
    };
    for locale in LOCALES {
        let folder = package.join("main").join(locale);
        for (key, name) in display_names(folder.join("territories.json"), locale, "territories")? {
            cldr.territory(&key, name, locale == LOCALES[0]);
        }
        let languages = display_names(folder.join("languages.json"), locale, "languages")?;
        cldr.languages.extend(languages.into_iter().map(|(_, name)| name));
    }
    match cldr.names.len() {
        COUNTRIES => Ok(cldr),
        other => Err(format!("CLDR has {other} countries, not {COUNTRIES}: look at NO_COUNTRIES").into()),
    }
}

/// All locales that have names of countries.
pub fn locales(sources: &Sources) -> Result<Vec<String>, Box<dyn Error>> {
    let mut locales = Vec::new();
    for entry in std::fs::read_dir(sources.package(NAMES).join("main"))? {
        let entry = entry?;
        if entry.path().join("territories.json").exists() {
            locales.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    locales.sort();
    Ok(locales)
}

/// Code and name of the countries in a locale.
pub fn territories(sources: &Sources, locale: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let path = sources.package(NAMES).join("main").join(locale).join("territories.json");
    let names = display_names(path, locale, "territories")?.into_iter();
    Ok(names.filter_map(|(key, name)| Some((country(&key)?, name))).collect())
}

/// The country's code in a key with or without "-alt-…".
fn country(key: &str) -> Option<String> {
    let code = key.split('-').next()?;
    let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    (letters && !NO_COUNTRIES.contains(&code)).then(|| code.to_owned())
}

/// Names with brackets and dashes are labels, not names.
fn is_label(name: &str) -> bool {
    name.contains(['(', '[', '（']) || name.contains(" - ")
}

impl Cldr {
    fn territory(&mut self, key: &str, name: String, shown: bool) {
        let Some(code) = country(key) else { return };
        if shown && key == code {
            self.names.insert(code.clone(), name.replace('&', "and"));
        }
        if !is_label(&name) {
            self.spellings.push((code, name));
        }
    }
}

fn display_names(path: PathBuf, locale: &str, what: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let value = json(&path)?;
    let names =
        value.pointer(&format!("/main/{locale}/localeDisplayNames/{what}")).and_then(Value::as_object);
    let names = names.ok_or_else(|| format!("{}: no {what}", path.display()))?;
    Ok(names.iter().filter_map(|(key, name)| Some((key.clone(), name.as_str()?.to_owned()))).collect())
}

fn regions(sources: &Sources) -> Result<Vec<Region>, Box<dyn Error>> {
    let mut regions = Vec::new();
    for locale in ["en", "es"] {
        let path = sources.package(REGIONS).join("subdivisions").join(locale).join(format!("{locale}.json"));
        let value = json(&path)?;
        let names = value.pointer("/subdivisions/localeDisplayNames/subdivisions").and_then(Value::as_object);
        for (key, name) in names.ok_or_else(|| format!("{}: no subdivisions", path.display()))? {
            let (Some(country), Some(name)) = (key.get(..2), name.as_str()) else { continue };
            regions.push((country.to_uppercase(), key.clone(), name.to_owned()));
        }
    }
    Ok(regions)
}

fn exonyms(sources: &Sources) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut names: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for locale in ["en", "es"] {
        let path = sources.package(ZONES).join("main").join(locale).join("timeZoneNames.json");
        let value = json(&path)?;
        let zones = value.pointer(&format!("/main/{locale}/dates/timeZoneNames/zone"));
        let found = names.entry(locale).or_default();
        zone_cities(zones.ok_or_else(|| format!("{}: no zones", path.display()))?, "", found);
    }
    let english = names.get("en").cloned().unwrap_or_default();
    let spanish = names.remove("es").unwrap_or_default();
    Ok(spanish
        .into_iter()
        .map(|(zone, name)| (english.get(&zone).cloned().unwrap_or_else(|| zone.replace('_', " ")), name))
        .filter(|(english, spanish)| english != spanish && !spanish.contains('('))
        .collect())
}

/// The cities under a branch of the zones' tree, by the last part of the zone's name.
fn zone_cities(value: &Value, zone: &str, found: &mut BTreeMap<String, String>) {
    let Some(branches) = value.as_object() else { return };
    if let Some(city) = branches.get("exemplarCity").and_then(Value::as_str) {
        found.insert(zone.to_owned(), city.to_owned());
    }
    for (zone, below) in branches {
        zone_cities(below, zone, found);
    }
}
