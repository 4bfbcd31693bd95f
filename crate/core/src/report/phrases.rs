//! The words by which reports mark their own parts, in English and Spanish: tables, not code.
//!
//! Everything is compared in lower case with plain apostrophes, see [`folded`].

use crate::lower::{lower, small};
use crate::text::Seek;

/// Lines that are furniture as a whole.
const FURNITURE_LINES: &[&str] = &[
    "expert",
    "experts",
    "our experts",
    "meet our expert",
    "meet our experts",
    "meet the expert",
    "author",
    "authors",
    "about the author",
    "about the authors",
    "issues",
    "topics",
    "regions",
    "tags",
    "download",
    "download pdf",
    "download the pdf",
    "share",
    "share this",
    "print",
    "email",
    "subscribe",
    "newsletter",
    "sign up",
    "menu",
    "home",
    "search",
    "contact",
    "contact us",
    "related",
    "related content",
    "read more",
    "table of contents",
    "contents",
    "back to top",
    "follow us",
    "advertisement",
    "login",
    "log in",
    "donate",
    "experto",
    "expertos",
    "autor",
    "autores",
    "descargar",
    "descargar pdf",
    "compartir",
    "imprimir",
    "suscribirse",
    "inicio",
    "buscar",
    "contacto",
    "contenido",
    "indice",
    "leer mas",
    "temas",
    "volver arriba",
];

/// How furniture begins.
const FURNITURE_OPENINGS: &[&str] = &[
    "click here",
    "disclaimer",
    "export this",
    "download this",
    "download the",
    "share this",
    "subscribe to",
    "sign up for",
    "follow us",
    "all rights reserved",
    "copyright",
    "©",
    "this email was sent",
    "unsubscribe",
    "view in browser",
    "read the full",
    "meet our",
    "haga clic",
    "haz clic",
    "pulse aqui",
    "aviso legal",
    "descargo de responsabilidad",
    "exportar este",
    "descargue",
    "descargar este",
    "todos los derechos",
    "conozca a nuestro",
    "suscribase",
    "ver en el navegador",
];

/// How a statement of the time that a report covers begins or what it holds.
const COVERAGE_WORDS: &[&str] = &[
    "click here",
    "reporting period",
    "period covered",
    "covering",
    "this report covers",
    "covers the period",
    "this issue covers",
    "haga clic",
    "haz clic",
    "pulse aqui",
    "periodo cubierto",
    "este informe cubre",
    "periodo del informe",
    "abarca el periodo",
];

/// Titles of lists of recommended reading.
const READING_TITLES: &[&str] = &[
    "must read",
    "must reads",
    "must-read",
    "must-reads",
    "recommended reading",
    "recommended readings",
    "further reading",
    "suggested reading",
    "reading list",
    "what we are reading",
    "what we're reading",
    "lecturas",
    "lecturas recomendadas",
    "lecturas imprescindibles",
    "para leer",
    "lecturas obligadas",
];

/// How an item says that its source is state media.
const STATE_MEDIA_OPENINGS: &[&str] = &[
    "state media report",
    "state-run media report",
    "state-owned media report",
    "state-controlled media report",
    "medios estatales informan",
    "medios estatales reportan",
    "medios estatales reporta",
    "la prensa estatal",
    "los medios estatales",
];

/// Platforms on which a person publishes: what stands before "on" is then a byline.
const PLATFORMS: &[&str] = &[
    "twitter",
    "x",
    "facebook",
    "telegram",
    "instagram",
    "youtube",
    "tiktok",
    "linkedin",
    "medium",
    "substack",
    "truth social",
    "mastodon",
    "bluesky",
    "threads",
    "weibo",
    "vk",
    "reddit",
    "whatsapp",
    "rumble",
    "gab",
];

/// Languages as a note names them, and their ISO 639-1 codes.
const LANGUAGES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("farsi", "fa"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("mandarin", "zh"),
    ("norwegian", "no"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
    ("aleman", "de"),
    ("arabe", "ar"),
    ("castellano", "es"),
    ("chino", "zh"),
    ("espanol", "es"),
    ("frances", "fr"),
    ("hebreo", "he"),
    ("ingles", "en"),
    ("italiano", "it"),
    ("japones", "ja"),
    ("persa", "fa"),
    ("portugues", "pt"),
    ("ruso", "ru"),
    ("turco", "tr"),
    ("ucraniano", "uk"),
];

/// Common words that tell one language from another.
const FUNCTION_WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "in", "is", "for", "with", "that", "was", "by", "from", "has"]),
    ("es", &["el", "la", "los", "las", "de", "del", "y", "en", "que", "con", "por", "una", "se", "su"]),
];

/// Words between an outlet and a date that belong to neither.
pub(super) const DATE_PREPOSITIONS: &[&str] =
    &["on", "el", "del", "dated", "published", "publicado", "le", "em", "dia", "updated"];

/// Weekdays, which may stand before a date.
pub(super) const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
];

/// Words that join a person and a platform.
pub(super) const PLATFORM_JOINS: &[&str] = &[" on ", " via ", " en ", " vía "];

