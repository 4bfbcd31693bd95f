//! The picture: scenes held as text, and laws for every size, theme and amount of items.
//!
//! After a wanted change, `BLESS=1 cargo test -p dateline-tests --test picture` writes the texts again; look at what
//! changed, and at the picture.
#![allow(clippy::unwrap_used)]

use dateline_core::layout::{Geometry, Rect};
use dateline_core::model::CountryCode;
use dateline_core::scene::{Align, Theme, ThemeName};
use dateline_core::scene::{BundledFont, Mark, Panel, Point, Scene, Shape, Target, Text, TextMeasure};
use dateline_core::study::{Chart, ExportOptions, ExportRange, Language, Look, Study};
use dateline_core::time::{CivilDate, Interval};
use dateline_core::{Options, extract};
use dateline_tests::made::{Plan, made};
use proptest::prelude::*;

/// More marks than this are never drawn.
const MOST_MARKS: usize = 5000;
/// Outlines may stand out of their panel so far.
const OUTLINE: f64 = 3.5;

fn sample() -> Study {
    let text = std::fs::read_to_string(dateline_tests::root().join("www/public/sample-report.txt")).unwrap();
    Study::new(extract(&text, &Options::default()))
}

fn look(theme: ThemeName, chart: Chart, language: Language) -> Look {
    Look { theme, chart, language, transparent: false }
}

fn drawn(study: &mut Study, width: f64, height: f64) -> Scene {
    study.resize(width, height);
    study.scene(&BundledFont).clone()
}

fn day(text: &str) -> CivilDate {
    CivilDate::parse_iso(text).unwrap()
}

fn window(from: &str, to: &str) -> Interval {
    Interval::new(day(from).timestamp(), day(to).timestamp())
}

fn agrees(name: &str, scene: &Scene) {
    let path = dateline_tests::root().join("tests/golden").join(format!("{name}.scene.txt"));
    let dump = scene.dump();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &dump).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let line = golden.lines().zip(dump.lines()).position(|(a, b)| a != b);
    assert!(golden == dump, "{name} differs from line {line:?} on; BLESS=1 writes it again");
}

#[test]
fn the_sample_looks_as_it_did() {
    let mut study = sample();
    let height = study.preferred_height(1080.0);
    agrees("sample", &drawn(&mut study, 1080.0, height));
    study.set_look(look(ThemeName::Dark, Chart::Both, Language::Spanish));
    study.set_window(window("2022-12-05", "2022-12-19"));
    study.hover(Some(Target::Country(CountryCode::new("TR").unwrap())));
    agrees("sample-dark-zoomed", &drawn(&mut study, 700.0, 760.0));
    study.set_look(look(ThemeName::Light, Chart::Strip, Language::English));
    study.fit();
    agrees("sample-strip", &drawn(&mut study, 390.0, 140.0));
    let options = ExportOptions { width: 1200.0, height: 675.0, ..ExportOptions::default() };
    agrees("sample-export", &study.export_scene(&options, &BundledFont));
}

#[test]
fn many_items_become_areas_and_badges() {
    let crowd = Plan { items: 900, sections: 4, days: 200, coarse: 20, ..Plan::default() };
    agrees("crowd", &drawn(&mut Study::new(made(5, crowd)), 900.0, 700.0));
    let one_day = Plan { items: 60, sections: 2, days: 1, ..Plan::default() };
    agrees("one-day", &drawn(&mut Study::new(made(5, one_day)), 700.0, 400.0));
}

#[test]
fn nothing_dated_is_a_bare_ground() {
    for plan in [Plan { items: 0, ..Plan::default() }, Plan { items: 12, undated: 100, ..Plan::default() }] {
        let mut study = Study::new(made(1, plan));
        let scene = drawn(&mut study, 1080.0, 840.0);
        assert!(scene.marks.is_empty());
        assert_eq!(scene.background, Some(Theme::of(ThemeName::Light).ground));
        assert_eq!(study.summary().undated as usize, study.items(0, 99).len());
        assert_eq!(study.preferred_height(1080.0), 0.0);
        let export = study.export_scene(&ExportOptions::default(), &BundledFont);
        assert!(!export.title.is_empty() && !export.description.is_empty());
    }
}

