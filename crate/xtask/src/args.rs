//! The command line of `cargo xtask`, as data. Reads it, runs nothing.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Install what is missing, build the site, serve it on this machine and open the studio
    Serve(ServeOptions),
    /// Install what is missing and build the distributable site into dist/
    Build,
    /// Install what is missing and run every test, or the suites named
    Test(TestOptions),
    /// Measure the built site, file by file, against size-budget.json
    Size,
    /// Measure: the reading of texts (when nothing is named), or the page beside other libraries in a real browser
    Bench {
        #[command(subcommand)]
        what: Option<Bench>,
    },
    /// Write the table of country names anew from its open sources
    Gazetteer {
        /// Compare with the table that is there, and write nothing
        #[arg(long)]
        check: bool,
    },
    /// Write the table of glyph widths anew from the bundled font
    Font,
}

#[derive(Debug, clap::Args)]
pub struct ServeOptions {
    /// Where to serve, on 127.0.0.1
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    pub port: u16,
    /// Do not open a browser
    #[arg(long)]
    pub no_open: bool,
    /// Serve the site in dist/ as it is, without building it first
    #[arg(long)]
    pub no_build: bool,
}

/// What is measured.
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Time the reading of a text, natively and in wasm, beside other finders of dates and countries
    Reading {
        /// The text to read; the sample report when none is named
        text: Option<PathBuf>,
    },
    /// Time load, pan, zoom, brush and filter of 1e3 to 1e7 made-up items, beside other libraries, in Chromium
    Browser(BrowserBench),
    /// Record a pan over a million items in Chromium and list the long tasks of the page's thread
    Trace {
        /// Where the trace is written, for the browser's performance panel
        #[arg(long)]
        out: Option<PathBuf>,
        /// Take the site in dist/ as it is, without building it first
        #[arg(long)]
        no_build: bool,
    },
}

#[derive(Debug, clap::Args)]
pub struct BrowserBench {
    /// The largest number of items
    #[arg(long, default_value = "1e7")]
    pub most: f64,
    /// The smallest number of items
    #[arg(long, default_value = "1e3")]
    pub least: f64,
    /// Only this page; may be given several times
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Give the pages no texts
    #[arg(long)]
    pub without_texts: bool,
    /// Where the tables are written as markdown
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Folder for pictures of each page at each number of items
    #[arg(long)]
    pub pictures: Option<PathBuf>,
    /// Take the site in dist/ as it is, without building it first
    #[arg(long)]
    pub no_build: bool,
}

#[derive(Debug, clap::Args)]
pub struct TestOptions {
    /// Allow the installation of Chromium where it is missing (as root on Debian; CI=true allows it too)
    #[arg(long)]
    pub install: bool,
    /// Only these suites; all when none is named
    #[arg(value_enum)]
    pub suites: Vec<Suite>,
}

/// The suites, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Suite {
    /// dateline-core: from text to scene
    Core,
    /// dateline-paint: from scene to SVG
    Paint,
    /// dateline-wire: the public shapes
    Wire,
    /// dateline-wasm: what of the engine for JavaScript runs natively
    Wasm,
    /// dateline-cli: the program
    Cli,
    /// dateline-names: the packs of country names
    Names,
    /// These commands
    Xtask,
    /// The tests across the rooms: corpus, pictures, laws, hostile input
    Corpus,
    /// The type check of the front end, the browser tests and the benches
    Types,
    /// The unit tests of the front end and of the benches
    Front,
    /// The built site in a browser
    Browser,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn suites_are_named_on_the_command_line() {
        let args = Args::parse_from(["xtask", "test", "--install", "core", "browser"]);
        let Command::Test(options) = args.command else { panic!("not the test command") };
        assert!(options.install);
        assert_eq!(options.suites, [Suite::Core, Suite::Browser]);
    }

    #[test]
    fn a_bench_is_chosen_by_name_and_none_is_the_reading() {
        let chosen = |line: &[&str]| match Args::parse_from(line).command {
            Command::Bench { what } => what,
            _ => panic!("not the bench command"),
        };
        assert!(chosen(&["xtask", "bench"]).is_none());
        assert!(matches!(
            chosen(&["xtask", "bench", "reading", "a.txt"]),
            Some(Bench::Reading { text: Some(_) })
        ));
        let Some(Bench::Browser(options)) =
            chosen(&["xtask", "bench", "browser", "--most", "1e6", "--only", "uplot", "--only", "bare"])
        else {
            panic!("not the bench in the browser")
        };
        assert_eq!((options.most, options.only), (1e6, vec!["uplot".to_owned(), "bare".to_owned()]));
    }

    #[test]
    fn wrong_usage_is_refused() {
        for wrong in [
            &["xtask", "serve", "--port", "0"][..],
            &["xtask", "test", "everything"],
            &["xtask", "bench", "anything"],
            &["xtask"],
        ] {
            assert!(Args::try_parse_from(wrong).is_err(), "{wrong:?} was taken");
        }
    }
}
