//! Work on many threads whose results come in the order of the input.
//!
//! A thread reads the source and puts two things into two bounded queues: the task, for whichever worker is free,
//! and the place where its result will lie, for the one who takes results. Places are taken in order, so results
//! are too; a full queue stops the reader. It knows nothing of lines or documents.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// A task, and where its result is to be put.
type Task<T, R> = (T, SyncSender<R>);

/// Results on their way, in the order of their tasks.
pub(super) struct Flow<R> {
    places: Receiver<Receiver<R>>,
}

impl<R: Send + 'static> Flow<R> {
    /// Starts `jobs` threads that do `work` on what `source` gives; at most `ahead` tasks wait or are done at once.
    ///
    /// The threads end when the source does, or with the program; nobody waits for a source that is still silent
    /// when the flow is dropped.
    pub fn new<T: Send + 'static>(
        jobs: usize,
        ahead: usize,
        source: impl Iterator<Item = T> + Send + 'static,
        work: impl Fn(T) -> R + Clone + Send + 'static,
    ) -> Self {
        let (queue, places) = sync_channel(ahead);
        let (send, tasks) = sync_channel(ahead);
        let tasks = Arc::new(Mutex::new(tasks));
        for _ in 0..jobs.max(1) {
            let (tasks, work) = (Arc::clone(&tasks), work.clone());
            thread::spawn(move || serve(&tasks, work));
        }
        thread::spawn(move || feed(source, &queue, &send));
        Flow { places }
    }

    /// The next result; `None` after the last. Where it is not there yet, `idle` is done before waiting.
    ///
    /// # Errors
    ///
    /// What `idle` gives, and a failure where a worker died.
    pub fn next(&self, mut idle: impl FnMut() -> io::Result<()>) -> io::Result<Option<R>> {
        let Some(place) = wait(&self.places, &mut idle)? else { return Ok(None) };
        let result = wait(&place, &mut idle)?;
        result.map(Some).ok_or_else(|| io::Error::other("a worker has stopped"))
    }
}

/// Reads the source until it ends or nobody wants its tasks any more.
fn feed<T, R>(
    source: impl Iterator<Item = T>,
    queue: &SyncSender<Receiver<R>>,
    tasks: &SyncSender<Task<T, R>>,
) {
    for task in source {
        let (result, place) = sync_channel(1);
        if queue.send(place).is_err() || tasks.send((task, result)).is_err() {
            return;
        }
    }
}

/// Does tasks until there are no more.
fn serve<T, R>(tasks: &Mutex<Receiver<Task<T, R>>>, work: impl Fn(T) -> R) {
    loop {
        // The lock is held while waiting for a task, not while doing it.
        let next = tasks.lock().ok().and_then(|tasks| tasks.recv().ok());
        let Some((task, result)) = next else { return };
        // Nobody wants the result when the flow was dropped.
        let _ = result.send(work(task));
    }
}

fn wait<T>(from: &Receiver<T>, idle: &mut impl FnMut() -> io::Result<()>) -> io::Result<Option<T>> {
    match from.try_recv() {
        Ok(value) => return Ok(Some(value)),
        Err(TryRecvError::Disconnected) => return Ok(None),
        Err(TryRecvError::Empty) => idle()?,
    }
    Ok(from.recv().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    fn all<R: Send + 'static>(flow: &Flow<R>) -> Vec<R> {
        std::iter::from_fn(|| flow.next(|| Ok(())).unwrap()).collect()
    }

    #[test]
    fn results_keep_the_order_of_their_tasks() {
        for jobs in [0, 1, 3, 8] {
            let slow_now_and_then = |task: u64| {
                thread::sleep(Duration::from_micros(if task.is_multiple_of(7) { 2_000 } else { 0 }));
                task * 2
            };
            let results = all(&Flow::new(jobs, 4, 0..200, slow_now_and_then));
            assert_eq!(results, (0..200).map(|task| task * 2).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn the_source_is_not_read_far_ahead_of_who_takes_results() {
        let read = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&read);
        let source = (0..10_000).inspect(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let (ahead, jobs) = (4, 2);
        let flow = Flow::new(jobs, ahead, source, |task: i32| task);
        for taken in 1..=50 {
            flow.next(|| Ok(())).unwrap();
            thread::sleep(Duration::from_millis(1));
            // Those in the queue, the one that waits for room, and the one taken.
            let most = taken + ahead + 2;
            assert!(read.load(Ordering::SeqCst) <= most, "{} read", read.load(Ordering::SeqCst));
        }
    }

    #[test]
    fn a_worker_that_dies_is_no_silent_end() {
        let flow = Flow::new(1, 2, 0..3, |task: i32| {
            assert!(task != 1, "this worker dies, as it should");
            task
        });
        assert_eq!(flow.next(|| Ok(())).unwrap(), Some(0));
        assert!(flow.next(|| Ok(())).is_err());
    }

    #[test]
    fn waiting_is_told_and_may_fail() {
        let (hold, held) = sync_channel::<i32>(0);
        let flow = Flow::new(1, 2, held.into_iter(), |task| task);
        let refused = flow.next(|| Err(io::ErrorKind::BrokenPipe.into()));
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        hold.send(7).unwrap();
        assert_eq!(flow.next(|| Ok(())).unwrap(), Some(7));
        drop(hold);
        assert_eq!(flow.next(|| Ok(())).unwrap(), None);
    }
}
