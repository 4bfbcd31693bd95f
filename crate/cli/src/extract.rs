//! `dateline extract`: items on standard output, as data, as a table to read, or as a calendar.

use crate::Outcome;
use crate::args::{DataFormat, ExtractArgs};
use crate::coding::{apply, coding};
use crate::input::{self, Document, Input};
use crate::names::gazetteer;
use crate::output::{note, print, say, say_diagnostics};
use crate::table::{self, Face};
use dateline_core::Extraction;
use dateline_core::model::{Coding, Severity};
use dateline_wire::{
    Calendar, DocumentJson, DocumentsJson, Failure, ItemJson, NamedDocument, Provenance, csv_header,
    csv_lines,
};
use serde::Serialize;
use std::io::{self, Write};

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs) -> Outcome {
    let planned = input::paths(&args.input).and_then(|paths| {
        Ok((paths, coding(&args.coding, None)?, gazetteer(&args.input.country_languages)?))
    });
    let (paths, coding, gazetteer) = match planned {
        Ok(planned) => planned,
        Err(failure) => {
            say(&failure);
            return Outcome::WrongUsage;
        }
    };
    let mut inputs: Vec<Input> =
        paths.iter().map(|path| input::read(path, &args.input, gazetteer.as_ref())).collect();
    apply(&coding, &mut inputs);
    let failures = inputs.iter().filter_map(|input| input.document.as_ref().err());
    failures.clone().for_each(say);
    let printed = match args.format {
        DataFormat::Json => print_json(&inputs, &coding),
        other => print_items(other, &inputs),
    };
    if let Err(failure) = &printed {
        say(failure);
    }
    if printed.is_ok() && failures.count() == 0 { Outcome::Done } else { Outcome::SomeInputFailed }
}

/// One document as it is, several with their names.
fn print_json(inputs: &[Input], coding: &Coding) -> Result<(), Failure> {
    match inputs {
        [Input { document: Err(_), .. }] => Ok(()),
        [Input { name, document: Ok(read) }] => json(&document(name, read, coding)),
        several => {
            json(&DocumentsJson { documents: several.iter().map(|input| named(input, coding)).collect() })
        }
    }
}

fn document<'a>(name: &'a str, read: &'a Document, coding: &Coding) -> DocumentJson<'a> {
    let Extraction { report, items, diagnostics, .. } = &read.extraction;
    DocumentJson::new(provenance(name, read), report, items, diagnostics, coding)
}

fn named<'a>(input: &'a Input, coding: &Coding) -> NamedDocument<'a> {
    let outcome = match &input.document {
        Ok(read) => dateline_wire::Outcome::Read(Box::new(document(&input.name, read, coding))),
        Err(error) => dateline_wire::Outcome::Failed { error },
    };
    NamedDocument { name: &input.name, outcome }
}

fn json(value: &impl Serialize) -> Result<(), Failure> {
    print(|out| {
        serde_json::to_writer_pretty(&mut *out, value)?;
        out.write_all(b"\n")
    })
}

/// A document that could be read, with its name.
type Named<'a> = (&'a str, &'a Document);

/// The items of all documents; what else there is to say goes to standard error.
fn print_items(format: DataFormat, inputs: &[Input]) -> Result<(), Failure> {
    let read = inputs.iter().filter_map(|input| Some((input.name.as_str(), input.document.as_ref().ok()?)));
    let documents: Vec<Named> = read.collect();
    if documents.is_empty() {
        return Ok(());
    }
    print(|out| match format {
        DataFormat::Json | DataFormat::Ndjson => write_lines(&documents, out),
        DataFormat::Csv => write_tables(&documents, out),
        DataFormat::Table => write_faces(&documents, out),
        DataFormat::Ics => write_calendar(&documents, out),
    })?;
    for (name, read) in documents {
        say_diagnostics(name, &read.extraction.diagnostics, Severity::Info);
    }
    Ok(())
}

/// One item a line.
fn write_lines(documents: &[Named], out: &mut dyn Write) -> io::Result<()> {
    for (name, read) in documents {
        for item in &read.extraction.items {
            serde_json::to_writer(&mut *out, &ItemJson::new(item, provenance(name, read)))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// One header, then the items of each document.
fn write_tables(documents: &[Named], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(csv_header().as_bytes())?;
    for (name, read) in documents {
        let extraction = &read.extraction;
        for line in csv_lines(&extraction.items, &extraction.report, provenance(name, read)) {
            out.write_all(line.as_bytes())?;
        }
    }
    Ok(())
}

/// A table for each document, under its name where there are several.
fn write_faces(documents: &[Named], out: &mut dyn Write) -> io::Result<()> {
    let face = Face::of_standard_output();
    for (index, (name, read)) in documents.iter().enumerate() {
        if documents.len() > 1 {
            let gap = if index > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{}", table::printable(name))?;
        }
        table::write(&read.extraction.items, face, out)?;
    }
    Ok(())
}

/// One calendar of all documents; what it cannot hold is counted.
fn write_calendar(documents: &[Named], out: &mut dyn Write) -> io::Result<()> {
    let title = match documents {
        [(_, read)] => Some(read.extraction.report.title.as_str()),
        _ => None,
    };
    let mut calendar = Calendar::begin(out, title)?;
    let (mut all, mut dated) = (0_usize, 0_usize);
    for (name, read) in documents {
        for item in &read.extraction.items {
            all += 1;
            dated += usize::from(calendar.add(item, &read.extraction.report, provenance(name, read))?);
        }
    }
    calendar.finish()?;
    if dated < all {
        note(&format!("{} of {all} items have no date, and are not in the calendar", all - dated));
    }
    Ok(())
}

fn provenance<'a>(name: &'a str, read: &'a Document) -> Provenance<'a> {
    Provenance { name, text: &read.text }
}
