//! Which part of an `.xlsx` leads to which, as calamine follows them.

use super::attributes::attributes;
use super::part_name;
use crate::input::fault::FileFault;
use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;
use std::collections::BTreeSet;

/// Relations of one part; a workbook has one for each sheet and a few more.
pub(super) const MOST_RELATIONS: usize = 20_000;

/// The relations of a part.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

/// What a part is related to.
#[derive(Debug)]
struct Relation {
    /// The last word of the type.
    kind: String,
    /// The part, as it stands there.
    target: String,
}

/// A part that lists sheets, by its folder and its name.
#[derive(Debug)]
pub(super) struct Book {
    folder: String,
    name: String,
}

impl Relations {
    pub(super) fn add(&mut self, tag: &BytesStart<'_>) {
        let all: Vec<_> = attributes(tag.attributes_raw()).collect();
        let values = |wanted: &'static str| all.iter().filter(move |(key, _)| *key == wanted);
        // An attribute that stands there twice may be read as either.
        for (_, kind) in values("Type") {
            for (_, target) in values("Target") {
                self.0.push(Relation {
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: (*target).to_owned(),
                });
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The parts that list sheets.
    pub(super) fn books(&self) -> impl Iterator<Item = Book> {
        let books = self.0.iter().filter(|it| it.kind == "officeDocument");
        let targets = books.filter_map(|it| unescape(&it.target).ok());
        let books = targets.map(|target| {
            let (folder, name) = match target.rfind('/') {
                Some(at) => target.split_at(at + 1),
                None => ("", target.as_ref()),
            };
            Book {
                folder: folder.strip_prefix('/').unwrap_or(folder).to_owned(),
                name: if name.is_empty() {
                    "workbook.xml"
                } else {
                    name
                }
                .to_owned(),
            }
        });
        books.collect::<Vec<_>>().into_iter()
    }

    /// The parts that calamine opens of a workbook with these relations.
    ///
    /// # Errors
    /// When two sheets are one part, which would be read as often; and when texts or formats
    /// stand elsewhere than calamine looks for them, so that cells would get those of others.
    pub(super) fn opened_by(&self, book: &Book) -> Result<Vec<String>, FileFault> {
        let place = |target: &str| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{}{target}", book.folder),
        };
        let own = |name: &str| format!("{}{name}", book.folder);
        let mut parts = vec![
            own(&book.name),
            own("sharedStrings.xml"),
            own("theme/theme1.xml"),
            own("styles.xml"),
        ];
        let mut sheets = BTreeSet::new();
        for relation in &self.0 {
            let target = place(&relation.target);
            let is_where_it_should = match relation.kind.as_str() {
                "worksheet" | "chartsheet" | "dialogsheet" => {
                    parts.push(target.clone());
                    sheets.insert(part_name(&target))
                }
                "sharedStrings" => part_name(&target) == part_name(&own("sharedStrings.xml")),
                "styles" => part_name(&target) == part_name(&own("styles.xml")),
                _ => true,
            };
            if !is_where_it_should {
                return Err(FileFault::Damaged);
            }
        }
        Ok(parts)
    }
}

impl Book {
    /// The part with the relations of this one.
    pub(super) fn relations(&self) -> String {
        format!("{}_rels/{}.rels", self.folder, self.name)
    }
}