fn bounds(text: &Text) -> Rect {
    let width = BundledFont.width(&text.content, text.font);
    let left = match text.align {
        Align::Start => text.x,
        Align::Middle => text.x - width / 2.0,
        Align::End => text.x - width,
    };
    Rect::new(left, text.y - text.font.size / 2.0, width, text.font.size)
}

fn extent(shape: &Shape) -> Rect {
    let around = |points: &[Point]| {
        let (xs, ys) = (points.iter().map(|point| point.x), points.iter().map(|point| point.y));
        let (left, top) = (xs.clone().fold(f64::MAX, f64::min), ys.clone().fold(f64::MAX, f64::min));
        Rect::new(left, top, xs.fold(f64::MIN, f64::max) - left, ys.fold(f64::MIN, f64::max) - top)
    };
    match shape {
        Shape::Rect { x, y, width, height, .. } => Rect::new(*x, *y, *width, *height),
        Shape::Circle { x, y, radius, .. } => Rect::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius),
        Shape::Line { from, to, .. } => around(&[*from, *to]),
        Shape::Area { points, .. } => around(points),
        Shape::Text(text) => bounds(text),
    }
}

fn panel_rect(geometry: &Geometry, panel: Panel) -> Rect {
    let whole = geometry.figure;
    match panel {
        Panel::Frame | Panel::Legend => whole,
        Panel::Axis => geometry.axis,
        Panel::Timeline => geometry.timeline,
        Panel::Countries => Rect { x: 0.0, width: geometry.plot.right() + 8.0, ..geometry.countries },
        Panel::Totals => geometry.totals,
        Panel::Overview => Rect { x: 0.0, width: whole.width, ..geometry.overview },
    }
}

fn lies_in(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x - OUTLINE
        && inner.y >= outer.y - OUTLINE
        && inner.right() <= outer.right() + OUTLINE
        && inner.bottom() <= outer.bottom() + OUTLINE
}

fn overlap(a: Rect, b: Rect) -> bool {
    let slack = 0.25;
    a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() && b.y + slack < a.bottom()
}

fn is_item(mark: &&Mark) -> bool {
    mark.panel == Panel::Timeline && matches!(mark.target, Some(Target::Item(_) | Target::Stack { .. }))
}

/// The laws of one scene.
fn hold_the_laws(scene: &Scene, geometry: &Geometry) -> Result<(), TestCaseError> {
    prop_assert!(scene.marks.len() <= MOST_MARKS, "{} marks", scene.marks.len());
    for mark in &scene.marks {
        let (inner, outer) = (extent(&mark.shape), panel_rect(geometry, mark.panel));
        prop_assert!([inner.x, inner.y, inner.width, inner.height].iter().all(|value| value.is_finite()));
        prop_assert!(lies_in(inner, outer), "{mark:?} is not in {outer:?}");
    }
    let texts: Vec<Rect> = scene
        .marks
        .iter()
        .filter(|mark| mark.panel != Panel::Frame && mark.target.is_none())
        .filter_map(|mark| if let Shape::Text(text) = &mark.shape { Some(bounds(text)) } else { None })
        .collect();
    for (index, text) in texts.iter().enumerate() {
        let other = texts.iter().skip(index + 1).find(|other| overlap(*text, **other));
        prop_assert!(other.is_none(), "{text:?} meets {other:?}");
    }
    Ok(())
}

