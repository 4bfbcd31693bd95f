//! `cargo xtask font`: writes the table of advances in core from the bundled font.
//!
//! Takes the three faces in `assets/fonts`, gives `crate/core/src/scene/font/advances.rs`. It makes no fonts:
//! `assets/fonts/README.md` says how the faces were cut down.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use ttf_parser::Face;

/// The faces, in the order of the table's columns.
const FACES: [&str; 3] = ["Regular", "Italic", "Bold"];
/// Where the table goes.
const TABLE: &str = "crate/core/src/scene/font/advances.rs";

/// A stretch of characters without gaps: its first one, and how many.
type Run = (u32, u32);

/// Writes the table.
///
/// # Errors
///
/// Where a face cannot be read, the faces disagree about their characters, or the table cannot be written.
pub fn run(root: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::write(root.join(TABLE), generated(root)?)?;
    println!("{TABLE} is written");
    Ok(())
}

/// The table as the faces give it.
fn generated(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut columns = Vec::new();
    let mut characters = Vec::new();
    let mut units_per_em = 0;
    for name in FACES {
        let bytes = std::fs::read(root.join(format!("assets/fonts/Inter-{name}.ttf")))?;
        let face = Face::parse(&bytes, 0)?;
        let found = character_list(&face);
        if !characters.is_empty() && characters != found {
            return Err(format!("Inter-{name}.ttf has other characters than Inter-{}.ttf", FACES[0]).into());
        }
        columns.push(found.iter().map(|&it| advance(&face, it)).collect::<Vec<u16>>());
        units_per_em = face.units_per_em();
        characters = found;
    }
    Ok(table(units_per_em, &runs(&characters), &columns)?)
}

/// Every character that a face has, in order.
fn character_list(face: &Face<'_>) -> Vec<char> {
    let mut found = Vec::new();
    for subtable in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
        if subtable.is_unicode() {
            subtable.codepoints(|code| found.extend(char::from_u32(code)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn advance(face: &Face<'_>, character: char) -> u16 {
    face.glyph_index(character).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0)
}

fn runs(characters: &[char]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for code in characters.iter().map(|&it| u32::from(it)) {
        match runs.last_mut() {
            Some((start, count)) if *start + *count == code => *count += 1,
            _ => runs.push((code, 1)),
        }
    }
    runs
}

fn table(units_per_em: u16, runs: &[Run], columns: &[Vec<u16>]) -> Result<String, std::fmt::Error> {
    let mut out = String::from(
        "//! Made by `cargo xtask font` from `assets/fonts`: the advances of Inter's faces.\n\n",
    );
    writeln!(out, "/// Font units in one em.\npub(super) const UNITS_PER_EM: u16 = {units_per_em};\n")?;
    writeln!(
        out,
        "/// Stretches of characters: first one, how many, and where they start in a face's column."
    )?;
    writeln!(out, "#[rustfmt::skip]\npub(super) const RUNS: [(u32, u16, u16); {}] = [", runs.len())?;
    let mut offset = 0;
    for (start, count) in runs {
        writeln!(out, "    (0x{start:04X}, {count}, {offset}),")?;
        offset += count;
    }
    out.push_str("];\n");
    for (name, column) in FACES.iter().zip(columns) {
        let name = name.to_uppercase();
        writeln!(out, "\n#[rustfmt::skip]\npub(super) const {name}: [u16; {}] = [", column.len())?;
        for row in column.chunks(16) {
            let cells: Vec<String> = row.iter().map(u16::to_string).collect();
            writeln!(out, "    {},", cells.join(", "))?;
        }
        out.push_str("];\n");
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_in_core_is_that_of_the_bundled_font() {
        let root = crate::project::root();
        let table = std::fs::read_to_string(root.join(TABLE)).unwrap();
        assert!(table == generated(&root).unwrap(), "run `cargo xtask font`");
    }
}
