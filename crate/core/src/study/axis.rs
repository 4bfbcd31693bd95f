//! Placing the items by another of their dates, without reading the text again.

use super::{Study, extents, rows};
use crate::model::{Axis, ItemTable};
use crate::view::Limits;

impl Study {
    /// Which of their dates places the items.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// Places the items by another of their dates. Filter and selection stay; rows are other ones after. A window that
    /// showed what comes into view at first, or everything, does so again; any other stays.
    pub fn set_axis(&mut self, axis: Axis) {
        if axis == self.axis {
            return;
        }
        let (at_home, all) = (self.shows(self.home), self.shows(self.extent));
        self.axis = axis;
        if self.extraction.items.is_empty() {
            // The items of a large table have one date each.
            return;
        }
        let chosen = self.sources_chosen();
        self.table = ItemTable::on(&self.extraction.items, axis);
        (self.extent, self.home) = extents(&self.table);
        self.occurs = rows::occurs(&self.table);
        self.sections.place(&self.table);
        self.emphasis.selection = self.rows_from(&chosen);
        self.forget_places();
        self.count_anew();
        if at_home || all {
            let shown = if at_home { self.home } else { self.extent };
            self.set_window(Limits::around(shown).interval());
        }
    }

    fn sources_chosen(&self) -> Vec<usize> {
        self.emphasis.selection.iter().filter_map(|row| self.table.source(*row)).collect()
    }

    /// The rows of items, in their order.
    fn rows_from(&self, sources: &[usize]) -> Vec<u32> {
        if sources.is_empty() {
            return Vec::new();
        }
        let mut row_of = vec![0; self.table.len()];
        for row in self.table.rows() {
            if let Some(slot) = self.table.source(row).and_then(|source| row_of.get_mut(source)) {
                *slot = row;
            }
        }
        sources.iter().filter_map(|source| row_of.get(*source).copied()).collect()
    }

    /// What the last picture says of rows holds no longer.
    fn forget_places(&mut self) {
        self.emphasis.hovered = None;
        self.gesture = None;
        self.picture.scene.marks.clear();
        self.picture.anchors.clear();
        self.picture.zones.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Filter;
    use crate::scene::{BundledFont, Target};
    use crate::{Options, extract};

    /// Of each: a story of an earlier day, one of a day to come, one that only speaks of a time, one of two dates.
    const TEXT: &str = "NORTH\n
• On 5 January 2023, Norway closed a port. – Reuters on 10-JAN-2023
• Finland will vote on 20 February 2023. – BBC on 11-JAN-2023
• Sweden has been at it since 2014. – BBC on 12-JAN-2023
• In 2022 Denmark waited; on 3 January 2023 it signed. – BBC on 13-JAN-2023
";

    fn study() -> Study {
        Study::new(extract(TEXT, &Options::default()))
    }

    /// The first word of each item, with the day it lies at.
    fn placed(study: &Study) -> Vec<(String, String)> {
        let words = |row: u32| study.table().text(row).chars().take(13).collect();
        let day = |row: u32| study.table().interval(row).map_or(String::new(), |time| time.to_string());
        study.filtered_items(0, 100).into_iter().map(|row| (words(row), day(row))).collect()
    }

    #[test]
    fn items_lie_at_what_their_text_speaks_of() {
        let mut study = study();
        let days = |study: &Study| placed(study).into_iter().map(|(_, day)| day).collect::<Vec<_>>();
        let published = days(&study);
        study.set_axis(Axis::Mentioned);
        let expected = [
            ("In 2022 Denma", "2023-01-03..2023-01-04"),
            ("On 5 January ", "2023-01-05..2023-01-06"),
            ("Finland will ", "2023-02-20..2023-02-21"),
            ("Sweden has be", ""),
        ];
        assert_eq!(placed(&study), expected.map(|(words, day)| (words.to_owned(), day.to_owned())));
        let summary = study.summary();
        assert_eq!((summary.items, summary.dated, summary.undated), (4, 3, 1));
        assert_eq!(summary.first.unwrap().to_string(), "2023-01-03");
        assert_eq!(summary.last.unwrap().to_string(), "2023-02-20");
        assert_eq!(summary.months.len(), 2);
        study.set_axis(Axis::Published);
        assert_eq!(days(&study), published);
    }

    #[test]
    fn what_is_to_come_is_marked_where_it_lies() {
        let mut study = study();
        assert!(!study.table().rows().any(|row| study.table().flags(row).scheduled()));
        study.set_axis(Axis::Mentioned);
        let marked: Vec<u32> =
            study.table().rows().filter(|row| study.table().flags(*row).scheduled()).collect();
        assert_eq!(marked, [2]);
        assert!(study.scene(&BundledFont).marks.iter().any(|mark| mark.target == Some(Target::Item(2))));
    }

    #[test]
    fn filter_selection_and_colours_stay_and_the_window_follows() {
        let mut study = study();
        study.scene(&BundledFont);
        study.set_filter(Filter { text: "2023".to_owned(), ..Filter::default() });
        let chosen =
            study.table().rows().find(|row| study.table().text(*row).starts_with("Finland")).unwrap();
        study.select(vec![chosen]);
        let (home, color) = (study.window(), study.section_color(0));
        study.set_axis(Axis::Mentioned);
        assert_eq!(study.filtered().count(), 3);
        assert!(study.table().text(study.selection()[0]).starts_with("Finland"));
        assert_eq!(study.section_color(0), color);
        assert!(study.window().end > home.end, "the window stayed at {home}");
        let near = study.extent();
        study.set_window(near);
        study.set_axis(Axis::Published);
        assert_eq!(study.window(), near, "a window of the reader's own went");
    }
}
