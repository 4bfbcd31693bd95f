//! Node's version: what the front end's tools run on. Checks; installs nothing.

use crate::shell::{ask, npm, program};
use crate::step::note;
use crate::trouble::Trouble;

const REMEDY: &str = "install Node 20.19 or a later 20, or 22.12 or later, with npm: https://nodejs.org/en/download\n\
    then open a new terminal, so that `node --version` answers, and run this command again";

/// Node is new enough, and npm is there.
pub fn check() -> Result<(), Trouble> {
    let told =
        ask(program("node").arg("--version")).ok_or_else(|| Trouble::new("Node is not installed", REMEDY))?;
    match parse(&told) {
        Some(version) if is_new_enough(version) => {}
        _ => {
            return Err(Trouble::new(
                format!("Node {told} is not one that the front end's tools run on"),
                REMEDY,
            ));
        }
    }
    let npm =
        ask(npm().arg("--version")).ok_or_else(|| Trouble::new("Node is here, but npm is not", REMEDY))?;
    note(&format!("Node {told}, npm {npm}"));
    Ok(())
}

/// Major and minor of `v20.19.4`.
fn parse(told: &str) -> Option<(u32, u32)> {
    let mut parts = told.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Vite 8 wants 20.19 or 22.12; the odd version between them is left out.
fn is_new_enough((major, minor): (u32, u32)) -> bool {
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_and_judged() {
        let cases = [
            ("v18.20.4", false),
            ("v20.18.3", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.0", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v23.0.0", true),
            ("v24.1.0\n", true),
        ];
        for (told, enough) in cases {
            assert_eq!(parse(told).map(is_new_enough), Some(enough), "{told}");
        }
        assert_eq!(parse("not a version"), None);
    }
}
