//! The facts of each format, held against each other.

use crate::render::{Format, Holds};

#[test]
fn a_name_or_an_extension_stands_for_one_format() {
    for (index, format) in Format::ALL.iter().enumerate() {
        let before = &Format::ALL[..index];
        assert!(before.iter().all(|it| it.name() != format.name()));
        let taken = format.extension().is_some()
            && before.iter().any(|it| it.extension() == format.extension());
        assert!(!taken, "{format:?} has the extension of another");
        assert_eq!(Format::named(format.name()), Some(*format));
    }
    assert_eq!(Format::of_extension("xml"), Some(Format::Junit));
    assert_eq!(Format::of_extension("github"), None);
}

#[test]
fn what_holds_findings_alone_holds_no_tables() {
    let tables = Format::of_tables();
    for format in Format::ALL {
        assert_eq!(tables.contains(format), format.holds() != Holds::Findings);
    }
}
