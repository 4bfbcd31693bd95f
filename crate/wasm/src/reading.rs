//! Reading a report in slices: between two of them JavaScript sees how far it is, draws, and may give up.
//!
//! An async block stands in for a coroutine: it owns the text together with the session that borrows it, and goes on
//! only when JavaScript asks for the next slice. Nothing else ever wakes it, so it needs no executor.

use crate::engine::Engine;
use crate::given;
use crate::js::refuse;
use dateline_core::Options;
use dateline_core::extract::{Progress, Session};
use dateline_core::study::Study;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A report that is being read; `Engine.show` takes it when it is `done`.
#[wasm_bindgen]
pub struct Reading {
    slice: Rc<Slice>,
    work: Pin<Box<dyn Future<Output = Read>>>,
    read: Option<Read>,
}

/// A report that was read.
pub(crate) struct Read {
    pub(crate) text: String,
    pub(crate) name: String,
    pub(crate) study: Study,
}

/// What the two sides tell each other, in bytes: how many to read next, how many are done, how many there are.
#[derive(Default)]
struct Slice {
    next: Cell<usize>,
    done: Cell<usize>,
    total: Cell<usize>,
}

#[wasm_bindgen]
impl Reading {
    /// Begins to read a text, with the names of countries that an engine has learnt.
    ///
    /// # Errors
    ///
    /// `bad-date` and `bad-option` where an option cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(engine: &Engine, text: String, options: JsValue) -> Result<Reading, JsValue> {
        let options = given::reading(options)?.resolve().map_err(|failure| refuse(&failure))?;
        let options = Options { gazetteer: Some(Arc::clone(&engine.gazetteer)), ..options };
        let slice = Rc::<Slice>::default();
        let work = Box::pin(read(text, options, Rc::clone(&slice)));
        Ok(Reading { slice, work, read: None })
    }

    /// Reads about that many bytes more; gives whether the report can be shown, which takes one step after the last.
    pub fn step(&mut self, bytes: usize) -> bool {
        if self.read.is_none() {
            self.slice.next.set(bytes);
            let mut nobody = Context::from_waker(Waker::noop());
            if let Poll::Ready(read) = self.work.as_mut().poll(&mut nobody) {
                self.read = Some(read);
            }
        }
        self.read.is_some()
    }

    /// Bytes read.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> usize {
        self.slice.done.get()
    }

    /// Bytes in all.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> usize {
        self.slice.total.get()
    }
}

impl Reading {
    /// What was read, when all is.
    pub(crate) fn into_read(self) -> Option<Read> {
        self.read
    }
}

/// The work, with a pause after each slice.
async fn read(text: String, options: Options, slice: Rc<Slice>) -> Read {
    let name = options.name.clone();
    let mut session = Session::new(&text, options);
    loop {
        let Progress { done, total } = session.step(slice.next.get());
        slice.done.set(done);
        slice.total.set(total);
        pause().await;
        if done >= total {
            break;
        }
    }
    let study = Study::new(session.finish());
    Read { text, name, study }
}

/// Lets JavaScript have its turn.
async fn pause() {
    let mut paused = false;
    poll_fn(|_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}
