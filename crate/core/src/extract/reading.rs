//! An entry of recommended reading: "Title by Author, Outlet".

use crate::report::is_name;
use crate::text::{Seek, places};

/// Words between a work and who wrote it.
const JOINS: &[&str] = &[" by ", " por "];

/// An author and an outlet together are no longer than this, in bytes.
const MAX_CREDIT: usize = 240;
/// No more than this many joining words are tried.
const MAX_JOINS: usize = 32;

/// A work, who wrote it and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    /// The work's title.
    pub title: &'t str,
    /// Who wrote it.
    pub author: Option<&'t str>,
    /// Where it was published.
    pub outlet: Option<&'t str>,
}

/// Reads an entry whose note is off. The author follows the first "by" after which a name stands; a lone name
/// without an outlet after it is the outlet ("by the National Endowment …").
pub(super) fn reading(text: &str) -> Reading<'_> {
    let text = text.trim();
    let joins = JOINS.iter().flat_map(|join| places(text, join).take(MAX_JOINS).map(move |at| (at, join)));
    let found = joins.filter(|(at, _)| text.len() - at <= MAX_CREDIT).find_map(|(at, join)| {
        let rest = text.get(at + join.len()..)?.trim();
        let (name, place) =
            rest.parted(", ").map_or((rest, None), |(name, place)| (name, Some(place.trim())));
        (!name.is_empty() && is_name(name)).then_some((text.get(..at)?.trim_end(), name.trim(), place))
    });
    let Some((title, name, place)) = found else {
        return Reading { title: text, author: None, outlet: None };
    };
    // "…, digital magazine of X" describes the outlet before it; a place in capitals is an outlet of its own.
    match place.filter(|place| place.chars().next().is_some_and(|c| !c.is_lowercase())) {
        Some(place) => Reading { title, author: Some(name), outlet: Some(place.trim_end_matches('.')) },
        None => Reading {
            title,
            author: None,
            outlet: Some(name.strip_prefix("the ").unwrap_or(name).trim_end_matches('.')),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_authors_and_outlets() {
        let cases = [
            ("On the Sea by Ann Lee, The Diplomat", "On the Sea", Some("Ann Lee"), Some("The Diplomat")),
            (
                "Attacks by rebels on towns by Ann Lee and Bo Ek, RUSI",
                "Attacks by rebels on towns",
                Some("Ann Lee and Bo Ek"),
                Some("RUSI"),
            ),
            ("An axis by La Semana", "An axis", None, Some("La Semana")),
            ("Deals by the Fund for Peace", "Deals", None, Some("Fund for Peace")),
            ("Arms by Dialogo, a magazine by the Army", "Arms", None, Some("Dialogo")),
            ("El mar por Ana Ruiz, El País", "El mar", Some("Ana Ruiz"), Some("El País")),
            ("A title alone", "A title alone", None, None),
        ];
        for (text, title, author, outlet) in cases {
            assert_eq!(reading(text), Reading { title, author, outlet }, "{text}");
        }
    }
}
