//! The colours of a picture, light and dark.

use super::Color;

/// Number of hues; further sections take them again as variants.
pub const HUES: usize = 12;

/// The least contrast of text.
const READABLE: f64 = 4.5;

/// Which ground a picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// White ground.
    #[default]
    Light,
    /// Near-black ground.
    Dark,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Which of the two.
    pub name: ThemeName,
    /// Behind everything.
    pub ground: Color,
    /// Behind a lane.
    pub lane: Color,
    /// A cell without items.
    pub cell: Color,
    /// Minor grid.
    pub grid: Color,
    /// Major grid.
    pub rule: Color,
    /// Text.
    pub ink: Color,
    /// Text of less weight.
    pub muted: Color,
    /// Interaction: window, links, selection, full cells.
    pub accent: Color,
    /// Bars of the overview.
    pub bar: Color,
    /// One for each section.
    pub hues: [Color; HUES],
}

impl Theme {
    /// The theme of this name.
    pub fn of(name: ThemeName) -> &'static Theme {
        match name {
            ThemeName::Light => &LIGHT,
            ThemeName::Dark => &DARK,
        }
    }

    /// The colour of text on a ground of this colour: white or near-black where they read well, else black.
    pub fn on(&self, color: Color) -> Color {
        let choices = [Color::hex(0xff_ff_ff), Color::hex(0x0b_0e_12)];
        let readable = choices.into_iter().find(|text| color.contrast(*text) >= READABLE);
        readable.unwrap_or(Color::hex(0x00_00_00))
    }

    /// The colour of the `index`th section that has a lane.
    pub fn section(&self, index: usize) -> Color {
        let hue = self.hues.get(index % HUES).copied().unwrap_or(self.ink);
        if index < HUES { hue } else { hue.mix(self.ink, 0.4) }
    }
}

const LIGHT: Theme = Theme {
    name: ThemeName::Light,
    ground: Color::hex(0xff_ff_ff),
    lane: Color::hex(0xfa_fa_fb),
    cell: Color::hex(0xf6_f7_f9),
    grid: Color::hex(0xec_ed_f0),
    rule: Color::hex(0xd9_db_e0),
    ink: Color::hex(0x1f_23_28),
    muted: Color::hex(0x68_70_80),
    accent: Color::hex(0x24_57_d6),
    bar: Color::hex(0x8f_98_b3),
    hues: [
        Color::hex(0x3b_6f_d8),
        Color::hex(0xc8_74_19),
        Color::hex(0x26_91_7f),
        Color::hex(0xc8_55_3d),
        Color::hex(0x7b_61_b5),
        Color::hex(0x5b_8c_3a),
        Color::hex(0xc2_57_8f),
        Color::hex(0x8a_6d_3b),
        Color::hex(0x35_90_b6),
        Color::hex(0x87_8f_1e),
        Color::hex(0x6b_72_80),
        Color::hex(0xb0_41_3e),
    ],
};

const DARK: Theme = Theme {
    name: ThemeName::Dark,
    ground: Color::hex(0x11_14_18),
    lane: Color::hex(0x16_1b_20),
    cell: Color::hex(0x1b_20_27),
    grid: Color::hex(0x22_27_2e),
    rule: Color::hex(0x36_3c_46),
    ink: Color::hex(0xe8_ea_ee),
    muted: Color::hex(0x98_a1_b0),
    accent: Color::hex(0x7a_a2_ff),
    bar: Color::hex(0x6b_77_8d),
    hues: [
        Color::hex(0x7a_a2_ff),
        Color::hex(0xf0_a7_5a),
        Color::hex(0x5f_d0_c0),
        Color::hex(0xf0_8a_70),
        Color::hex(0xb3_9c_e8),
        Color::hex(0x9c_cc_6e),
        Color::hex(0xee_92_c4),
        Color::hex(0xcf_ae_74),
        Color::hex(0x84_cd_f0),
        Color::hex(0xcc_d6_5a),
        Color::hex(0xa7_b0_be),
        Color::hex(0xf0_7f_7b),
    ],
};
