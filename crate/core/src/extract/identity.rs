//! Names for items that survive a second parse.

use crate::lookup::{Lookup, fnv1a};

/// Hands out ids: a hash of the item's words and of its date as written. The same words with the same date get
/// `-2`, `-3` in the order of the text.
#[derive(Default)]
pub(super) struct Identities {
    seen: Lookup,
}

impl Identities {
    /// The id of an item with this text (blanks folded) and this date as written.
    pub fn next(&mut self, text: &str, date: &str) -> String {
        let hash = fnv1a(text.bytes().chain([0x1f]).chain(date.bytes()));
        let count = self.seen.get(hash).unwrap_or(0) + 1;
        self.seen.insert(hash, count);
        if count == 1 { format!("{hash:016x}") } else { format!("{hash:016x}-{count}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_item_keeps_its_id_and_a_twin_gets_a_number() {
        let (mut first, mut second) = (Identities::default(), Identities::default());
        let id = first.next("A", "10-JAN");
        assert_eq!(second.next("A", "10-JAN"), id);
        assert_eq!(first.next("A", "10-JAN"), format!("{id}-2"));
        assert_ne!(first.next("A", "11-JAN"), id);
    }
}