/// Words that join a work and who wrote it.
pub(super) const AUTHOR_JOINS: &[&str] = &[" by ", " por "];

/// Lower-case words that stand inside names and titles of bodies.
pub(super) const NAME_PARTICLES: &[&str] = &[
    "of", "the", "for", "and", "&", "de", "del", "la", "las", "los", "el", "y", "e", "van", "von", "der",
    "den", "da", "do", "dos", "das", "di", "du", "le", "al", "bin", "ibn", "in", "on", "with", "para", "en",
    "to",
];

/// Abbreviations after which a full stop ends no sentence.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "cmdr", "adm",
    "rev", "hon", "st", "mt", "ft", "no", "nos", "vs", "vol", "art", "sec", "fig", "inc", "ltd", "co",
    "corp", "bros", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "jr", "approx", "est", "sr", "sra", "srta", "dra", "ud", "uds", "num", "pag", "ee", "uu", "ene", "abr",
    "ago", "dic", "gral", "av", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "may", "lun",
    "mie", "jue", "vie", "sab", "dom", "s", "c", "bc",
];

/// Lower case, accents and curly apostrophes folded away, without colon, asterisks and blanks at the ends.
pub(super) fn folded(text: &str) -> String {
    let plain = text.chars().map(small).map(|letter| match letter {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        '’' | '‘' => '\'',
        other if other.is_whitespace() => ' ',
        other => other,
    });
    plain.collect::<String>().trim_matches(|c: char| c == ':' || c == '*' || c.is_whitespace()).to_owned()
}

/// The first `count` characters: enough to compare openings without folding a whole paragraph.
pub(super) fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Characters of a text that are enough to know its opening.
const OPENING_LENGTH: usize = 48;

fn opens_with(text: &str, openings: &[&str]) -> bool {
    opens(&folded(head(text.trim_start(), OPENING_LENGTH)), openings)
}

fn opens(folded: &str, openings: &[&str]) -> bool {
    openings.iter().any(|known| folded.starts_with(known))
}

/// Whether the text is furniture by its own words: a menu entry, a download line, a disclaimer.
pub(super) fn is_furniture(text: &str) -> bool {
    let opening = folded(head(text.trim_start(), OPENING_LENGTH));
    let line = opening.trim_end_matches('.');
    FURNITURE_LINES.contains(&line) || opens(&opening, FURNITURE_OPENINGS) || is_page_number(line)
}

fn is_page_number(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let opened = matches!(words.next(), Some("page" | "pagina" | "pag" | "p."));
    let numbers = line.split_whitespace().count() <= 4 && line.bytes().any(|byte| byte.is_ascii_digit());
    opened && numbers && words.all(|word| matches!(word, "of" | "de" | "/") || word.parse::<u32>().is_ok())
}

/// Whether a short line may state the time that the report covers.
pub(super) fn speaks_of_coverage(text: &str) -> bool {
    let text = folded(head(text, 200));
    COVERAGE_WORDS.iter().any(|word| text.has(word))
}

/// Whether a section of this title is a list of recommended reading.
pub fn is_reading_title(title: &str) -> bool {
    READING_TITLES.contains(&folded(title).as_str())
}

/// Whether an item marks its own source as state media.
pub fn is_state_media(text: &str) -> bool {
    opens_with(text.trim_start_matches(|c: char| !c.is_alphabetic()), STATE_MEDIA_OPENINGS)
}

/// Whether the name is that of a platform on which people publish.
pub(super) fn is_platform(name: &str) -> bool {
    PLATFORMS.contains(&folded(name).as_str())
}

/// The code of a language by its name in English or Spanish.
pub(super) fn language_code(name: &str) -> Option<&'static str> {
    let name = folded(name);
    LANGUAGES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

/// The language of a text by its most common words: the ISO 639-1 code, `en` where nothing tells.
///
/// ```
/// assert_eq!(dateline_core::report::language_of("El ministro se reunió con la presidenta."), "es");
/// ```
pub fn language_of(text: &str) -> &'static str {
    const SAMPLE_WORDS: usize = 2_000;
    let mut counts = vec![0_u32; FUNCTION_WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(SAMPLE_WORDS) {
        let word = lower(word);
        for ((_, words), count) in FUNCTION_WORDS.iter().zip(&mut counts) {
            *count += u32::from(words.contains(&word.as_str()));
        }
    }
    let ranked = FUNCTION_WORDS.iter().zip(counts).rev().max_by_key(|(_, count)| *count);
    ranked.filter(|(_, count)| *count > 0).map_or("en", |((code, _), _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words() {
        for text in ["EXPERT", "Meet our expert", "Export this report as a PDF.", "Page 3 of 10", "DESCARGAR"]
        {
            assert!(is_furniture(text), "{text}");
        }
        for text in ["OVERVIEW", "Pages from history", "Expert teams arrived in Kyiv on Monday."] {
            assert!(!is_furniture(text), "{text}");
        }
    }

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(language_of("The minister met with the president of the country."), "en");
        assert_eq!(language_of(""), "en");
        assert_eq!(language_code("Español"), Some("es"));
    }
}
