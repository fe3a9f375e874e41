//! How sheets are printed: A4, one page wide, with what it is about above and the
//! number of the page below.

use super::{masthead, words};
use crate::document::Document;
use crate::model::Language;
use crate::wording::{Both, Sentence};
use rust_xlsxwriter::Worksheet;

/// The paper of a printer in Flanders, as spreadsheets number them.
const A4: u8 = 9;
/// Characters across a page that stands upright, before it gets hard to read.
const UPRIGHT: u32 = 95;
/// UTF-16 units of each end of the header: both are doubled at worst, and 255 is the
/// most that a header holds.
const MOST_OF_AN_END: usize = 58;

const PAGE: Both = Both {
    nl: "bladzijde &P van &N",
    en: "page &P of &N",
};

/// What stands above and below every printed page.
pub(super) struct Running {
    header: String,
    footer: String,
}

impl Running {
    /// From the masthead of the page: who and which scheme to the left, as of when to
    /// the right.
    pub(super) fn of(document: &Document, language: Language) -> Self {
        let masthead = masthead(document);
        let said = |sentence: &Sentence| sentence.say(language);
        let names = masthead.map(|it| [said(&it.applicant), said(&it.scheme)].join(" · "));
        let names = names.unwrap_or_default();
        let as_of = masthead.map(|it| said(&it.as_of)).unwrap_or_default();
        Self {
            header: format!("&L{}&R{}", literal(&names), literal(&as_of)),
            footer: format!("&L&A&R{}", PAGE.get(language)),
        }
    }

    /// Sets up the printing of a sheet of so many characters across.
    pub(super) fn set_up(&self, sheet: &mut Worksheet, characters: u32) {
        self.above_and_below(sheet);
        sheet.set_print_fit_to_pages(1, 0);
        if characters > UPRIGHT {
            sheet.set_landscape();
        }
    }

    /// The paper, and what stands on every page of it.
    pub(super) fn above_and_below(&self, sheet: &mut Worksheet) {
        sheet
            .set_paper_size(A4)
            .set_header(&self.header)
            .set_footer(&self.footer);
    }
}

/// A text that stands in a header as it is: `&` begins a code there.
fn literal(text: &str) -> String {
    words::line(text, MOST_OF_AN_END).replace('&', "&&")
}
