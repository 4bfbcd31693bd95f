//! The colours of a picture, light and dark.

use super::Color;

/// Number of hues; further sections take them again as variants.
pub const HUES: usize = 12;

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
    cell: Color::hex(0xf4_f5_f7),
    grid: Color::hex(0xec_ed_f0),
    rule: Color::hex(0xd9_db_e0),
    ink: Color::hex(0x1f_23_28),
    muted: Color::hex(0x68_70_80),
    accent: Color::hex(0x22_57_d6),
    bar: Color::hex(0x9a_a3_b8),
    hues: [
        Color::hex(0x3a_6a_d8),
        Color::hex(0xd0_7a_20),
        Color::hex(0x2a_91_80),
        Color::hex(0xc8_50_3c),
        Color::hex(0x7b_5c_b8),
        Color::hex(0x5b_8f_3a),
        Color::hex(0xc8_4f_91),
        Color::hex(0x8a_6a_3a),
        Color::hex(0x2f_93_bd),
        Color::hex(0x8a_96_1f),
        Color::hex(0x6b_72_80),
        Color::hex(0xa8_38_38),
    ],
};

const DARK: Theme = Theme {
    name: ThemeName::Dark,
    ground: Color::hex(0x11_14_18),
    lane: Color::hex(0x16_1a_1f),
    cell: Color::hex(0x1b_1f_25),
    grid: Color::hex(0x22_27_2e),
    rule: Color::hex(0x36_3c_46),
    ink: Color::hex(0xe8_ea_ee),
    muted: Color::hex(0x98_a1_b0),
    accent: Color::hex(0x7a_a2_ff),
    bar: Color::hex(0x5d_66_78),
    hues: [
        Color::hex(0x7a_a2_ff),
        Color::hex(0xf2_a6_55),
        Color::hex(0x5c_cf_ba),
        Color::hex(0xf2_86_70),
        Color::hex(0xb8_9b_f0),
        Color::hex(0x9c_cc_6e),
        Color::hex(0xf0_8c_c4),
        Color::hex(0xcf_a8_68),
        Color::hex(0x7c_c8_ee),
        Color::hex(0xcf_d8_55),
        Color::hex(0xa4_ab_b8),
        Color::hex(0xf2_70_70),
    ],
};
