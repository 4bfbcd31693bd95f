//! Endings that many words of the table share, each set written as one sign: "andorran/" is andorrana, andorranas,
//! andorrano and andorranos. They make the table smaller by a tenth, and the wasm with it.

/// A sign, and the endings that it stands for.
pub const ENDINGS: [(char, &[&str]); 4] =
    [('+', &["", "s"]), ('/', &["a", "as", "o", "os"]), ('%', &["a", "as", "os"]), ('*', &["a", "as", "es"])];

/// A phrase of the table without its sign, and the endings of its last word.
pub(super) fn stem_and_endings(phrase: &str) -> (&str, &'static [&'static str]) {
    ENDINGS
        .iter()
        .find_map(|(sign, endings)| Some((phrase.strip_suffix(*sign)?, *endings)))
        .unwrap_or((phrase, &[""]))
}

#[cfg(test)]
mod tests {
    use super::stem_and_endings;

    #[test]
    fn a_sign_stands_for_its_endings() {
        let cases = [
            ("chad", "chad"),
            ("chadian+", "chadian chadians"),
            ("south sudanes*", "south sudanesa south sudanesas south sudaneses"),
            ("cuban/", "cubana cubanas cubano cubanos"),
            ("panama city , fla", "panama city , fla"),
        ];
        for (phrase, expected) in cases {
            let (stem, endings) = stem_and_endings(phrase);
            let all: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).collect();
            assert_eq!(all.join(" "), expected);
        }
    }
}
