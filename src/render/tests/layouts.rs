//! Views drawn in full, so that the look stands in view.

use crate::document::{
    Bar, Block, Cell, Column, ColumnKind, Document, Layout, Quoted, Shown, Table, Total, View,
};
use crate::finding::Code;
use crate::model::{ActionNr, Language, Ratio, Unknown, YearNr};
use crate::render::{Format, Settings, render};
use crate::wording::{Sentence, terms};
use std::collections::BTreeMap;

fn drawn(table: Table, view: View, width: usize) -> String {
    let document = Document {
        tables: vec![table],
        page: vec![Block::Table(view)],
        ..Document::default()
    };
    let settings = Settings {
        language: Language::Dutch,
        width,
        colour: false,
        plain: false,
        reload_after: None,
    };
    String::from_utf8(render(&document, Format::Text, &settings)).expect("text is UTF-8")
}

fn check(drawn: &str, expected: &str) {
    assert!(drawn.trim() == expected.trim(), "\n{drawn}");
}

fn said(text: &str) -> Sentence {
    Box::new(Quoted(text.to_owned()))
}

fn view(table: &'static str, rows: usize, columns: Vec<Shown>, layout: Layout) -> View {
    View {
        table,
        heading: said("Kop"),
        rows: (0..rows).collect(),
        columns,
        layout,
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: Vec::new(),
    }
}

fn providers() -> Table {
    let columns = vec![
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::PROVIDER, ColumnKind::Text),
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::SHARE_PCT, ColumnKind::Percent),
        Column::new(terms::SINCE, ColumnKind::Date),
    ];
    let mut table = Table::new(terms::KPI_BY_PROVIDER, columns);
    let row = |nr, provider: &str, count: i64, whole: i64| {
        vec![
            Cell::Action(ActionNr(nr)),
            Cell::Text(provider.to_owned()),
            Cell::Count(count),
            Cell::maybe(Ratio::new(count, whole), Cell::Ratio),
            Cell::Unknown(Unknown::Since),
        ]
    };
    table.rows = vec![
        row(13, "Navigate You(th)", 138, 195),
        row(13, "buurthuis", 36, 195),
        row(15, "toeleiders", 242, 307),
    ];
    table
}

fn provider_view() -> View {
    let columns = vec![
        Shown::column("action"),
        Shown::column("provider"),
        Shown::column("reached"),
        Shown::bar(Bar::Share { ratio: "share_pct" }),
        Shown::column("share_pct"),
        Shown::column("since"),
    ];
    let group = Some("action");
    View {
        codes: BTreeMap::from([(0, vec![Code::K08])]),
        ..view("kpi_by_provider", 3, columns, Layout::Lines { group })
    }
}

#[test]
fn a_group_is_named_once_and_an_unknown_column_is_a_sentence() {
    check(
        &drawn(providers(), provider_view(), 64),
        "
── Kop ─────────────────────────────────────────────────────────
nr  aanbieder         bereikt                       aandeel
────────────────────────────────────────────────────────────────
13  Navigate You(th)      138  █████████████▍        70,8 %  K08
    buurthuis              36  ███▌                  18,5 %
15  toeleiders            242  ██████████████▉       78,8 %
Sinds: onbekend, de begindatum is niet opgegeven.
",
    );
}

#[test]
fn blocks_name_what_the_group_leaves_out() {
    check(
        &drawn(providers(), provider_view(), 32),
        "
── Kop ─────────────────────────
13  Navigate You(th)
    bereikt: 138
    aandeel: 70,8 %
    K08

13  buurthuis
    bereikt: 36
    aandeel: 18,5 %

15  toeleiders
    bereikt: 242
    aandeel: 78,8 %
Sinds: onbekend, de begindatum
is niet opgegeven.
",
    );
}

