//! PNG from SVG, by resvg, with the font that comes with the program and no other.

use dateline_wire::Failure;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

const FACES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Italic.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Bold.ttf"),
];
const FAMILY: &str = "Inter";

/// Draws a picture on exactly `width` by `height` pixels.
///
/// # Errors
///
/// `png-failed` where the picture is not SVG, or there is no memory for it.
pub(crate) fn png(svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>, Failure> {
    let tree = Tree::from_str(svg, &options()).map_err(|error| failed(&error))?;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed(&"the size cannot be drawn"))?;
    let across = width as f32 / tree.size().width();
    let down = height as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error))
}

fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Options { fontdb: Arc::new(fonts), font_family: FAMILY.into(), ..Options::default() }
}

fn failed(cause: &dyn std::fmt::Display) -> Failure {
    let message = format!("The PNG could not be drawn: {cause}.");
    Failure::new("png-failed", message, "Ask for a smaller picture, or for SVG.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::scene::{Align, Color, Font, Mark, Panel, Scene, Shape, Text, Weight};

    fn drawn(content: &str, weight: Weight, align: Align) -> Pixmap {
        let font = Font { size: 40.0, weight, italic: false };
        let text = Text { x: 100.0, y: 50.0, content: content.into(), font, align, color: Color::hex(0) };
        let mark = Mark { shape: Shape::Text(text), panel: Panel::Frame, target: None };
        let scene = Scene {
            width: 200.0,
            height: 100.0,
            background: Some(Color::hex(0xff_ff_ff)),
            marks: vec![mark],
            title: String::new(),
            description: String::new(),
        };
        let bytes = png(&dateline_paint::svg(&scene), (400, 200)).unwrap();
        Pixmap::decode_png(&bytes).unwrap()
    }

    /// Left, top, right and bottom of the dark pixels.
    fn ink(pixels: &Pixmap) -> [u32; 4] {
        let dark = |x: u32, y: u32| pixels.pixel(x, y).unwrap().red() < 128;
        let all = (0..pixels.width()).flat_map(|x| (0..pixels.height()).map(move |y| (x, y)));
        let found: Vec<(u32, u32)> = all.filter(|&(x, y)| dark(x, y)).collect();
        let (xs, ys) = (found.iter().map(|it| it.0), found.iter().map(|it| it.1));
        [xs.clone().min().unwrap(), ys.clone().min().unwrap(), xs.max().unwrap(), ys.max().unwrap()]
    }

    #[test]
    fn text_stands_where_the_scene_says() {
        for (weight, align) in [(Weight::Regular, Align::Start), (Weight::Bold, Align::Middle)] {
            let pixels = drawn("HH", weight, align);
            assert_eq!((pixels.width(), pixels.height()), (400, 200));
            let [left, top, right, bottom] = ink(&pixels);
            assert!(
                (top + bottom).abs_diff(200) <= 2,
                "capitals stand around their middle: {top} to {bottom}"
            );
            assert!((bottom - top).abs_diff(58) <= 2, "capitals are 0.7275 em: {top} to {bottom}");
            match align {
                Align::Start => assert!((200..215).contains(&left), "{left}"),
                _ => assert!((left + right).abs_diff(400) <= 3, "{left} to {right}"),
            }
        }
        let end = |weight| ink(&drawn("HH", weight, Align::End))[2];
        assert!((185..200).contains(&end(Weight::Bold)), "{}", end(Weight::Bold));
    }

    #[test]
    fn what_is_not_svg_is_an_error() {
        assert_eq!(png("<html/>", (10, 10)).unwrap_err().code, "png-failed");
        assert_eq!(png("", (10, 10)).unwrap_err().code, "png-failed");
    }
}
