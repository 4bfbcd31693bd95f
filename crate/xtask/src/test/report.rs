//! The counts in the JSON reports of the front end's test runners.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::project;
use crate::trouble::Trouble;

use super::outcome::Counts;

/// Vitest's report, the part that we read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Vitest {
    num_passed_tests: u64,
    num_failed_tests: u64,
    num_pending_tests: u64,
    #[serde(default)]
    num_todo_tests: u64,
}

impl From<Vitest> for Counts {
    fn from(report: Vitest) -> Self {
        Self {
            passed: report.num_passed_tests,
            failed: report.num_failed_tests,
            skipped: report.num_pending_tests + report.num_todo_tests,
        }
    }
}

/// Playwright's report, the part that we read.
#[derive(Debug, Deserialize)]
pub struct Playwright {
    stats: Stats,
}

#[derive(Debug, Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
    skipped: u64,
}

impl From<Playwright> for Counts {
    /// A test that passed only when it was run again is not one that passes.
    fn from(Playwright { stats }: Playwright) -> Self {
        Self { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
    }
}

/// Where the report of a suite goes; one of an earlier run is removed.
pub fn path(suite: &str) -> Result<PathBuf, Trouble> {
    let folder = project::scratch();
    fs::create_dir_all(&folder).map_err(|error| Trouble::file("make", &folder, &error))?;
    let file = folder.join(format!("{suite}.json"));
    let _ = fs::remove_file(&file);
    Ok(file)
}

/// The counts of a report; a runner that wrote none has failed before its first test.
pub fn counts<Report: DeserializeOwned + Into<Counts>>(file: &Path) -> Result<Counts, Trouble> {
    let told = fs::read(file).map_err(|_| unread("wrote no report"))?;
    serde_json::from_slice::<Report>(&told).map(Into::into).map_err(|error| unread(&error.to_string()))
}

fn unread(why: &str) -> Trouble {
    Trouble::new(
        format!("the test runner gave no result: {why}"),
        "read its message above; `npm ci` puts its packages back as the lock file names them",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<Report: DeserializeOwned + Into<Counts>>(told: &str) -> Result<Counts, Trouble> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), told).unwrap();
        counts::<Report>(file.path())
    }

    #[test]
    fn vitest_is_read() {
        let told = r#"{"numTotalTests":9,"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}"#;
        assert_eq!(read::<Vitest>(told).unwrap(), Counts { passed: 5, failed: 1, skipped: 3 });
    }

    #[test]
    fn playwright_is_read_and_flaky_is_failed() {
        let told =
            r#"{"config":{},"stats":{"expected":7,"unexpected":1,"flaky":2,"skipped":3,"duration":8.5}}"#;
        assert_eq!(read::<Playwright>(told).unwrap(), Counts { passed: 7, failed: 3, skipped: 3 });
    }

    #[test]
    fn no_report_is_a_trouble() {
        assert!(read::<Vitest>("").is_err());
        assert!(counts::<Playwright>(Path::new("no/such/report.json")).is_err());
    }
}
