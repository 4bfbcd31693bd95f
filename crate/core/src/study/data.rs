//! A study of items that came as columns: no text was read, so that items are made of their columns when asked for.

use super::Study;
use super::rows::Sections;
use crate::extract::Extraction;
use crate::layout::Usage;
use crate::model::{
    Basis, Columns, CountryMention, DateMention, DateRole, Fault, Item, ItemTable, MentionKind, Report, Span,
    StateMedia, Tabled,
};
use std::borrow::Cow;

impl Study {
    /// A study of items that came as columns.
    ///
    /// # Errors
    ///
    /// As [`Columns::into_table`].
    pub fn of_columns(columns: Columns, name: &str) -> Result<Study, Fault> {
        let Tabled { table, sections, remarks } = columns.into_table()?;
        let report = Report { title: name.to_owned(), coverage: table.extent(), sections, ..nothing() };
        let extraction = Extraction { report, items: Vec::new(), diagnostics: remarks, dates: Vec::new() };
        let sections = Sections::titled(&extraction, &table, Usage::default());
        let mut study = Study::over(extraction, table, sections);
        let media = study.summary().state_media;
        let count = |items: u64| u32::try_from(items).unwrap_or(u32::MAX);
        study.extraction.report.state_media =
            StateMedia { items: count(media.items), of: count(media.of), stated_limit: None };
        Ok(study)
    }

    /// A study of nothing.
    pub fn empty() -> Study {
        let extraction =
            Extraction { report: nothing(), items: Vec::new(), diagnostics: Vec::new(), dates: Vec::new() };
        Study::over(extraction, ItemTable::default(), Sections::default())
    }

    /// Whether the items came as columns, and not out of a text.
    pub fn is_of_columns(&self) -> bool {
        self.extraction.items.is_empty() && !self.table.is_empty()
    }

    /// The item of a row.
    pub fn item(&self, row: u32) -> Option<Cow<'_, Item>> {
        let source = self.table.source(row)?;
        if self.is_of_columns() {
            return Some(Cow::Owned(self.made(row, source)));
        }
        self.extraction.items.get(source).map(Cow::Borrowed)
    }

    /// An item of the columns of its row.
    fn made(&self, row: u32, source: usize) -> Item {
        let table: &ItemTable = &self.table;
        let flags = table.flags(row);
        let published = table.interval(row).map(|interval| DateMention {
            interval: Some(interval),
            precision: table.precision(row),
            expression: String::new(),
            approximate: flags.approximate(),
            basis: Basis::Explicit,
            why: "given by the data".to_owned(),
            span: Span::default(),
            role: DateRole::Event,
            alternatives: Vec::new(),
        });
        let kind = |code| match &self.given {
            Some(given) if !given.has(row, code) => MentionKind::Correction,
            _ => MentionKind::Given,
        };
        let mention = |code| CountryMention { code, kind: kind(code), span: Span::default(), rule: None };
        Item {
            id: table.id(row),
            kind: table.kind(row),
            text: table.text(row),
            published,
            dates: Vec::new(),
            outlet: table.outlets().get(row).map(str::to_owned),
            byline: None,
            label: None,
            language: table.languages().get(row).unwrap_or_default().to_owned(),
            state_media: flags.state_media(),
            section: table.section(row),
            url: None,
            countries: table.countries(row).iter().map(mention).collect(),
            span: Span::default(),
            line: u32::try_from(source + 1).unwrap_or(u32::MAX),
            confidence: flags.confidence(),
        }
    }
}

