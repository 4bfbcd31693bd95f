//! Our own lists: lines of columns parted by tabs, `#` for remarks.

use std::error::Error;
use std::path::Path;

/// One line of a list.
pub struct Line {
    /// "names.tsv:12", for messages.
    pub place: String,
    columns: Vec<String>,
}

impl Line {
    /// A column, from 0, trimmed; "" where the line is too short or has "-".
    pub fn column(&self, at: usize) -> &str {
        match self.columns.get(at).map(String::as_str) {
            None | Some("-") => "",
            Some(text) => text,
        }
    }

    /// The parts of a column, parted by `sign`.
    pub fn parts<'a>(&'a self, at: usize, sign: &'a str) -> impl Iterator<Item = &'a str> {
        self.column(at).split(sign).map(str::trim).filter(|part| !part.is_empty())
    }
}

/// The lines of a list that have `columns` columns.
///
/// # Errors
///
/// When the file cannot be read or a line has another number of columns.
pub fn read(folder: &Path, file: &str, columns: usize) -> Result<Vec<Line>, Box<dyn Error>> {
    let text = std::fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = Vec::new();
    for (number, line) in
        text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        let found: Vec<String> = line.split('\t').map(|part| part.trim().to_owned()).collect();
        let place = format!("{file}:{}", number + 1);
        if found.len() != columns {
            return Err(format!("{place}: {} columns, not {columns}", found.len()).into());
        }
        lines.push(Line { place, columns: found });
    }
    Ok(lines)
}
