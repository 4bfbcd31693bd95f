//! A set of rows: one bit for each.

/// Rows of one word.
pub(crate) const WORD: usize = u64::BITS as usize;

/// A set of rows `0..len`.
///
/// ```
/// let mut rows = dateline_scan::Bits::none(100);
/// rows.insert(3);
/// rows.insert(99);
/// assert_eq!(rows.iter().collect::<Vec<_>>(), [3, 99]);
/// assert_eq!(rows.count_in(4..100), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    /// No row of `length`.
    pub fn none(length: usize) -> Bits {
        Bits { words: vec![0; length.div_ceil(WORD)], length }
    }

    /// All rows of `length`.
    pub fn all(length: usize) -> Bits {
        let mut bits = Bits { words: vec![u64::MAX; length.div_ceil(WORD)], length };
        bits.trim();
        bits
    }

    /// The rows of a range, of `length`.
    pub fn range(length: usize, range: std::ops::Range<usize>) -> Bits {
        let mut bits = Bits::none(length);
        for (index, word) in bits.words.iter_mut().enumerate() {
            *word = mask(index * WORD, &range);
        }
        bits.trim();
        bits
    }

    /// How many rows there are, in the set or not.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are no rows at all, in the set or not.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether a row is in the set.
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / WORD).is_some_and(|word| word >> (row % WORD) & 1 == 1)
    }

    /// Adds a row; one beyond the length is none.
    pub fn insert(&mut self, row: usize) {
        if row < self.length
            && let Some(word) = self.words.get_mut(row / WORD)
        {
            *word |= 1 << (row % WORD);
        }
    }

    /// Keeps the rows that are in the other set too.
    pub fn keep(&mut self, other: &Bits) {
        self.combine(other, |a, b| a & b);
    }

    /// Adds the rows of the other set.
    pub fn add(&mut self, other: &Bits) {
        self.combine(other, |a, b| a | b);
    }

    /// The rows that are in one of the two sets alone.
    pub fn differing(&self, other: &Bits) -> Bits {
        let mut bits = self.clone();
        bits.combine(other, |a, b| a ^ b);
        bits
    }

    /// The rows that are not in the set.
    pub fn inverted(&self) -> Bits {
        let mut bits = Bits { words: self.words.iter().map(|word| !word).collect(), length: self.length };
        bits.trim();
        bits
    }

    fn combine(&mut self, other: &Bits, with: impl Fn(u64, u64) -> u64) {
        let others = other.words.iter().copied().chain(std::iter::repeat(0));
        self.words.iter_mut().zip(others).for_each(|(word, other)| *word = with(*word, other));
        self.trim();
    }

    /// Row `i` becomes what row `order[i]` was.
    pub fn taken(&self, order: &[u32]) -> Bits {
        let mut taken = Bits::none(order.len());
        for (word, rows) in taken.words.iter_mut().zip(order.chunks(WORD)) {
            let bit = |row: &u32| u64::from(self.contains(*row as usize));
            *word = rows.iter().rev().fold(0, |word, row| word << 1 | bit(row));
        }
        taken
    }

    /// Row `order[i]` becomes what row `i` was.
    pub fn given_back(&self, order: &[u32]) -> Bits {
        let mut back = Bits::none(self.length);
        self.iter().filter_map(|row| order.get(row)).for_each(|row| back.insert(*row as usize));
        back
    }

    /// How many rows are in the set.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many rows of a range are in the set.
    pub fn count_in(&self, range: std::ops::Range<usize>) -> usize {
        self.masked(range).map(|(_, word)| word.count_ones() as usize).sum()
    }

    /// The rows of the set, ascending.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.iter_in(0..self.length)
    }

    /// The rows of a range that are in the set, ascending; from the back descending.
    pub fn iter_in(&self, range: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.masked(range).flat_map(|(first, word)| Ones { first, word })
    }

    /// The rows of the set in a range, but for the first `skip`: words that are skipped whole are only counted.
    pub fn iter_after(&self, range: std::ops::Range<usize>, skip: usize) -> impl Iterator<Item = usize> + '_ {
        let mut left = skip;
        let whole = move |(_, word): &(usize, u64)| {
            let ones = word.count_ones() as usize;
            let skipped = ones <= left;
            left -= if skipped { ones } else { 0 };
            skipped
        };
        let mut rest = self.masked(range.clone()).skip_while(whole).peekable();
        let first = rest.peek().map_or(range.end, |(first, _)| *first);
        let passed = self.count_in(range.start..first.max(range.start));
        rest.flat_map(|(first, word)| Ones { first, word }).skip(skip.saturating_sub(passed))
    }

    /// Calls `work` for each row of a range that is in the set; where whole words are, without looking for bits.
    #[inline]
    pub(crate) fn each(&self, range: std::ops::Range<usize>, mut work: impl FnMut(usize)) {
        for (first, word) in self.masked(range) {
            if word == u64::MAX {
                (first..first + WORD).for_each(&mut work);
                continue;
            }
            let mut word = word;
            while word != 0 {
                work(first + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }

    /// The words that hold rows of a range, rows beside it left out, each with its first row.
    pub(crate) fn masked(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, u64)> + '_ {
        let end = range.end.min(self.length);
        let range = range.start.min(end)..end;
        let first = range.start / WORD;
        let last = range.end.div_ceil(WORD);
        let words = self.words.get(first..last.max(first)).unwrap_or(&[]);
        words.iter().enumerate().map(move |(index, word)| {
            let row = (first + index) * WORD;
            (row, word & mask(row, &range))
        })
    }

    /// Whether a row of `from..to` is in the set, which are few.
    #[inline]
    pub(crate) fn any_in(&self, from: usize, to: usize) -> bool {
        if to - from <= 1 {
            return from < to && self.contains(from);
        }
        let first = self.words.get(from / WORD).copied().unwrap_or(0) >> (from % WORD);
        let here = WORD - from % WORD;
        if to - from <= here {
            return first & (u64::MAX >> (WORD - (to - from))) != 0;
        }
        first != 0 || (from + here..to).any(|row| self.contains(row))
    }

    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// No bit stands for a row beyond the length.
    pub(crate) fn trim(&mut self) {
        let last = self.length / WORD * WORD;
        if let Some(word) = self.words.get_mut(self.length / WORD) {
            *word &= mask(last, &(last..self.length));
        }
    }
}

/// The bits of a range in the word that begins with row `first`.
fn mask(first: usize, range: &std::ops::Range<usize>) -> u64 {
    let from = range.start.saturating_sub(first).min(WORD);
    let to = range.end.saturating_sub(first).min(WORD);
    if from >= to { 0 } else { u64::MAX >> (WORD - (to - from)) << from }
}

/// The rows of one word.
struct Ones {
    first: usize,
    word: u64,
}

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = self.word.trailing_zeros() as usize;
        (self.word != 0).then(|| {
            self.word &= self.word - 1;
            self.first + bit
        })
    }
}

