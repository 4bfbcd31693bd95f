//! A report's text to items.

use dateline_core::{Options, extract};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

#[divan::bench]
fn parse(bencher: Bencher) {
    let path = dateline_tests::root().join("www/public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the sample report");
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| extract(black_box(&text), &Options::default()).items.len());
}
