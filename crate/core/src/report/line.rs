//! Text to lines: any of LF, CRLF and CR ends one.

use crate::model::Span;

/// One line of the document, without its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its bytes.
    pub span: Span,
    /// Its number, from 1.
    pub number: u32,
}

/// All lines of the text, blank ones included.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (bytes, mut start) = (text.as_bytes(), 0);
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or(&[]);
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let end = start + length;
        let number = u32::try_from(lines.len() + 1).unwrap_or(u32::MAX);
        lines.push(Line { span: Span { start, end }, number });
        let crlf = bytes.get(end..end + 2) == Some(b"\r\n");
        start = end + if crlf { 2 } else { 1 };
    }
    lines
}

/// The span without blanks at both ends (non-breaking ones included).
pub(super) fn trim(span: Span, document: &str) -> Span {
    let text = span.of(document);
    let start = span.start + (text.len() - text.trim_start().len());
    Span { start, end: (start + text.trim().len()).min(span.end.max(start)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\n\ne";
        let all: Vec<(&str, u32)> =
            lines(text).iter().map(|line| (line.span.of(text), line.number)).collect();
        assert_eq!(all, [("a", 1), ("b", 2), ("c", 3), ("d", 4), ("", 5), ("e", 6)]);
    }
}
