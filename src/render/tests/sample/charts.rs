//! A chart of each kind made by hand, with every mark in it.

use crate::document::{
    BarGroup, BarRow, Bars, Block, Chart, Curves, Drawing, InterimPost, Mark, Name, Panel, Piece,
    Stretch, Strip, Strips, Told, Undrawn,
};
use crate::finding::Code;
use crate::model::{ActionNr, Date, Period};
use crate::wording::{Sentence, Term, terms};
use jiff::civil::date;
use rust_decimal::Decimal;

/// How a text becomes a sentence: as it stands, or as another in its place.
type Saying<'a> = &'a dyn Fn(&str) -> Sentence;

/// All charts, and those that are not drawn.
pub(in crate::render::tests) fn charts(said: Saying<'_>) -> Vec<Block> {
    let chart = |table, about: &str, legend, drawing| {
        Block::Chart(Chart {
            table,
            rows: vec![0, 1],
            names: "title",
            columns: vec!["target", "reached"],
            heading: said("Drie doelen bereikt"),
            about: said(about),
            legend,
            drawing,
            notes: vec![said("geen totaal: de eenheden verschillen.")],
        })
    };
    let undrawn = |name: &str| Undrawn {
        name: said(name),
        why: said("er is geen boekingenbestand ingelezen"),
        table: "cofinancing",
    };
    vec![
        chart("kpi", "Een balk per actie.", legend(said), targets(said)),
        chart("budget", "Balken per jaar.", Vec::new(), money(said)),
        chart("progress", "Het verloop.", Vec::new(), curves(said)),
        chart("staffing", "Stroken.", Vec::new(), strips(said)),
        Block::Undrawn(vec![undrawn("eigen aandeel"), undrawn("besteding")]),
    ]
}

/// Every mark that a legend can hold.
const MARKS: [Mark; 18] = [
    Mark::Asked,
    Mark::CarriedIn,
    Mark::Unknown,
    Mark::Happened,
    Mark::Doubtful,
    Mark::Planned,
    Mark::Missing,
    Mark::Excess,
    Mark::Norm,
    Mark::Threshold,
    Mark::InterimReached,
    Mark::InterimBelow,
    Mark::Milestone,
    Mark::Passed,
    Mark::Beyond,
    Mark::AsOf,
    Mark::Course,
    Mark::Target,
];

fn legend(said: Saying<'_>) -> Vec<(Mark, Sentence)> {
    let words = |mark: Mark| (mark, said(&format!("{mark:?}")));
    MARKS.into_iter().map(words).collect()
}

fn hundredths(value: i64) -> Decimal {
    Decimal::new(value, 2)
}

fn labels(said: Saying<'_>, labels: &[(i64, &str)]) -> Vec<(Decimal, Sentence)> {
    let label = |(at, label): &(i64, &str)| (hundredths(*at), said(label));
    labels.iter().map(label).collect()
}

fn name(said: Saying<'_>, action: Option<u16>, name: &str) -> Name {
    Name {
        action: action.map(ActionNr),
        name: said(name),
        remark: Some(said("kinderen en jongeren")),
        codes: vec![Code::K08, Code::I05],
    }
}

fn told(said: Saying<'_>, figure: &str) -> Told {
    Told {
        title: said(&format!("Actie 5: {figure}")),
        more: said("buurthuis 36 · OCMW 21"),
    }
}

/// A bar with its figure, its state, and pieces and signs in hundredths.
fn row(
    said: Saying<'_>,
    (named, figure): (Name, &str),
    state: Option<Term>,
    pieces: &[(Mark, i64, i64)],
    signs: &[(Mark, i64)],
) -> BarRow {
    BarRow {
        name: named,
        is_total: state.is_none(),
        figure: said(figure),
        state,
        remark: Some(said("195 van 180")),
        below: Some(said("buurthuis 36 · OCMW 21")),
        pieces: pieces
            .iter()
            .map(|(mark, from, to)| Piece {
                mark: *mark,
                from: hundredths(*from),
                to: hundredths(*to),
            })
            .collect(),
        signs: signs
            .iter()
            .map(|(mark, at)| (*mark, hundredths(*at)))
            .collect(),
        told: told(said, figure),
    }
}

