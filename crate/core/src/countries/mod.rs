//! Finds the words that stand for countries.
//!
//! Takes a text and a gazetteer, gives mentions: which country, what kind of words, where, and by which rule. The built-in
//! gazetteer has names, demonyms, abbreviations, cities, regions, institutions and leaders in English and Spanish, from a
//! table that `cargo xtask gazetteer` makes; packs add the names of countries in other languages. Does not count, and
//! does not know what an item or an outlet is.
//!
//! ```text
//! text ─► token (fold, look up) ─► scan (longest name) ─► rules (person? language? money?) ─► choice (which one?) ─► mentions
//! ```

mod apposition;
mod choice;
mod context;
mod county;
mod definition;
mod ending;
mod fold;
mod gazetteer;
mod lexicon;
mod read;
mod rules;
mod scan;
mod table;
mod term;
mod token;
mod tree;

use std::sync::Arc;

use crate::model::{CountryCode, CountryMention};
use crate::time::CivilDate;

pub use ending::ENDINGS;
pub use fold::fold;
pub(crate) use fold::fold_char;
pub use gazetteer::Gazetteer;
pub use table::{all, name};

/// What a text's surroundings say. They decide what words mean, and add nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// The day that the text speaks of: a leader stands for a country in the term of office alone. Without a day every
    /// term counts.
    pub day: Option<CivilDate>,
    /// Countries that the section and the document are about, the first one first: they tell which of several places
    /// a name means, where the text itself does not.
    pub lent: &'a [CountryCode],
}

impl Gazetteer {
    /// The built-in one, English and Spanish. Empty where the crate is built without the feature `table`.
    pub fn built_in() -> Gazetteer {
        #[allow(unused_mut)]
        let mut gazetteer = Gazetteer::empty();
        #[cfg(any(feature = "table", test))]
        gazetteer.add(table::TABLE);
        gazetteer
    }

    /// The built-in one, read once and shared.
    pub fn shared() -> Arc<Gazetteer> {
        #[cfg(any(feature = "table", test))]
        return table::shared();
        #[cfg(not(any(feature = "table", test)))]
        Arc::new(Gazetteer::empty())
    }

    /// Every mention of a country in `text`, in order, without overlaps; spans are bytes of `text`.
    ///
    /// Accents, dots, hyphens, apostrophes and blanks do not matter, capitals do ("turkey" is a bird). The longest name
    /// wins, so that "Equatorial Guinea" is not Guinea and "Latin America" not the United States. The time is linear in
    /// the length of the text.
    ///
    /// ```
    /// use dateline_core::countries::{Gazetteer, Setting};
    /// use dateline_core::time::CivilDate;
    ///
    /// let gazetteer = Gazetteer::built_in();
    /// let in_day = |year| Setting { day: CivilDate::new(year, 5, 1), ..Setting::default() };
    /// let text = "Margaret Thatcher spoke.";
    /// assert_eq!(gazetteer.mentions(text, in_day(1985)).len(), 1);
    /// assert_eq!(gazetteer.mentions(text, in_day(1995)).len(), 0);
    /// ```
    pub fn mentions(&self, text: &str, setting: Setting) -> Vec<CountryMention> {
        scan::scan(text, self, setting)
    }
}

/// Every mention of a country in `text`, by the built-in gazetteer and without a setting.
///
/// ```
/// use dateline_core::countries::mentions;
///
/// let text = "Peruvian and U.S. officials met in the South China Sea, not in Papua New Guinea.";
/// let found: Vec<_> = mentions(text).iter().map(|m| (m.code.as_str().to_owned(), m.span.of(text))).collect();
/// let want = [("PE", "Peruvian"), ("US", "U.S."), ("PG", "Papua New Guinea")];
/// assert_eq!(found, want.map(|(code, words)| (code.to_owned(), words)));
/// ```
pub fn mentions(text: &str) -> Vec<CountryMention> {
    Gazetteer::shared().mentions(text, Setting::default())
}
