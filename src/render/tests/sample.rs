//! A small document made by hand: every layout, unknown cells, four findings.

mod charts;
mod findings;

pub(super) use charts::charts;
pub(super) use findings::findings;

use crate::document::{
    Bar, Block, Cell, Column, ColumnKind, Derived, Document, Fact, Figure, Head, Layout, Lists,
    Masthead, Question, Quoted, Shown, Source, Table, Total, View,
};
use crate::finding::Code;
use crate::model::{
    ActionNr, ApplicantKind, Euro, Fte, InTwoLanguages, Ratio, Share, Unknown, YearNr,
};
use crate::wording::{Sentence, Term, terms};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

fn said(text: &str) -> Sentence {
    Box::new(Quoted(text.to_owned()))
}

/// A whole report.
pub(super) fn report() -> Document {
    Document {
        head: Some(Head {
            applicant: "Voorbeeldgem".to_owned(),
            kind: ApplicantKind::Municipality,
            members: Vec::new(),
            scheme: "plan-samenleven".to_owned(),
            scheme_version: "1".to_owned(),
            as_of: None,
        }),
        tables: vec![kpi(), cofinancing(), staffing()],
        page: page(),
        findings: Some(findings()),
        sources: Some(vec![
            source("dossier.toml", None),
            source("voortgang.csv", Some(1_234)),
        ]),
        checked: None,
    }
}

/// The same with a chart of each kind before its tables, for formats that draw.
pub(super) fn report_with_charts() -> Document {
    let mut report = report();
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let first = report.page.iter().position(is_table).unwrap_or(0);
    report.page.splice(first..first, charts(&said));
    report
}

fn source(path: &str, rows: Option<u64>) -> Source {
    Source {
        path: path.to_owned(),
        sha256: Some("5004eca580ac68221b7b8145128811f7c1221726144951645510994f58481d36".to_owned()),
        rows,
        set_aside: rows.map(|_| 1),
        is_withheld: false,
    }
}

fn page() -> Vec<Block> {
    vec![
        Block::Masthead(Masthead {
            scheme: said("Plan Samenleven"),
            as_of: said("stand op 30/09/2023"),
            applicant: said("Voorbeeldgem"),
            years: said("projectjaar 1: 01/10/2022 – 30/09/2023"),
            members: None,
        }),
        Block::Paragraph(vec![
            said("Alle 5 KPI-doelen van projectjaar 1 zijn bereikt."),
            said("Van het vereiste eigen aandeel is nog € 1.193.950,00 aan te tonen."),
        ]),
        question(vec![
            fact(
                "KPI-doelen",
                Some("5 van 5 bereikt"),
                "102,3 % tot 189,3 %; 2 misschien dubbel",
            ),
            fact("Subsidie jaar 1", Some("€ 326.600,00"), "besteed onbekend"),
        ]),
        question(vec![fact(
            "Nagaan",
            None,
            "zijn de 138 onder actie 13 en 24 dezelfde personen?",
        )]),
        Block::Table(lines_view()),
        Block::Table(spread_view()),
        Block::Table(ledger_view()),
        Block::Table(staffing_view()),
        Block::Section(said("Per actie")),
        Block::Lists(lists()),
        Block::Findings,
        Block::Sources(vec![said(
            "Onbekend betekent dat de bestanden het niet zeggen.",
        )]),
    ]
}

fn question(facts: Vec<Fact>) -> Block {
    let asked = said("Halen we de doelen?");
    Block::Facts(vec![Question { asked, facts }])
}

fn fact(name: &str, figure: Option<&str>, remark: &str) -> Fact {
    Fact {
        name: said(name),
        figure: figure.map(said),
        remark: said(remark),
        codes: vec![Code::K08],
    }
}

fn lists() -> Lists {
    let items = |items: &[&str]| items.iter().map(|it| (*it).to_owned()).collect();
    Lists {
        key: Some(ActionNr(5)),
        heading: said("Oefenkansen Nederlands"),
        lists: vec![
            (
                said("volgens het dossier"),
                items(&[
                    "bestaande oefenkansen verderzetten en uitbreiden",
                    "partners",
                ]),
            ),
            (
                said("stand van zaken"),
                items(&["geen taalcoach aangeworven"]),
            ),
        ],
        notes: vec![said("jaar 2: met leeflooncliënteel")],
    }
}

fn whole_share() -> Vec<Share> {
    Share::new(1, 1).into_iter().collect()
}

fn kpi() -> Table {
    let columns = vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::UNIT, ColumnKind::Text),
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent)
            .derived(Derived::Ratio {
                part: "reached",
                whole: "target",
            })
            .thresholds(whole_share()),
        Column::new(terms::STATUS, ColumnKind::Word),
        Column::new(terms::CURRENT_REACH, ColumnKind::Count),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ];
    let reached = Term {
        key: "reached",
        ..terms::REACHED
    };
    let row = |year, nr, title: &str, target: i64, count: i64| {
        vec![
            Cell::Year(YearNr(year)),
            Cell::Action(ActionNr(nr)),
            Cell::title(&InTwoLanguages {
                nl: title.to_owned(),
                en: title.to_owned(),
            }),
            Cell::Text("=kinderen en jongeren".to_owned()),
            Cell::Count(target),
            Cell::Count(count),
            Cell::maybe(Ratio::new(count, target), Cell::Ratio),
            Cell::Word(reached),
            Cell::Unknown(Unknown::CurrentReach),
            Cell::Count(0),
        ]
    };
    let unknown = |year, nr, title: &str| {
        let mut cells = row(year, nr, title, 1, 1);
        cells[4] = Cell::Unknown(Unknown::Target);
        cells[5] = Cell::Unknown(Unknown::YearNotBegun(YearNr(year)));
        cells[6] = Cell::Unknown(Unknown::Target);
        cells[7] = Cell::Word(terms::ST_UNKNOWN);
        cells
    };
    let mut table = Table::new(terms::KPI, columns);
    table.rows = vec![
        row(1, 5, "Oefenkansen Nederlands", 1_500, 2_840),
        row(1, 13, "Toeleiding naar sport", 180, 195),
        row(1, 15, "Brugfiguren in het onderwijs", 3_000, 2_999),
        unknown(1, 20, "Sociale mix in scholen"),
        row(2, 5, "Oefenkansen Nederlands", 1_500, 12_840),
        row(2, 13, "Toeleiding naar sport", 180, 19),
        unknown(3, 5, "Oefenkansen Nederlands"),
    ];
    table
}

