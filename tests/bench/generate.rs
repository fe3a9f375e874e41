//! Logs and bookings of any size whose totals are known, since they are added up while
//! the rows are written. The same number of rows gives the same bytes everywhere.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A progress log.
    Progress,
    /// A bookings file.
    Bookings,
}

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// With commas and dates as 2023-03-31.
    Plain,
    /// With semicolons and dates as 31/03/2023.
    Belgian,
}

const ACTIONS: [u64; 8] = [5, 6, 8, 10, 13, 15, 17, 24];
const CATEGORIES: [&str; 4] = [
    "personnel",
    "operating",
    "existing-personnel",
    "third-party-personnel",
];
const PAYERS: [&str; 4] = ["award", "own", "stimulus", "other"];
const PROVIDERS: u64 = 300;
/// The year in which the first project year begins, in October.
const FIRST_YEAR: u64 = 2022;

/// Writes a dossier, its file of so many rows, and the totals of that file.
///
/// # Errors
/// When one of them cannot be written.
pub(crate) fn generate(folder: &Path, kind: Kind, style: Style, rows: u64) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let name = match kind {
        Kind::Progress => "progress",
        Kind::Bookings => "bookings",
    };
    std::fs::write(folder.join("dossier.toml"), dossier(name))?;
    let file = File::create(folder.join(name).with_extension("csv"))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    let totals = match kind {
        Kind::Progress => progress(&mut out, style, rows)?,
        Kind::Bookings => bookings(&mut out, style, rows)?,
    };
    out.flush()?;
    std::fs::write(folder.join("totals.csv"), told(&totals, kind))
}

fn dossier(name: &str) -> String {
    let years: String = (1..=3)
        .map(|nr| format!("[[year]]\nnr = {nr}\naward_total = 1\n"))
        .collect();
    let actions: String = ACTIONS
        .iter()
        .map(|nr| format!("[[action]]\nnr = {nr}\n"))
        .collect();
    format!(
        "format = 1\nscheme = \"plan-samenleven\"\n[applicant]\nname = \"Voorbeeldgem\"\n\
         kind = \"municipality\"\n{years}{actions}[[{name}]]\nfile = \"{name}.csv\"\n"
    )
}

/// The sums: counts per year, action and provider; cents per year, payer and category.
type Totals = BTreeMap<(u64, String, String), i64>;

fn told(totals: &Totals, kind: Kind) -> String {
    let mut text = String::from(match kind {
        Kind::Progress => "year,action,provider,sum\n",
        Kind::Bookings => "year,payer,category,sum\n",
    });
    for ((year, first, second), sum) in totals {
        let sum = match kind {
            Kind::Progress => sum.to_string(),
            Kind::Bookings => format!("{}.{:02}", sum / 100, sum % 100),
        };
        text.push_str(&format!("{year},{first},{second},{sum}\n"));
    }
    text
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// A date as written, and its project year.
    fn date(&mut self, style: Style) -> (String, u64) {
        let (month, day) = (self.below(36), 1 + self.below(28));
        let (year, month) = (FIRST_YEAR + (month + 9) / 12, (month + 9) % 12 + 1);
        let project_year = year - FIRST_YEAR + u64::from(month >= 10);
        let text = match style {
            Style::Plain => format!("{year}-{month:02}-{day:02}"),
            Style::Belgian => format!("{day:02}/{month:02}/{year}"),
        };
        (text, project_year)
    }
}

fn mark(style: Style) -> char {
    match style {
        Style::Plain => ',',
        Style::Belgian => ';',
    }
}

/// Every twentieth row has a note; every thousandth is a correction.
fn progress(out: &mut impl Write, style: Style, rows: u64) -> io::Result<Totals> {
    let mut numbers = Numbers(1);
    let mut totals = Totals::new();
    let s = mark(style);
    writeln!(out, "date{s}action{s}count{s}provider{s}note")?;
    for row in 1..=rows {
        let (date, year) = numbers.date(style);
        let action = ACTIONS[usize::try_from(numbers.below(8)).unwrap_or(0)];
        let provider = format!("partner {}", numbers.below(PROVIDERS));
        let count = i64::try_from(1 + numbers.below(9)).unwrap_or(0);
        let (count, note) = match row {
            row if row % 1000 == 0 => (-count, "dubbel geteld"),
            row if row % 20 == 0 => (count, "in groep"),
            _ => (count, ""),
        };
        writeln!(out, "{date}{s}{action}{s}{count}{s}{provider}{s}{note}")?;
        *totals
            .entry((year, action.to_string(), provider))
            .or_insert(0) += count;
    }
    Ok(totals)
}

/// Every hundredth row is a credit note; every tenth has no action.
fn bookings(out: &mut impl Write, style: Style, rows: u64) -> io::Result<Totals> {
    let mut numbers = Numbers(2);
    let mut totals = Totals::new();
    let s = mark(style);
    let point = match style {
        Style::Plain => '.',
        Style::Belgian => ',',
    };
    writeln!(
        out,
        "date{s}action{s}category{s}payer{s}amount{s}description{s}account"
    )?;
    for row in 1..=rows {
        let (date, year) = numbers.date(style);
        let pick = |number: u64| usize::try_from(number).unwrap_or(0);
        let action = match row % 10 {
            0 => String::new(),
            _ => ACTIONS[pick(numbers.below(8))].to_string(),
        };
        let category = CATEGORIES[pick(numbers.below(4))];
        let payer = PAYERS[pick(numbers.below(4))];
        let cents = i64::try_from(1 + numbers.below(1_000_000)).unwrap_or(0);
        let (sign, cents) = if row % 100 == 0 {
            ("-", -cents)
        } else {
            ("", cents)
        };
        let (euro, part) = (cents.abs() / 100, cents.abs() % 100);
        let account = 610_000 + numbers.below(50);
        writeln!(
            out,
            "{date}{s}{action}{s}{category}{s}{payer}{s}{sign}{euro}{point}{part:02}{s}factuur{s}{account}"
        )?;
        *totals
            .entry((year, payer.to_owned(), category.to_owned()))
            .or_insert(0) += cents;
    }
    Ok(totals)
}
