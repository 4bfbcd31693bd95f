//! The engine natively, step by step: from made-up items or the sample report to a picture.
//!
//!     cargo bench -p dateline-bench [-- NAME]
//!
//! Every bench is of one thread. What is made ready before a step is not counted.
#![allow(clippy::expect_used, missing_docs)]

mod data;
mod picture;
mod report;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use dateline_bench::generator::{Made, made};

/// Numbers of items.
const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

thread_local! {
    static MADE: RefCell<HashMap<usize, Rc<Made>>> = RefCell::default();
}

/// Made-up items, made once for each number.
fn items(count: usize) -> Rc<Made> {
    MADE.with_borrow_mut(|known| known.entry(count).or_insert_with(|| Rc::new(made(count))).clone())
}
