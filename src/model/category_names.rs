//! The names of a scheme's categories, folded once for all rows that name one.

use super::{Category, InTwoLanguages, folded_plain};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The categories of a scheme by each of their names.
#[derive(Debug, Clone, Default)]
pub struct CategoryNames {
    places: BTreeMap<String, usize>,
    keys: BTreeMap<String, usize>,
    titles: Arc<[InTwoLanguages]>,
}

impl CategoryNames {
    /// Those of these categories. Of two with the same name, the first has it.
    #[must_use]
    pub fn of(categories: &[Category]) -> Self {
        let mut places = BTreeMap::new();
        let mut keys = BTreeMap::new();
        for (place, category) in categories.iter().enumerate() {
            keys.entry(category.key.clone()).or_insert(place);
            for name in [&category.key, &category.title.nl, &category.title.en] {
                places.entry(folded_plain(name)).or_insert(place);
            }
        }
        let titles = categories.iter().map(|category| category.title.clone());
        Self {
            places,
            keys,
            titles: titles.collect(),
        }
    }

    /// The place of the category with this key or title, case and accents aside.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(&folded_plain(name)).copied()
    }

    /// The place of the category with this very key.
    #[must_use]
    pub fn place_of_key(&self, key: &str) -> Option<usize> {
        self.keys.get(key).copied()
    }

    /// All titles, in order: shared, for each finding on a category names them.
    #[must_use]
    pub fn titles(&self) -> Arc<[InTwoLanguages]> {
        Arc::clone(&self.titles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OwnShare;

    #[test]
    fn a_name_is_that_of_the_first_category_that_a_scan_finds() {
        let category = |key: &str, nl: &str, en: &str| Category {
            key: key.to_owned(),
            title: InTwoLanguages {
                nl: nl.to_owned(),
                en: en.to_owned(),
            },
            own_share: OwnShare::Yes,
        };
        let categories = [
            category("staff", "Loon", "Wages"),
            category("wages", "Één  loon", "Pay"),
            category("pay", "loon", "Other"),
        ];
        let names = CategoryNames::of(&categories);
        for text in [
            "STAFF", "loon", "wages", "een loon", "Pay", "pay", "other", "none", "",
        ] {
            let scanned = categories.iter().position(|it| {
                let names = [&it.key, &it.title.nl, &it.title.en];
                let is_named = |name: &String| folded_plain(name) == folded_plain(text);
                names.into_iter().any(is_named)
            });
            assert_eq!(names.place(text), scanned, "{text}");
            let keyed = categories.iter().position(|it| it.key == text);
            assert_eq!(names.place_of_key(text), keyed, "{text}");
        }
    }
}
