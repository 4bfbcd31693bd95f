//! The table of sizes.

use std::fmt::Write;

use super::budget::Weighed;
use super::measure::Weight;

/// A block a group: its files, their sum, and the verdict.
pub fn table(groups: &[Weighed]) -> String {
    let names = groups.iter().flat_map(|group| &group.files).map(|file| file.name.chars().count());
    let width = names.max().unwrap_or(0).max(24) + 2;
    let mut text = format!("{:<width$}{:>12}{:>12}{:>12}\n", "bytes", "raw", "gzip", "brotli");
    for group in groups {
        let _ = writeln!(text, "\n{}", group.name);
        for file in &group.files {
            let _ = writeln!(text, "{}", line(&format!("  {}", file.name), width, file.weight));
        }
        let _ = writeln!(text, "{}  {}", line("  together", width, group.total()), verdict(group));
    }
    text
}

fn line(name: &str, width: usize, Weight { raw, gzip, brotli }: Weight) -> String {
    format!("{name:<width$}{raw:>12}{gzip:>12}{brotli:>12}")
}

fn verdict(group: &Weighed) -> String {
    match group.limit {
        None => "OVER: give these files a group in size-budget.json, or ship them not".to_owned(),
        Some(limit) if group.is_within() => format!("of {limit}"),
        Some(limit) => format!("OVER the limit of {limit} by {}", group.total().brotli.saturating_sub(limit)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::measure::Measured;

    #[test]
    fn groups_show_their_files_their_sum_and_the_verdict() {
        let file = |name: &str, brotli| Measured {
            name: name.to_owned(),
            weight: Weight { raw: 4 * brotli, gzip: 2 * brotli, brotli },
        };
        let group = |name: &str, limit, files| Weighed { name: name.to_owned(), limit, files };
        let text = table(&[
            group("viewer", Some(90), vec![file("engine.wasm", 60), file("viewer.js", 40)]),
            group("page", Some(10), vec![file("index.html", 9)]),
        ]);
        assert_eq!(
            text,
            "\
bytes                              raw        gzip      brotli

viewer
  engine.wasm                      240         120          60
  viewer.js                        160          80          40
  together                         400         200         100  OVER the limit of 90 by 10

page
  index.html                        36          18           9
  together                          36          18           9  of 10
"
        );
    }
}
