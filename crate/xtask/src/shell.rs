//! Other programs: run with their output shown, or asked for what they print. Knows no program by itself but the
//! right spelling of cargo and npm.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use crate::project;
use crate::trouble::Trouble;

/// A command that runs at the top of the project.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm, which is a script with another name on Windows.
pub fn npm() -> Command {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs the command with its output shown; anything but success is a trouble with this remedy.
pub fn run(command: &mut Command, remedy: &str) -> Result<(), Trouble> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| Trouble::new(format!("could not run `{}`: {error}", line(command)), remedy))?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!("`{}` failed ({status})", line(command)), remedy))
    }
}

/// What the command prints on stdout, trimmed, when it runs and succeeds.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, with the folder of the program left out.
pub fn line(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_told_as_typed() {
        assert_eq!(
            line(Command::new("/usr/bin/cargo").args(["build", "-p", "dateline-wasm"])),
            "cargo build -p dateline-wasm"
        );
    }

    #[test]
    fn a_missing_program_carries_the_remedy() {
        let trouble = run(&mut program("no-such-program-anywhere"), "install it").unwrap_err();
        assert!(trouble.to_string().contains("no-such-program-anywhere"));
        assert!(trouble.to_string().contains("fix: install it"));
    }

    #[test]
    fn a_failing_program_is_a_trouble_and_gives_no_answer() {
        assert!(run(cargo().args(["no-such-subcommand"]).stderr(Stdio::null()), "x").is_err());
        assert_eq!(ask(cargo().arg("no-such-subcommand")), None);
        assert!(ask(cargo().arg("--version")).unwrap().starts_with("cargo "));
    }
}
