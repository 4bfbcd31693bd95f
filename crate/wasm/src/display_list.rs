//! What is to be drawn, as numbers and words that cross to JavaScript at one go: a call for each of thousands of marks
//! would cost more than the drawing.

use crate::pen::Pen;

/// The steps, by the numbers that the page's pen knows (`www/src/engine/pen.ts`). Each is followed by its own numbers.
#[derive(Clone, Copy, Debug)]
#[repr(i32)]
pub(crate) enum Step {
    /// Colour of what is filled: 0xrrggbbaa.
    Fill = 0,
    /// Colour and width of lines.
    Stroke = 1,
    /// A font, the next word: alignment, baseline.
    Font = 2,
    /// A filled rectangle: x, y, width, height.
    Rect = 3,
    /// A filled outline: how many points, then x, y of each.
    Polygon = 4,
    /// A line through points, as before.
    Path = 5,
    /// A filled circle: x, y, radius.
    Disc = 6,
    /// Its outline.
    Ring = 7,
    /// A text, the next word: x, y.
    Text = 8,
}

/// A picture that is not drawn yet.
#[derive(Debug, Default)]
pub(crate) struct DisplayList {
    steps: Vec<i32>,
    /// One a line, in the order of the steps that want one.
    words: String,
}

impl DisplayList {
    pub(crate) fn add<const N: usize>(&mut self, step: Step, numbers: [i32; N]) {
        self.steps.push(step as i32);
        self.steps.extend_from_slice(&numbers);
    }

    /// Adds a step that wants a word, which has no line ends.
    pub(crate) fn add_word(&mut self, step: Step, word: &str, numbers: [i32; 2]) {
        self.add(step, numbers);
        self.words.push_str(word);
        self.words.push('\n');
    }

    /// Adds a step through points; without any, none.
    pub(crate) fn add_points(&mut self, step: Step, points: impl IntoIterator<Item = (i32, i32)>) {
        let begun = self.steps.len();
        self.add(step, [0]);
        let mut count = 0;
        for (x, y) in points {
            self.steps.extend_from_slice(&[x, y]);
            count += 1;
        }
        match self.steps.get_mut(begun + 1) {
            Some(slot) if count > 0 => *slot = count,
            _ => self.steps.truncate(begun),
        }
    }

    /// Draws on a cleared canvas of `size` units, of which `scale` px are one.
    pub(crate) fn draw(&self, pen: &Pen, scale: f64, size: (u32, u32)) {
        pen.play(scale, f64::from(size.0), f64::from(size.1), &self.steps, &self.words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_followed_by_their_numbers() {
        let mut list = DisplayList::default();
        list.add(Step::Rect, [1, 2, 3, 4]);
        list.add_points(Step::Path, []);
        list.add_points(Step::Polygon, [(5, 6), (7, 8), (9, 9)]);
        list.add_word(Step::Text, "Días", [1, 2]);
        assert_eq!(list.steps, [3, 1, 2, 3, 4, 4, 3, 5, 6, 7, 8, 9, 9, 8, 1, 2]);
        assert_eq!(list.words, "Días\n");
    }
}