impl DoubleEndedIterator for Ones {
    fn next_back(&mut self) -> Option<usize> {
        let bit = WORD - 1 - (self.word.leading_zeros() as usize).min(WORD - 1);
        (self.word != 0).then(|| {
            self.word &= !(1 << bit);
            self.first + bit
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_agree_with_lists() {
        for length in [0, 1, 63, 64, 65, 200, 1000] {
            let third: Vec<usize> = (0..length).filter(|row| row % 3 == 0).collect();
            let mut bits = Bits::none(length);
            third.iter().for_each(|row| bits.insert(*row));
            bits.insert(length + 5);
            assert_eq!(bits.iter().collect::<Vec<_>>(), third);
            assert_eq!(
                bits.iter().rev().collect::<Vec<_>>(),
                third.iter().rev().copied().collect::<Vec<_>>()
            );
            assert_eq!(bits.count(), third.len());
            assert_eq!(bits.inverted().count(), length - third.len());
            let order: Vec<u32> = (0..length as u32).rev().collect();
            assert_eq!(bits.taken(&order).given_back(&order), bits);
            assert_eq!(bits.taken(&order).contains(0), bits.contains(length.wrapping_sub(1)));
            assert_eq!(Bits::all(length).differing(&bits), bits.inverted());
            for range in [0..length, 5..length / 2, 64..128, length..length + 9] {
                let within: Vec<usize> = third.iter().copied().filter(|row| range.contains(row)).collect();
                assert_eq!(bits.count_in(range.clone()), within.len(), "{range:?} of {length}");
                assert_eq!(bits.iter_in(range.clone()).collect::<Vec<_>>(), within);
                for skip in [0, 1, 5, 21, 22, 23, 400] {
                    let after: Vec<usize> = within.iter().skip(skip).copied().collect();
                    assert_eq!(
                        bits.iter_after(range.clone(), skip).collect::<Vec<_>>(),
                        after,
                        "{skip} {range:?}"
                    );
                }
                assert_eq!(
                    Bits::range(length, range.clone()).iter().collect::<Vec<_>>(),
                    (0..length).filter(|row| range.contains(row)).collect::<Vec<_>>()
                );
            }
        }
    }
}
