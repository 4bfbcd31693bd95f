//! Coding the items anew: other evidence, another way of counting, corrections; without a look at the text.

use super::Study;
use crate::model::{Coding, Diagnostic};

impl Study {
    /// How the items are coded and counted.
    pub fn coding(&self) -> &Coding {
        &self.coding
    }

    /// Codes and counts the items in another way. Filter, window and selection stay, and rows are the same ones after.
    pub fn set_coding(&mut self, coding: Coding) {
        if self.is_of_columns() {
            return self.correct_columns(coding);
        }
        let items = &mut self.extraction.items;
        let found =
            self.found.get_or_insert_with(|| items.iter().map(|item| item.countries.clone()).collect());
        for (item, found) in items.iter_mut().zip(found) {
            item.countries.clone_from(found);
        }
        self.unmatched = coding.apply(items);
        self.coding = coding;
        self.table.recode(items);
        self.count_anew();
    }

    /// The same where there are columns alone: of the coding, counting and corrections say something about them.
    fn correct_columns(&mut self, coding: Coding) {
        let mut changes = Vec::new();
        self.unmatched.clear();
        for correction in &coding.corrections {
            match self.table.row_of(&correction.item) {
                Some(row) => changes.push((row, correction.code, correction.action)),
                None => self.unmatched.push(correction.unmatched()),
            }
        }
        if !changes.is_empty() || self.given.is_some() {
            let table = &mut self.table;
            table.correct(self.given.get_or_insert_with(|| table.given_countries()), changes);
        }
        self.coding = coding;
        self.count_anew();
    }

    /// Corrections whose items are not there.
    pub fn unmatched(&self) -> &[Diagnostic] {
        &self.unmatched
    }

    /// What there is to say about the text and about the corrections.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.extraction.diagnostics.iter().chain(&self.unmatched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Change, Correction, Counting, CountryCode, CountryMention, Evidence, Item, MentionKind, Span,
    };
    use crate::scene::{BundledFont, Shape};
    use crate::study::{ExportOptions, Language};
    use crate::{Options, extract};

    const TEXT: &str = "NORTH\n
