//! The tree of names: its branches are words, so that a name is a way from its first word to its last.
//!
//! Takes ways, gives nodes; each step is one look into a table by hash, however many names begin alike.

use super::lexicon::{Node, WordId};

/// A branch: from a node, by a word, to a node. Node 0 is none.
#[derive(Clone, Copy, Default)]
struct Branch {
    from: Node,
    word: WordId,
    to: Node,
}

/// The tree. Nodes are numbered from 1.
pub(super) struct Tree {
    /// By hash, a power of two of them and at most half in use.
    branches: Vec<Branch>,
    used: usize,
    /// What ends at each node, by the caller's numbers; 0 for nothing.
    ends: Vec<u32>,
}

impl Tree {
    /// Branches to begin with.
    const BRANCHES: usize = 1 << 13;

    pub(super) fn new() -> Tree {
        Tree { branches: vec![Branch::default(); Self::BRANCHES], used: 0, ends: vec![0] }
    }

    /// The node after `from` by `word`; 0 for none.
    pub(super) fn step(&self, from: Node, word: WordId) -> Node {
        if from == 0 || word == 0 {
            return 0;
        }
        self.find(from, word).unwrap_or(0)
    }

    fn find(&self, from: Node, word: WordId) -> Result<Node, usize> {
        let mask = self.branches.len() - 1;
        let hash = from.wrapping_mul(0x9e37_79b1) ^ word.wrapping_mul(0x85eb_ca6b);
        let mut at = (hash ^ hash >> 15) as usize & mask;
        loop {
            match self.branches.get(at) {
                Some(branch) if branch.to != 0 => {
                    if branch.from == from && branch.word == word {
                        return Ok(branch.to);
                    }
                    at = (at + 1) & mask;
                }
                _ => return Err(at),
            }
        }
    }

    /// A new node with nothing at its end.
    pub(super) fn node(&mut self) -> Node {
        self.ends.push(0);
        (self.ends.len() - 1) as Node
    }

    /// The node after `from` by `word`, made where it is not there.
    pub(super) fn grow(&mut self, from: Node, word: WordId) -> Node {
        self.find(from, word).unwrap_or_else(|free| {
            let to = self.node();
            self.put(free, Branch { from, word, to });
            to
        })
    }

    fn put(&mut self, free: usize, branch: Branch) {
        if let Some(place) = self.branches.get_mut(free) {
            *place = branch;
            self.used += 1;
        }
        if self.used * 2 > self.branches.len() {
            let more = vec![Branch::default(); self.branches.len() * 2];
            for branch in std::mem::replace(&mut self.branches, more) {
                if branch.to != 0
                    && let Err(free) = self.find(branch.from, branch.word)
                    && let Some(place) = self.branches.get_mut(free)
                {
                    *place = branch;
                }
            }
        }
    }

    /// What ends at a node.
    pub(super) fn end(&self, node: Node) -> u32 {
        self.ends.get(node as usize).copied().unwrap_or(0)
    }

    /// Sets what ends at a node.
    pub(super) fn set_end(&mut self, node: Node, end: u32) {
        if let Some(place) = self.ends.get_mut(node as usize) {
            *place = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn steps_lead_where_they_led_however_large_the_tree() {
        let mut tree = Tree::new();
        let root = tree.node();
        let nodes: Vec<u32> = (1..20_000).map(|word| tree.grow(root, word)).collect();
        for (word, node) in (1..).zip(&nodes) {
            assert_eq!(tree.step(root, word), *node);
            assert_eq!(tree.grow(root, word), *node);
        }
        assert_eq!((tree.step(root, 20_000), tree.step(0, 1), tree.step(root, 0)), (0, 0, 0));
    }
}
