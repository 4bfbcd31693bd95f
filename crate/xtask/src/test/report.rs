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
    #[serde(default)]
    test_results: Vec<VitestFile>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct VitestFile {
    assertion_results: Vec<VitestTest>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct VitestTest {
    full_name: String,
    status: String,
}

impl From<Vitest> for Counts {
    fn from(report: Vitest) -> Self {
        let tests = report.test_results.into_iter().flat_map(|file| file.assertion_results);
        Self {
            passed: report.num_passed_tests,
            failed: report.num_failed_tests,
            skipped: report.num_pending_tests + report.num_todo_tests,
            named: tests.filter(|test| test.status == "failed").map(|test| test.full_name).collect(),
        }
    }
}

/// Playwright's report, the part that we read.
#[derive(Debug, Deserialize)]
pub struct Playwright {
    stats: Stats,
    #[serde(default)]
    suites: Vec<Group>,
}

#[derive(Debug, Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
    skipped: u64,
}

/// A file of tests, or a group within one.
#[derive(Debug, Deserialize)]
struct Group {
    #[serde(default)]
    suites: Vec<Group>,
    #[serde(default)]
    specs: Vec<Spec>,
}

/// A test, in each browser that runs it.
#[derive(Debug, Deserialize)]
struct Spec {
    title: String,
    file: String,
    tests: Vec<InBrowser>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct InBrowser {
    project_name: String,
    status: String,
}

impl From<Playwright> for Counts {
    /// A test that passed when it was run once more has passed, and is named: it wants mending.
    fn from(Playwright { stats, suites }: Playwright) -> Self {
        let mut named = Vec::new();
        name(&suites, &mut named);
        Self { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, named }
    }
}

/// The tests of these groups that did not pass at once.
fn name(groups: &[Group], named: &mut Vec<String>) {
    for Group { suites, specs } in groups {
        for Spec { title, file, tests } in specs {
            for InBrowser { project_name, status } in tests {
                let word = match status.as_str() {
                    "unexpected" => "",
                    "flaky" => " (passed at the second try)",
                    _ => continue,
                };
                named.push(format!("[{project_name}] {file}: {title}{word}"));
            }
        }
        name(suites, named);
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
        let told = r#"{"numTotalTests":9,"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1,
            "testResults":[{"assertionResults":[
                {"fullName":"fields are named","status":"passed"},{"fullName":"dates are read","status":"failed"}]}]}"#;
        let named = vec!["dates are read".to_owned()];
        assert_eq!(read::<Vitest>(told).unwrap(), Counts { passed: 5, failed: 1, skipped: 3, named });
    }

    #[test]
    fn playwright_is_read_and_names_what_failed_and_what_was_late() {
        let told = r#"{"config":{},"stats":{"expected":7,"unexpected":1,"flaky":1,"skipped":3,"duration":8.5},
            "suites":[{"specs":[],"suites":[{"specs":[
                {"title":"opens","file":"a.spec.ts","tests":[{"projectName":"chromium","status":"unexpected"}]},
                {"title":"closes","file":"a.spec.ts","tests":[{"projectName":"chromium","status":"expected"},
                    {"projectName":"firefox","status":"flaky"}]}]}]}]}"#;
        let named = ["[chromium] a.spec.ts: opens", "[firefox] a.spec.ts: closes (passed at the second try)"];
        let named = named.map(str::to_owned).to_vec();
        assert_eq!(read::<Playwright>(told).unwrap(), Counts { passed: 8, failed: 1, skipped: 3, named });
    }

    #[test]
    fn no_report_is_a_trouble() {
        assert!(read::<Vitest>("").is_err());
        assert!(counts::<Playwright>(Path::new("no/such/report.json")).is_err());
    }
}
