//! The keys of a scheme file. Advice on unknown keys comes from this table.

use super::toml_table::{IN_TWO_LANGUAGES, Kind, Shape, shape};
use crate::model::{LARGEST_NR, LEAST_THRESHOLD};

/// The only form of scheme file that there is.
pub(super) const FORMAT: u64 = 1;

/// How a KPI adds up.
const KPI_KINDS: &[&str] = &["flow", "milestone", "headcount", "distinct"];

/// The top of a scheme file.
pub static SCHEME: Shape = shape! {
    "" "een subsidieregeling" "a subsidy scheme";
    needed "format" Kind::Version(FORMAT) => "versie van deze vorm van bestand: 1", "version of this form of file: 1";
    needed "id" Kind::Text => "de naam waarmee dossiers de regeling noemen", "the name that dossiers use for the scheme";
    needed "version" Kind::Text => "de versie van dit bestand", "the version of this file";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "de titel", "the title";
    free "shift_between_actions" Kind::Flag => "geld is vrij binnen het totaal van een jaar", "money is free within a year's total";
    needed "cofinancing" Kind::Table(&COFINANCING) => "het eigen aandeel", "the own share";
    free "interim" Kind::Table(&INTERIM) => "de tussentijdse toets", "the interim test";
    free "payment" Kind::Table(&PAYMENT) => "voorschot en saldo", "advance and balance";
    free "public" Kind::Table(&PUBLIC) => "wat met --public verborgen wordt", "what --public hides";
    free "objective" Kind::Tables(&OBJECTIVE) => "de doelstellingen", "the objectives";
    needed "year" Kind::Tables(&YEAR) => "de projectjaren", "the project years";
    free "category" Kind::Tables(&CATEGORY) => "de kostencategorieën", "the categories of cost";
    free "stimulus" Kind::Tables(&STIMULUS) => "de stimulansen", "the stimuli";
    needed "action" Kind::Tables(&ACTION) => "de acties", "the actions";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[cofinancing]`
pub static COFINANCING: Shape = shape! {
    "[cofinancing]" "het eigen aandeel" "the own share";
    needed "own_share" Kind::Share => "het eigen aandeel in het totaal, zoals 1/2 of 50 %", "the own share of the total, such as 1/2 or 50 %";
    free "tested_over" Kind::Choice(&["all-years", "each-year"]) => "over welke periode getoetst wordt", "the period of the test";
    free "exempt" Kind::Choices(&["stimulus"]) => "wat geen eigen aandeel vraagt: stimulus", "what asks no own share: stimulus";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[interim]`
pub static INTERIM: Shape = shape! {
    "[interim]" "de tussentijdse toets" "the interim test";
    needed "threshold" Kind::Share => "het deel van het doel dat dan bereikt moet zijn", "the part of the target to be reached by then";
    free "exempt_kinds" Kind::Choices(KPI_KINDS) => "soorten KPI die niet in procenten beoordeeld worden", "kinds of KPI that are not judged in percent";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[payment]`
pub static PAYMENT: Shape = shape! {
    "[payment]" "voorschot en saldo" "advance and balance";
    free "advance" Kind::Share => "het voorschot", "the advance";
    free "balance" Kind::Share => "het saldo na het verslag", "the balance after the report";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[public]`
pub static PUBLIC: Shape = shape! {
    "[public]" "wat met --public verborgen wordt" "what --public hides";
    free "threshold" Kind::AtLeast(LEAST_THRESHOLD) => "kleinere aantallen personen worden verborgen; weggelaten: 5", "smaller counts of persons are hidden; left out: 5";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[objective]]`
pub static OBJECTIVE: Shape = shape! {
    "[[objective]]" "een doelstelling" "an objective";
    needed "nr" Kind::AtMost(LARGEST_NR) => "haar nummer", "its number";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "haar titel", "its title";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[year]]`
pub static YEAR: Shape = shape! {
    "[[year]]" "een projectjaar" "a project year";
    needed "nr" Kind::AtMost(LARGEST_NR) => "het nummer", "its number";
    free "start" Kind::Date => "de eerste dag", "the first day";
    free "end" Kind::Date => "de laatste dag", "the last day";
    free "interim_end" Kind::Date => "de laatste dag van de tussentijdse periode", "the last day of the interim period";
    free "interim_due" Kind::Date => "wanneer het tussentijdse verslag binnen moet zijn", "when the interim report is due";
    free "report_due" Kind::Date => "wanneer het jaarverslag binnen moet zijn", "when the report of the year is due";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[category]]`
pub static CATEGORY: Shape = shape! {
    "[[category]]" "een kostencategorie" "a category of cost";
    needed "key" Kind::Text => "de sleutel die bestanden gebruiken", "the key that files use";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "de titel", "the title";
    needed "own_share" Kind::Choice(&["yes", "no", "warn"]) => "telt ze mee als eigen aandeel", "whether it counts as own share";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[stimulus]]`
pub static STIMULUS: Shape = shape! {
    "[[stimulus]]" "een soort stimulans" "a kind of stimulus";
    needed "kind" Kind::Text => "de sleutel die dossiers gebruiken", "the key that dossiers use";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "de titel", "the title";
    free "amount" Kind::Amount => "het bedrag, waar er een bekend is", "the amount, where one is known";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[action]]`
pub static ACTION: Shape = shape! {
    "[[action]]" "een actie" "an action";
    needed "nr" Kind::AtMost(LARGEST_NR) => "haar nummer", "its number";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "haar titel", "its title";
    free "objective" Kind::Whole => "het nummer van haar doelstelling", "the number of its objective";
    free "paid_elsewhere" Kind::Flag => "andere instrumenten betalen ze", "other instruments pay for it";
    free "rate" Kind::Tables(&RATE) => "haar tarieven", "its rates";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[action.rate]]`
pub static RATE: Shape = shape! {
    "[[action.rate]]" "wat er in sommige projectjaren voor een actie betaald wordt" "what is paid for an action in some project years";
    needed "years" Kind::Wholes => "de projectjaren waarin het geldt", "the project years it holds in";
    needed "unit" Kind::Table(&IN_TWO_LANGUAGES) => "wat er geteld wordt", "what is counted";
    needed "kind" Kind::Choice(KPI_KINDS) => "hoe het optelt", "how it adds up";
    free "counts_persons" Kind::Flag => "de eenheden zijn personen, en kleine aantallen ervan worden met --public verborgen; weggelaten: ja, behalve bij een mijlpaal", "the units are persons, and --public hides small counts of them; left out: yes, but for a milestone";
    free "unit_amount" Kind::Amount => "euro voor een eenheid", "euro for one unit";
    free "basis" Kind::Choice(&["subsidy", "total-cost"]) => "waar dat bedrag voor staat", "what that amount stands for";
    free "ceiling_units" Kind::Units => "het plafond in eenheden, eventueel met een halve", "the ceiling in units, perhaps with a half";
    free "ceiling" Kind::Amount => "het plafond in euro", "the ceiling in euro";
    free "criterion" Kind::Table(&IN_TWO_LANGUAGES) => "wanneer een eenheid meetelt", "when a unit counts";
    free "groups" Kind::Tables(&GROUP) => "groepen met een eigen plafond", "groups with a ceiling of their own";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `groups = [{ … }]`
pub static GROUP: Shape = shape! {
    "groups" "een groep binnen een actie" "a group within an action";
    needed "key" Kind::Text => "de sleutel die dossiers gebruiken", "the key that dossiers use";
    needed "title" Kind::Table(&IN_TWO_LANGUAGES) => "de titel", "the title";
    free "ceiling_units" Kind::Units => "het plafond in eenheden", "the ceiling in units";
};
