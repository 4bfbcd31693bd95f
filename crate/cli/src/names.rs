//! Names of countries in other languages than English and Spanish, from the packs that the program holds.

use dateline_core::countries::Gazetteer;
use dateline_wire::Failure;
use std::sync::Arc;

/// The built-in names with those of the languages; `None` where no language is asked for.
///
/// # Errors
///
/// `no-names` for a language without a pack.
pub(crate) fn gazetteer(languages: &[String]) -> Result<Option<Arc<Gazetteer>>, Failure> {
    if languages.is_empty() {
        return Ok(None);
    }
    let mut gazetteer = Gazetteer::built_in();
    for language in languages.iter().map(|language| language.trim()) {
        if !matches!(language, "en" | "es") {
            gazetteer.add(dateline_names::pack(language).ok_or_else(|| unknown(language))?);
        }
    }
    Ok(Some(Arc::new(gazetteer)))
}

fn unknown(language: &str) -> Failure {
    let shown: String = language.chars().take(40).collect();
    let message = format!("There are no names of countries in `{shown}`.");
    Failure::new("no-names", message, "Write languages such as fr,de or pt after `--country-languages`.")
}
