//! Runs the program, and reads what it said.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

/// The program, with its three streams at hand.
pub fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program on an input, to its end.
pub fn dateline(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    let mut pipe = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // The program may end before it has read everything; that is for its exit status to tell.
            let _ = pipe.write_all(input);
        });
        child.wait_with_output().unwrap()
    })
}

pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub fn complaints(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}
