//! Reads the generated table into the gazetteer.
//!
//! Takes the text of `table.txt` (written by `cargo xtask gazetteer`, described in its head), gives [`Gazetteer`]. A line
//! that cannot be read is left out, and a test holds the table to have none.

use super::table::{Entry, Gazetteer, Sense, class, flag};
use crate::model::{CountryCode, MentionKind};

/// The generated table.
const TABLE: &str = include_str!("table.txt");

/// The table, read.
pub(super) fn gazetteer() -> Gazetteer {
    Reader::read(TABLE).gazetteer
}

/// What a row belongs to.
#[derive(Clone, Copy)]
enum Head {
    Nothing,
    Country(CountryCode),
    Ambiguous { group: u16 },
}

/// Reads the table's lines.
struct Reader {
    gazetteer: Gazetteer,
    head: Head,
    /// Lines that could not be read.
    unread: u32,
}

impl Reader {
    fn read(table: &'static str) -> Reader {
        let mut reader = Reader { gazetteer: Gazetteer::empty(), head: Head::Nothing, unread: 0 };
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if reader.line(line).is_none() {
                reader.unread += 1;
            }
        }
        reader
    }

    fn line(&mut self, line: &'static str) -> Option<()> {
        let (mark, rest) = line.split_once(' ')?;
        match mark {
            "=" => self.country(rest),
            "@" => self.ambiguous(rest),
            "%" => self.class(rest),
            _ => self.row(mark, rest),
        }
    }

    /// `= VE Venezuela`, or `= -` for phrases that name nothing.
    fn country(&mut self, rest: &'static str) -> Option<()> {
        self.head = match rest.split_once(' ') {
            None => Head::Nothing,
            Some((code, name)) => {
                let code = CountryCode::new(code)?;
                self.gazetteer.names.push((code, name));
                Head::Country(code)
            }
        };
        Some(())
    }

    /// `@ georgia GE`: the rows that follow belong to this ambiguity.
    fn ambiguous(&mut self, rest: &'static str) -> Option<()> {
        let (_, default) = rest.split_once(' ')?;
        let group = self.gazetteer.ambiguity.add_group(CountryCode::new(default));
        self.head = Head::Ambiguous { group };
        Some(())
    }

    /// `% given Adam Ben …`, folded.
    fn class(&mut self, rest: &'static str) -> Option<()> {
        let (name, words) = rest.split_once(' ')?;
        let bit = class::NAMES.iter().position(|known| *known == name)?;
        for word in words.split(' ') {
            self.gazetteer.lexicon.classify(word, 1 << bit);
        }
        Some(())
    }

    /// `np chad|tchad`: a kind, flags, phrases.
    fn row(&mut self, mark: &'static str, phrases: &'static str) -> Option<()> {
        match (self.head, mark) {
            (Head::Ambiguous { group }, "w") => self.ambiguous_words(group, phrases),
            (Head::Ambiguous { group }, _) => self.cues(group, mark, phrases),
            (Head::Nothing, _) => {
                self.gazetteer
                    .end_all(phrases, Entry { sense: Sense::Nothing, flags: 0, group: 0, spelling: None });
                Some(())
            }
            (Head::Country(code), _) => {
                let mut letters = mark.chars();
                let sense = Sense::Country(code, kind(letters.next()?)?);
                let flags = letters.try_fold(0, |flags, letter| Some(flags | flag_bit(letter)?))?;
                self.gazetteer.end_all(phrases, Entry { sense, flags, group: 0, spelling: None });
                Some(())
            }
        }
    }

    /// Puts words that the table knows, or that have no sense without a cue, into a group.
    fn ambiguous_words(&mut self, group: u16, phrases: &'static str) -> Option<()> {
        for phrase in phrases.split('|') {
            let node = self.gazetteer.node(phrase, "");
            let known = self.gazetteer.entry(node).copied();
            let sense = Sense::Country(CountryCode::from_bytes(*b"ZZ"), MentionKind::Name);
            let entry = Entry { group, ..known.unwrap_or(Entry { sense, flags: 0, group, spelling: None }) };
            self.gazetteer.end_all(phrase, entry);
        }
        Some(())
    }

    /// `q US+ atlanta|…`, `ql US+ runoff|…` (also in lower case), `k GE RU|AM` (any mention of these countries).
    fn cues(&mut self, group: u16, mark: &str, rest: &'static str) -> Option<()> {
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
        self.gazetteer.end_all(words, Entry { sense: Sense::Cue(cue), flags, group: 0, spelling: None });
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
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let reader = Reader::read(TABLE);
        assert_eq!(reader.unread, 0);
        assert_eq!(reader.gazetteer.names.len(), 250, "ISO 3166-1 and Kosovo");
        assert!(reader.gazetteer.names.is_sorted());
    }

    #[test]
    fn indices_fit_and_the_hash_table_is_half_empty() {
        assert!(gazetteer().has_room());
    }

    #[test]
    fn a_broken_line_is_left_out() {
        let reader = Reader::read("= VE Venezuela\nn venezuela\nz what\nalone\n% nobody here\n");
        assert_eq!(reader.unread, 3);
        assert_eq!(reader.gazetteer.names.len(), 1);
    }
}
