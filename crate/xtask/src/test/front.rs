//! What is written in TypeScript: the type check and the unit tests.

use crate::project;
use crate::shell::{npm, run};
use crate::trouble::Trouble;

use super::outcome::Counts;
use super::report;

/// The type check of each workspace, counted as one test each.
pub fn types() -> Result<Counts, Trouble> {
    let check = |workspace: &str| {
        let checked = run(npm().args(["run", "--silent", "typecheck", "--workspace", workspace]), "").is_ok();
        let named = if checked { Vec::new() } else { vec![format!("types of {workspace}")] };
        Counts { named, ..Counts::one(checked) }
    };
    Ok(check("www") + check("tests/browser") + check("tests/bench"))
}

/// Vitest over the front end, and over what the benches are made of.
pub fn units() -> Result<Counts, Trouble> {
    Ok(vitest("www", "front")? + vitest("tests/bench", "bench")?)
}

fn vitest(workspace: &str, name: &str) -> Result<Counts, Trouble> {
    let file = report::path(name)?;
    let mut command = npm();
    command.args(["run", "--silent", "test", "--workspace", workspace, "--"]);
    command.args(["--passWithNoTests", "--reporter=default", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", file.display())).current_dir(project::root());
    let ran = run(&mut command, "");
    Ok(report::counts::<report::Vitest>(&file)?.judged(ran.is_ok()))
}
