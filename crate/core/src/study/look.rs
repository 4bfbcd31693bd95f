//! How a picture looks, and what an exported one says.

use crate::layout::{Chart, Language};
use crate::scene::ThemeName;

/// How the picture looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// Light or dark.
    pub theme: ThemeName,
    /// Which panels.
    pub chart: Chart,
    /// The language of its own words.
    pub language: Language,
    /// Leaves out the ground.
    pub transparent: bool,
}

/// Which time an exported picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ExportRange {
    /// What is in view.
    #[default]
    Window,
    /// Everything.
    All,
}

/// What an exported picture is like.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportOptions {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// Which panels.
    pub chart: Chart,
    /// Light or dark.
    pub theme: ThemeName,
    /// Which time.
    pub range: ExportRange,
    /// The language of its own words.
    pub language: Language,
    /// Leaves out the ground.
    pub transparent: bool,
    /// Instead of the report's own title.
    pub title: Option<String>,
    /// A line of the caller above the credit line.
    pub note: Option<String>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        ExportOptions {
            width: 1600.0,
            height: 900.0,
            chart: Chart::Both,
            theme: ThemeName::Light,
            range: ExportRange::Window,
            language: Language::English,
            transparent: false,
            title: None,
            note: None,
        }
    }
}
