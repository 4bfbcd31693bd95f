//! `cargo xtask serve`: builds the site, serves it on this machine, and opens the studio.

mod port;
mod server;

use std::io::{self, IsTerminal, Write};

use crate::args::ServeOptions;
use crate::build;
use crate::project;
use crate::step::note;
use crate::trouble::Trouble;

pub use server::Server;

/// Serves until it is stopped by Ctrl-C.
pub fn run(options: &ServeOptions) -> Result<(), Trouble> {
    if options.no_build {
        require_site()?;
    } else {
        build::run()?;
    }
    let listener = port::listen(options.port, confirm)?;
    let server = Server::start(listener, &project::dist())?;
    let url = server.url();
    println!("\nDateline is at {url}  (Ctrl-C stops it)");
    let _ = io::stdout().flush();
    if !options.no_open && open::that_detached(&url).is_err() {
        note(&format!("no browser could be opened from here: open {url} yourself"));
    }
    server.join();
    Ok(())
}

/// There is a built site.
pub fn require_site() -> Result<(), Trouble> {
    if project::dist().join("index.html").is_file() {
        return Ok(());
    }
    Err(Trouble::new("there is no built site in dist/", "build it first: cargo xtask build"))
}

/// Offers another port to the person at the terminal; where there is none, it is taken and told.
fn confirm(asked: u16, free: u16) -> bool {
    if !io::stdin().is_terminal() {
        println!("port {asked} is taken: using {free}");
        return true;
    }
    print!("port {asked} is taken. Use {free} instead? [Y/n] ");
    let _ = io::stdout().flush();
    let mut answer = String::new();
    let _ = io::stdin().read_line(&mut answer);
    !answer.trim().to_ascii_lowercase().starts_with('n')
}
