//! The budget: groups of files by pattern, each with a limit for all its files together, as brotli sends them.

use glob::{MatchOptions, Pattern};
use serde::Deserialize;

use super::measure::{Measured, Weight};
use crate::trouble::Trouble;

/// `size-budget.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    groups: Vec<Group>,
}

/// Files that are weighed together. A file belongs to the first group that has a pattern for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    #[serde(deserialize_with = "patterns")]
    files: Vec<Pattern>,
    /// Bytes after brotli.
    brotli: u64,
}

fn patterns<'de, D: serde::Deserializer<'de>>(told: D) -> Result<Vec<Pattern>, D::Error> {
    let told = Vec::<String>::deserialize(told)?;
    told.iter().map(|pattern| Pattern::new(pattern).map_err(serde::de::Error::custom)).collect()
}

/// A group with the files that it got.
#[derive(Debug)]
pub struct Weighed {
    pub name: String,
    /// Bytes after brotli; none for the files that no group names.
    pub limit: Option<u64>,
    pub files: Vec<Measured>,
}

impl Weighed {
    /// All files together.
    pub fn total(&self) -> Weight {
        self.files.iter().fold(Weight::default(), |sum, file| sum + file.weight)
    }

    /// Within the limit; files without one are not, for nothing is shipped unweighed.
    pub fn is_within(&self) -> bool {
        self.limit.map_or(self.files.is_empty(), |limit| self.total().brotli <= limit)
    }
}

impl Budget {
    /// Reads the budget file.
    pub fn read(told: &str) -> Result<Self, Trouble> {
        serde_json::from_str(told).map_err(|error| {
            Trouble::new(
                format!("size-budget.json cannot be read: {error}"),
                "write it as {\"groups\": [{\"name\": …, \"files\": [patterns], \"brotli\": bytes}]}",
            )
        })
    }

    /// Gives each file to its group; those without a group come last, under "no budget".
    pub fn weigh(self, files: Vec<Measured>) -> Vec<Weighed> {
        let mut rest = files;
        let mut weighed = Vec::new();
        for group in self.groups {
            let (files, others) = rest.into_iter().partition(|file| group.has(&file.name));
            weighed.push(Weighed { name: group.name, limit: Some(group.brotli), files });
            rest = others;
        }
        if !rest.is_empty() {
            weighed.push(Weighed { name: "no budget".to_owned(), limit: None, files: rest });
        }
        weighed
    }
}

impl Group {
    /// `*` stays inside a folder, `**` goes through folders.
    fn has(&self, name: &str) -> bool {
        let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        self.files.iter().any(|pattern| pattern.matches_with(name, options))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: &str = r#"{"groups": [
        {"name": "viewer", "files": ["**/*.wasm", "assets/viewer-*.js"], "brotli": 100},
        {"name": "scripts", "files": ["**/*.js"], "brotli": 50}
    ]}"#;

    fn file(name: &str, brotli: u64) -> Measured {
        Measured { name: name.to_owned(), weight: Weight { raw: 4 * brotli, gzip: 2 * brotli, brotli } }
    }

    fn weigh(files: &[(&str, u64)]) -> Vec<(String, u64, bool)> {
        let files = files.iter().map(|(name, brotli)| file(name, *brotli)).collect();
        let weighed = Budget::read(BUDGET).unwrap().weigh(files);
        weighed.iter().map(|group| (group.name.clone(), group.total().brotli, group.is_within())).collect()
    }

    #[test]
    fn a_group_is_weighed_together_and_its_limit_is_still_within() {
        let found = weigh(&[("assets/engine.wasm", 60), ("assets/viewer-1.js", 40), ("index.js", 7)]);
        assert_eq!(found, [("viewer".into(), 100, true), ("scripts".into(), 7, true)]);
    }

    #[test]
    fn one_byte_over_is_over() {
        let found = weigh(&[("engine.wasm", 101)]);
        assert_eq!(found, [("viewer".into(), 101, false), ("scripts".into(), 0, true)]);
    }

    #[test]
    fn a_file_without_a_budget_fails() {
        let found = weigh(&[("tracker.bin", 1)]);
        assert_eq!(found.last(), Some(&("no budget".into(), 1, false)));
    }

    #[test]
    fn a_wrong_budget_is_told() {
        for wrong in ["", r#"{"groups": [{"name": "x", "files": ["***"], "brotli": 1}]}"#, r#"{"limit": 3}"#]
        {
            assert!(Budget::read(wrong).is_err(), "{wrong}");
        }
    }
}
