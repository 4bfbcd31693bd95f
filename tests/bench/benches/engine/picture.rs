//! A table to a scene, and a scene to an SVG.

use dateline_core::scene::BundledFont;
use dateline_core::study::Study;
use divan::{Bencher, black_box};

use super::{SIZES, items};

const WIDTH: f64 = 1440.0;
const HEIGHT: f64 = 900.0;

fn study(count: usize) -> Study {
    let mut study = Study::of_columns(items(count).columns(), "made up").expect("sound columns");
    study.resize(WIDTH, HEIGHT);
    study
}

/// Pictures of a pan by a pixel to and fro.
fn panned(bencher: Bencher, mut study: Study) {
    let mut dx = 1.0;
    bencher.bench_local(|| {
        dx = -dx;
        study.pan_px(dx, 0.0);
        study.scene(&BundledFont).marks.len()
    });
}

/// Nearly everything in view.
#[divan::bench(args = SIZES)]
fn layout_of_all(bencher: Bencher, count: usize) {
    let mut study = study(count);
    study.fit();
    study.zoom_at(WIDTH / 2.0, 1.1);
    panned(bencher, study);
}

/// A week or so in view.
#[divan::bench(args = SIZES)]
fn layout_near(bencher: Bencher, count: usize) {
    let mut study = study(count);
    study.fit();
    study.zoom_at(WIDTH / 2.0, 500.0);
    panned(bencher, study);
}

#[divan::bench(args = SIZES)]
fn paint_svg(bencher: Bencher, count: usize) {
    let mut study = study(count);
    let scene = study.scene(&BundledFont).clone();
    bencher.bench_local(|| dateline_paint::svg(black_box(&scene)).len());
}
