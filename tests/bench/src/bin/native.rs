//! The benches on the machine itself: reads the text from a file, prints one line of JSON a bench.
#![allow(clippy::print_stdout, clippy::expect_used)]

use std::time::Instant;

/// The best of so many runs counts: others on the machine can only slow one down.
const RUNS: u32 = 7;

fn main() {
    let path = std::env::args().nth(1).expect("the path of a text");
    let text = std::fs::read_to_string(path).expect("the text can be read");
    time("dates", &text, dateline_bench::dates);
    time("items", &text, dateline_bench::items);
    time("countries", &text, dateline_bench::countries);
    time("names one by one", &text, dateline_bench::countries_naively);
    time("table of names", "", |_| dateline_bench::table());
}

fn time(name: &str, text: &str, bench: fn(&str) -> u32) {
    let mut best = f64::INFINITY;
    let mut found = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        found = bench(text);
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!(r#"{{"name":"{name}, native","found":{found},"ms":{:.2}}}"#, best * 1e3);
}
