//! Progress: a line when a step begins, and a line with its time when it ends. Written to stderr, so that what a
//! command gives (a table, an address) stays alone on stdout.

use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// Does `work` under a heading, and tells how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    eprintln!("==> {name}");
    let begun = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done in" } else { "stopped after" };
    eprintln!("    {verdict} {}", seconds(begun.elapsed()));
    result
}

/// Says something under the heading of the step that runs.
pub fn note(text: &str) {
    eprintln!("    {text}");
}

/// `0.4 s`, `12.0 s`, `2 min 5 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 100 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_and_readable() {
        let told = |ms| seconds(Duration::from_millis(ms));
        assert_eq!(
            [told(40), told(999), told(12_340), told(125_900)],
            ["0.0 s", "1.0 s", "12.3 s", "2 min 5 s"]
        );
    }
}
