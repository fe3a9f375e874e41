//! The first sheet: what the document is about, the key figures, and which sheets
//! there are.

use super::held::{Held, held};
use super::looks;
use super::paper::Running;
use super::sheet::{Look, Sheet};
use super::widths::lines;
use super::words::{self, capital};
use crate::document::{Block, Cell, Column, ColumnKind, Document, Fact, Masthead, Question};
use crate::model::{Language, Unknown};
use crate::render::said;
use crate::wording::{Both, Sentence, terms};
use rust_xlsxwriter::Worksheet;

/// Characters across: names, figures, remarks, codes.
const WIDTHS: [u16; 4] = [34, 26, 74, 14];
/// Characters of a paragraph on a line across all of them.
const ACROSS: usize = 140;

/// A sheet of the workbook, as the list names it.
pub(super) struct Listed {
    /// Its name.
    pub(super) name: String,
    /// What it is called where there is room for long words.
    pub(super) title: String,
    /// Rows of its table; none for a sheet that is no table.
    pub(super) rows: Option<usize>,
}

/// The cover of a document with these sheets.
pub(super) fn cover(
    document: &Document,
    name: &str,
    listed: &[Listed],
    running: &Running,
    language: Language,
) -> Worksheet {
    let mut cover = Cover {
        sheet: Sheet::new(name, language),
        row: 0,
    };
    for (at, width) in (0..).zip(WIDTHS) {
        let sheet = &mut cover.sheet.inner;
        sheet
            .set_column_width(at, width)
            .expect("a sheet has four columns");
    }
    cover.opening(document);
    cover.as_of(document);
    cover.list(document, listed);
    cover.legend();
    let mut sheet = cover.sheet.inner;
    sheet.set_screen_gridlines(false);
    running.set_up(&mut sheet, WIDTHS.into_iter().map(u32::from).sum());
    sheet
}

/// A cover on which the rows above `row` are written.
struct Cover {
    sheet: Sheet,
    row: u32,
}

impl Cover {
    /// What stands on the page before its first table.
    fn opening(&mut self, document: &Document) {
        let is_opening = |block: &&Block| !matches!(block, Block::Table(_));
        for block in document.page.iter().take_while(is_opening) {
            match block {
                Block::Masthead(masthead) => self.masthead(masthead),
                Block::Paragraph(sentences) => self.paragraph(sentences),
                Block::Facts(questions) => questions.iter().for_each(|it| self.question(it)),
                // Charts have a sheet of their own, findings and sources as well.
                _ => {}
            }
        }
    }

    fn masthead(&mut self, masthead: &Masthead) {
        let none = Both { nl: "", en: "" };
        let none: Sentence = Box::new(none);
        let mut lines = vec![
            (&masthead.scheme, &masthead.as_of, looks::title(18)),
            (&masthead.applicant, &masthead.years, looks::title(14)),
        ];
        let members = masthead.members.as_ref();
        lines.extend(members.map(|members| (members, &none, looks::words(false))));
        for (left, right, format) in lines {
            self.said(0, left, &format);
            self.said(2, right, &looks::words(true));
            self.row += 1;
        }
        self.row += 1;
    }

    /// Sentences across the sheet.
    fn paragraph(&mut self, sentences: &[Sentence]) {
        let language = self.sheet.language;
        let said = sentences.iter().map(|it| it.say(language));
        let text = words::text(&said.collect::<Vec<_>>().join(" "));
        let sheet = &mut self.sheet.inner;
        sheet
            .merge_range(self.row, 0, self.row, 3, &text, &looks::words(true))
            .expect("the rows of a cover are not one yet");
        self.sheet.height(self.row, lines(&text, ACROSS));
        self.row += 2;
    }

    fn question(&mut self, question: &Question) {
        self.heading([&question.asked.say(self.sheet.language), "", ""]);
        question.facts.iter().for_each(|fact| self.fact(fact));
        self.row += 1;
    }

