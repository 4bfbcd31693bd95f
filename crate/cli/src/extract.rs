//! `dateline extract`: items as JSON or CSV on standard output.

use crate::Outcome;
use crate::args::{DataFormat, ExtractArgs};
use crate::input::{self, Input};
use crate::output::{print, say, say_diagnostics};
use dateline_core::model::Severity;
use dateline_wire::{DocumentsJson, Failure, NamedDocument, Provenance, document, write_csv};
use serde::Serialize;
use std::io::{self, Write};

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs) -> Outcome {
    let paths = match input::paths(&args.input) {
        Ok(paths) => paths,
        Err(failure) => {
            say(&failure);
            return Outcome::WrongUsage;
        }
    };
    let inputs: Vec<Input> = paths.iter().map(|path| input::read(path, &args.input)).collect();
    let failures = inputs.iter().filter_map(|input| input.document.as_ref().err());
    failures.clone().for_each(say);
    let printed = match args.format {
        DataFormat::Json => print_json(&inputs),
        DataFormat::Csv => print_csv(&inputs),
    };
    if let Err(failure) = &printed {
        say(failure);
    }
    if printed.is_ok() && failures.count() == 0 { Outcome::Done } else { Outcome::SomeInputFailed }
}

/// One document as it is, several with their names.
fn print_json(inputs: &[Input]) -> Result<(), Failure> {
    match inputs {
        [Input { document: Err(_), .. }] => Ok(()),
        [Input { name, document: Ok(read) }] => json(&document(name, &read.text, &read.extraction)),
        several => json(&DocumentsJson { documents: several.iter().map(named).collect() }),
    }
}

fn named(input: &Input) -> NamedDocument<'_> {
    let outcome = match &input.document {
        Ok(read) => {
            dateline_wire::Outcome::Read(Box::new(document(&input.name, &read.text, &read.extraction)))
        }
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

fn print_csv(inputs: &[Input]) -> Result<(), Failure> {
    print(|out| write_tables(inputs, out))
}

/// One header, then the items of each document; what else there is to say goes to standard error.
fn write_tables(inputs: &[Input], mut out: &mut dyn Write) -> io::Result<()> {
    let mut header = true;
    for Input { name, document } in inputs {
        let Ok(read) = document else { continue };
        let from = Provenance { name, text: &read.text };
        let extraction = &read.extraction;
        write_csv(&mut out, header, &extraction.items, &extraction.report, from).map_err(io_error)?;
        say_diagnostics(name, &extraction.diagnostics, Severity::Info);
        header = false;
    }
    Ok(())
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
