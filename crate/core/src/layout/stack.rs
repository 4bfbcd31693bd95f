//! Stacks marks that would overlap, upward, and says what does not fit.
//!
//! Takes extents in the order (start, id), gives a level to each, 0 being the lowest. Marks of one level never
//! overlap. What needs more levels than there are goes into badges that count it.

use crate::order::sort_by;

/// A mark's extent, gap included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// First pixel.
    pub left: f64,
    /// First pixel after.
    pub right: f64,
}

impl Extent {
    fn overlaps(self, other: Extent) -> bool {
        self.left < other.right && other.left < self.right
    }
}

/// Items that are counted instead of drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// Middle of the badge.
    pub x: f64,
    /// Positions of its members in the input.
    pub members: Vec<usize>,
}

impl Badge {
    /// What a badge of this width covers.
    fn cover(&self, width: f64) -> Extent {
        Extent { left: self.x - width / 2.0, right: self.x + width / 2.0 }
    }
}

/// Where everything goes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Stacked {
    /// The level of each extent; `None` where a badge counts it.
    pub levels: Vec<Option<u32>>,
    /// From left to right; they lie on the highest level and do not overlap.
    pub badges: Vec<Badge>,
}

/// Stacks extents on `most` levels; badges are `badge_width` wide.
pub fn stack(extents: &[Extent], most: u32, badge_width: f64) -> Stacked {
    let most = most.max(1);
    let mut levels = first_fit(extents, most);
    let overflowing = (0..extents.len()).filter(|index| levels.get(*index).is_some_and(Option::is_none));
    let mut badges: Vec<Badge> = Vec::new();
    for index in overflowing {
        let Some(extent) = extents.get(index) else { continue };
        let x = (extent.left + extent.right) / 2.0;
        match badges.last_mut() {
            Some(badge) if x - badge.x < badge_width => badge.members.push(index),
            _ => badges.push(Badge { x, members: vec![index] }),
        }
    }
    make_room(extents, most, badge_width, &mut levels, &mut badges);
    return_singles(extents, most, badge_width, &mut levels, &mut badges);
    Stacked { levels, badges }
}

/// A badge of one item gives it back where others made room for it on the highest level.
fn return_singles(
    extents: &[Extent],
    most: u32,
    badge_width: f64,
    levels: &mut [Option<u32>],
    badges: &mut Vec<Badge>,
) {
    let covers: Vec<Extent> = badges.iter().map(|badge| badge.cover(badge_width)).collect();
    badges.retain(|badge| {
        let [index] = badge.members.as_slice() else { return true };
        let Some(extent) = extents.get(*index) else { return true };
        let own = badge.cover(badge_width);
        let on_top = extents.iter().zip(levels.iter()).filter(|(_, level)| **level == Some(most - 1));
        let mut taken = on_top.map(|(other, _)| other).chain(covers.iter().filter(|cover| **cover != own));
        let free = !taken.any(|other| other.overlaps(*extent));
        if let Some(level) = levels.get_mut(*index).filter(|_| free) {
            *level = Some(most - 1);
        }
        !free
    });
}

/// The lowest free level of each extent, if there is one.
fn first_fit(extents: &[Extent], most: u32) -> Vec<Option<u32>> {
    let mut ends = vec![f64::NEG_INFINITY; most as usize];
    let place = |extent: &Extent| {
        let level = ends.iter().position(|end| *end <= extent.left)?;
        *ends.get_mut(level)? = extent.right;
        u32::try_from(level).ok()
    };
    extents.iter().map(place).collect()
}

/// What lies on the highest level under a badge is counted by it.
fn make_room(
    extents: &[Extent],
    most: u32,
    badge_width: f64,
    levels: &mut [Option<u32>],
    badges: &mut [Badge],
) {
    for badge in badges {
        let cover = badge.cover(badge_width);
        for (index, (extent, level)) in extents.iter().zip(levels.iter_mut()).enumerate() {
            if *level == Some(most - 1) && extent.overlaps(cover) {
                *level = None;
                badge.members.push(index);
            }
        }
        sort_by(&mut badge.members, Ord::cmp);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(positions: &[f64]) -> Vec<Extent> {
        positions.iter().map(|x| Extent { left: x - 5.0, right: x + 5.0 }).collect()
    }

    #[test]
    fn same_day_goes_upward() {
        let stacked = stack(&at(&[10.0, 10.0, 30.0, 34.0]), 3, 20.0);
        assert_eq!(stacked.levels, [Some(0), Some(1), Some(0), Some(1)]);
        assert!(stacked.badges.is_empty());
    }

    #[test]
    fn a_stack_that_is_too_tall_gets_one_badge() {
        let stacked = stack(&at(&[10.0, 10.0, 10.0, 10.0, 20.0]), 2, 20.0);
        assert_eq!(stacked.levels, [Some(0), None, None, None, Some(0)]);
        assert_eq!(stacked.badges, [Badge { x: 10.0, members: vec![1, 2, 3] }]);
    }

    #[test]
    fn near_stacks_share_a_badge() {
        let stacked = stack(&at(&[10.0, 10.0, 22.0, 22.0]), 1, 20.0);
        assert_eq!(stacked.badges.len(), 1);
        assert_eq!(stacked.badges.first().unwrap().members, [0, 1, 2, 3]);
    }
}
