//! Formulas: where they stand, what they say, and where a plain value stands instead.

use super::{alone, bytes, cell, euro, file, formula, inside, number, words};
use crate::document::{Cell, Column, ColumnKind, Derived};
use crate::model::{Ratio, Share, Unknown};
use crate::render::tests::sample;
use crate::wording::terms;
use calamine::Data;

#[test]
fn a_column_that_follows_from_others_is_a_formula_with_our_rounding() {
    let bytes = bytes(&sample::report());
    assert_eq!(
        formula(&bytes, "KPI per actie", (3, 6)),
        "IF(F4<E4,MIN(ROUND(F4/E4,3),0.999),ROUND(F4/E4,3))"
    );
    let sheet = file(&bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("</f><v>0.999</v>"), "{sheet}");
    assert!(sheet.contains("</f><v>1.893</v>"), "{sheet}");
}

#[test]
fn sums_and_differences_are_formulas_where_they_are_exact() {
    let columns = || {
        let euro = |term| Column::new(term, ColumnKind::Euro);
        vec![
            euro(terms::AWARD),
            euro(terms::CARRIED_IN),
            euro(terms::AVAILABLE).derived(Derived::Sum(vec!["award", "carried_in"])),
            euro(terms::LEFT).derived(Derived::Difference {
                from: "available",
                less: "award",
            }),
        ]
    };
    let unknown = || Cell::Unknown(Unknown::CarryOverAmount);
    let bytes = bytes(&alone(
        columns(),
        vec![
            vec![euro("0.10"), euro("0.20"), euro("0.30"), euro("0.20")],
            // A cent beside the sum, and a difference of what is not on the sheet.
            vec![euro("0.10"), euro("0.20"), euro("0.31"), euro("-5")],
            vec![euro("0.10"), unknown(), euro("0.30"), unknown()],
        ],
    ));
    let name = "Budget jaar op jaar";
    assert_eq!(formula(&bytes, name, (1, 2)), "ROUND(A2+B2,2)");
    assert_eq!(formula(&bytes, name, (1, 3)), "ROUND(C2-A2,2)");
    assert_eq!(cell(&bytes, name, (1, 2)), number("0.3"));
    for at in [(2, 2), (2, 3), (3, 2), (3, 3)] {
        assert_eq!(formula(&bytes, name, at), "", "{at:?}");
    }
    assert_eq!(cell(&bytes, name, (2, 2)), number("0.31"));
    assert_eq!(cell(&bytes, name, (3, 2)), number("0.3"));
    assert_eq!(cell(&bytes, name, (3, 3)), Data::Empty);
}

#[test]
fn totals_are_sums_where_they_are_and_say_so_where_they_are_not() {
    let bytes = bytes(&sample::report());
    let total = |column| cell(&bytes, "Personeel", (3, column));
    assert_eq!((total(0), total(2)), (words("Samen"), number("3.5")));
    assert_eq!(formula(&bytes, "Personeel", (3, 2)), "ROUND(SUM(C2:C3),3)");
    // One of two is unknown, so a sum would hide it.
    assert_eq!(total(3), number("1.5"));
    assert_eq!(formula(&bytes, "Personeel", (3, 3)), "");
    let files = inside(&bytes);
    let says = |(_, text): &(String, String)| text.contains("niet de som van de cellen erboven");
    assert!(files.iter().any(says));
}

#[test]
fn a_number_that_no_cell_keeps_is_a_text_and_no_operand() {
    let columns = vec![
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent).derived(Derived::Ratio {
            part: "reached",
            whole: "target",
        }),
    ];
    let large = (1_i64 << 53) + 1;
    let ratio = Ratio::new(large, large).expect("the whole is more than nothing");
    let row = vec![Cell::Count(large), Cell::Count(large), Cell::Ratio(ratio)];
    let bytes = bytes(&alone(columns, vec![row]));
    let name = "Budget jaar op jaar";
    assert_eq!(cell(&bytes, name, (1, 0)), words("9007199254740993"));
    assert_eq!(cell(&bytes, name, (1, 2)), number("1"));
    assert_eq!(formula(&bytes, name, (1, 2)), "");
}

#[test]
fn percentages_step_down_below_every_threshold() {
    let shares = [(1, 4), (1, 1), (1, 3)];
    let shares = shares.map(|(part, whole)| Share::new(part, whole).expect("it is a share"));
    let columns = || {
        vec![
            Column::new(terms::REACHED, ColumnKind::Count),
            Column::new(terms::TARGET, ColumnKind::Count),
            Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent)
                .derived(Derived::Ratio {
                    part: "reached",
                    whole: "target",
                })
                .thresholds(shares.to_vec()),
        ]
    };
    let row = |part: i64, whole: i64| {
        let ratio = Ratio::new(part, whole).map(Cell::Ratio);
        vec![
            Cell::Count(part),
            Cell::Count(whole),
            ratio.unwrap_or(Cell::Nothing),
        ]
    };
    let rows = vec![
        row(2499, 10_000),
        row(9999, 10_000),
        row(-1, 2000),
        row(-1, 3),
    ];
    let bytes = bytes(&alone(columns(), rows));
    let name = "Budget jaar op jaar";
    assert_eq!(
        formula(&bytes, name, (1, 2)),
        "IF(A2*4<B2,MIN(ROUND(A2/B2,3),0.249),IF(A2*3<B2,MIN(ROUND(A2/B2,3),0.333),\
         IF(A2<B2,MIN(ROUND(A2/B2,3),0.999),ROUND(A2/B2,3))))"
    );
    assert_eq!(cell(&bytes, name, (1, 2)), number("0.249"));
    assert_eq!(cell(&bytes, name, (2, 2)), number("0.999"));
    // A spreadsheet rounds half of a negative tenth the other way.
    assert_eq!(formula(&bytes, name, (3, 2)), "");
    assert_eq!(cell(&bytes, name, (4, 2)), number("-0.333"));
    assert_ne!(formula(&bytes, name, (4, 2)), "");
}
