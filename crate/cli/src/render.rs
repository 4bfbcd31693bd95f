//! `dateline render`: a report's timeline and country chart as SVG or PNG.

use crate::Outcome;
use crate::args::RenderArgs;
use crate::coding::coding;
use crate::input::{self, Input};
use crate::names::gazetteer;
use crate::output::{print, save, say, say_diagnostics};
use crate::png::png;
use dateline_core::Extraction;
use dateline_core::filter;
use dateline_core::model::{Coding, Report, Severity, StateMedia};
use dateline_core::scene::BundledFont;
use dateline_core::study::Study;
use dateline_core::time::Interval;
use dateline_wire::{Bound, Bounds, Export, Failure, Filter, Format, Resolved};
use std::path::Path;

/// What is asked for, checked before anything is read.
struct Plan {
    export: Resolved,
    filter: filter::Filter,
    bounds: Bounds,
    coding: Coding,
    /// The name of the file of corrections.
    corrections: String,
}

/// Runs the command.
pub(crate) fn run(args: &RenderArgs) -> Outcome {
    let planned = plan(args)
        .and_then(|plan| Ok((plan, input::paths(&args.input)?, gazetteer(&args.input.country_languages)?)));
    let (plan, paths, gazetteer) = match planned {
        Ok(planned) => planned,
        Err(failure) => {
            say(&failure);
            return Outcome::WrongUsage;
        }
    };
    let mut read = Vec::new();
    let mut outcome = Outcome::Done;
    for Input { name, document } in
        paths.iter().map(|path| input::read(path, &args.input, gazetteer.as_ref()))
    {
        match document {
            Ok(document) => {
                say_diagnostics(&name, &document.extraction.diagnostics, Severity::Warning);
                read.push(document.extraction);
            }
            Err(failure) => {
                say(&failure);
                outcome = Outcome::SomeInputFailed;
            }
        }
    }
    let Some(extraction) = merged(read) else { return Outcome::SomeInputFailed };
    if let Err(failure) = write(&plan, extraction, &args.output) {
        say(&failure);
        outcome = Outcome::SomeInputFailed;
    }
    outcome
}

fn plan(args: &RenderArgs) -> Result<Plan, Failure> {
    let export = Export {
        chart: args.chart.clone(),
        format: Some(format_of(&args.output)?),
        width: args.width,
        height: args.height,
        scale: args.scale,
        theme: args.theme.clone(),
        title: args.title.clone(),
        note: args.note.clone(),
        transparent: Some(args.transparent),
        ..Export::default()
    };
    let bound = |text: &Option<String>| text.clone().map(Bound::Written);
    Ok(Plan {
        export: export.resolve()?,
        filter: Filter { countries: args.country.clone(), ..Filter::default() }.to_core()?,
        coding: coding(&args.coding, args.counting.as_ref())?,
        corrections: args
            .coding
            .corrections
            .as_ref()
            .map_or_else(String::new, |path| path.display().to_string()),
        bounds: Bounds::resolve(bound(&args.from).as_ref(), bound(&args.to).as_ref())?,
    })
}

/// The format by the ending of the file's name.
fn format_of(output: &Path) -> Result<String, Failure> {
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some(known @ ("svg" | "png")) => Ok(known.to_owned()),
        _ if output == Path::new("-") => Ok("svg".to_owned()),
        _ => Err(Failure::new(
            "bad-output",
            format!("`{}` ends neither in .svg nor in .png.", output.display()),
            "Write `--output picture.svg` or `--output picture.png`.",
        )),
    }
}

fn write(plan: &Plan, extraction: Extraction, output: &Path) -> Result<(), Failure> {
    let svg = draw(plan, extraction);
    match plan.export.format {
        Format::Png => save(output, &png(&svg, plan.export.pixels())?),
        Format::Svg if output == Path::new("-") => print(|out| out.write_all(svg.as_bytes())),
        Format::Svg => save(output, svg.as_bytes()),
    }
}

/// The picture as SVG: the same layout, font table and painter as the page's.
fn draw(plan: &Plan, extraction: Extraction) -> String {
    let mut study = Study::new(extraction);
    study.set_coding(plan.coding.clone());
    say_diagnostics(&plan.corrections, study.unmatched(), Severity::Info);
    study.set_filter(plan.filter.clone());
    let whole = study.window();
    if plan.bounds != Bounds::default() {
        let start = plan.bounds.start.unwrap_or(whole.start);
        let end = plan.bounds.end.unwrap_or(whole.end);
        study.set_window(Interval::new(start, end));
    }
    dateline_paint::svg(&study.export_scene(&plan.export.options, &BundledFont))
}

/// Several reports as one: sections in a row, items of all. Nothing where nothing was read.
fn merged(extractions: Vec<Extraction>) -> Option<Extraction> {
    let count = extractions.len();
    let mut all = extractions.into_iter();
    let mut first = all.next()?;
    for next in all {
        append(&mut first, next);
    }
    if count > 1 {
        first.report.title = format!("{count} reports");
        first.report.series = None;
        first.report.number = None;
    }
    Some(first)
}

fn append(all: &mut Extraction, next: Extraction) {
    let before = u32::try_from(all.report.sections.len()).unwrap_or(u32::MAX);
    let Report { coverage, sections, state_media, .. } = next.report;
    let report = &mut all.report;
    report.sections.extend(sections);
    report.coverage = match (report.coverage, coverage) {
        (Some(a), Some(b)) => Some(a.union(b)),
        (a, b) => a.or(b),
    };
    let StateMedia { items, of, .. } = state_media;
    report.state_media.items += items;
    report.state_media.of += of;
    report.state_media.stated_limit = None;
    report.reference_date = None;
    let shifted = next.items.into_iter().map(|mut item| {
        item.section = item.section.saturating_add(before);
        item
    });
    all.items.extend(shifted);
    all.diagnostics.extend(next.diagnostics);
}
