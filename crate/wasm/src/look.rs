//! What JavaScript asks of the picture on the screen.

use dateline_core::model::CountryCode;
use dateline_core::scene::ThemeName;
use dateline_core::study::{Chart, Language, Look};

/// How the picture on the screen looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct LookJson {
    pub(crate) theme: String,
    pub(crate) chart: String,
    pub(crate) lang: String,
    pub(crate) transparent: bool,
    /// `VE Venezuela`, a line each: countries in the reader's language.
    pub(crate) names: String,
}

impl LookJson {
    /// The same in the words of the core; what is not known is the default.
    pub(crate) fn look(&self) -> Look {
        Look {
            theme: if self.theme == "dark" { ThemeName::Dark } else { ThemeName::Light },
            chart: chart(&self.chart),
            language: Language::of(&self.lang),
            transparent: self.transparent,
        }
    }
}

impl LookJson {
    /// The names of countries; lines that have no code are passed over.
    pub(crate) fn names(&self) -> Vec<(CountryCode, String)> {
        let named = self.names.lines().filter_map(|line| {
            let (code, name) = line.split_at_checked(2)?;
            Some((CountryCode::new(code)?, name.trim_start().to_owned()))
        });
        named.collect()
    }
}

fn chart(name: &str) -> Chart {
    match name {
        "timeline" => Chart::Timeline,
        "countries" => Chart::Countries,
        "strip" => Chart::Strip,
        _ => Chart::Both,
    }
}
