//! The table of suites, and the line that sums them up.

use std::fmt::Write;

use crate::step::seconds;

use super::outcome::{Counts, Outcome};

/// A line a suite, then the tests there is something to say of; the last line is `N passed, N failed` and nothing else.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut text = format!("{:<10}{:>8}{:>8}{:>9}{:>14}\n", "suite", "passed", "failed", "skipped", "time");
    for Outcome { name, counts, time, note } in outcomes {
        let Counts { passed, failed, skipped, .. } = counts;
        let line = format!("{name:<10}{passed:>8}{failed:>8}{skipped:>9}{:>14}  {note}", seconds(*time));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let all = outcomes.iter().fold(Counts::default(), |sum, outcome| sum + outcome.counts.clone());
    for Outcome { name, counts, .. } in outcomes {
        for test in &counts.named {
            let _ = writeln!(text, "{name}: {test}");
        }
    }
    let _ = writeln!(text, "\n{} passed, {} failed", all.passed, all.failed);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn suites_are_listed_and_summed() {
        let outcome = |name: &str, passed, failed, note: &str| Outcome {
            name: name.to_owned(),
            counts: Counts {
                passed,
                failed,
                skipped: 2,
                named: vec!["laws::of_time".to_owned(); failed as usize],
            },
            time: Duration::from_millis(1500),
            note: note.to_owned(),
        };
        let text =
            table(&[outcome("core", 120, 0, ""), outcome("browser", 0, 1, "could not run: no browser")]);
        assert_eq!(
            text,
            "\
suite       passed  failed  skipped          time
core           120       0        2         1.5 s
browser          0       1        2         1.5 s  could not run: no browser
browser: laws::of_time

120 passed, 1 failed
"
        );
    }
}
