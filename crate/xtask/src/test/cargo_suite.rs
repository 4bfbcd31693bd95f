//! A suite that `cargo test` runs: the tests of one package, examples in its documentation included.

use std::process::Stdio;

use crate::shell::{cargo, line};
use crate::trouble::Trouble;

use super::outcome::Counts;

/// Runs the package's tests. The compiler speaks at once; what the tests print is shown when one of them fails.
pub fn run(package: &str) -> Result<Counts, Trouble> {
    let mut command = cargo();
    command.args(["test", "--package", package, "--no-fail-fast"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| {
        Trouble::new(
            format!("could not run `{}`: {error}", line(&command)),
            "install Rust: https://rustup.rs",
        )
    })?;
    let told = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        eprintln!("{told}");
    }
    Ok(counts(&told).judged(output.status.success()))
}

/// The sum of the lines `test result: ok. 5 passed; 0 failed; 1 ignored; …`, one for each test program, with the names
/// of the lines `test NAME ... FAILED`.
fn counts(told: &str) -> Counts {
    let results = told.lines().filter_map(|line| line.trim().strip_prefix("test result:"));
    let counts = results.map(of_line).fold(Counts::default(), |sum, counts| sum + counts);
    let failed = told.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    Counts { named: failed.map(str::to_owned).collect(), ..counts }
}

fn of_line(result: &str) -> Counts {
    let mut counts = Counts::default();
    for part in result.split(['.', ';']) {
        let mut words = part.split_whitespace();
        let (Some(number), Some(word)) = (words.next().and_then(|word| word.parse().ok()), words.next())
        else {
            continue;
        };
        match word {
            "passed" => counts.passed = number,
            "failed" => counts.failed = number,
            "ignored" => counts.skipped = number,
            _ => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_test_programs_are_summed() {
        let told = "
running 3 tests
test a ... ok
test laws::of_time ... FAILED
test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.31s

test result: FAILED. 6 passed; 1 failed; 0 ignored; 0 measured; 3 filtered out; finished in 1.05s
   Doc-tests dateline_core
test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        let named = vec!["laws::of_time".to_owned()];
        assert_eq!(counts(told), Counts { passed: 47, failed: 1, skipped: 2, named });
    }

    #[test]
    fn other_output_counts_nothing() {
        assert_eq!(counts("5 passed; 1 failed\nerror: could not compile"), Counts::default());
    }
}
