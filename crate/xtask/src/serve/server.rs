//! A small file server for one folder, on this machine alone. Answers GET and HEAD; nothing is cached, so that a
//! reload shows the newest build.

use std::fs;
use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response};

use super::{files, mime, port};
use crate::trouble::Trouble;

/// Browsers open about six connections; a few threads keep none of them waiting.
const THREADS: usize = 4;

/// A running server; it stops when it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    port: u16,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` at any free port.
    pub fn anywhere(folder: &Path) -> Result<Self, Trouble> {
        Self::start(port::listen(0, |_, _| true)?, folder)
    }

    /// Serves `folder` at `listener`, in threads of its own.
    pub fn start(listener: TcpListener, folder: &Path) -> Result<Self, Trouble> {
        let failed =
            |error: String| Trouble::new(format!("the server did not start: {error}"), "try another --port");
        let port = listener.local_addr().map_err(|error| failed(error.to_string()))?.port();
        let http =
            tiny_http::Server::from_listener(listener, None).map_err(|error| failed(error.to_string()))?;
        let http = Arc::new(http);
        let threads = (0..THREADS).map(|_| serve(Arc::clone(&http), folder.to_owned())).collect();
        Ok(Self { http, port, threads })
    }

    /// Where the server answers.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Waits until the server stops, which it does with the program.
    pub fn join(mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
    }
}

fn serve(http: Arc<tiny_http::Server>, folder: PathBuf) -> JoinHandle<()> {
    thread::spawn(move || {
        while let Ok(request) = http.recv() {
            answer(request, &folder);
        }
    })
}

/// A client that went away is not an error of ours.
fn answer(request: Request, folder: &Path) {
    let response = respond(request.method(), request.url(), folder);
    let _ = request.respond(response);
}

fn respond(method: &Method, address: &str, folder: &Path) -> Response<Cursor<Vec<u8>>> {
    if !matches!(method, Method::Get | Method::Head) {
        return plain(405, "only GET and HEAD are answered here\n");
    }
    let found = files::find(folder, address).and_then(|file| Some((fs::read(&file).ok()?, file)));
    match found {
        // Never in chunks: a page that shows how much has come wants to know how much there is.
        Some((bytes, file)) => with_headers(
            Response::from_data(bytes).with_chunked_threshold(usize::MAX),
            mime::content_type(&file),
        ),
        None => plain(404, "there is no such file in the site\n"),
    }
}

fn plain(status: u16, text: &str) -> Response<Cursor<Vec<u8>>> {
    with_headers(Response::from_string(text).with_status_code(status), "text/plain; charset=utf-8")
}

fn with_headers(response: Response<Cursor<Vec<u8>>>, content_type: &str) -> Response<Cursor<Vec<u8>>> {
    let headers = [
        ("Content-Type", content_type),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response, Response::with_header)
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "the page").unwrap();
        fs::write(folder.path().join("engine.wasm"), [b' '; 100_000]).unwrap();
        let server = Server::anywhere(folder.path()).unwrap();

        let page = fetch(&server, "GET /");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("the page"), "{page}");
        assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"), "{page}");
        assert!(page.contains("Cache-Control: no-store\r\n"), "{page}");
        let engine = fetch(&server, "GET /engine.wasm");
        assert!(engine.contains("Content-Type: application/wasm\r\n"));
        assert!(engine.contains("Content-Length: 100000\r\n"));
        let head = fetch(&server, "HEAD /");
        assert!(head.starts_with("HTTP/1.1 200") && !head.contains("the page"), "{head}");
        assert!(fetch(&server, "GET /../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(fetch(&server, "POST /").starts_with("HTTP/1.1 405"));
    }
}
