//! Finds a Chromium for the browser tests: the one that `CHROME` names, one on the PATH or in its usual place, or
//! Playwright's own. Installs Debian's when it may.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::project;
use crate::shell::{ask, program, run};
use crate::step::note;
use crate::trouble::Trouble;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where the browser is on systems that do not put it on the PATH.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

const INSTALL_ON_DEBIAN: &str = "apt-get install --yes --no-install-recommends chromium fonts-liberation";

/// The browser to test in.
pub fn ensure(install: bool) -> Result<PathBuf, Trouble> {
    let browser = look(install)?;
    note(&browser.display().to_string());
    Ok(browser)
}

fn look(install: bool) -> Result<PathBuf, Trouble> {
    if let Some(named) = env::var_os("CHROME").filter(|named| !named.is_empty()) {
        return named_by_environment(&named);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    let allowed = install || env::var("CI").is_ok_and(|value| value == "true");
    if !(allowed && is_debian() && is_root()) {
        return Err(Trouble::new("no Chromium was found for the browser tests", remedy()));
    }
    install_on_debian()?;
    find().ok_or_else(|| {
        Trouble::new("chromium was installed, but is not on the PATH", "set CHROME to its path")
    })
}

/// `CHROME` is a path or the name of a program.
fn named_by_environment(named: &OsStr) -> Result<PathBuf, Trouble> {
    let path = PathBuf::from(named);
    if path.is_file() { Some(path) } else { on_path(named) }.ok_or_else(|| {
        Trouble::new(
            format!("CHROME names {}, which is not there", named.display()),
            "set CHROME to the path of a Chromium or Chrome, or leave it unset to have one found",
        )
    })
}

fn find() -> Option<PathBuf> {
    let usual = || PLACES.iter().map(PathBuf::from).find(|place| place.is_file());
    NAMES.iter().find_map(|name| on_path(OsStr::new(name))).or_else(usual).or_else(playwrights_own)
}

/// The file that a shell would run under this name.
fn on_path(name: &OsStr) -> Option<PathBuf> {
    in_folders(name, &env::var_os("PATH")?)
}

fn in_folders(name: &OsStr, folders: &OsStr) -> Option<PathBuf> {
    let file = Path::new(name).with_extension(env::consts::EXE_EXTENSION);
    env::split_paths(folders).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The browser that `npx playwright install chromium` has put into its cache, if it has.
fn playwrights_own() -> Option<PathBuf> {
    let script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
    let told = ask(program("node").args(["--eval", script]).current_dir(project::browser_tests()))?;
    Some(PathBuf::from(told)).filter(|path| path.is_file())
}

fn install_on_debian() -> Result<(), Trouble> {
    note("installing chromium");
    let remedy = "check the network and the package sources, or set CHROME to a Chromium that is there";
    let apt = |line: &str| {
        run(
            program("apt-get").args(line.split_whitespace().skip(1)).env("DEBIAN_FRONTEND", "noninteractive"),
            remedy,
        )
    };
    apt("apt-get update")?;
    apt(INSTALL_ON_DEBIAN)
}

fn remedy() -> String {
    let by_hand = "set CHROME to the path of a Chromium or Chrome, or run: npx playwright install chromium";
    if !is_debian() {
        return by_hand.to_owned();
    }
    let sudo = if is_root() { "" } else { "sudo " };
    let again = if is_root() { "\nor let this command do it: cargo xtask test --install" } else { "" };
    format!("{sudo}{INSTALL_ON_DEBIAN}{again}\nor {by_hand}")
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && on_path(OsStr::new("apt-get")).is_some()
}

fn is_root() -> bool {
    ask(program("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_in_the_first_folder_that_has_it() {
        let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = format!("browser{}", env::consts::EXE_SUFFIX);
        std::fs::write(second.path().join(&file), "").unwrap();
        let folders = env::join_paths([first.path(), second.path()]).unwrap();
        assert_eq!(in_folders(OsStr::new("browser"), &folders), Some(second.path().join(&file)));
        std::fs::write(first.path().join(&file), "").unwrap();
        assert_eq!(in_folders(OsStr::new("browser"), &folders), Some(first.path().join(&file)));
        assert_eq!(in_folders(OsStr::new("other"), &folders), None);
    }

    #[test]
    fn a_wrong_name_is_told() {
        let trouble = named_by_environment(OsStr::new("/no/such/browser")).unwrap_err();
        assert!(trouble.what().contains("/no/such/browser"));
    }

    #[test]
    fn the_remedy_always_names_a_way() {
        assert!(remedy().contains("CHROME"));
    }
}
