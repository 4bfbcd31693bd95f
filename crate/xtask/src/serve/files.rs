//! From the address of a request to a file of the site, and to no other file.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The file that `address` (path and query of a request) names below `folder`; a folder gives its `index.html`.
/// `None` when there is none, or when it lies outside, by its name or through a link.
pub fn find(folder: &Path, address: &str) -> Option<PathBuf> {
    let relative = relative(address)?;
    let folder = folder.canonicalize().ok()?;
    let mut file = folder.join(relative).canonicalize().ok()?;
    if file.is_dir() {
        file = file.join("index.html").canonicalize().ok()?;
    }
    (file.starts_with(&folder) && file.is_file()).then_some(file)
}

/// The path below the site, decoded; `None` for anything but plain names.
fn relative(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    if decoded.contains(['\\', ':', '\0']) {
        return None;
    }
    let path = PathBuf::from(decoded.trim_start_matches('/'));
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn site() -> tempfile::TempDir {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("dist/assets")).unwrap();
        fs::write(top.path().join("secret.txt"), "secret").unwrap();
        fs::write(top.path().join("dist/index.html"), "page").unwrap();
        fs::write(top.path().join("dist/assets/a b.js"), "script").unwrap();
        top
    }

    #[test]
    fn addresses_name_files_of_the_site_alone() {
        let top = site();
        let dist = top.path().join("dist");
        let cases = [
            ("/", Some("index.html")),
            ("/index.html?theme=dark", Some("index.html")),
            ("/assets/a%20b.js", Some("assets/a b.js")),
            ("//index.html", Some("index.html")),
            ("/assets", None),
            ("/none.html", None),
            ("/../secret.txt", None),
            ("/%2e%2e/secret.txt", None),
            ("/assets/..%2f..%2fsecret.txt", None),
            ("/..%5csecret.txt", None),
            ("/%00", None),
            ("/%ff", None),
        ];
        for (address, expected) in cases {
            let expected = expected.map(|name| dist.join(name).canonicalize().unwrap());
            assert_eq!(find(&dist, address), expected, "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_outside() {
        let top = site();
        let dist = top.path().join("dist");
        std::os::unix::fs::symlink(top.path().join("secret.txt"), dist.join("link.txt")).unwrap();
        assert_eq!(find(&dist, "/link.txt"), None);
    }
}
