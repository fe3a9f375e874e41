//! How a file that the dossier names was read: its letters, its marks, its columns,
//! and what became of its rows.

use super::words::whole;
use crate::document::{Block, Cell, Column, ColumnKind, Document, Layout, Shown, Table, View};
use crate::model::{
    ColumnRead, Encoding, FileKind, HowRead, NumberStyle, Separator, SeparatorFrom, Unknown,
};
use crate::wording::terms::{self, Term};
use crate::wording::{Both, Sentence};
use std::collections::BTreeMap;

/// How the file with this path was read.
#[must_use]
pub fn file_read(path: &str, how: &HowRead) -> Document {
    let (file, columns) = (file(path, how), columns(how));
    let mut shown: Vec<Shown> = file
        .columns
        .iter()
        .map(|column| Shown::column(column.term.key))
        .collect();
    if how.windows_1252_rows == 0 {
        shown.retain(|it| !is_column(it, terms::WINDOWS_1252_ROWS));
    }
    let away: &[Term] = match how.sheet {
        Some(_) => &[terms::SEPARATOR, terms::SEPARATOR_FROM, terms::BLANK_ROWS],
        None => &[terms::SHEET],
    };
    shown.retain(|it| away.iter().all(|term| !is_column(it, *term)));
    let page = vec![
        Block::Table(view(&file, shown, Layout::Ledger { across: "path" })),
        Block::Table(view(
            &columns,
            ["column", "heading", "key", "fixed"]
                .map(Shown::column)
                .to_vec(),
            Layout::Lines { group: None },
        )),
    ];
    Document {
        tables: vec![file, columns],
        page,
        ..Document::default()
    }
}

fn is_column(shown: &Shown, term: Term) -> bool {
    matches!(shown.figure, crate::document::Figure::Column(key) if key == term.key)
}

fn view(table: &Table, columns: Vec<Shown>, layout: Layout) -> View {
    let notes: Vec<Sentence> = match layout {
        Layout::Ledger { .. } => vec![Box::new(HOW_TO_CHANGE)],
        _ => Vec::new(),
    };
    View {
        table: table.name.key,
        heading: Box::new(table.name.word),
        rows: (0..table.rows.len()).collect(),
        columns,
        layout,
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes,
    }
}

const HOW_TO_CHANGE: Both = Both {
    nl: "Klopt dit niet, zet dan separator, numbers of columns bij dit bestand in het dossier.",
    en: "If this is not right, put separator, numbers or columns at this file in the dossier.",
};

/// One row: the file.
fn file(path: &str, how: &HowRead) -> Table {
    let word = |term| Column::new(term, ColumnKind::Word);
    let count = |term| Column::new(term, ColumnKind::Count);
    let date = |term| Column::new(term, ColumnKind::Date);
    let mut table = Table::new(
        terms::FILE_READ,
        vec![
            Column::new(terms::PATH, ColumnKind::Text),
            word(terms::KIND),
            word(terms::ENCODING),
            count(terms::WINDOWS_1252_ROWS),
            word(terms::SEPARATOR),
            word(terms::SEPARATOR_FROM),
            word(terms::NUMBERS),
            word(terms::NUMBERS_FROM),
            count(terms::ROWS),
            count(terms::COUNTED),
            count(terms::SET_ASIDE),
            count(terms::AFTER_AS_OF),
            count(terms::BLANK_ROWS),
            count(terms::DOUBLE_ROWS),
            date(terms::FIRST_DATE),
            date(terms::LAST_DATE),
            Column::new(terms::SHEET, ColumnKind::Text),
        ],
    );
    table.rows.push(cells(path, how));
    table
}

fn cells(path: &str, how: &HowRead) -> Vec<Cell> {
    let doubles = || Cell::Unknown(Unknown::TooManyRowsForDoubles);
    vec![
        Cell::Text(path.to_owned()),
        Cell::Word(kind(how.kind)),
        Cell::Word(encoding(how.encoding)),
        whole(how.windows_1252_rows),
        Cell::maybe(how.layout.separator, |(it, _)| Cell::Word(separator(it))),
        Cell::maybe(how.layout.separator, |(_, from)| {
            Cell::Word(separator_from(from))
        }),
        Cell::Word(numbers(how.layout.numbers)),
        Cell::Word(numbers_from(how)),
        whole(how.rows),
        whole(how.counted()),
        whole(how.set_aside),
        whole(how.after_as_of),
        whole(how.blank_rows),
        how.double_rows.map_or_else(doubles, whole),
        Cell::maybe(how.first_date, Cell::Date),
        Cell::maybe(how.last_date, Cell::Date),
        Cell::maybe(how.sheet.clone(), Cell::Text),
    ]
}

fn numbers_from(how: &HowRead) -> Term {
    match (how.layout.numbers_declared, how.layout.separator) {
        (true, _) => terms::FROM_DOSSIER,
        (false, Some(_)) => terms::FROM_SEPARATOR,
        (false, None) => terms::FROM_TEXT_CELLS,
    }
}

/// A row for each column of the file and for each that the dossier fixes.
fn columns(how: &HowRead) -> Table {
    let text = |term| Column::new(term, ColumnKind::Text);
    let mut table = Table::new(
        terms::FILE_COLUMNS,
        vec![
            text(terms::COLUMN),
            text(terms::HEADING),
            text(terms::READ_AS).otherwise("use"),
            Column::new(terms::USE, ColumnKind::Word),
            text(terms::FIXED),
        ],
    );
    let row = |column: &ColumnRead| {
        let column = column.clone();
        let usage = match (&column.read_as, &column.fixed) {
            (_, Some(_)) => terms::U_FIXED,
            (Some(_), None) => terms::U_READ,
            (None, None) => terms::U_NOT_USED,
        };
        vec![
            Cell::maybe(column.letters, Cell::Text),
            Cell::maybe(column.heading, Cell::Text),
            Cell::maybe(column.read_as, |(key, name)| {
                Cell::keyed(key.to_owned(), name)
            }),
            Cell::Word(usage),
            Cell::maybe(column.fixed, Cell::Text),
        ]
    };
    table.rows = how.layout.columns.iter().map(row).collect();
    table
}

fn kind(kind: FileKind) -> Term {
    match kind {
        FileKind::Progress => terms::F_PROGRESS,
        FileKind::Bookings => terms::F_BOOKINGS,
    }
}

fn encoding(encoding: Encoding) -> Term {
    match encoding {
        Encoding::Utf8 => terms::E_UTF8,
        Encoding::Utf8Marked => terms::E_UTF8_MARKED,
        Encoding::Utf16Le => terms::E_UTF16_LE,
        Encoding::Utf16Be => terms::E_UTF16_BE,
        Encoding::Workbook => terms::E_WORKBOOK,
    }
}

fn separator(separator: Separator) -> Term {
    match separator {
        Separator::Semicolon => terms::S_SEMICOLON,
        Separator::Tab => terms::S_TAB,
        Separator::Comma => terms::S_COMMA,
    }
}

fn separator_from(from: SeparatorFrom) -> Term {
    match from {
        SeparatorFrom::Dossier => terms::FROM_DOSSIER,
        SeparatorFrom::FirstLine => terms::FROM_FIRST_LINE,
        SeparatorFrom::Headings => terms::FROM_HEADINGS,
    }
}

fn numbers(numbers: NumberStyle) -> Term {
    match numbers {
        NumberStyle::Belgian => terms::N_BELGIAN,
        NumberStyle::Plain => terms::N_PLAIN,
    }
}