/// Items of different targets do not meet, and no label meets an item.
fn items_keep_apart(scene: &Scene) -> Result<(), TestCaseError> {
    let items: Vec<(&Mark, Rect)> =
        scene.marks.iter().filter(is_item).map(|mark| (mark, extent(&mark.shape))).collect();
    for (index, (mark, rect)) in items.iter().enumerate() {
        let mut later = items.iter().skip(index + 1).filter(|(other, _)| other.target != mark.target);
        let other = later.find(|(_, other)| overlap(*rect, *other));
        prop_assert!(other.is_none(), "{mark:?} meets {other:?}");
    }
    let labels = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text) if mark.panel == Panel::Timeline && text.align == Align::Start => {
            Some(bounds(text))
        }
        _ => None,
    });
    for label in labels {
        let met = items.iter().find(|(_, item)| overlap(label, *item));
        prop_assert!(met.is_none(), "{label:?} meets {met:?}");
    }
    Ok(())
}

#[derive(Clone, Debug)]
struct Case {
    seed: u64,
    plan: Plan,
    size: (f64, f64),
    chart: Chart,
    look: (bool, bool),
    view: (f64, f64),
    hovered: usize,
}

fn plan() -> impl Strategy<Value = Plan> {
    let days = prop_oneof![Just(1_u64), 2..90_u64, 90..4000_u64, 300_000..400_000_u64];
    let items = prop_oneof![1..20_usize, 20..200_usize, 1000..3000_usize];
    let sections = prop_oneof![1..4_usize, 4..16_usize, 30..90_usize];
    (items, sections, -400_000..20_000_i64, days, 0..60_u64, prop_oneof![Just(0_u64), 0..100_u64]).prop_map(
        |(items, sections, first_day, days, undated, coarse)| Plan {
            items,
            sections,
            first_day,
            days,
            undated,
            coarse,
        },
    )
}

fn case() -> impl Strategy<Value = Case> {
    let charts = prop::sample::select(vec![Chart::Both, Chart::Timeline, Chart::Countries, Chart::Strip]);
    let size = (120.0..1700.0_f64, 150.0..1300.0_f64);
    (any::<u64>(), plan(), size, charts, any::<(bool, bool)>(), (0.0..1.0_f64, 0.0..1.0_f64), 0..6_usize)
        .prop_map(|(seed, plan, size, chart, look, view, hovered)| Case {
            seed,
            plan,
            size,
            chart,
            look,
            view,
            hovered,
        })
}

/// A study in some state of use.
fn used(case: &Case) -> Study {
    let mut study = Study::new(made(case.seed, case.plan));
    let theme = if case.look.0 { ThemeName::Dark } else { ThemeName::Light };
    let language = if case.look.1 { Language::Spanish } else { Language::English };
    study.set_look(look(theme, case.chart, language));
    study.resize(case.size.0, case.size.1);
    study.scene(&BundledFont);
    let geometry = study.geometry();
    study.zoom_at(geometry.plot.x + geometry.plot.width * case.view.0, 1.0 + case.view.1 * 40.0);
    study.settle();
    study.hover(match case.hovered {
        1 => Some(Target::Country(CountryCode::new("PL").unwrap())),
        2 => Some(Target::Lane(1)),
        3 => Some(Target::Item(0)),
        _ => None,
    });
    if case.hovered == 4 {
        study.point(Some(Point { x: case.size.0 * case.view.0, y: case.size.1 * case.view.1 }));
        study.select((0..9).collect());
    }
    if case.hovered == 5 {
        study.toggle_more_countries();
    }
    study
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_picture_keeps_the_laws(case in case()) {
        let mut study = used(&case);
        let scene = study.scene(&BundledFont).clone();
        hold_the_laws(&scene, &study.geometry())?;
        if case.hovered == 0 {
            items_keep_apart(&scene)?;
        }
        let again = used(&case).scene(&BundledFont).clone();
        prop_assert_eq!(&again, &scene);
    }

    #[test]
    fn what_is_drawn_is_found(case in case()) {
        let mut study = used(&case);
        study.point(None);
        study.select(Vec::new());
        let scene = study.scene(&BundledFont).clone();
        for mark in scene.marks.iter().filter(is_item) {
            let Some(Target::Item(row)) = mark.target else { continue };
            let at = study.anchor(row).unwrap();
            let found = study.hit(at.x, at.y);
            prop_assert!(matches!(found, Some(Target::Item(_) | Target::Stack { .. })), "{at:?} {found:?}");
        }
    }

    #[test]
    fn counts_in_view_agree(case in case()) {
        let study = used(&case);
        let items = study.items(0, usize::MAX).len() as u64;
        prop_assert_eq!(study.shown(), items);
        prop_assert_eq!(study.summary().shown, items);
    }

    #[test]
    fn the_preferred_height_leaves_nothing_out(case in case()) {
        let mut study = used(&Case { hovered: 0, ..case });
        let width = case.size.0.max(320.0);
        let height = study.preferred_height(width);
        prop_assume!(height > 0.0);
        let scene = drawn(&mut study, width, height);
        let left_out = scene.marks.iter().any(|mark| matches!(
            &mark.shape,
            Shape::Text(text) if text.content.contains("do not fit") || text.content.contains("no caben")
        ));
        prop_assert!(!left_out || case.plan.sections > 60);
    }

    #[test]
    fn exports_fill_the_size_asked_for(case in case(), all in any::<bool>()) {
        let study = used(&case);
        let range = if all { ExportRange::All } else { ExportRange::Window };
        let (width, height) = (case.size.0.max(300.0), case.size.1.max(300.0));
        let options = ExportOptions { width, height, chart: case.chart, range, ..ExportOptions::default() };
        let scene = study.export_scene(&options, &BundledFont);
        prop_assert_eq!((scene.width, scene.height), (width, height));
        let whole = Rect::new(0.0, 0.0, width, height);
        for mark in &scene.marks {
            prop_assert!(lies_in(extent(&mark.shape), whole), "{mark:?}");
        }
        prop_assert_eq!(study.export_scene(&options, &BundledFont), scene);
    }
}