#[test]
fn what_is_unknown_throughout_stays_where_nothing_else_is_left() {
    let columns = vec![
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent),
        Column::new(terms::STATUS, ColumnKind::Word),
    ];
    let mut table = Table::new(terms::KPI, columns);
    table.rows = vec![vec![
        Cell::Action(ActionNr(20)),
        Cell::Unknown(Unknown::Target),
        Cell::Unknown(Unknown::Target),
        Cell::Word(terms::ST_UNKNOWN),
    ]];
    let bar = Bar::Target {
        ratio: "attainment_pct",
        doubtful: BTreeMap::new(),
    };
    let columns = vec![
        Shown::column("action"),
        Shown::column("target"),
        Shown::bar(bar),
        Shown::column("attainment_pct"),
        Shown::column("status"),
    ];
    check(
        &drawn(
            table,
            view("kpi", 1, columns, Layout::Lines { group: None }),
            70,
        ),
        "
── Kop ───────────────────────────────────────────────────────────────
nr        doel       graad  toestand
──────────────────────────────────────────────────────────────────────
20  onbekend ¹  onbekend ¹  ? onbekend
¹ het dossier noemt geen doel
",
    );
}

fn years() -> Table {
    let columns = vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::LABEL, ColumnKind::Text),
        Column::new(terms::TARGET, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent),
    ];
    let mut table = Table::new(terms::KPI, columns);
    let row = |year, label: &str, target| {
        vec![
            Cell::Year(YearNr(year)),
            Cell::Text(label.to_owned()),
            Cell::Count(target),
            Cell::maybe(Ratio::new(target, 100), Cell::Ratio),
        ]
    };
    table.rows = vec![
        row(1, "sport", 80),
        row(2, "sport", 90),
        row(2, "cultuur", 120),
    ];
    table
}

fn year_view() -> View {
    let figures = &["target", "attainment_pct"];
    let columns = ["label", "target", "attainment_pct"].map(Shown::column);
    let across = "year";
    View {
        totals: vec![Total {
            label: said("Samen"),
            cells: vec![("target", Cell::Count(80)), ("target", Cell::Count(210))],
        }],
        ..view(
            "kpi",
            3,
            columns.to_vec(),
            Layout::Spread { across, figures },
        )
    }
}

#[test]
fn years_stand_side_by_side_with_their_sums() {
    check(
        &drawn(years(), year_view(), 44),
        "
── Kop ─────────────────────────────────────
         jaar 1 ─────  jaar 2 ──────
actie    doel   graad  doel    graad
────────────────────────────────────────────
sport      80  80,0 %    90   90,0 %
cultuur     –       –   120  120,0 %
         ────          ────
Samen      80           210
",
    );
}

#[test]
fn years_stand_below_each_other_where_there_is_no_room() {
    check(
        &drawn(years(), year_view(), 32),
        "
── Kop ─────────────────────────
Jaar 1
actie  doel   graad
────────────────────────────────
sport    80  80,0 %
       ────
Samen    80

Jaar 2
actie    doel    graad
────────────────────────────────
sport      90   90,0 %
cultuur   120  120,0 %
         ────
Samen     210
",
    );
}

#[test]
fn a_ledger_can_hold_bars() {
    let columns = vec![
        Shown::column("target"),
        Shown::bar(Bar::Target {
            ratio: "attainment_pct",
            doubtful: BTreeMap::new(),
        }),
    ];
    let ledger = view("kpi", 3, columns, Layout::Ledger { across: "year" });
    check(
        &drawn(years(), ledger, 60),
        "
── Kop ─────────────────────────────────────────────────────
             jaar 1         jaar 2         jaar 2
────────────────────────────────────────────────────────────
Doel             80             90            120
      ████▊ ┃        █████▍┃        ██████┃█▏
",
    );
}

#[test]
fn another_column_stands_in_where_one_has_nothing() {
    let columns = vec![
        Column::new(terms::LABEL, ColumnKind::Text).otherwise("title"),
        Column::new(terms::TITLE, ColumnKind::Text),
    ];
    let mut table = Table::new(terms::KPI, columns);
    table.rows = vec![vec![Cell::Nothing, Cell::Text("Sport".to_owned())]];
    let layout = Layout::Lines { group: None };
    let view = view("kpi", 1, vec![Shown::column("label")], layout);
    check(
        &drawn(table, view, 32),
        "
── Kop ─────────────────────────
actie
────────────────────────────────
Sport
",
    );
}
