//! The media types of what the site is made of.

use std::path::Path;

/// The `Content-Type` of a file, by its name.
pub fn content_type(file: &Path) -> &'static str {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        // Browsers compile wasm while it arrives only under this type.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_those_that_browsers_insist_on() {
        let cases = [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/viewer-1a2b.js", "text/javascript; charset=utf-8"),
            ("engine.WASM", "application/wasm"),
            ("font.woff2", "font/woff2"),
            ("icon.svg", "image/svg+xml"),
            ("sample.txt", "text/plain; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
            (".js", "application/octet-stream"),
        ];
        for (file, expected) in cases {
            assert_eq!(content_type(Path::new(file)), expected, "{file}");
        }
    }
}
