//! Lower case, letter by letter.
//!
//! The standard library's lower case of a text looks round each capital sigma for the end of a word, which is 1 KB of
//! the wasm, and no word that is looked for here is Greek.

/// The text in lower case.
pub(crate) fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}