#[test]
fn an_opened_stack_shows_its_items() {
    let plan = Plan { items: 24, sections: 2, days: 1, undated: 0, ..Plan::default() };
    let mut study = Study::new(made(3, plan));
    let height = study.preferred_height(900.0);
    let scene = drawn(&mut study, 900.0, height);
    let drawn_items = |scene: &Scene| scene.marks.iter().filter(is_item).count();
    let stack = scene.marks.iter().find_map(|mark| mark.target.filter(|t| matches!(t, Target::Stack { .. })));
    let before = drawn_items(&scene);
    study.toggle_stack(stack.unwrap());
    assert_eq!(study.rows_of(stack.unwrap()).len() as u64, {
        let Some(Target::Stack { lane, .. }) = stack else { panic!("not a stack") };
        study.summary().sections[lane as usize].items
    });
    let taller = study.preferred_height(900.0);
    assert!(taller > height);
    assert!(drawn_items(&drawn(&mut study, 900.0, taller)) > before);
    assert!(study.close_stacks());
    assert_eq!(drawn(&mut study, 900.0, height), scene);
}

#[test]
fn dragging_moves_the_window_as_the_hand_does() {
    let mut study = sample();
    study.set_window(window("2022-12-05", "2022-12-19"));
    drawn(&mut study, 1080.0, 800.0);
    let geometry = study.geometry();
    let before = study.window();
    let middle = geometry.plot.x + geometry.plot.width / 2.0;
    study.press(middle, geometry.axis.bottom() + 3.0);
    assert!(study.drag(middle + geometry.plot.width / 14.0, geometry.axis.bottom() + 3.0));
    assert!(study.release());
    assert_eq!((before.start.0 - study.window().start.0) / 3_600_000, 24, "one day of fourteen");
    drawn(&mut study, 1080.0, 800.0);
    let handle = study.geometry().window;
    assert_eq!(study.press(handle.right(), handle.y + 20.0), Some(Target::WindowEnd));
    assert!(study.drag(geometry.overview.right() + 50.0, handle.y));
    study.release();
    assert_eq!(study.window().start.0, before.start.0 - 86_400_000);
    assert!(study.window().end > before.end);
    assert!(!study.drag(0.0, 0.0), "nothing is pressed");
}
