//! Lines that are headings.

use super::phrases::is_furniture;
use crate::text::{Seek, joined, replaced};

/// No heading is longer, in bytes.
const MAX_HEADING: usize = 120;

/// How a heading is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingMark {
    /// Markdown or HTML of the first level: a document's title.
    Top,
    /// Markdown or HTML of a lower level, or a bold line.
    Markup,
    /// Capitals.
    Capitals,
}

/// The title that a line prints as a heading, and how it is marked; `None` where it is no heading.
///
/// `capitals` says whether upper case means anything in this document: in old newswire all text has it.
pub fn heading(line: &str, capitals: bool) -> Option<(&str, HeadingMark)> {
    let line = line.trim();
    if line.len() > MAX_HEADING {
        return None;
    }
    let (title, mark) =
        markdown(line).or_else(|| wiki(line)).or_else(|| html(line)).or_else(|| bold(line)).or_else(
            || {
                let plain = capitals && is_capitals(line) && !line.ends_with(['.', ',', ';', '!', '?']);
                plain.then_some((line, HeadingMark::Capitals))
            },
        )?;
    let title = title.trim().trim_matches('*').trim().trim_end_matches(':').trim();
    title.chars().any(char::is_alphabetic).then_some((title, mark))
}

/// The words of a line that markup sets apart, without that markup: "## 2019", "**5 January**".
pub(super) fn set_apart(line: &str) -> Option<&str> {
    let line = line.trim();
    let short = line.len() <= MAX_HEADING;
    let found = markdown(line)
        .or_else(|| wiki(line))
        .or_else(|| html(line))
        .or_else(|| bold(line))
        .filter(|_| short)?;
    Some(found.0.trim().trim_matches('*').trim())
}

/// How deep a heading stands by its own marks: the levels of Markdown and HTML, then bold lines, capitals, others.
pub(super) fn level(line: &str) -> u8 {
    let line = line.trim();
    let marks = line.bytes().take_while(|byte| matches!(byte, b'#' | b'=')).count();
    let digit = || line.get(2..3)?.parse::<u8>().ok();
    match line.get(..2) {
        _ if (1..=6).contains(&marks) => u8::try_from(marks).unwrap_or(LAST_LEVEL),
        Some("<h" | "<H") => digit().unwrap_or(PLAIN_LEVEL),
        Some("**" | "__" | "<b" | "<s") => BOLD_LEVEL,
        _ if is_capitals(line) => CAPITALS_LEVEL,
        _ => PLAIN_LEVEL,
    }
}

/// The deepest level of Markdown and HTML.
pub(super) const LAST_LEVEL: u8 = 6;
const BOLD_LEVEL: u8 = 7;
const CAPITALS_LEVEL: u8 = 8;
/// The level of a line without marks.
pub(super) const PLAIN_LEVEL: u8 = 9;

/// "## Title", with or without closing marks.
fn markdown(line: &str) -> Option<(&str, HeadingMark)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let marked = (1..=6).contains(&level) && title.starts_with(char::is_whitespace);
    marked.then(|| (title.trim().trim_end_matches('#'), level_mark(level)))
}

/// "== Title ==".
fn wiki(line: &str) -> Option<(&str, HeadingMark)> {
    let marks = line.bytes().take_while(|byte| *byte == b'=').count();
    let title = line.get(marks..line.len().checked_sub(marks)?)?;
    let closed = line.bytes().rev().take_while(|byte| *byte == b'=').count() == marks;
    let fits = (2..=6).contains(&marks) && closed && !title.trim().is_empty();
    fits.then_some((title, HeadingMark::Markup))
}

/// "<h2>Title</h2>" on one line.
fn html(line: &str) -> Option<(&str, HeadingMark)> {
    let rest = line.strip_prefix("<h").or_else(|| line.strip_prefix("<H"))?;
    let level = rest.chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    let inner = rest.get(rest.find('>')? + 1..)?;
    let end = inner.seek_last("</h").or_else(|| inner.seek_last("</H"))?;
    let title = inner.get(..end)?;
    (!title.has("<")).then_some((title, level_mark(level as usize)))
}

fn level_mark(level: usize) -> HeadingMark {
    if level == 1 { HeadingMark::Top } else { HeadingMark::Markup }
}

/// "**Title**", "__Title__" or "<b>Title</b>" as a whole line.
fn bold(line: &str) -> Option<(&str, HeadingMark)> {
    let line = line.trim_end_matches(':');
    let pairs = [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")];
    let inner = pairs.iter().find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close))?;
    (!inner.has("**") && !inner.has("<") && !inner.ends_with('.')).then_some((inner, HeadingMark::Markup))
}

/// Whether all letters are capitals, and there are two or more.
pub(super) fn is_capitals(line: &str) -> bool {
    let mut letters = 0;
    for letter in line.chars().filter(|c| c.is_alphabetic()) {
        if letter.is_lowercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Whether upper case marks headings in this document: most of its lines have lower case.
pub(super) fn capitals_mean_headings<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut upper, mut lower) = (0_usize, 0_usize);
    for line in lines.filter(|line| !is_furniture(line)) {
        if is_capitals(line) {
            upper += line.len();
        } else if line.chars().any(char::is_lowercase) {
            lower += line.len();
        }
    }
    lower >= upper
}

/// A title with its character references read and its blanks folded.
pub(super) fn plain(title: &str) -> String {
    let references =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let mut plain = joined(&title.split_whitespace().collect::<Vec<_>>(), " ");
    for (reference, character) in references {
        plain = replaced(&plain, reference, character);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_all_forms() {
        let cases = [
            ("OVERVIEW  ", "OVERVIEW", HeadingMark::Capitals),
            ("MUST READS:", "MUST READS", HeadingMark::Capitals),
            ("THE NISMAN/AMIA CASE", "THE NISMAN/AMIA CASE", HeadingMark::Capitals),
            ("# Title", "Title", HeadingMark::Top),
            ("### Black Sea ###", "Black Sea", HeadingMark::Markup),
            ("== Baltic ==", "Baltic", HeadingMark::Markup),
            ("<h2>Baltic</h2>", "Baltic", HeadingMark::Markup),
            ("**Baltic:**", "Baltic", HeadingMark::Markup),
            ("**Baltic**:", "Baltic", HeadingMark::Markup),
            ("<b>Baltic</b>", "Baltic", HeadingMark::Markup),
        ];
        for (line, title, mark) in cases {
            assert_eq!(heading(line, true), Some((title, mark)), "{line}");
        }
        for line in [
            "Overview",
            "A.",
            "2021",
            "",
            "#hashtag",
            "**bold** and plain",
            "THEY LEFT.",
            "<h2>a<b>c</b></h2>",
        ] {
            assert_eq!(heading(line, true), None, "{line}");
        }
        assert_eq!(heading("OVERVIEW", false), None);
    }
}
