//! The weight of files: raw, through gzip, through brotli, each at the level of a server that compresses once.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::trouble::Trouble;

/// Bytes of one file or of several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

impl std::ops::Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// A file by its path below the site, with `/` on every system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    pub name: String,
    pub weight: Weight,
}

/// Every file below a folder, by name.
pub fn folder(top: &Path) -> Result<Vec<Measured>, Trouble> {
    let mut files = Vec::new();
    list(top, &mut files)?;
    files.sort();
    files.iter().map(|file| measured(top, file)).collect()
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    let entries = fs::read_dir(folder).map_err(|error| Trouble::file("read", folder, &error))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn measured(top: &Path, file: &Path) -> Result<Measured, Trouble> {
    let parts = file.strip_prefix(top).unwrap_or(file).components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    let weight = fs::read(file).and_then(|bytes| weigh(&bytes));
    let weight = weight.map_err(|error| Trouble::file("measure", file, &error))?;
    Ok(Measured { name: parts.join("/"), weight })
}

fn weigh(bytes: &[u8]) -> io::Result<Weight> {
    let mut gzip = GzEncoder::new(Count(0), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = CompressorWriter::new(Count(0), 4096, 11, 22);
    brotli.write_all(bytes)?;
    Ok(Weight { raw: bytes.len() as u64, gzip: gzip.finish()?.0, brotli: brotli.into_inner().0 })
}

/// Counts what is written to it.
struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_weighs_less_as_sent() {
        let weight = weigh(&b"dateline ".repeat(1000)).unwrap();
        assert_eq!(weight.raw, 9000);
        assert!((20..200).contains(&weight.gzip), "{weight:?}");
        assert!((8..weight.gzip).contains(&weight.brotli), "{weight:?}");
    }

    #[test]
    fn files_are_listed_through_all_folders() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("assets")).unwrap();
        fs::write(top.path().join("index.html"), "abc").unwrap();
        fs::write(top.path().join("assets/engine.wasm"), "").unwrap();
        let files = folder(top.path()).unwrap();
        let told: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.weight.raw)).collect();
        assert_eq!(told, [("assets/engine.wasm", 0), ("index.html", 3)]);
    }
}
