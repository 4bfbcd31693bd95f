//! Reads a table into a gazetteer.
//!
//! Takes the text of a table (written by `cargo xtask gazetteer`, described in its head), adds what it says to a
//! [`Gazetteer`]. A line that cannot be read is left out and counted, and a test holds the built-in table to have none.

use super::gazetteer::{Add, Entry, Gazetteer, Sense, flag};
use super::lexicon::class;
use crate::model::{CountryCode, MentionKind};

impl Gazetteer {
    /// Adds the names of a table to an empty gazetteer, or those of a pack to one that has names: what is known keeps
    /// its meaning. Gives the number of lines that could not be read.
    pub fn add(&mut self, table: &str) -> u32 {
        let how = if self.is_empty() { Add::Always } else { Add::UnlessKnown };
        let mut reader = Reader { gazetteer: self, head: Head::Nothing, how, last: 0 };
        let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.filter(|line| reader.line(line).is_none()).count() as u32
    }
}

/// What a row belongs to.
#[derive(Clone, Copy)]
enum Head {
    Nothing,
    Country(CountryCode),
    Ambiguous { group: u16 },
}

/// Reads a table's lines.
struct Reader<'g> {
    gazetteer: &'g mut Gazetteer,
    head: Head,
    how: Add,
    /// When the last term of office ended.
    last: i32,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Option<()> {
        let (mark, rest) = line.split_once(' ')?;
        match mark {
            "=" => self.country(rest),
            "@" => self.ambiguous(rest),
            "%" => self.class(rest),
            _ => self.row(mark, rest),
        }
    }

    /// `= VE`, or `= -` for phrases that name nothing.
    fn country(&mut self, rest: &str) -> Option<()> {
        let code = rest.split(' ').next()?;
        self.head = if code == "-" { Head::Nothing } else { Head::Country(CountryCode::new(code)?) };
        Some(())
    }

    /// `@ georgia GE`: the rows that follow belong to this ambiguity.
    fn ambiguous(&mut self, rest: &str) -> Option<()> {
        let (_, default) = rest.split_once(' ')?;
        let group = self.gazetteer.ambiguity.add_group(CountryCode::new(default));
        self.head = Head::Ambiguous { group };
        Some(())
    }

    /// `% given Adam Ben …`, folded.
    fn class(&mut self, rest: &str) -> Option<()> {
        let (name, words) = rest.split_once(' ')?;
        let bit = class::NAMES.iter().position(|known| *known == name)?;
        for word in words.split(' ') {
            self.gazetteer.lexicon.classify(word, 1 << bit);
        }
        Some(())
    }

    /// `np chad|tchad`: a kind, flags, phrases; `p 199910+7 name|name`: terms before the phrases.
    fn row(&mut self, mark: &str, rest: &str) -> Option<()> {
        let code = match self.head {
            Head::Ambiguous { group } => return self.ambiguous_row(group, mark, rest),
            Head::Nothing => {
                self.gazetteer.end_all(rest, Entry::new(Sense::Nothing, 0), self.how);
                return Some(());
            }
            Head::Country(code) => code,
        };
        let mut letters = mark.chars();
        let kind = kind(letters.next()?)?;
        let flags = letters.try_fold(0, |flags, letter| Some(flags | flag_bit(letter)?))?;
        let mut entry = Entry::new(Sense::Country(code, kind), flags);
        let mut phrases = rest;
        if kind == MentionKind::Person {
            let (terms, names) = rest.split_once(' ')?;
            entry.terms = self.gazetteer.terms.add(terms, &mut self.last)?;
            phrases = names;
        }
        self.gazetteer.end_all(phrases, entry, self.how);
        Some(())
    }

    /// `w georgia|georgian`, the words; `q US+ atlanta|…`, `ql US+ runoff|…` (also in lower case), cues; `k GE RU|AM`,
    /// countries of which any mention is a cue.
    fn ambiguous_row(&mut self, group: u16, mark: &str, rest: &str) -> Option<()> {
        if mark == "w" {
            rest.split('|').for_each(|phrase| self.gazetteer.join(phrase, group));
            return Some(());
        }
        let (sense, words) = rest.split_once(' ')?;
        let region = sense.ends_with('+');
        let code = CountryCode::new(sense.trim_end_matches('+'))?;
        let cue = self.gazetteer.ambiguity.add_cue(group, code, region);
        if mark == "k" {
            for country in words.split('|') {
                self.gazetteer.ambiguity.add_country(CountryCode::new(country)?, cue);
            }
            return Some(());
        }
        let flags = if mark == "ql" { flag::LOWER } else { 0 };
        self.gazetteer.end_all(words, Entry::new(Sense::Cue(cue), flags), self.how);
        Some(())
    }
}

fn kind(letter: char) -> Option<MentionKind> {
    Some(match letter {
        'n' => MentionKind::Name,
        'd' => MentionKind::Demonym,
        'a' => MentionKind::Abbreviation,
        'c' => MentionKind::City,
        'r' => MentionKind::Region,
        'i' => MentionKind::Institution,
        'p' => MentionKind::Person,
        _ => return None,
    })
}

fn flag_bit(letter: char) -> Option<u16> {
    flag::LETTERS.chars().position(|known| known == letter).map(|bit| 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;
    use crate::countries::table::TABLE;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(Gazetteer::empty().add(TABLE), 0);
    }

    #[test]
    fn a_broken_line_is_left_out_and_counted() {
        let table = "= VE\nn venezuela\nz what\nalone\n% nobody here\n= ve\np 2000 nobody\n";
        assert_eq!(Gazetteer::empty().add(table), 5);
    }
}
