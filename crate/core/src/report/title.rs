//! The report's title, series and number.

use crate::lower::lower;
use crate::text::{joined, places};

/// What the title line says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Title {
    /// The headline, without series and number.
    pub headline: String,
    /// The series, "VRIC MONITOR".
    pub series: Option<String>,
    /// The number, "18".
    pub number: Option<String>,
}

/// Words before an issue's number; those with a letter need a word border before them.
const NUMBER_MARKS: &[&str] = &[
    "no.", "nº", "n.º", "n°", "núm.", "num.", "número", "numero", "number", "issue", "vol.", "edition",
    "edición", "#",
];

/// Words that announce a title.
const LABELS: &[&str] = &["title:", "subject:", "título:", "titulo:", "asunto:"];

/// No issue number has more digits.
const MAX_NUMBER_DIGITS: usize = 5;

impl Title {
    /// A numbered title, "SERIES No. 18 | Headline"; `None` where the line has no issue number.
    pub fn numbered(line: &str) -> Option<Self> {
        let line = line.trim();
        let (mark_start, number_start) = NUMBER_MARKS.iter().find_map(|mark| number_mark(line, mark))?;
        let rest = line.get(number_start..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let headline = rest.get(digits..)?.trim_start_matches(separator);
        let glued = rest.get(digits..)?.starts_with(char::is_alphanumeric);
        if digits == 0 || digits > MAX_NUMBER_DIGITS || glued {
            return None;
        }
        let series = line.get(..mark_start)?.trim_end_matches(separator).trim();
        Some(Title {
            headline: if headline.is_empty() { series.to_owned() } else { headline.trim().to_owned() },
            series: (!series.is_empty()).then(|| series.to_owned()),
            number: rest.get(..digits).map(str::to_owned),
        })
    }

    /// A title without number.
    pub fn plain(line: &str) -> Self {
        let line = joined(&line.split_whitespace().collect::<Vec<_>>(), " ");
        let bare = LABELS.iter().find_map(|label| {
            line.get(..label.len()).filter(|start| start.eq_ignore_ascii_case(label))?;
            line.get(label.len()..)
        });
        Title {
            headline: bare
                .unwrap_or(&line)
                .trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '_')
                .to_owned(),
            series: None,
            number: None,
        }
    }
}

fn separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | ':' | '–' | '—' | '-' | '·' | ',' | '.' | '(')
}

/// Where a number mark stands and where the number after it begins.
fn number_mark(line: &str, mark: &str) -> Option<(usize, usize)> {
    let lower = lower(line);
    // Lower case may change the length of rare letters; then the places would not fit.
    if lower.len() != line.len() {
        return None;
    }
    places(&lower, mark).find_map(|start| {
        let before = line.get(..start)?.chars().next_back();
        let bordered = before.is_none_or(|c| !c.is_alphanumeric());
        let after = line.get(start + mark.len()..)?;
        let number = after.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let starts = number.starts_with(|c: char| c.is_ascii_digit());
        (bordered && starts).then_some((start, line.len() - number.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_titles() {
        let cases = [
            ("BALTIC MONITOR No. 18 | A quiet week", "A quiet week", "BALTIC MONITOR", "18"),
            ("Baltic Monitor, Issue 7: A quiet week", "A quiet week", "Baltic Monitor", "7"),
            ("Boletín Nº 12 – Semana tranquila", "Semana tranquila", "Boletín", "12"),
            ("Weekly Brief #3", "Weekly Brief", "Weekly Brief", "3"),
        ];
        for (line, headline, series, number) in cases {
            let title = Title::numbered(line).unwrap();
            assert_eq!(title.headline, headline);
            assert_eq!((title.series.as_deref(), title.number.as_deref()), (Some(series), Some(number)));
        }
        for line in ["A quiet week", "No news", "Casino. 5 things", "No. one"] {
            assert_eq!(Title::numbered(line), None, "{line}");
        }
    }
}