/// One year: every bar has a name and a state.
fn targets(said: Saying<'_>) -> Drawing {
    let asked = (Mark::Asked, 0, 100);
    let norm = (Mark::Norm, 100);
    let rows = vec![
        row(
            said,
            (name(said, Some(5), "Oefenkansen Nederlands"), "1.193,4 %"),
            Some(terms::REACHED),
            &[asked, (Mark::Happened, 0, 150), (Mark::Doubtful, 150, 200)],
            &[
                norm,
                (Mark::Threshold, 25),
                (Mark::InterimReached, 40),
                (Mark::Beyond, 200),
            ],
        ),
        row(
            said,
            (name(said, Some(13), "Toeleiding naar sport"), "82,4 %"),
            Some(terms::ST_NOT_REACHED),
            &[asked, (Mark::Happened, 0, 82), (Mark::Missing, 82, 100)],
            &[norm, (Mark::InterimBelow, 18), (Mark::Passed, 75)],
        ),
        row(
            said,
            (name(said, Some(15), "Brugfiguren"), "onbekend"),
            Some(terms::ST_UNKNOWN),
            &[(Mark::Unknown, 0, 100)],
            &[norm, (Mark::Milestone, 100)],
        ),
    ];
    Drawing::Bars(Bars {
        end: Decimal::TWO,
        labels: labels(
            said,
            &[
                (0, "0 %"),
                (50, "50 %"),
                (100, "doel 100 %"),
                (150, "150 %"),
                (200, "200 %"),
            ],
        ),
        groups: vec![BarGroup { name: None, rows }],
    })
}

/// Bars under a name, the last of them all together.
fn money(said: Saying<'_>) -> Drawing {
    let rows = vec![
        row(
            said,
            (name(said, None, "Projectjaar 1"), "besteed € 199.673,98"),
            Some(terms::ST_RUNNING),
            &[
                (Mark::CarriedIn, 0, 20),
                (Mark::Asked, 20, 100),
                (Mark::Happened, 0, 100),
                (Mark::Excess, 100, 110),
            ],
            &[],
        ),
        row(
            said,
            (name(said, None, "Samen"), "nog € 41.250,00"),
            None,
            &[
                (Mark::Asked, 0, 100),
                (Mark::Happened, 0, 80),
                (Mark::Planned, 80, 95),
            ],
            &[(Mark::Norm, 100)],
        ),
    ];
    Drawing::Bars(Bars {
        end: hundredths(125),
        labels: labels(said, &[(0, "€ 0,00"), (100, "€ 100.000,00")]),
        groups: vec![BarGroup {
            name: Some(name(said, Some(24), "Toeleiding naar cultuur")),
            rows,
        }],
    })
}

fn year(nr: i16) -> Period {
    Period {
        start: date(2021 + nr, 10, 1),
        end: date(2022 + nr, 9, 30),
    }
}

fn stretch(said: Saying<'_>, nr: i16, is_state: bool, figure: (Mark, Decimal)) -> Stretch {
    let days = year(nr);
    let points: [(Date, i64); 3] = [
        (days.start, 0),
        (date(2022 + nr, 3, 31), 40),
        (days.end, 195),
    ];
    Stretch {
        name: said(&format!("jaar {nr}")),
        days,
        begin: said("okt 2022"),
        target: Some((Decimal::from(180), said("180"))),
        points: points
            .map(|(date, value)| (date, Decimal::from(value)))
            .to_vec(),
        is_state,
        last: Some(said("195")),
        interim: Some(InterimPost {
            date: date(2022 + nr, 3, 31),
            threshold: Decimal::from(45),
            figure: Some(figure),
        }),
    }
}

fn curves(said: Saying<'_>) -> Drawing {
    let forty = Decimal::from(40);
    let panel = |action, stretches| Panel {
        name: name(said, Some(action), "Toeleiding naar sport"),
        end: Decimal::from(200),
        labels: labels(said, &[(0, "0"), (10_000, "100"), (20_000, "200")]),
        stretches,
        told: told(said, "195 van 180"),
    };
    let both = vec![
        stretch(said, 1, false, (Mark::InterimBelow, forty)),
        stretch(said, 2, false, (Mark::InterimReached, forty)),
    ];
    let state = vec![stretch(said, 1, true, (Mark::InterimReached, forty))];
    Drawing::Curves(Curves {
        days: Period {
            end: year(2).end,
            ..year(1)
        },
        as_of: Some(date(2024, 6, 30)),
        panels: vec![panel(5, both), panel(22, state)],
    })
}

fn strips(said: Saying<'_>) -> Drawing {
    let days = year(1);
    let from_july = Period {
        start: date(2023, 7, 1),
        end: date(2023, 8, 31),
    };
    let strip = |is_total, there| Strip {
        name: name(said, Some(15), "Brugfiguur"),
        is_total,
        asked: vec![(days, hundredths(250))],
        there,
        figure: said("1,5 van 2,5 VTE"),
        remark: Some(said("sinds 01/07/2023")),
        told: told(said, "1,5 van 2,5 VTE"),
    };
    let filled = Some(vec![(from_july, hundredths(150))]);
    Drawing::Strips(Strips {
        days,
        labels: vec![
            (days.start, said("okt 2022")),
            (date(2023, 4, 1), said("apr 2023")),
            (days.end, said("30/09/2023")),
        ],
        as_of: Some(date(2023, 8, 31)),
        rows: vec![strip(true, filled), strip(false, None)],
    })
}
