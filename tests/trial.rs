//! A small dossier that is tried: its scheme, its day, its rows, and what is said of it.

use crate::program::{Folder, json, run, stdout};
use serde_json::Value;
use std::fmt::Write as _;

/// A made-up scheme of three years, between whose actions no money may shift: two that
/// add up, then one that counts persons, a milestone, and a state.
fn scheme(tested_over: &str) -> String {
    let mut text = format!(
        "format = 1\nid = \"proef\"\nversion = \"1\"\n\
        title = {{ nl = \"Proef\", en = \"Trial\" }}\nshift_between_actions = false\n\
        [cofinancing]\nown_share = \"1/2\"\ntested_over = \"{tested_over}\"\n\
        [[category]]\nkey = \"loon\"\ntitle = {{ nl = \"loon\", en = \"pay\" }}\nown_share = \"yes\"\n\
        [[category]]\nkey = \"kijk\"\ntitle = {{ nl = \"kijk\", en = \"look\" }}\nown_share = \"warn\"\n\
        [[category]]\nkey = \"nooit\"\ntitle = {{ nl = \"nooit\", en = \"never\" }}\nown_share = \"no\"\n"
    );
    for nr in 1..=3 {
        let (first, last) = (2021 + nr, 2022 + nr);
        let _ = write!(
            text,
            "[[year]]\nnr = {nr}\nstart = {first}-10-01\nend = {last}-09-30\n"
        );
    }
    let kinds = ["flow", "flow", "distinct", "milestone", "headcount"];
    for (nr, kind) in (1..).zip(kinds) {
        let _ = write!(
            text,
            "[[action]]\nnr = {nr}\ntitle = {{ nl = \"Actie\", en = \"Action\" }}\n"
        );
        // The unit of action 2 is another one in year 3.
        let later = if nr == 2 { "gezinnen" } else { "personen" };
        for (years, unit) in [("[1, 2]", "personen"), ("[3]", later)] {
            let _ = write!(
                text,
                "[[action.rate]]\nyears = {years}\nunit = {{ nl = \"{unit}\", en = \"{unit}\" }}\n\
                 kind = \"{kind}\"\nunit_amount = 100\nbasis = \"subsidy\"\n"
            );
        }
    }
    text
}

/// A dossier of a scheme on a day, with the rows of its log and of its bookings.
pub(crate) struct Trial {
    scheme: &'static str,
    as_of: &'static str,
    dossier: String,
    tested_over: &'static str,
    log: String,
    bookings: String,
}

/// A dossier of the built-in scheme in the course of its first year.
pub(crate) fn built_in(dossier: impl Into<String>) -> Trial {
    Trial {
        scheme: "plan-samenleven",
        as_of: "2023-06-30",
        dossier: dossier.into(),
        tested_over: "all-years",
        log: String::new(),
        bookings: String::new(),
    }
}

/// A dossier of the made-up scheme, two years of which are over.
pub(crate) fn made_up(dossier: impl Into<String>) -> Trial {
    Trial {
        scheme: "proef",
        as_of: "2024-09-30",
        dossier: dossier.into(),
        tested_over: "all-years",
        log: String::new(),
        bookings: String::new(),
    }
}

impl Trial {
    /// The same on another day.
    pub(crate) fn on(self, as_of: &'static str) -> Self {
        Self { as_of, ..self }
    }

    /// With these rows in its log: date, action, count, or as its own header says.
    pub(crate) fn log(self, log: impl Into<String>) -> Self {
        let log = log.into();
        Self { log, ..self }
    }

    /// With these bookings: date, action, payer, category, amount.
    pub(crate) fn booked(self, bookings: impl Into<String>) -> Self {
        let bookings = bookings.into();
        Self { bookings, ..self }
    }

    /// The same where the own share is tested year by year.
    pub(crate) fn each_year(self) -> Self {
        Self {
            tested_over: "each-year",
            ..self
        }
    }

