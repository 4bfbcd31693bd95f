//! `dateline batch`: one JSON document a line in, one result a line out, in order.
//!
//! ```text
//! lines ─► Flow (N threads: request ─► extract, dates, countries ─► answer) ─► standard output
//! ```
//!
//! Streams: a result is written when it and all before it are there, whether more input comes or not. Memory does
//! not grow with the length of the input: so many lines, of so many bytes, are under way at most.

mod answer;
mod budget;
mod countries;
mod flow;
mod lines;

use crate::Outcome;
use crate::args::BatchArgs;
use crate::names::gazetteer;
use crate::output::{note, say, write_failed};
use answer::{Answer, Asked, answer};
use budget::{Budget, Share};
use dateline_core::countries::Gazetteer;
use dateline_core::model::Evidence;
use dateline_wire::Failure;
use flow::Flow;
use lines::{Line, Lines};
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::num::NonZero;
use std::sync::Arc;

/// The longest line, in bytes, as long as the longest document that `extract` reads. What is longer is passed over
/// and told.
pub(crate) const MAX_LINE_BYTES: usize = crate::decode::MAX_DOCUMENT_BYTES;
/// Bytes of lines that are under way at most; a longer line is read alone.
const MAX_BYTES_UNDER_WAY: usize = 16 * 1024 * 1024;
/// Lines under way for each thread: enough that a long one does not leave the others idle.
const LINES_A_JOB: usize = 8;
/// Bytes asked of standard input at once.
const READ_BYTES: usize = 128 * 1024;

/// How the lines of a run ended.
#[derive(Clone, Copy, Default)]
struct Tally {
    lines: u64,
    failed: u64,
}

/// Runs the command.
pub(crate) fn run(args: &BatchArgs) -> Outcome {
    if io::stdin().is_terminal() {
        note("waiting for JSON documents, one a line, such as {\"text\": \"…\"}; Ctrl-D ends the input");
    }
    let gazetteer = match gazetteer(&args.country_languages) {
        Ok(gazetteer) => gazetteer,
        Err(failure) => {
            say(&failure);
            return Outcome::WrongUsage;
        }
    };
    let mut tally = Tally::default();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = write_answers(&answers(args, gazetteer), &mut out, &mut tally);
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // The reader has seen enough; what is left in the buffer has no reader.
            let _ = out.into_parts();
        }
        Err(error) => {
            say(&write_failed("standard output", &error));
            return Outcome::SomeInputFailed;
        }
        Ok(()) => {}
    }
    tally.outcome()
}

impl Tally {
    fn outcome(self) -> Outcome {
        if self.failed == 0 {
            return Outcome::Done;
        }
        let Tally { lines, failed } = self;
        note(&format!("{failed} of {lines} lines could not be read; their results say why"));
        Outcome::SomeInputFailed
    }
}

/// The answers to the lines of standard input, made by so many threads.
fn answers(args: &BatchArgs, gazetteer: Option<Arc<Gazetteer>>) -> Flow<(Answer, Share)> {
    let jobs = args.jobs.map_or_else(cores, |jobs| usize::from(jobs.get()));
    let budget = Budget::new(MAX_BYTES_UNDER_WAY);
    let lines = Lines::new(BufReader::with_capacity(READ_BYTES, io::stdin()), MAX_LINE_BYTES);
    let names = args.evidence.as_deref() == Some(Evidence::Names.name());
    let evidence = if names { Evidence::Names } else { Evidence::All };
    let asked = Asked { evidence, gazetteer };
    let lines = lines.map(move |line| {
        let share = budget.take(line.bytes());
        (line, share)
    });
    Flow::new(jobs, jobs * LINES_A_JOB, lines, move |(line, share): (Line, Share)| {
        (answer(line, &asked), share)
    })
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// Writes answers as they come, and lets the reader see them whenever none is ready.
fn write_answers(answers: &Flow<(Answer, Share)>, out: &mut impl Write, tally: &mut Tally) -> io::Result<()> {
    while let Some((answer, _share)) = answers.next(|| out.flush())? {
        out.write_all(&answer.line)?;
        tally.lines += 1;
        tally.failed += u64::from(answer.failed);
    }
    out.flush()
}

/// A line that is longer than [`MAX_LINE_BYTES`].
fn too_long() -> Failure {
    const MIB: usize = 1024 * 1024;
    let message = format!("The line has more than {} MiB, the most that is read.", MAX_LINE_BYTES / MIB);
    Failure::new("line-too-long", message, "Split the document into single reports, one a line.")
}
