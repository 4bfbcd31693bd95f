//! The table in the making: each phrase once, with its sense; the words of the rules; the ambiguous words and their cues.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use dateline_core::countries::fold;

use super::cldr::Cldr;
use super::forms;
use super::lists::{self, Line};
use super::persons::{self, Persons};
use super::places::{self, Places};
use super::sources::Sources;

/// Kinds by the words of the lists and the letters of the table.
const KINDS: [(&str, char); 6] = [
    ("name", 'n'),
    ("demonym", 'd'),
    ("abbreviation", 'a'),
    ("region", 'r'),
    ("city", 'c'),
    ("institution", 'i'),
];
/// Flags by the words of the lists and the letters of the table.
const FLAGS: [(&str, char); 8] = [
    ("person", 'p'),
    ("lower", 's'),
    ("heading", 'h'),
    ("prefix", 'x'),
    ("plain", 'i'),
    ("accented", 'e'),
    ("other", 'o'),
    ("tail", 't'),
];
/// Words in the column of flags that are for the generator alone.
const SILENT: [&str; 3] = ["display", "capital", "default"];
/// Flag of a demonym that is a language's name too.
const LANGUAGE: char = 'l';
/// Flag of a phrase that must be written with its accents; the table then has "folded=spelling".
pub const ACCENTED: char = 'e';

/// What a phrase means.
#[derive(Clone, Debug)]
pub struct Sense {
    /// "" for none.
    pub code: String,
    /// A letter of [`KINDS`], `-` for none.
    pub kind: char,
    /// Letters of [`FLAGS`].
    pub flags: BTreeSet<char>,
    place: String,
}

/// A set of ambiguous words.
#[derive(Default)]
pub struct Group {
    /// Code without a cue, or "-".
    pub default: String,
    /// The words, folded.
    pub words: BTreeSet<String>,
    /// Mark (`q`, `ql`, `k`) and sense, and the cues, folded.
    pub cues: BTreeMap<(String, String), BTreeSet<String>>,
}

/// Everything that the table will hold.
#[derive(Default)]
pub struct Table {
    /// Code and the name that is shown.
    pub names: BTreeMap<String, String>,
    /// Folded phrase and its sense.
    pub phrases: BTreeMap<String, Sense>,
    /// Class and words, folded.
    pub words: BTreeMap<String, BTreeSet<String>>,
    /// Folded phrase and the cities and regions that it names.
    pub places: Places,
    /// Heads of state and government.
    pub persons: Persons,
    /// Name and words of each ambiguity.
    pub groups: BTreeMap<String, Group>,
}

impl Table {
    /// Reads all lists in `data` and puts CLDR's names under them.
    ///
    /// # Errors
    ///
    /// A message with file and line for an unknown code, kind or flag, and for a phrase with two senses.
    pub fn gather(cldr: &Cldr, sources: &Sources, data: &Path) -> Result<Table, Box<dyn Error>> {
        let mut table = Table { names: cldr.names.clone(), ..Table::default() };
        let dropped: BTreeSet<String> =
            lists::read(data, "dropped.tsv", 2)?.iter().map(|line| line.column(0).to_owned()).collect();
        for line in lists::read(data, "names.tsv", 4)? {
            table.name_line(&line)?;
        }
        for (code, spelling) in cldr.spellings.iter().filter(|(_, spelling)| !dropped.contains(spelling)) {
            let kind =
                if spelling.len() < 4 || spelling.contains(". ") && spelling.len() < 8 { 'a' } else { 'n' };
            table.add_spelling(spelling, &Sense::new(code, kind, "CLDR"))?;
        }
        table.demonyms(cldr, data)?;
        for line in lists::read(data, "institutions.tsv", 4)? {
            table.name_line(&line)?;
        }
        for line in lists::read(data, "not-countries.tsv", 4)? {
            table.exception_line(&line)?;
        }
        table.ambiguous(data)?;
        for line in lists::read(data, "words.tsv", 2)? {
            let words = line.parts(1, " ").map(fold).collect::<BTreeSet<_>>();
            table.words.entry(line.column(0).to_owned()).or_default().extend(words);
        }
        let taken = |phrase: &str| {
            let grouped =
                || table.groups.values().any(|group| group.words.contains(phrase)).then(String::new);
            table.phrases.get(phrase).map(|sense| sense.code.clone()).or_else(grouped)
        };
        let places = places::gather(cldr, sources, data, &taken)?;
        let known = |phrase: &str| taken(phrase).is_some() || places.contains_key(phrase);
        table.persons = persons::read(data, &known)?;
        table.places = places;
        Ok(table)
    }

    /// Whether the table has a folded phrase in any sense.
    pub fn knows(&self, phrase: &str) -> bool {
        let grouped = || self.groups.values().any(|group| group.words.contains(phrase));
        self.phrases.contains_key(phrase) || self.places.contains_key(phrase) || grouped()
    }

    fn sense(&self, line: &Line, code: &str, kind: &str, flags: &str) -> Result<Sense, Box<dyn Error>> {
        if !code.is_empty() && !self.names.contains_key(code) {
            return Err(format!("{}: no country has the code `{code}`", line.place).into());
        }
        let mut sense = Sense::new(code, self::kind(line, kind)?, &line.place);
        sense.flags = self::flags(line, flags)?;
        Ok(sense)
    }

    fn name_line(&mut self, line: &Line) -> Result<(), Box<dyn Error>> {
        let sense = self.sense(line, line.column(0), line.column(1), line.column(2))?;
        if let Some(shown) = line.parts(3, ";").next().filter(|_| line.column(2).contains("display")) {
            self.names.insert(sense.code.clone(), shown.to_owned());
        }
        line.parts(3, ";").try_for_each(|spelling| self.add_spelling(spelling, &sense))
    }

