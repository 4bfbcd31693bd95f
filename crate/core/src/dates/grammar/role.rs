//! Whether a date is when something happened, or only speaks of a time: "the 2019 election", "since 2014".

use super::cursor::Cursor;
use crate::dates::expression::{Form, Partial};
use crate::dates::lexer::Case;
use crate::dates::meaning::Meaning;

impl Cursor<'_> {
    /// Whether the expression from `at` to `next` names something by its date, or says since or until when something
    /// lasts.
    pub fn is_mention(&self, at: usize, next: usize, form: &Form) -> bool {
        let before = at.checked_sub(1);
        let article = before.is_some_and(|before| self.is(before, Meaning::Article));
        let lead = if article { at.checked_sub(2) } else { before };
        let since = lead.is_some_and(|lead| {
            matches!(self.meaning(lead), Some(Meaning::Since | Meaning::From | Meaning::To))
        });
        let within = lead.is_some_and(|lead| self.is(lead, Meaning::Ahead));
        let named = article && self.unknown(next) == Some(Case::Lower);
        // "in the 1994 bombing" names the bombing; "in the 1990s" does not.
        let year_named = article && matches!(form, Form::Date(Partial { month: None, day: None, .. }));
        since || year_named || (named && !within) || (is_long(form) && !within)
    }
}

/// Years and longer: only "in 2014" tells when something happened.
fn is_long(form: &Form) -> bool {
    match form {
        Form::Date(Partial { month: None, day: None, .. }) => true,
        Form::Named(_) | Form::Decade(_) | Form::BareDecade(_) | Form::Century(_) | Form::BeforeChrist(_) => {
            true
        }
        Form::Range(first, last) => is_long(first) && is_long(last),
        _ => false,
    }
}