    /// Its files.
    pub(crate) fn folder(&self) -> Folder {
        let mut text = format!(
            "format = 1\nscheme = \"{}\"\nas_of = {}\n[applicant]\nname = \"Voorbeeldgem\"\n\
             kind = \"municipality\"\n{}",
            self.scheme, self.as_of, self.dossier
        );
        if !self.log.is_empty() {
            text.push_str("[[progress]]\nfile = \"log.csv\"\n");
        }
        if !self.bookings.is_empty() {
            text.push_str("[[bookings]]\nfile = \"boekingen.csv\"\n");
        }
        let log = if self.log.starts_with("date") {
            self.log.clone()
        } else {
            format!("date,action,count\n{}", self.log)
        };
        let bookings = format!("date,action,payer,category,amount\n{}", self.bookings);
        Folder::with(&[
            ("dossier.toml", text.as_bytes()),
            ("scheme.toml", scheme(self.tested_over).as_bytes()),
            ("log.csv", log.as_bytes()),
            ("boekingen.csv", bookings.as_bytes()),
        ])
    }

    /// A command on the folder, in English.
    pub(crate) fn with_folder<T>(
        &self,
        command: &str,
        further: &[&str],
        ask: fn(&[&str]) -> T,
    ) -> T {
        let folder = self.folder();
        let scheme = folder.path().join("scheme.toml");
        let scheme = scheme.to_str().expect("test paths are UTF-8");
        let mut all = vec![command, folder.argument(), "--lang", "en"];
        if self.scheme == "proef" {
            all.extend(["--scheme", scheme]);
        }
        all.extend(further);
        ask(&all)
    }

    /// All findings.
    pub(crate) fn findings(&self) -> Vec<Value> {
        let answer = self.with_folder("check", &[], json);
        answer["findings"].as_array().expect("a list").clone()
    }

    /// The codes of all findings.
    pub(crate) fn codes(&self) -> Vec<String> {
        let code = |it: &Value| it["code"].as_str().expect("a code").to_owned();
        self.findings().iter().map(code).collect()
    }

    /// The findings of a code, by what they say.
    pub(crate) fn told(&self, code: &str) -> Vec<String> {
        let mut found = self.findings();
        found.retain(|it| it["code"] == code);
        let message = |it: &Value| it["message"].as_str().expect("words").to_owned();
        found.iter().map(message).collect()
    }

    /// The lines of the dossier, up to the next table, that the only finding of a code
    /// points at; those that are `related` to it where it is asked so.
    pub(crate) fn shown(&self, code: &str, related: bool) -> String {
        let mut found = self.findings();
        found.retain(|it| it["code"] == code);
        assert_eq!(found.len(), 1, "{found:?}");
        let place = if related {
            &found[0]["related"][0]
        } else {
            &found[0]
        };
        let line = place["line"].as_u64().expect("a line");
        let above = usize::try_from(line - 1).expect("a dossier is short");
        let folder = self.folder();
        let text = std::fs::read_to_string(folder.path().join("dossier.toml"));
        let text = text.expect("the dossier was written");
        let mut lines = text.lines().skip(above);
        let first = lines.next().into_iter();
        let rest = lines.take_while(|line| !line.starts_with('['));
        first.chain(rest).collect::<Vec<_>>().join("; ")
    }

    /// All that `check` says, on one line.
    pub(crate) fn said(&self) -> String {
        let text = self.with_folder("check", &[], |all| stdout(&run(all)));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Columns of a table of the report.
    pub(crate) fn table(&self, name: &str, columns: &[&str]) -> Value {
        let answer = self.with_folder("report", &[], json);
        let rows = answer["tables"][name].as_array().expect("a list").clone();
        let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
        Value::Array(rows.iter().map(cells).map(Value::Array).collect())
    }
}

/// The header of the first year.
pub(crate) const YEAR: &str = "[[year]]\nnr = 1\n";
/// The headers of the first two years.
pub(crate) const YEARS: &str = "[[year]]\nnr = 1\n[[year]]\nnr = 2\n";

/// An action with these lines about its first year.
pub(crate) fn action(nr: u16, lines: &str) -> String {
    format!("[[action]]\nnr = {nr}\n[[action.year]]\nnr = 1\n{lines}\n")
}
