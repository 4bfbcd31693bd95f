//! The colours of both themes: contrast, and differences that readers without one kind of cone see too.

use dateline_core::scene::{Color, HUES, Theme, ThemeName};

#[test]
fn colours_can_be_read_on_both_grounds() {
    for name in [ThemeName::Light, ThemeName::Dark] {
        let theme = Theme::of(name);
        for ground in [theme.ground, theme.lane, theme.cell] {
            for (what, text) in [("ink", theme.ink), ("muted", theme.muted), ("accent", theme.accent)] {
                assert!(text.contrast(ground) >= 4.5, "{what} {name:?} {:.2}", text.contrast(ground));
            }
            for index in 0..2 * HUES {
                let ratio = theme.section(index).contrast(ground);
                assert!(ratio >= 3.0, "hue {index} {name:?} {ratio:.2}");
            }
        }
        for count in 0..=20 {
            let cell = theme.ground.mix(theme.accent, 0.26 + 0.037 * f64::from(count));
            assert!(theme.on(cell).contrast(cell) >= 4.5, "{count} {name:?}");
        }
        for index in 0..2 * HUES {
            let hue = theme.section(index);
            assert!(theme.on(hue).contrast(hue) >= 4.5);
        }
    }
}

/// What a reader without one kind of cone sees, in linear light (Machado, Oliveira and Fernandes, 2009).
const BLINDNESS: [[[f64; 3]; 3]; 3] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn linear(color: Color) -> [f64; 3] {
    [color.r, color.g, color.b].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn product(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

/// Oklab: distances in it are about as large as they look.
fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    let cones = [
        [0.412_221_47, 0.536_332_54, 0.051_445_99],
        [0.211_903_5, 0.680_699_55, 0.107_396_96],
        [0.088_302_46, 0.281_718_84, 0.629_978_7],
    ];
    let lab = [
        [0.210_454_26, 0.793_617_79, -0.004_072_05],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_04, 0.782_771_77, -0.808_675_77],
    ];
    product(&lab, product(&cones, rgb.map(|part| part.max(0.0))).map(f64::cbrt))
}

#[test]
fn neighbouring_sections_differ_for_colour_blind_readers() {
    for name in [ThemeName::Light, ThemeName::Dark] {
        let theme = Theme::of(name);
        for (kind, matrix) in BLINDNESS.iter().enumerate() {
            for index in 0..HUES {
                let seen = |index: usize| oklab(product(matrix, linear(theme.section(index))));
                let (a, b) = (seen(index), seen(index + 1));
                let distance: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                assert!(
                    distance >= 0.06,
                    "hues {index} and {} in {name:?}, {kind}: {distance:.3}",
                    index + 1
                );
            }
        }
    }
}
