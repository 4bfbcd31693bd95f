//! Date expressions: finds them in text, and places them in time.
//!
//! Three small things in a row. The [`lexer`] cuts text into tokens by one table of words a language; the
//! [`grammar`] reads tokens as an [`Expression`], a date *as written*; [`resolve`] turns an expression and a
//! [`Context`] into an interval, with the rule that was used. A language is a table, never code.
//!
//! What it does **not** do: it has no clock, and it does not decide whether a date makes an item.

mod cursor;
mod expression;
mod forms;
mod grammar;
mod language;
mod lexer;
mod resolve;

pub use expression::{DateOrder, Expression, Flaw, Partial};
pub use grammar::scan;
pub use resolve::{Context, LOOKAHEAD_DAYS, Problem, place, resolve};
