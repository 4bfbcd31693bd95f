//! What the program can be asked for. Defaults are not here: what is not asked for is absent, and the shared
//! options of `dateline_wire` fill it in, for the page and the program alike.

use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use dateline_core::time::CivilDate;
use dateline_wire::Reading;
use std::num::NonZero;
use std::path::PathBuf;

/// Turn analysts' reports into dated, country-coded items and pictures of them.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_STATUS: &str = "Exit status: 0 done, 1 some input failed, 2 wrong usage.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print a report's items, with their dates, countries and sources, as data, a table or a calendar
    Extract(ExtractArgs),
    /// Read JSON documents from standard input, one a line, and print one JSON result a line
    Batch(BatchArgs),
    /// Draw a report's timeline and country chart as SVG or PNG
    Render(Box<RenderArgs>),
}

#[derive(Debug, Group)]
pub(crate) struct InputArgs {
    /// Reports as plain text; `-` or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The day that dates without a year are read from, such as 2021-01-14 [default: found in the report]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub reference_date: Option<CivilDate>,

    /// How 01/10/2021 is read [default: mdy]
    #[arg(long, value_parser = ["mdy", "dmy", "ymd"])]
    pub date_order: Option<String>,

    /// The language of the dates [default: auto, each paragraph's own]
    #[arg(long, value_parser = ["auto", "en", "es"])]
    pub lang: Option<String>,

    /// Languages beside English and Spanish in which countries are named, such as fr,de
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',')]
    pub country_languages: Vec<String>,
}

/// How items are coded by country.
#[derive(Debug, Group)]
pub(crate) struct CodingArgs {
    /// Which words count: all, or names, demonyms and abbreviations alone [default: all]
    #[arg(long, value_parser = ["all", "names"])]
    pub evidence: Option<String>,

    /// Countries added to items or taken from them, as JSON, as the page exports them
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
}

#[derive(Debug, Group)]
#[command(after_help = EXTRACT_HELP)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub input: InputArgs,

    #[command(flatten)]
    pub coding: CodingArgs,

    /// What to print; all but json print the items alone, and diagnostics on standard error
    #[arg(long, value_enum, default_value_t = DataFormat::Json)]
    pub format: DataFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// One object with report, items and diagnostics
    Json,
    /// One item a line, as JSON
    Ndjson,
    /// One item a line, for spreadsheets
    Csv,
    /// iCalendar: an all-day entry for each item that has a date
    Ics,
    /// A table to read, as wide as the terminal; elsewhere as wide as COLUMNS says, or as its texts are
    Table,
}

const EXTRACT_HELP: &str = "\
Several reports give {\"documents\": [{\"name\", \"report\", \"items\", \"diagnostics\"} or {\"name\", \"error\"}]}.

Examples:
  dateline extract report.txt > items.json
  dateline extract --format csv january.txt february.txt > items.csv
  dateline extract --format table report.txt

Exit status: 0 done, 1 some input failed, 2 wrong usage.";

#[derive(Debug, Group)]
#[command(after_help = BATCH_HELP)]
pub(crate) struct BatchArgs {
    /// How many documents are read at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<NonZero<u16>>,

    /// Which words code a country: all, or names, demonyms and abbreviations alone [default: all]
    #[arg(long, value_parser = ["all", "names"])]
    pub evidence: Option<String>,

    /// Languages beside English and Spanish in which countries are named, such as fr,de
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',')]
    pub country_languages: Vec<String>,
}

/// More threads than any machine's cores only take memory.
const MAX_JOBS: u16 = 512;

const BATCH_HELP: &str = "\
Input, of which only `text` is required; `id` is any JSON and comes back as it is:
  {\"id\": 7, \"text\": \"…\", \"name\": \"a.txt\", \"reference_date\": \"2021-01-14\", \"date_order\": \"mdy\", \"lang\": \"auto\"}

Output, in the order of the input, as soon as it is there:
  {\"id\", \"report\", \"items\", \"dates\", \"countries\", \"mentions\", \"diagnostics\"}
  {\"id\": null, \"line\": 7, \"error\": {\"code\", \"message\", \"fix\"}} for a line that cannot be read; the run goes on

`dates` are those of the whole text; `end` is the day after, `last` the last day itself. Blank lines are skipped.

Example:
  dateline batch < documents.ndjson > results.ndjson

Exit status: 0 done, 1 some input failed, 2 wrong usage.";

#[derive(Debug, Group)]
#[command(after_help = RENDER_HELP)]
pub(crate) struct RenderArgs {
    #[command(flatten)]
    pub input: InputArgs,

    #[command(flatten)]
    pub coding: CodingArgs,

    /// What an item counts for each of its countries: 1, or its share of 1 [default: full]
    #[arg(long, value_parser = ["full", "fractional"])]
    pub counting: Option<String>,

    /// The file to write; its ending, .svg or .png, says what to make. `-` writes SVG to standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,

    /// Which panels to draw [default: both]
    #[arg(long, value_parser = ["both", "timeline", "countries"])]
    pub chart: Option<String>,

    /// Width of the picture in pixels [default: 1600]
    #[arg(long, value_name = "PIXELS")]
    pub width: Option<f64>,

    /// Height of the picture in pixels [default: 900]
    #[arg(long, value_name = "PIXELS")]
    pub height: Option<f64>,

    /// How many times sharper a PNG is: width and height are multiplied by it [default: 1]
    #[arg(long, value_name = "FACTOR")]
    pub scale: Option<f64>,

    /// Ground and colours [default: light]
    #[arg(long, value_parser = ["light", "dark"])]
    pub theme: Option<String>,

    /// First day, month or year to show, such as 2020-12 [default: the first item's]
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,

    /// Last day, month or year to show, included whole [default: the last item's]
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,

    /// Only items that name one of these countries: ISO codes with commas between, such as VE,GY
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub country: Option<Vec<String>>,

    /// A title instead of the report's own
    #[arg(long)]
    pub title: Option<String>,

    /// A line of yours above the credit line
    #[arg(long)]
    pub note: Option<String>,

    /// Leave out the ground
    #[arg(long)]
    pub transparent: bool,
}

const RENDER_HELP: &str = "\
Several reports are drawn as one. A PNG is drawn with the font that comes with the program, Inter.

Examples:
  dateline render report.txt --output report.svg
  dateline render report.txt --output card.png --width 1200 --height 675 --theme dark
  dateline render report.txt --output guyana.png --country VE,GY --from 2020-12 --to 2021-01 --scale 2

Exit status: 0 done, 1 some input failed, 2 wrong usage.";

impl InputArgs {
    /// How to read the input of this name.
    pub fn reading(&self, name: &str) -> Reading {
        Reading {
            name: Some(name.to_owned()),
            reference_date: self.reference_date.map(|day| day.to_string()),
            date_order: self.date_order.clone(),
            lang: self.lang.clone(),
        }
    }
}

fn day(text: &str) -> Result<CivilDate, String> {
    CivilDate::parse_iso(text).ok_or_else(|| "write a day that exists, such as 2021-01-14".to_owned())
}

fn jobs(text: &str) -> Result<NonZero<u16>, String> {
    let jobs = text.parse::<NonZero<u16>>().ok().filter(|jobs| jobs.get() <= MAX_JOBS);
    jobs.ok_or_else(|| format!("write a number from 1 to {MAX_JOBS}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        Args::command().debug_assert();
    }
}