/// A report that says nothing of itself.
fn nothing() -> Report {
    Report {
        title: String::new(),
        series: None,
        number: None,
        reference_date: None,
        coverage: None,
        sections: Vec::new(),
        state_media: StateMedia::default(),
        language: "und".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Filter;
    use crate::model::{Change, Coded, Coding, Correction, CountryCode, Offsets, Texts};
    use crate::scene::BundledFont;
    use dateline_scan::Codes;

    const DAY: f64 = 86_400_000.0;

    fn coded(codes: &[u32], words: &[&str]) -> Option<Coded> {
        let codes = Codes::narrow(codes, words.len());
        Some(Coded { codes, words: words.iter().map(|word| (*word).to_owned()).collect() })
    }

    /// Three items of two sections, the second of them undated.
    fn study() -> Study {
        let columns = Columns {
            flags: Some(vec![1, 0, 2]),
            section: coded(&[1, 0, 1], &["North", "South"]),
            outlet: coded(&[0, 0, 9], &["Reuters"]),
            countries: Some((vec![0, 2, 2, 3], coded(&[0, 1, 1], &["NO", "PE"]).unwrap())),
            texts: Some(Texts::in_memory(Offsets::Short(vec![0, 4, 4, 9]), "einszwöi".as_bytes().to_vec())),
            ..Columns::dated(vec![10.0 * DAY, f64::NAN, 9.0 * DAY])
        };
        Study::of_columns(columns, "data").unwrap()
    }

    #[test]
    fn items_are_those_of_the_columns() {
        let study = study();
        let items: Vec<Item> =
            study.table().rows().map(|row| study.item(row).unwrap().into_owned()).collect();
        let told = |item: &Item| (item.id.clone(), item.text.clone(), item.section, item.outlet.clone());
        assert_eq!(told(&items[0]), ("2".to_owned(), "zwöi".to_owned(), 1, None));
        assert_eq!(told(&items[1]), ("0".to_owned(), "eins".to_owned(), 1, Some("Reuters".to_owned())));
        assert_eq!(told(&items[2]), ("1".to_owned(), String::new(), 0, Some("Reuters".to_owned())));
        assert_eq!(items[2].published, None);
        assert!(items[1].state_media && items[0].published.as_ref().unwrap().approximate);
        let summary = study.summary();
        assert_eq!((summary.items, summary.dated, summary.undated), (3, 2, 1));
        assert_eq!(summary.first.unwrap().to_string(), "1970-01-10");
        assert_eq!(study.extraction().report.state_media.items, 1);
    }

    #[test]
    fn a_name_as_long_as_a_book_is_cut_and_told() {
        let long = "ä".repeat(3_000_000);
        let columns = Columns { outlet: coded(&[0], &[&long]), ..Columns::dated(vec![0.0]) };
        let study = Study::of_columns(columns, "data").unwrap();
        assert!(study.table().outlets().get(0).unwrap().len() < 1100);
        assert_eq!(study.extraction().diagnostics[0].code, "long-word");
    }

    #[test]
    fn filters_and_pictures_work_as_on_a_report() {
        let mut study = study();
        assert!(study.scene(&BundledFont).marks.len() > 10);
        let filter = |filter: Filter, study: &mut Study| {
            study.set_filter(filter);
            study.filtered_items(0, 9)
        };
        assert_eq!(filter(Filter { text: "ZWOI".to_owned(), ..Filter::default() }, &mut study), [0]);
        assert_eq!(filter(Filter { text: "reuters".to_owned(), ..Filter::default() }, &mut study), [1, 2]);
        assert_eq!(filter(Filter { state_media: Some(true), ..Filter::default() }, &mut study), [1]);
        assert_eq!(filter(Filter::default(), &mut study), [0, 1, 2]);
    }

    #[test]
    fn corrections_reach_the_columns_and_are_undone_without_a_trace() {
        let mut study = study();
        let code = |text: &str| CountryCode::new(text).unwrap();
        let correction =
            |item: &str, text: &str, action| Correction { item: item.to_owned(), code: code(text), action };
        let before = study.summary();
        study.set_coding(Coding {
            corrections: vec![
                correction("2", "GY", Change::Add),
                correction("0", "NO", Change::Remove),
                correction("77", "NO", Change::Remove),
            ],
            ..Coding::default()
        });
        let codes =
            |row| study.item(row).unwrap().countries.iter().map(|it| (it.code, it.kind)).collect::<Vec<_>>();
        assert_eq!(codes(0), [(code("PE"), MentionKind::Given), (code("GY"), MentionKind::Correction)]);
        assert_eq!(codes(1), [(code("PE"), MentionKind::Given)]);
        assert_eq!(study.unmatched().len(), 1);
        study.set_coding(Coding::default());
        assert_eq!(study.summary(), before);
    }
}
