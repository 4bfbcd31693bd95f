//! The dates that a stretch of the document speaks of.

use super::remark::Remark;
use crate::dates::{Context, DateOrder, Flaw, resolve, scan};
use crate::model::{DateMention, Diagnostic, Span};
use crate::report::sentences;

/// Every date expression in `span`, placed by `context`; what is wrong with one goes to `diagnostics`.
///
/// Works a sentence at a time, so that memory does not grow with the length of a line.
pub(super) fn dates_in(
    document: &str,
    span: Span,
    line: u32,
    order: DateOrder,
    context: Context,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<DateMention> {
    let mut found = Vec::new();
    for sentence in sentences(span.of(document)) {
        let place = Span { start: span.start + sentence.start, end: span.start + sentence.end };
        let text = place.of(document);
        for expression in scan(text, order) {
            let (mention, problem) = resolve(&expression, text, context);
            let mention = mention.shifted(place.start);
            if let Some(problem) = problem {
                diagnostics.push(Remark::from(problem).at(line, mention.span, mention.why.clone()));
            }
            if expression.flaw == Some(Flaw::StrayNumber) {
                let message = format!("a number too many in the dates, left out: {}", mention.expression);
                diagnostics.push(Remark::MalformedRange.at(line, mention.span, message));
            }
            found.push(mention);
        }
    }
    found
}
