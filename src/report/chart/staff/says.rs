//! The words of the chart on staff.

use crate::analysis::{Analysis, StaffRow, counts_in_sums, staff_months};
use crate::document::Quoted;
use crate::model::{ActionNr, Date, Fte, FteMonths, Known, Payer, Staff, Unknown, YearNr};
use crate::report::chart::words::{fte_of, joined, silence};
use crate::wording::{Both, Sentence, capital, dutch, english, payer_term, saying, terms, visible};

pub(super) const ABOUT: Both = Both {
    nl: "Voltijdse equivalenten (VTE) voorzien en ingevuld, per functie. De hoogte toont het aantal VTE, overal op dezelfde schaal.",
    en: "Full-time equivalents (FTE) planned and filled, per role. The height shows the FTE, on one scale everywhere.",
};

pub(super) const HEIGHT: Both = Both {
    nl: "De hele hoogte is voorzien, het donkere deel ingevuld.",
    en: "The whole height is planned, the dark part filled.",
};

pub(super) const LATER: Both = Both {
    nl: "voorzien, komt nog",
    en: "planned, to come",
};

pub(super) const TOGETHER: Both = Both {
    nl: "Samen",
    en: "Together",
};

/// `3,3 van 3,5 VTE ingevuld; in jaar 1: 27,5 van 42,0 VTE-maanden`
pub(super) fn heading(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>]) -> Sentence {
    let last = rows.iter().map(|row| row.year).max();
    let of_last = rows.iter().filter(|row| Some(row.year) == last);
    let sum = |figure: fn(&StaffRow<'_>) -> Known<Fte>| -> Known<Fte> {
        of_last.clone().map(|row| figure(row)).sum()
    };
    let on = of_last.clone().find_map(|row| row.on.clone().ok());
    let figures = (
        sum(|row| row.filled.clone()),
        sum(|row| row.planned.clone()),
    );
    let is_whole = !analysis.account.dossier.unreadable.staff;
    let (Ok(filled), Ok(planned), true) = (figures.0, figures.1, is_whole) else {
        return Box::new(terms::STAFFING.word);
    };
    let months = last.and_then(|year| {
        let months = staff_months(analysis.account, &analysis.staffing, year).ok()?;
        Some((year, months.filled, months.planned))
    });
    saying(
        (filled, planned, on, months),
        heading_in_dutch,
        heading_in_english,
    )
}

type HeadingFacts = (
    Fte,
    Fte,
    Option<Date>,
    Option<(YearNr, FteMonths, FteMonths)>,
);

fn heading_in_dutch((filled, planned, on, months): &HeadingFacts) -> String {
    let months = months.map_or_else(String::new, |(year, filled, planned)| {
        let [filled, planned] = [filled, planned].map(dutch::fte_months);
        format!("; in jaar {year}: {filled} van {planned} VTE-maanden")
    });
    let [filled, planned] = [filled, planned].map(|fte| dutch::fte(*fte));
    let on = on.map_or_else(String::new, |on| format!(" op {}", dutch::date(on)));
    format!("{filled} van {planned} VTE ingevuld{on}{months}")
}

fn heading_in_english((filled, planned, on, months): &HeadingFacts) -> String {
    let months = months.map_or_else(String::new, |(year, filled, planned)| {
        let [filled, planned] = [filled, planned].map(english::fte_months);
        format!("; in year {year}: {filled} of {planned} FTE-months")
    });
    let [filled, planned] = [filled, planned].map(|fte| english::fte(*fte));
    let on = on.map_or_else(String::new, |on| format!(" on {}", english::date(on)));
    format!("{filled} of {planned} FTE filled{on}{months}")
}

/// The role as the dossier has it, with a capital.
pub(super) fn role(line: &Staff) -> Sentence {
    Box::new(Quoted(capital(&line.role)))
}

/// `actie 15, subsidie`
pub(super) fn for_whom(line: &Staff) -> Sentence {
    let facts: (Vec<ActionNr>, Option<Payer>) = (line.actions.clone(), line.payer);
    saying(
        facts,
        |(actions, payer)| {
            let payer = payer.map(|payer| payer_term(payer).word.nl.to_owned());
            let actions = (!actions.is_empty()).then(|| dutch::actions(actions));
            [actions, payer]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        },
        |(actions, payer)| {
            let payer = payer.map(|payer| payer_term(payer).word.en.to_owned());
            let actions = (!actions.is_empty()).then(|| english::actions(actions));
            [actions, payer]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        },
    )
}

/// `4 functies`
pub(super) fn lines(number: usize) -> Sentence {
    saying(
        u64::try_from(number).unwrap_or(u64::MAX),
        |number| dutch::plural(*number, "functie", "functies"),
        |number| english::plural(*number, "role", "roles"),
    )
}

/// `1,5 van 2,5 VTE`, as far as it is known.
pub(super) fn figure(row: &StaffRow<'_>) -> Sentence {
    match (row.filled.clone(), row.planned.clone()) {
        (Ok(filled), Ok(planned)) => fte_of(filled, planned),
        (Ok(filled), Err(_)) => saying(
            filled,
            |fte| format!("{} VTE ingevuld", dutch::fte(*fte)),
            |fte| format!("{} FTE filled", english::fte(*fte)),
        ),
        (Err(_), Ok(planned)) => saying(
            planned,
            |fte| format!("onbekend van {} VTE", dutch::fte(*fte)),
            |fte| format!("unknown of {} FTE", english::fte(*fte)),
        ),
        (Err(_), Err(_)) => Box::new(terms::ST_UNKNOWN.word),
    }
}

