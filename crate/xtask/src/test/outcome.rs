//! What came out of a suite: counts, time, and a word where it could not run.

use std::time::{Duration, Instant};

use crate::step::seconds;
use crate::trouble::Trouble;

/// How many tests passed, failed and were skipped, and what there is to say about some by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
    /// A line a test that failed, or that passed only at its second try.
    pub named: Vec<String>,
}

impl Counts {
    /// One test, which passed or not.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed), ..Self::default() }
    }

    /// A runner that failed without a failed test (it crashed, or did not compile) still is a failure.
    pub fn judged(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl std::ops::Add for Counts {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.named.extend(other.named);
        self
    }
}

/// A suite that ran, or could not.
#[derive(Debug)]
pub struct Outcome {
    pub name: String,
    pub counts: Counts,
    pub time: Duration,
    pub note: String,
}

/// Runs a suite under its heading. One that could not run counts as one failure.
pub fn suite(name: &str, run: impl FnOnce() -> Result<Counts, Trouble>) -> Outcome {
    eprintln!("\n==> suite {name}");
    let begun = Instant::now();
    let (counts, note) = match run() {
        Ok(counts) => (counts, String::new()),
        Err(trouble) => {
            eprintln!("{trouble}");
            (Counts::one(false), format!("could not run: {}", trouble.what()))
        }
    };
    let time = begun.elapsed();
    let Counts { passed, failed, skipped, .. } = &counts;
    eprintln!("    {passed} passed, {failed} failed, {skipped} skipped in {}", seconds(time));
    Outcome { name: name.to_owned(), counts, time, note }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_that_could_not_run_counts_as_one_failure() {
        let outcome = suite("x", || Err(Trouble::new("no browser", "install one")));
        assert_eq!(outcome.counts, Counts::one(false));
        assert_eq!(outcome.note, "could not run: no browser");
    }

    #[test]
    fn a_crash_without_a_failed_test_is_a_failure() {
        let counts = Counts { passed: 3, ..Counts::default() };
        assert_eq!(counts.clone().judged(false), Counts { failed: 1, ..counts.clone() });
        assert_eq!(counts.clone().judged(true), counts);
        let failed = Counts { failed: 2, ..counts };
        assert_eq!(failed.clone().judged(false), failed);
    }
}
