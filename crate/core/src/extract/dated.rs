//! The dates that a stretch of the document speaks of.

use super::remark::Remark;
use crate::dates::{Before, Context, Expression, Flaw, Reading, Scanner, resolve};
use crate::model::{DateMention, Diagnostic, Span};
use crate::report::sentences;
use crate::time::Precision;

/// Reads the dates of one paragraph, a sentence at a time: what one sentence says is what the next counts from.
pub(super) struct Paragraph<'d> {
    document: &'d str,
    reading: Reading,
    context: Context<'d>,
    /// How exact the date is that the next one counts from.
    precision: Precision,
}

impl<'d> Paragraph<'d> {
    /// Begins the paragraph in `span`: its words tell the language of all its sentences.
    pub fn new(
        document: &'d str,
        span: Span,
        reading: Reading,
        context: Context<'d>,
        scanner: &mut Scanner,
    ) -> Self {
        let language = reading.language.or_else(|| scanner.language(head(span.of(document))));
        let reading = Reading { language, ..reading };
        Paragraph { document, reading, context, precision: Precision::Century }
    }

    /// Every date expression of the next sentence, placed; what is wrong with one goes to `diagnostics`.
    pub fn sentence(
        &mut self,
        span: Span,
        line: u32,
        scanner: &mut Scanner,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<DateMention> {
        let text = span.of(self.document);
        let mut expressions = Vec::new();
        scanner.scan(text, self.reading, &mut expressions);
        let mut found = Vec::with_capacity(expressions.len());
        for expression in &expressions {
            let (mention, problem) = resolve(expression, text, self.context);
            let mention = mention.shifted(span.start);
            self.follow(expression, &mention);
            if let Some(problem) = problem {
                diagnostics.push(Remark::from(problem).at(line, mention.span, mention.why.clone()));
            }
            if expression.flaw == Some(Flaw::StrayNumber) {
                let message = format!("a number too many in the dates, left out: {}", mention.expression);
                diagnostics.push(Remark::MalformedRange.at(line, mention.span, message));
            }
            found.push(mention);
        }
        found
    }

    /// The date that "two days later" counts from: the last one that is not blurred, and no year beside a day.
    fn follow(&mut self, expression: &Expression, mention: &DateMention) {
        let Some(interval) = mention.interval else { return };
        let exact = match mention.precision {
            Precision::Range if interval.duration_ms() <= 31 * crate::time::Timestamp::DAY_MS => {
                Precision::Week
            }
            other => other,
        };
        let long = exact > Precision::Month;
        if (mention.approximate && !expression.is_chained()) || (long && self.precision <= Precision::Month) {
            return;
        }
        self.precision = exact;
        let leads_story = expression.leading && expression.written_year().is_some();
        self.context.before = Some(Before { interval, leads_story });
    }
}

/// So many bytes tell a paragraph's language.
const TELLING_BYTES: usize = 2_000;

fn head(paragraph: &str) -> &str {
    let mut end = paragraph.len().min(TELLING_BYTES);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    paragraph.get(..end).unwrap_or("")
}

/// Every date expression in `span`, placed by `context`, read as one paragraph.
pub(super) fn dates_in(
    document: &str,
    span: Span,
    line: u32,
    scanner: &mut Scanner,
    reading: Reading,
    context: Context,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<DateMention> {
    let mut paragraph = Paragraph::new(document, span, reading, context, scanner);
    let mut found = Vec::new();
    for sentence in sentences(span.of(document)) {
        let place = Span { start: span.start + sentence.start, end: span.start + sentence.end };
        found.extend(paragraph.sentence(place, line, scanner, diagnostics));
    }
    found
}