    fn exception_line(&mut self, line: &Line) -> Result<(), Box<dyn Error>> {
        let sense = self.sense(line, line.column(0), line.column(1), "")?;
        line.parts(2, ";").try_for_each(|phrase| self.add_spelling(phrase, &sense))
    }

    fn demonyms(&mut self, cldr: &Cldr, data: &Path) -> Result<(), Box<dyn Error>> {
        let languages: BTreeSet<String> = cldr.languages.iter().map(|name| fold(name)).collect();
        for line in lists::read(data, "demonyms.tsv", 3)? {
            let sense = self.sense(&line, line.column(0), "demonym", line.column(1))?;
            for form in line.parts(2, ";").flat_map(forms::english) {
                self.add_spelling(&form, &sense.clone().language(&form, &languages))?;
            }
        }
        for line in lists::read(data, "demonyms-es.tsv", 3)? {
            let mut sense = self.sense(&line, line.column(0), "demonym", line.column(1))?;
            if !line.column(1).contains("capital") {
                sense.flags.insert('s');
            }
            for form in line.parts(2, ";").flat_map(forms::spanish) {
                self.add_spelling(&form, &sense.clone().language(&form, &languages).accents(&form))?;
            }
        }
        Ok(())
    }

    /// Adds a spelling with what follows from it: "Saint" for "St.".
    fn add_spelling(&mut self, spelling: &str, sense: &Sense) -> Result<(), Box<dyn Error>> {
        let phrase = fold(spelling);
        if sense.flags.contains(&ACCENTED) {
            return self.add(&accented_phrase(spelling), sense);
        }
        let saint: Vec<&str> =
            phrase.split(' ').map(|word| if word == "st" { "saint" } else { word }).collect();
        let st: Vec<&str> = phrase.split(' ').map(|word| if word == "saint" { "st" } else { word }).collect();
        for phrase in BTreeSet::from([saint.join(" "), st.join(" ")]) {
            self.add(&phrase, sense)?;
        }
        Ok(())
    }

    /// Adds a phrase; a phrase that is there must have the same country, and keeps its kind and gathers flags.
    fn add(&mut self, phrase: &str, sense: &Sense) -> Result<(), Box<dyn Error>> {
        match self.phrases.get_mut(phrase) {
            None => {
                self.phrases.insert(phrase.to_owned(), sense.clone());
            }
            Some(known) if known.code == sense.code => known.flags.extend(&sense.flags),
            Some(known) => {
                let both = format!("{} ({}) and {} ({})", known.code, known.place, sense.code, sense.place);
                return Err(format!("`{phrase}` means {both}").into());
            }
        }
        Ok(())
    }

    fn ambiguous(&mut self, data: &Path) -> Result<(), Box<dyn Error>> {
        for line in lists::read(data, "ambiguous.tsv", 4)? {
            let phrases: Vec<&str> = line.parts(3, ";").collect();
            let group = self.groups.entry(line.column(0).to_owned()).or_default();
            let value = line.column(2).replace("+region", "+");
            match line.column(1) {
                "words" => {
                    group.default = if value.is_empty() { "-".to_owned() } else { value };
                    group.words.extend(phrases.iter().map(|word| fold(word)));
                }
                "cue" => {
                    for phrase in phrases {
                        let mark = if phrase.starts_with(char::is_lowercase) { "ql" } else { "q" };
                        let cues = group.cues.entry((mark.to_owned(), value.clone())).or_default();
                        cues.insert(fold(phrase));
                    }
                }
                "country" => {
                    let cues = group.cues.entry(("k".to_owned(), value)).or_default();
                    cues.extend(phrases.iter().map(|code| (*code).to_owned()));
                }
                other => return Err(format!("{}: `{other}` is not words, cue or country", line.place).into()),
            }
        }
        Ok(())
    }
}

/// A phrase that must be written just so: "folded=spelling".
pub fn accented_phrase(spelling: &str) -> String {
    format!("{}={}", fold(spelling), spelling.to_lowercase())
}

/// The letter of a kind; `-` for none.
///
/// # Errors
///
/// For an unknown word.
pub fn kind(line: &Line, word: &str) -> Result<char, Box<dyn Error>> {
    let known = KINDS.iter().find(|(known, _)| *known == word).map(|(_, letter)| *letter);
    let kind = if word.is_empty() { Some('-') } else { known };
    kind.ok_or_else(|| format!("{}: no kind `{word}`", line.place).into())
}

/// The letters of flags that are parted by commas.
///
/// # Errors
///
/// For an unknown word.
pub fn flags(line: &Line, words: &str) -> Result<BTreeSet<char>, Box<dyn Error>> {
    let mut flags = BTreeSet::new();
    for word in words.split(',').filter(|word| !word.is_empty() && !SILENT.contains(word)) {
        let letter = FLAGS.iter().find(|(known, _)| *known == word).map(|(_, letter)| *letter);
        flags.insert(letter.ok_or_else(|| format!("{}: no flag `{word}`", line.place))?);
    }
    Ok(flags)
}

impl Sense {
    fn new(code: &str, kind: char, place: &str) -> Sense {
        Sense { code: code.to_owned(), kind, flags: BTreeSet::new(), place: place.to_owned() }
    }

    /// Takes away the flag "accented" where the form has no accent.
    fn accents(mut self, form: &str) -> Sense {
        if form.is_ascii() {
            self.flags.remove(&ACCENTED);
        }
        self
    }

    /// Marks a demonym that is a language's name.
    fn language(mut self, form: &str, languages: &BTreeSet<String>) -> Sense {
        if languages.contains(&fold(form)) {
            self.flags.insert(LANGUAGE);
        }
        self
    }
}