/// Since when, of a line that has ended with its last year.
pub(super) fn since(row: &StaffRow<'_>, has_ended: bool) -> Sentence {
    let since = since_when(row);
    if !has_ended {
        return since;
    }
    let ended = saying(
        row.year,
        |year| format!("tot en met jaar {year}"),
        |year| format!("up to year {year}"),
    );
    joined(vec![since, ended], "; ")
}

/// `op 30/09/2023`
pub(super) fn on(date: Option<Date>) -> Option<Sentence> {
    let say = |date| {
        saying(
            date,
            |date| format!("op {}", dutch::date(*date)),
            |date| format!("on {}", english::date(*date)),
        )
    };
    date.map(say)
}

/// What the heights are, where all of them are known and nothing stands out.
pub(super) fn height(rows: &[&StaffRow<'_>]) -> Sentence {
    let fits = |row: &&StaffRow<'_>| match (&row.planned, &row.filled) {
        (Ok(planned), Ok(filled)) => filled <= planned,
        _ => false,
    };
    if rows.iter().all(fits) {
        Box::new(HEIGHT)
    } else {
        silence()
    }
}

/// `sinds 20/08/2023`, `niemand in dienst`, or why it is unknown.
fn since_when(row: &StaffRow<'_>) -> Sentence {
    match (&row.filled, &row.since) {
        (Err(why), _) => Box::new(why.clone()),
        (Ok(_), Some(Ok(date))) => saying(
            *date,
            |date| format!("sinds {}", dutch::date(*date)),
            |date| format!("since {}", english::date(*date)),
        ),
        (Ok(_), Some(Err(why))) => Box::new(why.clone()),
        (Ok(_), None) => Box::new(Both {
            nl: "niemand in dienst",
            en: "nobody in service",
        }),
    }
}

/// `0,2 VTE vacant`; nothing where nothing is.
pub(super) fn vacant(fte: Fte) -> Option<Sentence> {
    (fte > Fte::NONE).then(|| {
        saying(
            fte,
            |fte| format!("{} VTE vacant", dutch::fte(*fte)),
            |fte| format!("{} FTE vacant", english::fte(*fte)),
        )
    })
}

/// The figure of a strip for those who do not see it.
pub(super) fn told(name: Sentence, figure: Sentence) -> Sentence {
    saying(
        (name, figure),
        |(name, figure)| format!("{}: {}", name.dutch(), figure.dutch()),
        |(name, figure)| format!("{}: {}", name.english(), figure.english()),
    )
}

/// Who is not drawn, and how planned FTE count.
pub(super) fn notes<'a>(
    analysis: &Analysis<'_>,
    rows: impl Iterator<Item = &'a StaffRow<'a>>,
) -> Vec<Sentence> {
    let mut left_out: Vec<(String, Option<Fte>)> = Vec::new();
    for row in rows.filter(|row| !counts_in_sums(row.staff)) {
        let told = (row.staff.role.clone(), row.planned.clone().ok());
        if !left_out.contains(&told) {
            left_out.push(told);
        }
    }
    let mut notes: Vec<Sentence> = Vec::new();
    if !left_out.is_empty() {
        notes.push(saying(
            left_out,
            |lines| left_out_in_dutch(lines),
            |lines| left_out_in_english(lines),
        ));
    }
    notes.push(Box::new(WHOLE_YEAR));
    if analysis.account.dossier.unreadable.staff {
        notes.push(Box::new(Unknown::LineUnreadable));
    }
    notes
}

const WHOLE_YEAR: Both = Both {
    nl: "Het dossier noemt geen begindatum voor wat voorzien is: dat telt het hele projectjaar.",
    en: "The dossier names no first day for what is planned: it counts the whole project year.",
};

fn left_out_in_dutch(lines: &[(String, Option<Fte>)]) -> String {
    let each = lines.iter().map(|(role, fte)| {
        let fte = fte.map_or_else(String::new, |fte| format!("{} VTE ", dutch::fte(fte)));
        format!("{fte}{}", visible(role))
    });
    let each: Vec<String> = each.collect();
    format!(
        "Niet in de figuur: {}, van derden, buiten subsidie en cofinanciering.",
        dutch::list(&each)
    )
}

fn left_out_in_english(lines: &[(String, Option<Fte>)]) -> String {
    let each = lines.iter().map(|(role, fte)| {
        let fte = fte.map_or_else(String::new, |fte| format!("{} FTE ", english::fte(fte)));
        format!("{fte}{}", visible(role))
    });
    let each: Vec<String> = each.collect();
    format!(
        "Not in the figure: {}, of third parties, outside award and cofinancing.",
        english::list(&each)
    )
}

/// `30/09/2025`
pub(super) fn date(date: Date) -> Sentence {
    saying(date, |it| dutch::date(*it), |it| english::date(*it))
}
