//! Date expressions: finds them in text, and places them in time.
//!
//! Three small things in a row. The [`lexer`] cuts text into tokens and [`term`] gives rows of them a meaning by one
//! table of words a language; the [`grammar`] reads terms as an [`Expression`], a small tree of what is *written*;
//! [`resolve`] turns an expression and a [`Context`] into an interval, with the rule that was used. A language is a
//! table, never code.
//!
//! What it does **not** do: it has no clock, and it does not decide whether a date makes an item.

mod expression;
mod grammar;
mod language;
mod lexer;
mod meaning;
mod resolve;
mod term;
mod vocabulary;

pub use expression::{
    Anchor, Choice, Counted, DateOrder, Expression, Flaw, Form, Partial, Portion, WeekdayOf, YearOf,
};
pub use grammar::{Reading, Scanner, scan};
pub use language::Language;
pub use meaning::{Feast, Part, Period};
pub use resolve::{Before, Context, LOOKAHEAD_DAYS, Problem, place, resolve};
