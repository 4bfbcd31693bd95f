//! The painter: one picture of every shape held as text, and laws for any words and any numbers.
//!
//! After a wanted change, `BLESS=1 cargo test -p dateline-tests --test paint` writes the picture again; look at it.
#![allow(clippy::unwrap_used)]

use dateline_core::scene::*;
use dateline_paint::svg;
use proptest::prelude::*;

fn mark(shape: Shape) -> Mark {
    Mark { shape, panel: Panel::Frame, target: None }
}

fn text(x: f64, y: f64, content: &str, font: Font, align: Align) -> Mark {
    mark(Shape::Text(Text { x, y, content: content.into(), font, align, color: Color::hex(0x1f_23_28) }))
}

fn font(size: f64, weight: Weight, italic: bool) -> Font {
    Font { size, weight, italic }
}

fn scene(marks: Vec<Mark>) -> Scene {
    Scene {
        width: 320.0,
        height: 200.0,
        background: Some(Color::hex(0xff_ff_ff)),
        marks,
        title: "Shapes & words".into(),
        description: "Every shape of a scene <once>.".into(),
    }
}

fn rule(x1: f64, y1: f64, x2: f64, y2: f64) -> Mark {
    let stroke = Stroke { color: Color::hex(0xd0_30_30), width: 0.5 };
    mark(Shape::Line { from: Point { x: x1, y: y1 }, to: Point { x: x2, y: y2 }, stroke })
}

/// Every shape, every face and every alignment; thin red rules show where a text's middle and anchor should be.
fn shapes() -> Scene {
    let blue = Color::hex(0x22_57_d6);
    let filled = Paint { fill: Some(blue), stroke: None };
    let hollow = Paint { fill: None, stroke: Some(Stroke { color: blue, width: 2.0 }) };
    let both = Paint { fill: Some(blue.alpha(0.2)), stroke: Some(Stroke { color: blue, width: 1.5 }) };
    let rect = |x, radius, paint| mark(Shape::Rect { x, y: 10.0, width: 40.0, height: 20.0, radius, paint });
    let circle = |x, paint| mark(Shape::Circle { x, y: 20.0, radius: 5.0, paint });
    let points = [(10.0, 70.0), (40.0, 45.0), (70.0, 60.0), (100.0, 50.0), (100.0, 70.0)];
    let points = points.map(|(x, y)| Point { x, y }).into();
    let mut marks = vec![
        rect(10.0, 0.0, filled),
        rect(60.0, 3.0, filled),
        rect(110.0, 6.0, both),
        rect(160.0, 0.0, hollow),
        rect(210.0, 10.0, both),
        circle(265.0, filled),
        circle(280.0, hollow),
        circle(295.0, both),
        mark(Shape::Area { points, fill: blue.alpha(0.5) }),
    ];
    for (y, face) in [
        (100.0, font(12.0, Weight::Regular, false)),
        (125.0, font(20.0, Weight::Bold, false)),
        (150.0, font(14.0, Weight::Regular, true)),
    ] {
        marks.extend([rule(0.0, y, 320.0, y), rule(10.0, y - 8.0, 10.0, y + 8.0)]);
        marks.extend([rule(160.0, y - 8.0, 160.0, y + 8.0), rule(310.0, y - 8.0, 310.0, y + 8.0)]);
        marks.push(text(10.0, y, "HExg – 10", face, Align::Start));
        marks.push(text(160.0, y, "HExg ñ 14", face, Align::Middle));
        marks.push(text(310.0, y, "HExg … 7", face, Align::End));
    }
    marks.push(text(
        10.0,
        180.0,
        "<a> & \"b\" 'c'\u{1}\u{202e}",
        font(12.0, Weight::Regular, false),
        Align::Start,
    ));
    scene(marks)
}

#[test]
fn every_shape_is_painted_as_it_was() {
    let path = dateline_tests::root().join("tests/golden/shapes.svg");
    let painted = svg(&shapes());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &painted).unwrap();
    }
    assert_eq!(painted, std::fs::read_to_string(&path).unwrap(), "see {}", path.display());
    assert_eq!(painted, svg(&shapes()), "the same scene gives the same bytes");
}

#[test]
fn a_picture_says_what_it_is() {
    let painted = svg(&shapes());
    let document = roxmltree::Document::parse(&painted).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("width"), Some("320"));
    assert_eq!(root.attribute("viewBox"), Some("0 0 2560 1600"));
    let content = |name: &str| {
        let node = root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        node.and_then(|node| node.text()).unwrap().to_owned()
    };
    assert_eq!(content("title"), "Shapes & words");
    assert_eq!(content("desc"), "Every shape of a scene <once>.");
    assert!(painted.contains("&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;</text>"));
    assert!(painted.contains(r#"font-size="96""#), "12 pixels are 96 steps of the grid");
}

/// All that a reader sees as text, in order.
fn words(painted: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(painted).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or("").to_owned()).collect()
}

proptest! {
    #[test]
    fn any_words_give_well_formed_xml(label in any::<String>(), title in any::<String>()) {
        let marks = vec![text(0.0, 9.0, &label, font(12.0, Weight::Regular, false), Align::Start)];
        let painted = svg(&Scene { title: title.clone(), description: label.clone(), ..scene(marks) });
        let document = roxmltree::Document::parse(&painted);
        prop_assert!(document.is_ok(), "{document:?}");
        let names = ["svg", "title", "desc", "rect", "text"];
        let known = |node: roxmltree::Node| !node.is_element() || names.contains(&node.tag_name().name());
        prop_assert!(document.unwrap().descendants().all(known), "{painted}");
    }

    #[test]
    fn printable_words_come_through_unchanged(label in "[ -~¡-ÿ–—“”…А-я]{1,40}") {
        let marks = vec![text(0.0, 9.0, &label, font(12.0, Weight::Regular, false), Align::Start)];
        let expected: Vec<String> = if label.trim().is_empty() { vec![] } else { vec![label.clone()] };
        prop_assert_eq!(words(&svg(&scene(marks))), expected);
    }

    #[test]
    fn no_number_breaks_the_painter(
        numbers in proptest::array::uniform6(prop_oneof![any::<f64>(), -1e3..1e3, Just(f64::NAN)])
    ) {
        let [x, y, width, height, radius, size] = numbers;
        let stroke = Stroke { color: Color::hex(0), width: size };
        let paint = Paint { fill: Some(Color::hex(0)), stroke: Some(stroke) };
        let from = Point { x, y };
        let to = Point { x: width, y: height };
        let marks = vec![
            mark(Shape::Rect { x, y, width, height, radius, paint }),
            mark(Shape::Circle { x, y, radius, paint }),
            mark(Shape::Line { from, to, stroke }),
            mark(Shape::Area { points: vec![from, to, Point { x: size, y: radius }], fill: Color::hex(0) }),
            text(x, y, "x", font(size, Weight::Bold, false), Align::End),
        ];
        let painted = svg(&Scene { width, height, ..scene(marks) });
        prop_assert!(roxmltree::Document::parse(&painted).is_ok(), "{painted}");
    }
}
