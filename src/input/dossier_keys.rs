//! The keys of a dossier. Advice on unknown keys comes from this table.

use super::toml_table::{Kind, List, Named, Numbered, Shape, shape};

/// The only form of dossier that there is.
pub(super) const FORMAT: u64 = 1;

const ACTION_NR: Kind = Kind::Nr(Numbered::Action);
const ACTION_NRS: Kind = Kind::Nrs(Numbered::Action);
const YEAR_NR: Kind = Kind::Nr(Numbered::Year);
const YEAR_NRS: Kind = Kind::Nrs(Numbered::Year);
const PAYER: Kind = Kind::Listed(List::Payer);

/// The top of a dossier.
pub static DOSSIER: Shape = shape! {
    "" "een dossier" "a dossier";
    needed "format" Kind::Version(FORMAT) => "versie van deze vorm van bestand: 1", "version of this form of file: 1";
    needed "scheme" Kind::Listed(List::Scheme) => "de regeling", "the scheme";
    free "language" Kind::Choice(&["nl", "en"]) => "de taal van het rapport", "the language of the report";
    free "as_of" Kind::Date => "de dag waarop de stand wordt opgemaakt", "the day the account is drawn up for";
    needed "applicant" Kind::Table(&APPLICANT) => "wie de subsidie aanvroeg", "who applied for the subsidy";
    needed "year" Kind::Tables(&YEAR) => "de projectjaren", "the project years";
    free "action" Kind::Tables(&ACTION) => "de acties", "the actions";
    free "staff" Kind::Tables(&STAFF) => "het personeel", "the staff";
    free "budget" Kind::Tables(&BUDGET) => "de geplande kosten", "the planned costs";
    free "stimulus" Kind::Tables(&STIMULUS) => "de toegekende stimulansen", "the stimuli that were granted";
    free "carry_over" Kind::Tables(&CARRY_OVER) => "geld dat naar een volgend projectjaar gaat", "money that goes to the next project year";
    free "transfer" Kind::Tables(&TRANSFER) => "geld dat van een actie naar een andere gaat", "money that goes from one action to another";
    free "repaid" Kind::Tables(&REPAID) => "geld dat teruggegeven is", "money that was given back";
    free "receipt" Kind::Tables(&RECEIPT) => "ontvangen voorschotten en saldo's", "advances and balances that came in";
    free "overlap" Kind::Tables(&OVERLAP) => "wat er bekend is over dezelfde personen onder meer dan een actie", "what is known about the same people under several actions";
    free "progress" Kind::Tables(&PROGRESS) => "de logboeken", "the progress logs";
    free "bookings" Kind::Tables(&BOOKINGS) => "de boekingenbestanden", "the bookings files";
    free "accept" Kind::Tables(&ACCEPT) => "bevindingen die mogen blijven staan", "findings that may stand";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[applicant]`
pub static APPLICANT: Shape = shape! {
    "[applicant]" "wie de subsidie aanvroeg" "who applied for the subsidy";
    needed "name" Kind::Text => "de naam", "the name";
    needed "kind" Kind::Choice(&["municipality", "partnership", "other"]) => "gemeente, samenwerking of iets anders", "municipality, partnership or something else";
    free "members" Kind::Texts => "de leden van een samenwerking", "the members of a partnership";
    free "receives" Kind::Text => "het lid dat het geld ontvangt", "the member that receives the money";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[year]]`
pub static YEAR: Shape = shape! {
    "[[year]]" "een projectjaar" "a project year";
    needed "nr" YEAR_NR => "het nummer in de regeling", "its number in the scheme";
    free "award_total" Kind::Amount => "het totaal van de toekenningsbrief", "the total of the grant letter";
    free "own_planned" Kind::Amount => "het geplande eigen aandeel, als een bedrag", "the own share that is planned, as one amount";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[action]]`
pub static ACTION: Shape = shape! {
    "[[action]]" "een actie" "an action";
    needed "nr" ACTION_NR => "het nummer in de regeling", "its number in the scheme";
    free "label" Kind::Text => "de plaatselijke titel", "the local title";
    free "year" Kind::Tables(&ACTION_YEAR) => "de projectjaren waarin ze loopt", "the project years it runs in";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[action.year]]`
pub static ACTION_YEAR: Shape = shape! {
    "[[action.year]]" "een actie in een projectjaar" "an action in a project year";
    needed "nr" YEAR_NR => "het nummer van het projectjaar", "the number of the project year";
    free "target" Kind::Whole => "het KPI-doel van de toekenningsbrief", "the KPI target of the grant letter";
    free "current_reach" Kind::Whole => "wat er zonder dit geld al bereikt werd", "what was reached before, without this money";
    free "award" Kind::Amount => "de euro van de toekenningsbrief, nooit berekend", "the euro of the grant letter, never computed";
    free "groups" Kind::Named(Named::Groups) => "het doel per groep van de regeling", "the target per group of the scheme";
    free "planned" Kind::Texts => "wat het subsidiedossier plant", "what the application plans";
    free "status" Kind::Texts => "de stand van zaken", "the state of affairs";
    free "reason" Kind::Text => "waarom het doel niet gehaald is", "why the target was missed";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[staff]]`
pub static STAFF: Shape = shape! {
    "[[staff]]" "personeel" "staff";
    needed "role" Kind::Text => "de functie", "the role";
    free "actions" ACTION_NRS => "de acties; weggelaten: het hele dossier", "the actions; left out: the whole dossier";
    free "years" YEAR_NRS => "de projectjaren; weggelaten: alle", "the project years; left out: all";
    free "fte" Kind::Fte => "voorziene voltijdse equivalenten", "planned full-time equivalents";
    free "payer" PAYER => "wie betaalt", "who pays";
    free "yearly_cost" Kind::Amount => "euro voor 1 VTE en 12 maanden", "euro for 1 FTE and 12 months";
    free "filled" Kind::Tables(&FILLED) => "wie er aangeworven is; weggelaten: onbekend, []: niemand", "who was taken on; left out: unknown, []: nobody";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `filled = [{ … }]`
pub static FILLED: Shape = shape! {
    "filled" "iemand die aangeworven is" "somebody who was taken on";
    free "fte" Kind::Fte => "voltijdse equivalenten", "full-time equivalents";
    free "from" Kind::Date => "de eerste dag", "the first day";
    free "to" Kind::Date => "de laatste dag", "the last day";
};

/// `[[budget]]`
pub static BUDGET: Shape = shape! {
    "[[budget]]" "een geplande kost" "a planned cost";
    needed "year" YEAR_NR => "het projectjaar", "the project year";
    free "actions" ACTION_NRS => "de acties; weggelaten: het hele dossier", "the actions; left out: the whole dossier";
    free "category" Kind::Listed(List::Category) => "de kostencategorie van de regeling", "the category of cost in the scheme";
    free "payer" PAYER => "wie betaalt", "who pays";
    needed "amount" Kind::Amount => "hoeveel", "how much";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[stimulus]]`
pub static STIMULUS: Shape = shape! {
    "[[stimulus]]" "een toegekende stimulans" "a stimulus that was granted";
    needed "kind" Kind::Listed(List::Stimulus) => "de soort in de regeling", "its kind in the scheme";
    free "action" ACTION_NR => "de actie", "the action";
    needed "year" YEAR_NR => "het projectjaar", "the project year";
    free "amount" Kind::Amount => "hoeveel", "how much";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[carry_over]]`
pub static CARRY_OVER: Shape = shape! {
    "[[carry_over]]" "geld dat naar een volgend projectjaar gaat" "money that goes to the next project year";
    free "action" ACTION_NR => "de actie; weggelaten: het hele dossier", "the action; left out: the whole dossier";
    needed "from" YEAR_NR => "het projectjaar waar het uit komt", "the project year it comes from";
    needed "to" YEAR_NR => "het projectjaar waar het naartoe gaat", "the project year it goes to";
    free "amount" Kind::Amount => "hoeveel; weggelaten: onbekend", "how much; left out: unknown";
    free "reason" Kind::Text => "waarom", "why";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[transfer]]`
pub static TRANSFER: Shape = shape! {
    "[[transfer]]" "geld dat van een actie naar een andere gaat" "money that goes from one action to another";
    needed "year" YEAR_NR => "het projectjaar", "the project year";
    needed "from" ACTION_NR => "de actie waar het uit komt", "the action it comes from";
    needed "to" ACTION_NR => "de actie waar het naartoe gaat", "the action it goes to";
    needed "amount" Kind::Amount => "hoeveel", "how much";
    free "reason" Kind::Text => "waarom", "why";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[repaid]]`
pub static REPAID: Shape = shape! {
    "[[repaid]]" "geld dat teruggegeven is" "money that was given back";
    needed "year" YEAR_NR => "het projectjaar waarvoor het toegekend was", "the project year it was awarded for";
    free "action" ACTION_NR => "de actie; weggelaten: het hele dossier", "the action; left out: the whole dossier";
    needed "amount" Kind::Amount => "hoeveel", "how much";
    free "reason" Kind::Text => "waarom", "why";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[receipt]]`
pub static RECEIPT: Shape = shape! {
    "[[receipt]]" "geld dat ontvangen is" "money that came in";
    needed "date" Kind::Date => "de dag waarop het kwam", "the day it came";
    needed "year" YEAR_NR => "het projectjaar waarvoor het is", "the project year it is for";
    needed "amount" Kind::Amount => "hoeveel", "how much";
    needed "what" Kind::Listed(List::Receipt) => "voorschot (advance) of saldo (balance)", "advance or balance";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[overlap]]`
pub static OVERLAP: Shape = shape! {
    "[[overlap]]" "dezelfde personen onder meer dan een actie" "the same people under several actions";
    needed "provider" Kind::Text => "de aanbieder", "the provider";
    needed "actions" ACTION_NRS => "de acties", "the actions";
    needed "year" YEAR_NR => "het projectjaar", "the project year";
    free "same_people" Kind::Flag => "of het dezelfde personen zijn", "whether these are the same people";
    free "double_investment" Kind::Flag => "of er dubbel geïnvesteerd is", "whether double the investment was made";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[progress]]`
pub static PROGRESS: Shape = shape! {
    "[[progress]]" "een logboek" "a progress log";
    needed "file" Kind::Text => "het bestand, in de map van het dossier", "the file, inside the dossier's folder";
    free "date" Kind::AsCell => "de datum van alle rijen", "the date of all rows";
    free "action" Kind::AsCell => "de actie van alle rijen", "the action of all rows";
    free "count" Kind::AsCell => "het aantal van alle rijen", "the count of all rows";
    free "provider" Kind::AsCell => "de aanbieder van alle rijen", "the provider of all rows";
    free "group" Kind::AsCell => "de doelgroep van alle rijen", "the group of all rows";
    free "numbers" Kind::Choice(&["nl-BE", "plain"]) => "hoe getallen geschreven zijn", "how numbers are written";
    free "separator" Kind::Choice(&[";", ",", "tab", "\t"]) => "wat er tussen de cellen staat", "what stands between the cells";
    free "sheet" Kind::Text => "het werkblad", "the sheet";
    free "columns" Kind::Named(Named::ProgressColumns) => "eigen kolomtitels, zoals { date = \"Datum registratie\" }", "own column titles, such as { date = \"Date of entry\" }";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[bookings]]`
pub static BOOKINGS: Shape = shape! {
    "[[bookings]]" "een boekingenbestand" "a bookings file";
    needed "file" Kind::Text => "het bestand, in de map van het dossier", "the file, inside the dossier's folder";
    free "date" Kind::AsCell => "de datum van alle rijen", "the date of all rows";
    free "action" Kind::AsCell => "de actie van alle rijen", "the action of all rows";
    free "category" Kind::AsCell => "de categorie van alle rijen", "the category of all rows";
    free "payer" Kind::AsCell => "de betaler van alle rijen", "the payer of all rows";
    free "numbers" Kind::Choice(&["nl-BE", "plain"]) => "hoe getallen geschreven zijn", "how numbers are written";
    free "separator" Kind::Choice(&[";", ",", "tab", "\t"]) => "wat er tussen de cellen staat", "what stands between the cells";
    free "sheet" Kind::Text => "het werkblad", "the sheet";
    free "payers" Kind::Named(Named::Payers) => "eigen woorden voor de betaler, zoals { gemeente = \"own\" }", "own words for the payer, such as { municipality = \"own\" }";
    free "categories" Kind::Named(Named::Categories) => "eigen woorden voor de categorie, zoals { Lonen = \"personnel\" }", "own words for the category, such as { Wages = \"personnel\" }";
    free "columns" Kind::Named(Named::BookingsColumns) => "eigen kolomtitels, zoals { amount = \"Bedrag incl.\" }", "own column titles, such as { amount = \"Amount incl.\" }";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};

/// `[[accept]]`
pub static ACCEPT: Shape = shape! {
    "[[accept]]" "een bevinding die mag blijven staan" "a finding that may stand";
    needed "code" Kind::Listed(List::Code) => "de code van de bevinding", "the code of the finding";
    needed "where" Kind::Text => "het bestand, of het bestand met een regel of een cel, zoals boekingen.csv:D8", "the file, or the file with a line or a cell, such as bookings.csv:D8";
    free "text" Kind::Text => "de tekst die daar stond; staat er iets anders, dan keert de bevinding terug", "the text that stood there; once another stands there, the finding returns";
    needed "reason" Kind::Text => "waarom ze mag blijven staan", "why it may stand";
    free "until" Kind::Date => "de laatste dag waarop dit geldt; weggelaten: zonder einde", "the last day on which this holds; left out: without end";
    free "note" Kind::Texts => "opmerkingen", "notes";
    free "source" Kind::Texts => "waar de cijfers staan", "where the figures stand";
};
