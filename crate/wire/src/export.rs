//! The options of an exported picture, as a page or a command line writes them; what is absent is the default.

use crate::Failure;
use crate::number::told;
use dateline_core::scene::ThemeName;
use dateline_core::study::{Chart, ExportOptions, ExportRange, Language};
use dateline_core::text::joined;
use serde::Deserialize;

/// The longest side of a picture, in pixels before scaling.
pub const MAX_SIDE: f64 = 16_384.0;
/// The largest scale.
pub const MAX_SCALE: f64 = 8.0;
/// The most pixels of a PNG, after scaling: its bytes, four a pixel, are held at once.
pub const MAX_PIXELS: f64 = 134_217_728.0;

/// What a caller asked for; both doors go through [`Export::resolve`], so that their defaults are the same.
///
/// ```
/// let asked: dateline_wire::Export = serde_json::from_str(r#"{"chart":"timeline","scale":2}"#).unwrap();
/// let resolved = asked.resolve().unwrap();
/// assert_eq!(resolved.pixels(), (3200, 1800));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Export {
    /// `both` (default), `timeline` or `countries`.
    pub chart: Option<String>,
    /// `png` or `svg`.
    pub format: Option<String>,
    /// Pixels, 1600 where absent.
    pub width: Option<f64>,
    /// Pixels, 900 where absent.
    pub height: Option<f64>,
    /// Pixels of the PNG for each pixel of the picture; 1 where absent.
    pub scale: Option<f64>,
    /// `light` (default) or `dark`; `auto` is light.
    pub theme: Option<String>,
    /// `window` (default) or `all`.
    pub range: Option<String>,
    /// Instead of the report's own title.
    pub title: Option<String>,
    /// A line of the caller.
    pub note: Option<String>,
    /// Leaves out the ground.
    pub transparent: Option<bool>,
    /// BCP 47 tag of the picture's own words; English where absent.
    pub lang: Option<String>,
}

/// The file to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Pixels.
    #[default]
    Png,
    /// Vectors, with real text.
    Svg,
}

/// Options that have been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// For the layout.
    pub options: ExportOptions,
    /// The file to make.
    pub format: Format,
    /// Pixels of the PNG for each pixel of the picture.
    pub scale: f64,
}

impl Resolved {
    /// Width and height of the PNG in pixels.
    pub fn pixels(&self) -> (u32, u32) {
        let side = |length: f64| (length * self.scale).round().max(1.0) as u32;
        (side(self.options.width), side(self.options.height))
    }
}

impl Export {
    /// The options, checked, with defaults for what is absent.
    ///
    /// # Errors
    ///
    /// `bad-option` for a word that is not one of its choices, `bad-size` for a size that cannot be drawn.
    pub fn resolve(&self) -> Result<Resolved, Failure> {
        let default = ExportOptions::default();
        let scale = within("scale", self.scale.unwrap_or(1.0), 0.1, MAX_SCALE)?;
        let options = ExportOptions {
            width: within("width", self.width.unwrap_or(default.width), 1.0, MAX_SIDE)?.round(),
            height: within("height", self.height.unwrap_or(default.height), 1.0, MAX_SIDE)?.round(),
            chart: choice("chart", self.chart.as_deref(), &CHARTS)?.unwrap_or(default.chart),
            theme: choice("theme", self.theme.as_deref(), &THEMES)?.unwrap_or(default.theme),
            range: choice("range", self.range.as_deref(), &RANGES)?.unwrap_or(default.range),
            language: self.lang.as_deref().map_or(default.language, Language::of),
            transparent: self.transparent.unwrap_or(default.transparent),
            title: self.title.clone().or(default.title),
            note: self.note.clone().or(default.note),
        };
        let format = choice("format", self.format.as_deref(), &FORMATS)?.unwrap_or_default();
        let pixels = options.width * options.height * scale * scale;
        if pixels > MAX_PIXELS {
            return Err(too_large(pixels));
        }
        Ok(Resolved { options, format, scale })
    }
}

const CHARTS: [(&str, Chart); 3] =
    [("both", Chart::Both), ("timeline", Chart::Timeline), ("countries", Chart::Countries)];
const THEMES: [(&str, ThemeName); 3] =
    [("light", ThemeName::Light), ("dark", ThemeName::Dark), ("auto", ThemeName::Light)];
const RANGES: [(&str, ExportRange); 2] = [("window", ExportRange::Window), ("all", ExportRange::All)];
const FORMATS: [(&str, Format); 2] = [("png", Format::Png), ("svg", Format::Svg)];

/// The value that a word stands for; nothing where there is no word.
pub(crate) fn choice<T: Copy>(
    key: &str,
    word: Option<&str>,
    choices: &[(&str, T)],
) -> Result<Option<T>, Failure> {
    let Some(word) = word else { return Ok(None) };
    let found = choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let shown: String = word.chars().take(40).collect();
    let unknown = || {
        let message = format!("`{shown}` is not a choice of `{key}`.");
        Failure::new("bad-option", message, format!("Write one of: {}.", joined(&names, ", ")))
    };
    found.map(Some).ok_or_else(unknown)
}

fn within(key: &str, value: f64, least: f64, most: f64) -> Result<f64, Failure> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    let [value, least, most] = [value, least, most].map(told);
    let message = format!("`{key}` is {value}, and must lie between {least} and {most}.");
    Err(Failure::new("bad-size", message, format!("Ask for a {key} between {least} and {most}.")))
}

fn too_large(pixels: f64) -> Failure {
    let millions = told((pixels / 1e6).ceil());
    let most = told((MAX_PIXELS / 1e6).floor());
    let message = format!("The picture would have {millions} million pixels, and may have {most} million.");
    Failure::new("bad-size", message, "Ask for a smaller width, height or scale, or for SVG at scale 1.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_asked_for_is_the_default_of_core() {
        let resolved = Export::default().resolve().unwrap();
        assert_eq!(resolved.options, ExportOptions::default());
        assert_eq!((resolved.format, resolved.pixels()), (Format::Png, (1600, 900)));
    }

    #[test]
    fn options_are_checked() {
        let cases = [
            (r#"{"width":600.4,"height":400,"scale":3}"#, Ok((1800, 1200))),
            (
                r#"{"theme":"auto","chart":"countries","range":"all","format":"svg","lang":null}"#,
                Ok((1600, 900)),
            ),
            (r#"{"width":0}"#, Err("bad-size")),
            (r#"{"height":1e9}"#, Err("bad-size")),
            (r#"{"scale":-1}"#, Err("bad-size")),
            (r#"{"width":16384,"height":16384}"#, Err("bad-size")),
            (r#"{"chart":"pie"}"#, Err("bad-option")),
            (r#"{"theme":"Dark"}"#, Err("bad-option")),
            (r#"{"format":"pdf"}"#, Err("bad-option")),
        ];
        for (text, expected) in cases {
            let asked: Export = serde_json::from_str(text).unwrap();
            let resolved = asked.resolve().map(|it| it.pixels()).map_err(|failure| failure.code);
            assert_eq!(resolved, expected, "{text}");
        }
        let not_a_number = Export { width: Some(f64::NAN), ..Export::default() };
        assert_eq!(not_a_number.resolve().unwrap_err().code, "bad-size");
    }
}
