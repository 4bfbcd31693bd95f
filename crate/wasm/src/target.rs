//! What lies under the pointer, in words that the page can act on.

use crate::engine::Engine;
use dateline_core::countries;
use dateline_core::model::Item;
use dateline_core::scene::Target;
use dateline_wire::ItemJson;
use serde::Serialize;
use std::borrow::Cow;

/// A target with what a page needs to show or to do something about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "type")]
pub(crate) enum TargetJson<'a> {
    /// One item.
    Item { item: Box<ItemJson<'a>> },
    /// A stack that is too tall to draw.
    Stack { start: i64, end: i64, items: u64 },
    /// A lane's heading.
    Lane { section: u32, title: String, items: u64 },
    /// A country's heading.
    Country { code: String, name: &'static str, items: u64 },
    /// A country's count in one interval.
    Cell { code: String, name: &'static str, start: i64, end: i64, items: u64 },
    /// "30 more countries".
    MoreCountries,
    /// The window in the overview.
    Window,
    /// Its left end.
    WindowStart,
    /// Its right end.
    WindowEnd,
    /// The overview outside the window.
    Overview,
    /// The plot's ground.
    Plot,
}

/// The item that a target is, if it is one.
pub(crate) fn item_of(target: Option<Target>, engine: &Engine) -> Option<Cow<'_, Item>> {
    if let Some(Target::Item(row)) = target { engine.study.item(row) } else { None }
}

/// A target of the last picture, described; `item` is what it is, where it is an item.
pub(crate) fn describe<'a>(
    target: Target,
    item: Option<&'a Item>,
    engine: &'a Engine,
) -> Option<TargetJson<'a>> {
    let study = &engine.study;
    let items = || study.count_of(target);
    Some(match target {
        Target::Item(_) => TargetJson::Item { item: Box::new(ItemJson::brief(item?, engine.provenance())) },
        Target::Stack { start, end, .. } => TargetJson::Stack { start, end, items: items() },
        Target::Lane(section) => {
            TargetJson::Lane { section, title: study.section_title(section).to_owned(), items: items() }
        }
        Target::Country(country) => {
            let code = country.as_str().to_owned();
            TargetJson::Country { code, name: countries::name(country), items: items() }
        }
        Target::Cell { country, start, end } => {
            let code = country.as_str().to_owned();
            TargetJson::Cell { code, name: countries::name(country), start, end, items: items() }
        }
        Target::MoreCountries => TargetJson::MoreCountries,
        Target::Window => TargetJson::Window,
        Target::WindowStart => TargetJson::WindowStart,
        Target::WindowEnd => TargetJson::WindowEnd,
        Target::Overview => TargetJson::Overview,
        Target::Plot => TargetJson::Plot,
    })
}
