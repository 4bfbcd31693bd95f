//! Numbers by numbers: a small map that is compiled once.
//!
//! The standard library's hash map is compiled again for each pair of types, 1 KB of the wasm each time, and asks for
//! random numbers. This one keeps its keys in order, in blocks, so that no text can make it slow.

/// The most entries of a block; then it is halved.
const BLOCK: usize = 256;

/// Values by keys.
///
/// ```
/// let mut lookup = dateline_core::lookup::Lookup::default();
/// assert_eq!(lookup.insert(7, 1), None);
/// assert_eq!((lookup.insert(7, 2), lookup.get(7), lookup.get(8)), (Some(1), Some(2), None));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    /// Sorted by key, each and one after the other.
    blocks: Vec<Vec<(u64, u64)>>,
}

impl Lookup {
    /// The value of a key.
    pub fn get(&self, key: u64) -> Option<u64> {
        let block = self.blocks.get(self.block_of(key))?;
        let place = block.binary_search_by_key(&key, |entry| entry.0).ok()?;
        block.get(place).map(|entry| entry.1)
    }

    /// Sets the value of a key, and gives the one that it had.
    pub fn insert(&mut self, key: u64, value: u64) -> Option<u64> {
        let at = self.block_of(key);
        let Some(block) = self.blocks.get_mut(at) else {
            self.blocks.push(vec![(key, value)]);
            return None;
        };
        let place = block.partition_point(|entry| entry.0 < key);
        if let Some(entry) = block.get_mut(place).filter(|entry| entry.0 == key) {
            return Some(std::mem::replace(&mut entry.1, value));
        }
        block.insert(place, (key, value));
        if block.len() > BLOCK {
            let later = block.split_off(BLOCK / 2);
            self.blocks.insert(at + 1, later);
        }
        None
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Vec::len).sum()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The block that a key is in, or would be.
    fn block_of(&self, key: u64) -> usize {
        let starts_before = |block: &Vec<(u64, u64)>| block.first().is_some_and(|first| first.0 <= key);
        self.blocks.partition_point(starts_before).saturating_sub(1)
    }
}

/// FNV-1a, 64 bits: small, the same on every machine, and no secret is kept by it.
pub fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_agrees_with_the_standard_map() {
        let orders: [fn(u64) -> u64; 3] =
            [|at| at, |at| u64::MAX - at, |at| fnv1a(at.to_le_bytes().into_iter()) % 2_000];
        for order in orders {
            let (mut ours, mut theirs) = (Lookup::default(), BTreeMap::new());
            assert!(ours.is_empty() && ours.get(0).is_none());
            for at in 0..3_000 {
                let key = order(at);
                assert_eq!(ours.insert(key, at), theirs.insert(key, at));
            }
            assert_eq!(ours.len(), theirs.len());
            assert!((0..3_000).all(|at| ours.get(order(at)) == theirs.get(&order(at)).copied()));
            assert!([2_500, u64::MAX / 2].iter().all(|key| ours.get(*key) == theirs.get(key).copied()));
        }
    }
}
