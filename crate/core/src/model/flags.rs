//! What is special about a row, and its form, in one byte.

use super::{Confidence, DateMention, DateRole, Item, ItemKind};

/// What is special about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    const STATE_MEDIA: u8 = 1;
    const APPROXIMATE: u8 = 2;
    const INFERRED: u8 = 4;
    const DOUBTFUL: u8 = 8;
    const SCHEDULED: u8 = 16;
    /// Bits that columns may set: 0 state media, 1 approximate, 2 inferred, 3 doubtful.
    pub const GIVEN: u8 = 15;

    /// The flags of an item that this date places.
    pub(super) fn of(item: &Item, date: Option<&DateMention>) -> Self {
        let bits = [
            (item.state_media, Self::STATE_MEDIA),
            (date.is_some_and(|date| date.approximate), Self::APPROXIMATE),
            (date.is_some_and(|date| date.role == DateRole::Scheduled), Self::SCHEDULED),
            (item.confidence == Confidence::Inferred, Self::INFERRED),
            (item.confidence == Confidence::Doubtful, Self::DOUBTFUL),
        ];
        Flags(bits.iter().filter(|(set, _)| *set).fold(0, |all, (_, bit)| all | bit))
    }

    /// The report marks it as state media.
    pub fn state_media(self) -> bool {
        self.0 & Self::STATE_MEDIA != 0
    }

    /// The text blurs its date.
    pub fn approximate(self) -> bool {
        self.0 & Self::APPROXIMATE != 0
    }

    /// The date that places it was still to come when the text was written.
    pub fn scheduled(self) -> bool {
        self.0 & Self::SCHEDULED != 0
    }

    /// A part of it follows from a stated rule.
    pub fn inferred(self) -> bool {
        self.0 & Self::INFERRED != 0
    }

    /// A part of it contradicts another.
    pub fn doubtful(self) -> bool {
        self.0 & Self::DOUBTFUL != 0
    }

    /// How sure the data is of it.
    pub fn confidence(self) -> Confidence {
        match (self.doubtful(), self.inferred()) {
            (true, _) => Confidence::Doubtful,
            (_, true) => Confidence::Inferred,
            _ => Confidence::Certain,
        }
    }
}

/// Kind and flags of a row as one number below [`Form::COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form(u8);

impl Form {
    /// How many forms there are.
    pub const COUNT: usize = ItemKind::ALL.len() << Self::SHIFT;
    const SHIFT: u32 = 5;

    /// Of a kind and flags.
    pub(super) fn new(kind: ItemKind, flags: Flags) -> Form {
        Form((kind as u8) << Self::SHIFT | flags.0)
    }

    /// Of the kind of that place in [`ItemKind::ALL`], and the bits of flags as columns give them.
    pub(super) fn given(kind: ItemKind, bits: u8) -> Form {
        Form::new(kind, Flags(bits & Flags::GIVEN))
    }

    /// All forms, by their numbers.
    pub fn all() -> impl Iterator<Item = Form> {
        (0..Form::COUNT as u8).map(Form)
    }

    /// As a number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The form of a number; one beyond all forms is that of a plain report.
    pub fn of(number: u8) -> Form {
        if usize::from(number) < Form::COUNT { Form(number) } else { Form(0) }
    }

    /// Its kind.
    pub fn kind(self) -> ItemKind {
        ItemKind::ALL.get(usize::from(self.0 >> Self::SHIFT)).copied().unwrap_or(ItemKind::Report)
    }

    /// Its flags.
    pub fn flags(self) -> Flags {
        Flags(self.0 & ((1 << Self::SHIFT) - 1))
    }
}
