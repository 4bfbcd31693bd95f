//! Names for items that survive a second parse.

use std::collections::HashMap;

/// Hands out ids: a hash of the item's words and of its date as written. The same words with the same date get
/// `-2`, `-3` in the order of the text.
#[derive(Default)]
pub(super) struct Identities {
    seen: HashMap<u64, u32>,
}

impl Identities {
    /// The id of an item with this text (blanks folded) and this date as written.
    pub fn next(&mut self, text: &str, date: &str) -> String {
        let hash = fnv1a(text.bytes().chain([0x1f]).chain(date.bytes()));
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        if *count == 1 { format!("{hash:016x}") } else { format!("{hash:016x}-{count}") }
    }
}

/// FNV-1a, 64 bits: small, the same on every machine, and no secret is kept by it.
fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