• Norway and Finland signed a pact. – Reuters on 10-JAN-2023
• Norway, Sweden and Denmark met in town. – BBC on 11-JAN-2023
• A ship left port. – BBC on 12-JAN-2023
";

    fn study() -> Study {
        let mut extraction = extract(TEXT, &Options::default());
        // "town", as if the gazetteer knew it for a city of Ukraine.
        let start = TEXT.find("town").unwrap();
        let (code, span) = (CountryCode::new("UA").unwrap(), Span { start, end: start + 4 });
        let found = &mut extraction.items[1].countries;
        found.push(CountryMention { code, kind: MentionKind::City, span, rule: None });
        Study::new(extraction)
    }

    fn codes(study: &Study) -> Vec<String> {
        let told = |item: &Item| {
            item.countries.iter().map(|mention| mention.code.as_str()).collect::<Vec<_>>().join(" ")
        };
        study.extraction().items.iter().map(told).collect()
    }

    fn correction(study: &Study, item: usize, code: &str, action: Change) -> Correction {
        let item = study.extraction().items[item].id.clone();
        Correction { item, code: CountryCode::new(code).unwrap(), action }
    }

    fn corrected(corrections: &[Correction]) -> Coding {
        Coding { corrections: corrections.to_vec(), ..Coding::default() }
    }

    fn counts(study: &Study) -> Vec<String> {
        let told = |count: &crate::filter::CountryCount| {
            format!("{} {} {:.2}", count.code.as_str(), count.items, count.weight)
        };
        study.summary().countries.iter().map(told).collect()
    }

    /// The texts of the exported picture.
    fn texts(study: &Study, language: Language) -> Vec<String> {
        let options = ExportOptions { language, ..ExportOptions::default() };
        let marks = study.export_scene(&options, &BundledFont).marks;
        let text = |shape| if let Shape::Text(text) = shape { Some(text.content) } else { None };
        marks.into_iter().filter_map(|mark| text(mark.shape)).collect()
    }

    #[test]
    fn corrections_change_items_counts_and_filter_and_are_undone_without_a_trace() {
        let mut study = study();
        let (before, counted) = (codes(&study), counts(&study));
        let add = correction(&study, 2, "PE", Change::Add);
        let remove = correction(&study, 1, "NO", Change::Remove);
        study.set_filter(crate::filter::Filter {
            countries: vec![CountryCode::new("PE").unwrap()],
            ..Default::default()
        });
        assert_eq!(study.filtered().count(), 0);
        study.set_coding(corrected(&[add.clone(), remove]));
        assert_eq!(codes(&study), ["NO FI", "SE DK UA", "PE"]);
        assert_eq!(study.filtered().count(), 1, "the filter does not follow");
        study.set_filter(Default::default());
        assert!(counts(&study).contains(&"NO 1 0.50".to_owned()));
        let added = &study.extraction().items[2];
        assert_eq!(added.countries[0].kind.name(), "correction");
        assert_eq!((added.countries[0].span.of(TEXT), added.countries[0].span.end), ("", added.span.end));
        study.set_coding(corrected(&[add]));
        assert_eq!(codes(&study), ["NO FI", "NO SE DK UA", "PE"]);
        study.set_coding(Coding::default());
        assert_eq!((codes(&study), counts(&study)), (before, counted));
    }

    #[test]
    fn of_two_corrections_the_later_one_counts_and_what_is_so_already_stays() {
        let mut study = study();
        let all = [
            (0, "NO", Change::Add),
            (0, "FI", Change::Remove),
            (0, "FI", Change::Add),
            (2, "PE", Change::Add),
        ];
        let mut all: Vec<_> = all.map(|(item, code, action)| correction(&study, item, code, action)).into();
        all.push(correction(&study, 2, "PE", Change::Remove));
        study.set_coding(corrected(&all));
        assert_eq!(codes(&study), ["NO FI", "NO SE DK UA", ""]);
        assert_eq!(study.extraction().items[0].countries[0].kind.name(), "name");
    }

    #[test]
    fn a_correction_without_its_item_is_told_and_kept() {
        let mut study = study();
        let lost = Correction { item: "0123".to_owned(), ..correction(&study, 0, "PE", Change::Add) };
        let coding = corrected(&[correction(&study, 0, "PE", Change::Add), lost]);
        study.set_coding(coding.clone());
        let told: Vec<_> = study.diagnostics().map(|it| (it.code, it.message.as_str())).collect();
        assert!(
            told.contains(&(
                "correction-unmatched",
                "the correction “add PE” is for item 0123, which is not here"
            )),
            "{told:?}"
        );
        assert_eq!(study.coding(), &coding);
        study.set_coding(Coding::default());
        assert!(study.diagnostics().all(|it| it.code != "correction-unmatched"));
    }

    #[test]
    fn names_alone_leave_out_cities_but_not_what_the_reader_added() {
        let mut study = study();
        let corrections = vec![correction(&study, 2, "PE", Change::Add)];
        study.set_coding(Coding { evidence: Evidence::Names, corrections, ..Coding::default() });
        assert_eq!(codes(&study), ["NO FI", "NO SE DK", "PE"]);
    }

    #[test]
    fn the_picture_says_how_it_counts_and_orders_by_it() {
        let mut study = study();
        assert!(texts(&study, Language::English).iter().any(|text| text.starts_with("full counting: ")));
        let coding =
            Coding { counting: Counting::Fractional, evidence: Evidence::Names, ..Coding::default() };
        study.set_coding(coding);
        let told = texts(&study, Language::English);
        let stated =
            "fractional counting: an item with n countries counts 1/n for each · names and demonyms only";
        assert!(told.iter().any(|text| text == stated), "{told:?}");
        // Norway 1/2 + 1/3, Finland 1/2, Sweden and Denmark 1/3 each.
        let numbers: Vec<_> = told.iter().filter(|text| text.contains("0.")).map(String::as_str).collect();
        assert_eq!(numbers.get(..4), Some(["0.8", "0.5", "0.3", "0.3"].as_slice()), "{told:?}");
        let order: Vec<String> = counts(&study).iter().map(|told| told.chars().take(2).collect()).collect();
        assert_eq!(order, ["NO", "FI", "DK", "SE"]);
        let spanish = texts(&study, Language::Spanish);
        assert!(spanish.iter().any(|text| text.starts_with("recuento fraccionado: ")), "{spanish:?}");
        assert!(spanish.iter().any(|text| text == "0,8"));
    }

    #[test]
    fn countries_that_are_named_together_are_counted() {
        let study = study();
        let pairs = study.summary().pairs;
        let told: Vec<String> = pairs
            .iter()
            .map(|pair| format!("{}-{} {}", pair.a.as_str(), pair.b.as_str(), pair.items))
            .collect();
        assert_eq!(told, ["DK-NO 1", "DK-SE 1", "DK-UA 1", "FI-NO 1", "NO-SE 1", "NO-UA 1", "SE-UA 1"]);
    }
}
