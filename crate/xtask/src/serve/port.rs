//! The port: the one that was asked for, or the next free one, when that is wanted.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::trouble::Trouble;

/// How many ports after the one asked for are tried.
const TRIES: u16 = 100;

/// Listens on 127.0.0.1 at `asked`; when that is taken, at the next free port that `confirm(asked, free)` agrees to.
/// Port 0 asks the system for any.
pub fn listen(asked: u16, confirm: impl FnOnce(u16, u16) -> bool) -> Result<TcpListener, Trouble> {
    match bind(asked) {
        Ok(listener) => return Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {}
        Err(error) => return Err(refused(asked, &error.to_string())),
    }
    let (free, listener) = following(asked)
        .find_map(|port| bind(port).ok().map(|listener| (port, listener)))
        .ok_or_else(|| refused(asked, "it is taken, and so are those after it"))?;
    if confirm(asked, free) { Ok(listener) } else { Err(refused(asked, "it is taken")) }
}

/// The ports that are offered instead.
fn following(asked: u16) -> impl Iterator<Item = u16> {
    (1..=TRIES).map_while(move |step| asked.checked_add(step))
}

fn bind(port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn refused(port: u16, why: &str) -> Trouble {
    Trouble::new(
        format!("cannot listen on 127.0.0.1:{port}: {why}"),
        "choose another port, for example: cargo xtask serve --port 9000",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_is_taken_without_a_question() {
        let listener = listen(0, |_, _| panic!("asked though free")).unwrap();
        assert_ne!(listener.local_addr().unwrap().port(), 0);
    }

    #[test]
    fn a_taken_port_is_said_and_the_next_free_one_offered() {
        let taken = listen(0, |_, _| true).unwrap();
        let port = taken.local_addr().unwrap().port();
        let mut offered = None;
        let other = listen(port, |asked, free| {
            offered = Some((asked, free));
            true
        });
        let got = other.unwrap().local_addr().unwrap().port();
        assert_eq!(offered, Some((port, got)));
        assert!(got > port && got - port <= TRIES);
    }

    #[test]
    fn a_declined_port_is_a_trouble() {
        let taken = listen(0, |_, _| true).unwrap();
        let port = taken.local_addr().unwrap().port();
        let trouble = listen(port, |_, _| false).unwrap_err();
        assert!(trouble.to_string().contains(&port.to_string()) && trouble.to_string().contains("--port"));
    }

    #[test]
    fn ports_end_at_the_last_one() {
        assert_eq!(following(65_533).collect::<Vec<_>>(), [65_534, 65_535]);
        assert_eq!(following(8080).next(), Some(8081));
        assert_eq!(following(8080).count(), usize::from(TRIES));
    }
}