    fn fact(&mut self, fact: &Fact) {
        let language = self.sheet.language;
        let figure = fact.figure.as_ref().map(|it| it.say(language));
        let codes: Vec<&str> = fact.codes.iter().map(|code| code.key()).collect();
        let texts = [
            fact.name.say(language),
            figure.unwrap_or_default(),
            fact.remark.say(language),
            codes.join(" "),
        ];
        let plain = || looks::words(true);
        let formats = [plain(), looks::key_figure(), plain(), plain()];
        let mut needed = 1;
        for ((at, text), (format, width)) in (0..).zip(&texts).zip(formats.iter().zip(WIDTHS)) {
            self.words(at, text, format);
            needed = needed.max(lines(text, usize::from(width) - 1));
        }
        self.sheet.height(self.row, needed);
        self.row += 1;
    }

    /// The date of the report as a day, for whoever reckons with it.
    fn as_of(&mut self, document: &Document) {
        let Some(head) = &document.head else {
            return;
        };
        let language = self.sheet.language;
        let column = Column::new(terms::AS_OF, ColumnKind::Date);
        let as_of = head.as_of.as_ref().map(|it| it.date);
        let cell = Cell::known(as_of.ok_or(Unknown::AsOf), Cell::Date);
        let name = capital(terms::AS_OF.get(language));
        self.words(0, &name, &looks::words(false));
        let held = held(&cell, &column, language);
        self.sheet.held((self.row, 1), &held, Look::default());
        self.row += 2;
    }

    /// The sheets, each with its way there. A table without rows is named, so that
    /// nobody looks for it, and has no sheet: an empty one only costs a click.
    fn list(&mut self, document: &Document, listed: &[Listed]) {
        let language = self.sheet.language;
        let rows = capital(terms::ROWS.get(language));
        self.heading([terms::SHEETS.get(language), &rows, ""]);
        for sheet in listed {
            match sheet.rows {
                Some(0) => {
                    self.words(0, &sheet.title, &looks::words(false));
                    self.words(2, NO_SHEET.get(language), &looks::words(true));
                }
                _ => self.sheet.link((self.row, 0), &sheet.name, &sheet.title),
            }
            let column = Column::new(terms::ROWS, ColumnKind::Count);
            let rows = sheet.rows.and_then(|rows| i64::try_from(rows).ok());
            let held = held(&Cell::maybe(rows, Cell::Count), &column, language);
            self.sheet.held((self.row, 1), &held, Look::default());
            if sheet.title == terms::FINDINGS.get(language) {
                let summary = said::summary(document.counts(), language);
                self.words(2, &summary, &looks::words(true));
            }
            self.row += 1;
        }
        self.row += 1;
    }

    fn legend(&mut self) {
        let hatched = Held::Unknown(EXAMPLE.get(self.sheet.language).to_owned());
        self.sheet.held((self.row, 0), &hatched, Look::default());
        for sentence in [HATCHED, FORMULAS] {
            self.words(1, sentence.get(self.sheet.language), &looks::words(false));
            self.row += 1;
        }
    }

    /// A heading with a rule under all of the sheet.
    fn heading(&mut self, heads: [&str; 3]) {
        let [name, figure, remark] = heads.map(words::text);
        for (at, head) in (0..).zip([name, figure, remark, String::new()]) {
            self.words(at, &head, &looks::heading());
        }
        self.row += 1;
    }

    fn said(&mut self, at: u16, sentence: &Sentence, format: &rust_xlsxwriter::Format) {
        self.words(at, &sentence.say(self.sheet.language), format);
    }

    fn words(&mut self, at: u16, text: &str, format: &rust_xlsxwriter::Format) {
        self.sheet.words((self.row, at), &words::text(text), format);
    }
}

const NO_SHEET: Both = Both {
    nl: "geen rijen, dus geen werkblad",
    en: "no rows, so no sheet",
};

const EXAMPLE: Both = Both {
    nl: "hier staat waarom een cijfer onbekend is",
    en: "here it says why a figure is unknown",
};

const HATCHED: Both = Both {
    nl: "Een lege cel die grijs of gearceerd is, is onbekend, en dat is geen nul: de opmerking bij de cel zegt waarom. Op een blad met duizenden daarvan staat dat achter een ? in de cel zelf.",
    en: "An empty cell that is grey or hatched is unknown, which is not nought: the note on the cell says why. On a sheet with thousands of them the cell itself says so, behind a ?.",
};

const FORMULAS: Both = Both {
    nl: "Percentages, verschillen en sommen die uit andere kolommen volgen, zijn formules.",
    en: "Percentages, differences and sums that follow from other columns are formulas.",
};
