//! Plurals and feminines of demonyms, by rule.

/// English endings that take no plural -s.
const NO_PLURAL: [&str; 8] = ["ese", "ish", "ss", "sh", "nch", "tch", "s", "x"];

/// What stands before "-man" where it is a man: "Dutchman", "Scotsman", "Manxman", "Ulsterman", not "German".
const MEN: [&str; 6] = ["ch", "sh", "s", "x", "y", "ster"];

/// A form and what follows from it in English: "Peruvian" gives "Peruvians", "Frenchman" three more; "Manx=" nothing.
pub fn english(form: &str) -> Vec<String> {
    if let Some(alone) = form.strip_suffix('=') {
        return vec![alone.to_owned()];
    }
    if let Some(stem) = form.strip_suffix("man").filter(|stem| MEN.iter().any(|end| stem.ends_with(end))) {
        return ["man", "woman", "men", "women"].iter().map(|end| format!("{stem}{end}")).collect();
    }
    match NO_PLURAL.iter().any(|end| form.ends_with(end)) || form.ends_with('z') {
        true => vec![form.to_owned()],
        false => vec![form.to_owned(), format!("{form}s")],
    }
}

/// A form and what follows from it in Spanish: "peruano" gives "peruana", "peruanos", "peruanas".
pub fn spanish(form: &str) -> Vec<String> {
    if let Some(alone) = form.strip_suffix('=') {
        return vec![alone.to_owned()];
    }
    let with = |stem: &str, ends: &[&str]| ends.iter().map(|end| format!("{stem}{end}")).collect();
    if let Some(stem) = form.strip_suffix('o') {
        return with(stem, &["o", "a", "os", "as"]);
    }
    for (accented, plain) in [("és", "es"), ("án", "an"), ("ín", "in"), ("ón", "on")] {
        if let Some(stem) = form.strip_suffix(accented) {
            let ends = [accented.to_owned(), format!("{plain}a"), format!("{plain}es"), format!("{plain}as")];
            return ends.iter().map(|end| format!("{stem}{end}")).collect();
        }
    }
    match form.chars().last() {
        Some('í' | 'ú') => with(form, &["", "es", "s"]),
        Some('l') if form.ends_with("ol") => with(form, &["", "a", "es", "as"]),
        Some('a' | 'e' | 'i' | 'u') => with(form, &["", "s"]),
        _ => with(form, &["", "es"]),
    }
}

#[cfg(test)]
mod tests {
    use super::{english, spanish};

    #[test]
    fn english_forms() {
        for (form, want) in [
            ("Peruvian", "Peruvian Peruvians"),
            ("Chinese", "Chinese"),
            ("French", "French"),
            ("Czech", "Czech Czechs"),
            ("Frenchman", "Frenchman Frenchwoman Frenchmen Frenchwomen"),
            ("Welshman", "Welshman Welshwoman Welshmen Welshwomen"),
            ("Ulsterman", "Ulsterman Ulsterwoman Ulstermen Ulsterwomen"),
            ("German", "German Germans"),
            ("Panaman", "Panaman Panamans"),
            ("Kyrgyz", "Kyrgyz"),
            ("Manx=", "Manx"),
        ] {
            assert_eq!(english(form).join(" "), want);
        }
    }

    #[test]
    fn spanish_forms() {
        for (form, want) in [
            ("peruano", "peruano peruana peruanos peruanas"),
            ("danés", "danés danesa daneses danesas"),
            ("alemán", "alemán alemana alemanes alemanas"),
            ("español", "español española españoles españolas"),
            ("iraní", "iraní iraníes iranís"),
            ("belga", "belga belgas"),
            ("canadiense", "canadiense canadienses"),
            ("kosovar", "kosovar kosovares"),
            ("papúes=", "papúes"),
        ] {
            assert_eq!(spanish(form).join(" "), want);
        }
    }
}
