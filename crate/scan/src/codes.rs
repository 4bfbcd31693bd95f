//! A column of codes in the smallest width that holds them.

/// Codes of a dictionary, one a row; the width's largest number stands for "none".
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Codes {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Words(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Codes::Bytes(Vec::new())
    }
}

impl Codes {
    /// Codes of a dictionary of `words` words; what is not below that is "none".
    ///
    /// ```
    /// let codes = dateline_scan::Codes::narrow(&[1, 0, 7], 2);
    /// assert_eq!([0, 1, 2].map(|row| codes.get(row)), [Some(1), Some(0), None]);
    /// ```
    pub fn narrow(codes: &[u32], words: usize) -> Codes {
        let kept = |code: &u32, none: u32| if (*code as usize) < words { *code } else { none };
        if words <= usize::from(u8::MAX) {
            Codes::Bytes(codes.iter().map(|code| kept(code, u32::from(u8::MAX)) as u8).collect())
        } else if words <= usize::from(u16::MAX) {
            Codes::Shorts(codes.iter().map(|code| kept(code, u32::from(u16::MAX)) as u16).collect())
        } else {
            Codes::Words(codes.iter().map(|code| kept(code, u32::MAX)).collect())
        }
    }

    /// The code of a row; `None` where it has none, or there is no such row.
    pub fn get(&self, row: usize) -> Option<u32> {
        match self {
            Codes::Bytes(codes) => {
                codes.get(row).filter(|code| **code != u8::MAX).map(|code| u32::from(*code))
            }
            Codes::Shorts(codes) => {
                codes.get(row).filter(|code| **code != u16::MAX).map(|code| u32::from(*code))
            }
            Codes::Words(codes) => codes.get(row).filter(|code| **code != u32::MAX).copied(),
        }
    }

    /// Rows.
    pub fn len(&self) -> usize {
        match self {
            Codes::Bytes(codes) => codes.len(),
            Codes::Shorts(codes) => codes.len(),
            Codes::Words(codes) => codes.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first row whose code is neither below `words` nor "none".
    pub fn stray(&self, words: usize) -> Option<usize> {
        match self {
            Codes::Bytes(codes) => stray(codes, words),
            Codes::Shorts(codes) => stray(codes, words),
            Codes::Words(codes) => stray(codes, words),
        }
    }

    /// Whether a row has no code.
    pub fn has_gaps(&self) -> bool {
        match self {
            Codes::Bytes(codes) => codes.contains(&u8::MAX),
            Codes::Shorts(codes) => codes.contains(&u16::MAX),
            Codes::Words(codes) => codes.contains(&u32::MAX),
        }
    }

    /// The codes in another order: row `i` becomes what row `order[i]` was.
    pub fn taken(&self, order: &[u32]) -> Codes {
        match self {
            Codes::Bytes(codes) => Codes::Bytes(crate::take(codes, order)),
            Codes::Shorts(codes) => Codes::Shorts(crate::take(codes, order)),
            Codes::Words(codes) => Codes::Words(crate::take(codes, order)),
        }
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        match self {
            Codes::Bytes(codes) => codes.len(),
            Codes::Shorts(codes) => codes.len() * 2,
            Codes::Words(codes) => codes.len() * 4,
        }
    }
}

/// A code of any width.
pub(crate) trait Code: Copy {
    const NONE: usize;
    fn place(self) -> usize;
}

macro_rules! code {
    ($($width:ty),*) => {$(
        impl Code for $width {
            const NONE: usize = <$width>::MAX as usize;
            fn place(self) -> usize {
                self as usize
            }
        }
    )*};
}
code!(u8, u16, u32);

fn stray<C: Code>(codes: &[C], words: usize) -> Option<usize> {
    let is_stray = |code: &C| code.place() >= words && code.place() != C::NONE;
    // First whole stretches, which compare as vectors, then the row.
    let stretch = codes
        .chunks(1024)
        .position(|stretch| stretch.iter().fold(false, |any, code| any | is_stray(code)))?;
    let first = stretch * 1024;
    codes.get(first..)?.iter().position(is_stray).map(|row| first + row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_is_the_smallest_that_also_holds_none() {
        for (words, bytes) in [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4)] {
            let codes = Codes::narrow(&[0, words as u32], words);
            assert_eq!(codes.bytes(), 2 * bytes, "{words}");
            assert_eq!(codes.get(1), None);
            assert_eq!(codes.get(2), None);
            assert_eq!(codes.stray(words), None);
            if words > 0 {
                assert_eq!(codes.get(0), Some(0));
                assert_eq!(codes.stray(0), Some(0));
            }
        }
    }
}
