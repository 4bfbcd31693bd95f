//! Trailers read once: the shape of blocks, the roles of blocks and the entries all ask for the same one.

use super::trailer::{Trailer, trailer};
use crate::dates::DateOrder;
use crate::lookup::Lookup;
use crate::model::Span;

/// The trailers of a document's blocks, remembered by the words that they close.
#[derive(Default)]
pub(super) struct Trailers {
    /// By the first byte of the words: the place among those read.
    places: Lookup,
    /// The words, and their trailer as they stood when it was read.
    read: Vec<(Span, Option<Box<Trailer>>)>,
}

impl Trailers {
    /// The trailer that closes some words of the document.
    pub fn read(&mut self, document: &str, words: Span, order: DateOrder) -> Option<&Trailer> {
        let fresh = || (words, trailer(words.of(document), order).map(Box::new));
        let at = match self.place(words) {
            Some(at) => at,
            None => {
                self.places.insert(words.start as u64, self.read.len() as u64);
                self.read.push(fresh());
                self.read.len() - 1
            }
        };
        let place = self.read.get_mut(at)?;
        if place.0 != words {
            *place = fresh();
        }
        place.1.as_deref()
    }

    /// Whether some words are closed by a trailer with a date.
    pub fn dated(&mut self, document: &str, words: Span, order: DateOrder) -> bool {
        self.read(document, words, order).is_some_and(|found| found.date.is_some())
    }

    /// Gives away the trailer of some words; nothing where it was not read for just these.
    pub fn take(&mut self, words: Span) -> Option<Trailer> {
        let at = self.place(words)?;
        let place = self.read.get_mut(at).filter(|place| place.0 == words)?;
        place.1.take().map(|trailer| *trailer)
    }

    fn place(&self, words: Span) -> Option<usize> {
        self.places.get(words.start as u64).map(|at| at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trailer_is_that_of_the_words_as_they_stand() {
        let text = "A deal was signed. – Reuters on 06-JAN and more";
        let (part, whole) = (Span { start: 0, end: 40 }, Span { start: 0, end: text.len() });
        let (mut trailers, order) = (Trailers::default(), DateOrder::default());
        assert!(trailers.dated(text, part, order));
        assert!(!trailers.dated(text, whole, order));
        assert!(trailers.take(part).is_none());
        assert!(trailers.dated(text, part, order));
        assert_eq!(trailers.take(part).and_then(|found| found.outlet).as_deref(), Some("Reuters"));
    }
}
