//! How characters beyond ASCII fold: asked once each, then looked up by the bits of their bytes.
//!
//! Takes a function that folds one character, gives the bytes it folds to, packed in a number. Knows no letter itself.

/// Writes what a character folds to: at most [`MOST`] bytes of UTF-8, none of them zero; nothing for what is left out.
pub type FoldLetter = fn(char, &mut Vec<u8>);

/// Bytes that a letter may fold to.
pub const MOST: usize = 4;
/// Letters of a page: the last byte of a character in UTF-8 has six bits.
const PAGE: usize = 64;
/// Pages that are kept: those of the planes where letters of two cases are.
const KEPT: usize = 0x2_0000 / PAGE;

/// Pages of the characters of two bytes, which are looked up most.
const SHORT: usize = 32;

/// The folded letters: those of two bytes, and in pages the others that were met so far.
#[derive(Clone, Debug)]
pub struct Letters {
    fold: FoldLetter,
    short: Box<[u32; SHORT * PAGE]>,
    /// One more than the place of a page in `letters`; 0 for a page that was not met.
    pages: Vec<u16>,
    letters: Vec<[u32; PAGE]>,
    room: Vec<u8>,
}

impl Letters {
    /// Letters as a function folds them.
    pub fn new(fold: FoldLetter) -> Self {
        let short = Box::new([0; SHORT * PAGE]);
        let mut letters =
            Letters { fold, short, pages: vec![0; KEPT], letters: Vec::new(), room: Vec::new() };
        for code in 0..SHORT * PAGE {
            let folded = letters.packed(code);
            if let Some(place) = letters.short.get_mut(code) {
                *place = folded;
            }
        }
        letters
    }

    /// What the character of these two bytes folds to, its first byte lowest.
    pub(super) fn short(&self, first: u8, second: u8) -> u32 {
        let code = usize::from(first & 0x1f) << 6 | usize::from(second & 0x3f);
        self.short.get(code).copied().unwrap_or(0)
    }

    /// What the character `page * 64 + low` folds to, its first byte lowest.
    pub(super) fn get(&mut self, page: usize, low: u8) -> u32 {
        let place = usize::from(self.pages.get(page).copied().unwrap_or(0)).wrapping_sub(1);
        let low = usize::from(low) % PAGE;
        match self.letters.get(place) {
            Some(letters) => letters.get(low).copied().unwrap_or(0),
            None => self.meet(page, low),
        }
    }

    #[cold]
    fn meet(&mut self, page: usize, low: usize) -> u32 {
        let mut letters = [0; PAGE];
        for (at, letter) in letters.iter_mut().enumerate() {
            *letter = self.packed(page * PAGE + at);
        }
        if let Some(place) = self.pages.get_mut(page) {
            self.letters.push(letters);
            *place = u16::try_from(self.letters.len()).unwrap_or(0);
        }
        letters.get(low).copied().unwrap_or(0)
    }

    fn packed(&mut self, code: usize) -> u32 {
        let Some(letter) = u32::try_from(code).ok().and_then(char::from_u32) else { return 0 };
        self.room.clear();
        (self.fold)(letter, &mut self.room);
        let mut bytes = [0; MOST];
        self.room.iter().zip(&mut bytes).for_each(|(byte, place)| *place = *byte);
        u32::from_le_bytes(bytes)
    }
}