fn target_bar() -> Shown {
    Shown::bar(Bar::Target {
        ratio: "attainment_pct",
        doubtful: Ratio::new(138, 180).map(|it| (1, it)).into_iter().collect(),
    })
}

fn lines_view() -> View {
    View {
        table: "kpi",
        heading: said("KPI per actie"),
        rows: vec![0, 1, 2, 3],
        columns: vec![
            Shown::column("action"),
            Shown::column("title"),
            Shown::with_room("unit"),
            Shown::column("target"),
            Shown::column("reached"),
            target_bar(),
            Shown::column("attainment_pct"),
            Shown::column("status"),
            Shown::column("current_reach"),
        ],
        layout: Layout::Lines {
            group: Some("action"),
        },
        codes: BTreeMap::from([(1, vec![Code::K08])]),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: vec![said("Geen totaal: de eenheden verschillen.")],
    }
}

fn spread_view() -> View {
    View {
        heading: said("KPI over de jaren"),
        rows: (0..7).collect(),
        layout: Layout::Spread {
            across: "year",
            figures: &["target", "reached", "attainment_pct", "status"],
        },
        columns: lines_view()
            .columns
            .into_iter()
            .filter(|shown| !matches!(shown.figure, Figure::Column("current_reach" | "unit")))
            .collect(),
        ..lines_view()
    }
}

fn euro(text: &str) -> Cell {
    Cell::Euro(Euro::parse(text).expect("a test amount is an amount"))
}

fn cofinancing() -> Table {
    let columns = vec![
        Column::new(terms::PERIOD, ColumnKind::Key),
        Column::new(terms::AWARD, ColumnKind::Euro),
        Column::new(terms::OWN_BOOKED, ColumnKind::Euro),
        Column::new(terms::VERDICT, ColumnKind::Word),
    ];
    let mut table = Table::new(terms::COFINANCING, columns);
    let row = |year: Option<u16>, amount| {
        vec![
            Cell::Period(year.map(YearNr)),
            euro(amount),
            Cell::Unknown(Unknown::NoBookings),
            Cell::Word(terms::ST_UNKNOWN),
        ]
    };
    table.rows = vec![
        row(Some(1), "326600.00"),
        row(Some(2), "326600"),
        row(Some(3), "326600"),
        row(None, "999999979800.01"),
    ];
    table
}

fn ledger_view() -> View {
    View {
        table: "cofinancing",
        heading: said("Cofinanciering, in euro"),
        rows: (0..4).collect(),
        columns: ["award", "own_booked", "verdict"]
            .map(Shown::column)
            .to_vec(),
        layout: Layout::Ledger { across: "period" },
        codes: BTreeMap::from([(0, vec![Code::C05])]),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: Vec::new(),
    }
}

fn staffing() -> Table {
    let columns = vec![
        Column::new(terms::ROLE, ColumnKind::Text),
        Column::new(terms::ACTIONS, ColumnKind::Text),
        Column::new(terms::PLANNED_FTE, ColumnKind::Fte),
        Column::new(terms::FILLED_FTE, ColumnKind::Fte),
        Column::new(terms::NOTE, ColumnKind::Text),
    ];
    let mut table = Table::new(terms::STAFFING, columns);
    let row = |role: &str, planned, filled| {
        let actions = Cell::Actions(vec![ActionNr(15), ActionNr(24)]);
        vec![
            Cell::Text(role.to_owned()),
            actions,
            fte(planned),
            filled,
            Cell::Nothing,
        ]
    };
    table.rows = vec![
        row("Brugfiguur", 25, fte(15)),
        row(
            "Toeleider\u{1b}[31m Navigate You(th)",
            10,
            Cell::Unknown(Unknown::FilledFte),
        ),
    ];
    table
}

fn fte(tenths: i64) -> Cell {
    Cell::Fte(Fte::new(Decimal::new(tenths, 1)).expect("a test FTE can be"))
}

fn staffing_view() -> View {
    let bar = Bar::Filled {
        planned: "planned_fte",
        filled: "filled_fte",
    };
    View {
        table: "staffing",
        heading: said("Personeel op 30/09/2023, in VTE"),
        rows: vec![0, 1],
        columns: vec![
            Shown::column("role"),
            Shown::column("actions"),
            Shown::column("planned_fte"),
            Shown::column("filled_fte"),
            Shown::bar(bar),
            Shown::column("note"),
        ],
        layout: Layout::Lines { group: None },
        codes: BTreeMap::from([(0, vec![Code::T01])]),
        totals: vec![Total {
            label: said("Samen"),
            cells: vec![("planned_fte", fte(35)), ("filled_fte", fte(15))],
        }],
        legend: Vec::new(),
        notes: Vec::new(),
    }
}
