//! A document with one text in every place where a text of the user can stand.

use crate::document::{
    Block, Cell, Column, ColumnKind, Document, Fact, Head, Layout, Lists, Mark, Masthead, Question,
    Quoted, Shown, Source, Table, Total, View,
};
use crate::finding::{
    Accepted, Code, Fault, Finding, Located, Place, Rule, Severity, Spot, Standing, Words, locate,
};
use crate::model::{ActionNr, ApplicantKind, InTwoLanguages, Unknown};
use crate::wording::{Both, Sentence, terms};
use std::collections::BTreeMap;

fn said(text: &str) -> Sentence {
    Box::new(Quoted(text.to_owned()))
}

/// The document.
pub(super) fn document_of(text: &str) -> Document {
    Document {
        head: Some(Head {
            applicant: text.to_owned(),
            kind: ApplicantKind::Partnership,
            members: vec![text.to_owned()],
            scheme: "scheme".to_owned(),
            scheme_version: "1".to_owned(),
            as_of: None,
        }),
        tables: vec![table(text)],
        page: page(text),
        findings: Some(findings(text)),
        sources: Some(vec![Source {
            path: text.to_owned(),
            sha256: None,
            rows: Some(1),
            set_aside: None,
            is_withheld: false,
        }]),
        checked: None,
    }
}

fn page(text: &str) -> Vec<Block> {
    let masthead = Masthead {
        scheme: said(text),
        as_of: said("stand"),
        applicant: said(text),
        years: said("jaar"),
        members: Some(said(text)),
    };
    let fact = |figure: Option<&str>| Fact {
        name: said(text),
        figure: figure.map(said),
        remark: said(text),
        codes: vec![Code::K08],
    };
    vec![
        Block::Masthead(masthead),
        Block::Paragraph(vec![said(text), said("Slot.")]),
        Block::Facts(vec![Question {
            asked: said(text),
            facts: vec![fact(Some(text)), fact(None)],
        }]),
        Block::Table(view(
            text,
            Layout::Lines {
                group: Some("title"),
            },
        )),
        Block::Table(view(text, Layout::Ledger { across: "title" })),
        Block::Table(view(
            text,
            Layout::Stacked {
                by: "title",
                group: None,
            },
        )),
        Block::Section(said(text)),
        Block::Lists(Lists {
            key: Some(ActionNr(5)),
            heading: said(text),
            lists: vec![(said(text), vec![text.to_owned(), text.to_owned()])],
            notes: vec![said(text)],
        }),
        Block::Findings,
        Block::Sources(vec![said(text)]),
    ]
}

fn table(text: &str) -> Table {
    let columns = vec![
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::LABEL, ColumnKind::Text),
        Column::new(terms::PROVIDER, ColumnKind::Text),
        Column::new(terms::TARGET, ColumnKind::Count),
    ];
    let mut table = Table::new(terms::KPI, columns);
    let row = |count| {
        vec![
            Cell::Text(text.to_owned()),
            Cell::title(&InTwoLanguages {
                nl: text.to_owned(),
                en: text.to_owned(),
            }),
            Cell::Unknown(Unknown::LogUnreadable(text.to_owned())),
            Cell::Count(count),
        ]
    };
    table.rows = vec![row(1), row(2)];
    table.rows[1][2] = Cell::Text(format!("{text} en {text}"));
    table
}

fn view(text: &str, layout: Layout) -> View {
    View {
        table: "kpi",
        heading: said(text),
        rows: vec![0, 1],
        columns: ["title", "label", "provider", "target"]
            .map(Shown::column)
            .to_vec(),
        layout,
        codes: BTreeMap::from([(0, vec![Code::K08])]),
        totals: vec![Total {
            label: said(text),
            cells: vec![("target", Cell::Count(3))],
        }],
        legend: vec![(Mark::Doubtful, said(text))],
        notes: vec![said(text)],
    }
}

#[derive(Debug)]
struct Told(String);

static RULE: Rule = Rule {
    code: Code::I05,
    severity: Severity::Error,
    name: Both { nl: "-", en: "-" },
    why: Both { nl: "-", en: "-" },
    example: "",
    repair: Both { nl: "-", en: "-" },
};

impl Fault for Told {
    fn rule(&self) -> &'static Rule {
        &RULE
    }
    fn dutch(&self) -> Words {
        Words::new(self.0.as_str())
            .label(self.0.as_str())
            .consequence(self.0.as_str())
            .help(self.0.as_str())
            .related(self.0.as_str())
    }
    fn english(&self) -> Words {
        self.dutch()
    }
}

fn findings(text: &str) -> Vec<Located> {
    let mut sources = Default::default();
    let mut found = locate(Vec::new(), &sources);
    let file = sources.add("dossier.toml", "");
    let finding = |_| Finding::new(Told(text.to_owned()), Spot::File(file));
    found.extend(locate((0..2).map(finding).collect(), &sources));
    let place = || Place {
        path: text.to_owned(),
        line: 1,
        column: 1,
        cell: Some("A1".to_owned()),
        excerpt: Some(text.to_owned()),
        mark: 0..text.len(),
    };
    found[0].place = place();
    found[0].related = vec![place()];
    found[1].place = place();
    found[1].standing = Standing::Accepted(Accepted {
        reason: text.to_owned(),
        until: None,
    });
    found
}
