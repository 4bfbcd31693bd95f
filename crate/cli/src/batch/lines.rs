//! Lines of bounded length: a longer one is passed over without being held.

use std::io::{self, BufRead, Read};

/// The mark that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A line that is not blank, and its number from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub number: u64,
    pub content: Content,
}

/// What stands on a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// The line without its end.
    Bytes(Vec<u8>),
    /// It is longer than the limit.
    TooLong,
    /// The input broke off here, for this reason.
    Unreadable(String),
}

impl Line {
    /// The memory that the line takes.
    pub fn bytes(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) => bytes.len(),
            Content::TooLong | Content::Unreadable(_) => 0,
        }
    }
}

/// The lines of an input, one by one; blank ones are counted and left out.
pub(super) struct Lines<R> {
    input: R,
    limit: usize,
    number: u64,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `limit` bytes each.
    pub fn new(input: R, limit: usize) -> Self {
        Lines { input, limit, number: 0, ended: false }
    }

    /// The next line, blank or not.
    fn read(&mut self) -> io::Result<Option<Content>> {
        let mut bytes = Vec::new();
        // One byte more for the line's end; where that is another byte, the line is too long.
        let most = (self.limit as u64).saturating_add(1);
        if self.input.by_ref().take(most).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if bytes.len() > self.limit && !bytes.ends_with(b"\n") {
            drop(bytes);
            self.input.skip_until(b'\n')?;
            return Ok(Some(Content::TooLong));
        }
        Ok(Some(Content::Bytes(bytes)))
    }

    /// The line without blanks at its ends; nothing where that is all.
    fn trimmed(&self, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let marked = (self.number == 1).then(|| bytes.strip_prefix(BYTE_ORDER_MARK)).flatten();
        let bare = marked.unwrap_or(&bytes).trim_ascii();
        match bare.len() {
            0 => None,
            same if same == bytes.len() => Some(bytes),
            _ => Some(bare.to_vec()),
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.ended {
            self.number += 1;
            let content = match self.read() {
                Ok(Some(Content::Bytes(bytes))) => self.trimmed(bytes).map(Content::Bytes),
                Ok(None) => return None,
                Ok(other) => other,
                Err(error) => {
                    self.ended = true;
                    Some(Content::Unreadable(error.to_string()))
                }
            };
            if let Some(content) = content {
                return Some(Line { number: self.number, content });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_counted_and_bounded() {
        let cases: [(&[u8], &str); 12] = [
            (b"", ""),
            (b"a", "1 a"),
            (b"a\nb\n", "1 a, 2 b"),
            (b"a\r\nb\r\n", "1 a, 2 b"),
            (b"\n  \n\r\n\ta \n\n", "4 a"),
            (b"\xef\xbb\xbfa\n", "1 a"),
            (b"\xef\xbb\xbf\na", "2 a"),
            (b"12345678\n", "1 12345678"),
            (b"12345678", "1 12345678"),
            (b"123456789\nb", "1 too long, 2 b"),
            (b"123456789", "1 too long"),
            (b"12345678901234567890\n\n12345678901234567890", "1 too long, 3 too long"),
        ];
        for (input, expected) in cases {
            for capacity in [1, 3, 64] {
                let reader = io::BufReader::with_capacity(capacity, input);
                let shown: Vec<String> = Lines::new(reader, 8)
                    .map(|Line { number, content }| match content {
                        Content::Bytes(bytes) => format!("{number} {}", String::from_utf8(bytes).unwrap()),
                        Content::TooLong => format!("{number} too long"),
                        Content::Unreadable(why) => format!("{number} {why}"),
                    })
                    .collect();
                assert_eq!(shown.join(", "), expected, "{:?}", String::from_utf8_lossy(input));
            }
        }
    }

    #[test]
    fn an_input_that_breaks_off_says_so_once() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        let lines: Vec<Line> = Lines::new(io::BufReader::new((&b"a\n"[..]).chain(Broken)), 8).collect();
        let expected = [Content::Bytes(b"a".to_vec()), Content::Unreadable("the disk is gone".to_owned())];
        assert_eq!(lines.into_iter().map(|line| line.content).collect::<Vec<_>>(), expected);
    }
}
