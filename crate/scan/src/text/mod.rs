//! Words in many texts, without regard to case and accents.
//!
//! Takes the bytes of texts one after the other and gives, for each word, the set of texts that it stands in. Texts are
//! folded into a buffer that stays in the processor's cache and searched there, once for each word. What a letter folds
//! to is the caller's affair, and so is where the texts come from.

mod fold;
mod letters;
mod needle;
mod sift;

pub use letters::FoldLetter;
pub use sift::Sift;
