//! What opens an entry of a list: "•", "-", "12.", "(3)".

use super::block::BlockKind;

const BULLETS: &[char] = &['•', '·', '‣', '◦', '▪', '▫', '●', '○', '■', '∙', '*', '-', '–', '—'];

/// A numbered entry's number has at most this many digits.
const MAX_NUMBER_DIGITS: usize = 3;

/// The list marker that a line opens with, and its length with the blanks after it.
pub(super) fn marker(text: &str) -> Option<(BlockKind, usize)> {
    let first = text.chars().next()?;
    let (kind, length) = if BULLETS.contains(&first) {
        (BlockKind::Bullet { dash: matches!(first, '-' | '–' | '—') }, first.len_utf8())
    } else {
        (BlockKind::Numbered, number_length(text)?)
    };
    let rest = text.get(length..)?;
    let body = rest.trim_start();
    let round = matches!(first, '•' | '‣' | '◦' | '▪' | '●' | '○' | '■');
    (body.len() < rest.len() || (round && !body.is_empty())).then(|| (kind, text.len() - body.len()))
}

/// The length of "12." or "12)" or "(12)".
fn number_length(text: &str) -> Option<usize> {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let closed = bare.get(digits..)?.starts_with(['.', ')']);
    ((1..=MAX_NUMBER_DIGITS).contains(&digits) && closed).then(|| text.len() - bare.len() + digits + 1)
}
