//! What the table weighs: phrases of each kind, bytes as a server sends them, and what each kind adds to those.

use std::collections::BTreeMap;
use std::error::Error;

use brotli::enc::BrotliEncoderParams;

/// More than this the table must not weigh, compressed.
const LIMIT: usize = 45_000;

/// Prints what the table weighs.
///
/// # Errors
///
/// When it weighs more than it may.
pub fn report(name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let whole = compressed(text)?;
    for (kind, count) in phrases(text) {
        let without: String =
            text.lines().filter(|line| kind_of(line) != kind).map(|line| format!("{line}\n")).collect();
        println!("{kind}: {count} phrases, {} bytes compressed", whole.saturating_sub(compressed(&without)?));
    }
    println!("{name}: {} bytes, {whole} compressed (brotli, at most {LIMIT})", text.len());
    match whole <= LIMIT {
        true => Ok(()),
        false => Err(format!("{name} weighs {whole} bytes compressed, more than {LIMIT}").into()),
    }
}

fn compressed(text: &str) -> Result<usize, Box<dyn Error>> {
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &BrotliEncoderParams::default())?;
    Ok(out.len())
}

/// The mark of a row, with the places' flag for context; the rest is "head" for what begins a country or a rule.
fn kind_of(line: &str) -> &str {
    let mark = line.split(' ').next().unwrap_or_default();
    match mark.get(..1) {
        Some("=" | "@" | "%" | "#") | None => "rules and heads",
        Some("q" | "w" | "k") => "rules and heads",
        Some(kind) => match (kind, mark.contains('o')) {
            ("c", true) => "co",
            ("r", true) => "ro",
            _ => kind,
        },
    }
}

fn phrases(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        *counts.entry(kind_of(line)).or_default() += line.split('|').count();
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_counted_by_kind() {
        let text = "# head\n= FR\nc paris|lyon\nco nice\nn france\nct x\n";
        let counts: Vec<String> =
            phrases(text).into_iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        assert_eq!(counts.join(", "), "c 3, co 1, n 1, rules and heads 2");
    }
}
