//! Unicode CLDR: fetched once into `target/gazetteer`, read from its JSON files.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The locales whose names we take, the first for the names that are shown.
const LOCALES: [&str; 3] = ["en", "es", "es-419"];
/// Two-letter codes in CLDR that are no countries of ISO 3166-1: reserved, private and grouping codes.
const NO_COUNTRIES: [&str; 14] =
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];
/// ISO 3166-1 has 249, and Kosovo.
const COUNTRIES: usize = 250;
const PACKAGE: &str = "node_modules/cldr-localenames-full";

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
}

/// Installs the pinned package into `target/gazetteer` and reads it.
pub fn fetch(root: &Path, pinned: &Path) -> Result<Cldr, Box<dyn Error>> {
    let place = root.join("target/gazetteer");
    std::fs::create_dir_all(&place)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(pinned.join(file), place.join(file))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"];
    let status = Command::new(npm).args(arguments).current_dir(&place).status();
    match status {
        Ok(status) if status.success() => read(&place.join(PACKAGE)),
        Ok(status) => Err(format!("npm could not fetch CLDR ({status}); is there a network?").into()),
        Err(error) => Err(format!("npm cannot be started ({error}); Node brings it").into()),
    }
}

fn read(package: &Path) -> Result<Cldr, Box<dyn Error>> {
    let version = json(&package.join("package.json"))?;
    let mut cldr = Cldr {
        version: version.get("version").and_then(Value::as_str).unwrap_or_default().to_owned(),
        license: std::fs::read_to_string(package.join("LICENSE"))?,
        names: BTreeMap::new(),
        spellings: Vec::new(),
        languages: BTreeSet::new(),
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

impl Cldr {
    /// `key` is a code with or without "-alt-…"; names with brackets and dashes are labels, not names.
    fn territory(&mut self, key: &str, name: String, shown: bool) {
        let code = key.split('-').next().unwrap_or_default().to_owned();
        let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !letters || NO_COUNTRIES.contains(&code.as_str()) {
            return;
        }
        if shown && key == code {
            self.names.insert(code.clone(), name.replace('&', "and"));
        }
        if !name.contains(['(', '[']) && !name.contains(" - ") {
            self.spellings.push((code, name));
        }
    }
}

fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn display_names(path: PathBuf, locale: &str, what: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let value = json(&path)?;
    let names =
        value.pointer(&format!("/main/{locale}/localeDisplayNames/{what}")).and_then(Value::as_object);
    let names = names.ok_or_else(|| format!("{}: no {what}", path.display()))?;
    Ok(names.iter().filter_map(|(key, name)| Some((key.clone(), name.as_str()?.to_owned()))).collect())
}
