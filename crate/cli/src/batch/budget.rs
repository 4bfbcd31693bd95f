//! Bytes that may be under way at once.
//!
//! Who reads takes a [`Share`] for each line and waits while there is no room; the share goes back when it is
//! dropped, which is when the line's result is written.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// So many bytes, to be shared out.
#[derive(Clone)]
pub(super) struct Budget(Arc<Pool>);

struct Pool {
    whole: usize,
    free: Mutex<usize>,
    returned: Condvar,
}

/// Bytes that were taken; dropping gives them back.
pub(super) struct Share {
    pool: Arc<Pool>,
    bytes: usize,
}

impl Budget {
    pub fn new(whole: usize) -> Self {
        Budget(Arc::new(Pool { whole, free: Mutex::new(whole), returned: Condvar::new() }))
    }

    /// Waits until there is room for `bytes`, or for what is more than the whole, until nothing else is under way.
    pub fn take(&self, bytes: usize) -> Share {
        let bytes = bytes.min(self.0.whole);
        let free = self.0.free();
        let room = self.0.returned.wait_while(free, |free| *free < bytes);
        *room.unwrap_or_else(PoisonError::into_inner) -= bytes;
        Share { pool: Arc::clone(&self.0), bytes }
    }
}

impl Pool {
    /// The number is right even where a thread died: it changes in one step.
    fn free(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        *self.pool.free() += self.bytes;
        self.pool.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    #[test]
    fn who_finds_no_room_waits_until_a_share_is_returned() {
        let budget = Budget::new(10);
        let (first, second) = (budget.take(6), budget.take(4));
        let (taken, news) = channel();
        let waiting = budget.clone();
        let thread = std::thread::spawn(move || {
            // More than the whole: it waits for all of it.
            let all = waiting.take(100);
            taken.send(all.bytes).unwrap();
        });
        drop(first);
        assert_eq!(news.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
        drop(second);
        assert_eq!(news.recv_timeout(Duration::from_secs(20)), Ok(10));
        thread.join().unwrap();
        assert_eq!(*budget.0.free(), 10);
    }
}
