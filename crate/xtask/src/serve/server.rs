//! A file server for one folder, on this machine alone. Nothing is cached, so that a reload shows the newest build.

use std::net::TcpListener;
use std::path::Path;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::http::{HeaderValue, header};
use tokio::runtime;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::port;
use crate::trouble::Trouble;

/// A running server; it stops when it is dropped.
pub struct Server {
    port: u16,
    /// Stops it, when this is gone.
    running: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves `folder` at any free port.
    pub fn anywhere(folder: &Path) -> Result<Self, Trouble> {
        Self::start(port::listen(0, |_, _| true)?, folder)
    }

    /// Serves `folder` at `listener`, in a thread of its own.
    pub fn start(listener: TcpListener, folder: &Path) -> Result<Self, Trouble> {
        let failed = |error: std::io::Error| {
            Trouble::new(format!("the server did not start: {error}"), "try another --port")
        };
        let port = listener.local_addr().map_err(failed)?.port();
        listener.set_nonblocking(true).map_err(failed)?;
        let runtime = runtime::Builder::new_current_thread().enable_io().build().map_err(failed)?;
        let site = site(folder);
        let (running, stopped) = oneshot::channel::<()>();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
                let stopped = async { drop(stopped.await) };
                let _ = axum::serve(listener, site).with_graceful_shutdown(stopped).await;
            });
        });
        Ok(Self { port, running, thread })
    }

    /// Where the server answers.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Waits until the server stops, which it does with the program.
    pub fn join(self) {
        let _ = self.thread.join();
        drop(self.running);
    }
}

fn site(folder: &Path) -> Router {
    let set = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(set(header::CACHE_CONTROL, "no-store"))
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn fetch(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_are_served_with_their_type_and_nothing_else_is() {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join("dist");
        fs::create_dir(&folder).unwrap();
        fs::write(top.path().join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("index.html"), "the page").unwrap();
        fs::write(folder.join("engine.wasm"), [b' '; 100_000]).unwrap();
        let server = Server::anywhere(&folder).unwrap();

        let page = fetch(&server, "GET /");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("the page"), "{page}");
        assert!(page.contains("content-type: text/html\r\n"), "{page}");
        assert!(page.contains("cache-control: no-store\r\n"), "{page}");
        let engine = fetch(&server, "GET /engine.wasm");
        assert!(engine.contains("content-type: application/wasm\r\n"));
        // Never in chunks: a page that shows how much has come wants to know how much there is.
        assert!(engine.contains("content-length: 100000\r\n"));
        let head = fetch(&server, "HEAD /");
        assert!(head.starts_with("HTTP/1.1 200") && !head.contains("the page"), "{head}");
        for outside in ["GET /../secret.txt", "GET /%2e%2e/secret.txt", "GET /none.html"] {
            assert!(fetch(&server, outside).starts_with("HTTP/1.1 404"), "{outside}");
        }
        assert!(fetch(&server, "POST /").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn connections_without_a_request_keep_nobody_waiting() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "the page").unwrap();
        let server = Server::anywhere(folder.path()).unwrap();
        let idle: Vec<TcpStream> =
            (0..40).map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
        assert!(fetch(&server, "GET /").ends_with("the page"));
        drop(idle);
    }
}
