//! The words of the trade, one line each: the machine key, the Dutch and the
//! English word. It is glossary, column heading and JSON key in one.

use super::Both;
use crate::model::Language;

/// One word of the trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The key in machine formats; never translated, never changed.
    pub key: &'static str,
    /// The word for people.
    pub word: Both,
}

impl Term {
    /// The word in `language`.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        self.word.get(language)
    }
}

macro_rules! terms {
    ($($name:ident $key:literal $nl:literal $en:literal;)*) => {
        $(
            #[doc = concat!("`", $key, "`: ", $nl, ", ", $en, ".")]
            pub const $name: Term = Term { key: $key, word: Both { nl: $nl, en: $en } };
        )*
        /// All terms.
        pub const ALL: &[Term] = &[$($name),*];
    };
}

terms! {
    // Tables.
    KPI "kpi" "KPI per actie" "KPI per action";
    KPI_BY_PROVIDER "kpi_by_provider" "Bereikt per aanbieder" "Reached per provider";
    PROGRESS "progress" "Verloop per maand" "Progress per month";
    AWARD_TABLE "award" "Toekenning" "Award";
    COFINANCING "cofinancing" "Cofinanciering" "Cofinancing";
    BUDGET "budget" "Budget jaar op jaar" "Budget year over year";
    YEAR_OVER_YEAR "year_over_year" "Dit jaar tegenover vorig jaar" "This year against last year";
    CALENDAR "calendar" "Projectjaren en boekjaren" "Project years and accounting years";
    COSTS "costs" "Geplande kosten" "Planned costs";
    STIMULI "stimuli" "Stimulansen" "Stimuli";
    STAFFING "staffing" "Personeel" "Staffing";
    AT_STAKE "at_stake" "Wat op het spel staat" "At stake";
    STAFFING_OVER_TIME "staffing_over_time" "Ingevuld over de tijd" "Filled over time";
    OVERLAP "overlap" "Misschien dezelfde personen" "Possibly the same people";
    POINTS "points" "Punten per actie" "Points per action";
    PUBLIC "public" "Openbare versie" "Public version";
    RATES "rates" "Tarieven" "Rate card";
    SCHEMES "schemes" "Regelingen" "Schemes";
    CATEGORIES "categories" "Categorieën van kosten" "Categories of cost";
    STIMULUS_KINDS "stimulus_kinds" "Soorten stimulansen" "Kinds of stimulus";
    FILE_READ "file_read" "Hoe het bestand gelezen is" "How the file was read";
    FILE_COLUMNS "file_columns" "Kolommen van het bestand" "Columns of the file";
    // Columns.
    HIDDEN "hidden" "verborgen" "hidden";
    HIDDEN_BELOW "hidden_below" "verborgen onder" "hidden below";
    HIDDEN_FIGURES "hidden_figures" "verborgen cijfers" "hidden figures";
    COUNTS "counts" "telt als eigen aandeel" "counts as own share";
    YEAR "year" "jaar" "year";
    ACTION "action" "nr" "nr";
    ACTIONS "actions" "actie" "action";
    ACTION_COUNT "actions" "acties" "actions";
    TITLE "title" "titel" "title";
    LABEL "label" "actie" "action";
    UNIT "unit" "eenheid" "unit";
    KIND "kind" "soort" "kind";
    TARGET "target" "doel" "target";
    REACHED "reached" "bereikt" "reached";
    ATTAINMENT_PCT "attainment_pct" "graad" "attained";
    STATUS "status" "toestand" "status";
    INTERIM_REACHED "interim_reached" "tussentijds" "interim";
    INTERIM_PCT "interim_pct" "tussentijdse graad" "interim attained";
    INTERIM_STATUS "interim_status" "tussentijdse toestand" "interim status";
    SET_ASIDE "set_aside" "opzij gezet" "set aside";
    PROVIDER "provider" "aanbieder" "provider";
    SHARE_PCT "share_pct" "aandeel" "share";
    MONTH "month" "maand" "month";
    CUMULATIVE "cumulative" "samen" "cumulative";
    CURRENT_REACH "current_reach" "huidig bereik" "current reach";
    SUBSIDISED_UNITS "subsidised_units" "gesubsidieerd" "subsidised";
    UNIT_AMOUNT "unit_amount" "× bedrag" "× amount";
    CEILING "ceiling" "plafond" "ceiling";
    COMPUTED "computed" "= berekend" "= computed";
    AWARD "award" "toegekend" "awarded";
    DIFFERENCE "difference" "verschil" "difference";
    IMPLIED_REACH "implied_reach" "vermoedelijk bereik" "implied reach";
    VERDICT "verdict" "oordeel" "verdict";
    PERIOD "period" "periode" "period";
    STIMULUS "stimulus" "stimulansen" "stimuli";
    OWN_REQUIRED "own_required" "vereist eigen aandeel" "own share required";
    OWN_PLANNED "own_planned" "waarvan gepland" "of which planned";
    OWN_BOOKED "own_booked" "geregistreerd" "registered";
    OWN_MISSING "own_missing" "nog aan te tonen" "still to be shown";
    TO_ACCOUNT "to_account" "te verantwoorden" "to account for";
    ACCOUNTED "accounted" "verantwoord" "accounted for";
    OWN_SHARE_PCT "own_share_pct" "eigen aandeel" "own share";
    AWARD_SPENT "award_spent" "subsidie besteed" "award spent";
    STIMULUS_SPENT "stimulus_spent" "stimulansen besteed" "stimuli spent";
    LEFT_OUT_THIRD_PARTY "left_out_third_party" "niet geteld: derden" "not counted: third party";
    LEFT_OUT_TO_LOOK_AT "left_out_to_look_at" "niet geteld: na te kijken" "not counted: to look at";
    LEFT_OUT_CATEGORY "left_out_category" "niet geteld: categorie" "not counted: category";
    CARRIED_IN "carried_in" "overgedragen in" "carried in";
    AVAILABLE "available" "beschikbaar" "available";
    SPENT "spent" "subsidie besteed" "award spent";
    SPENT_BY_ALL "spent" "uitgegeven" "spent by all";
    PROJECT_YEAR "project_year" "projectjaar" "project year";
    ACCOUNTING_YEAR "accounting_year" "boekjaar" "accounting year";
    ACCOUNT "account" "rekening" "ledger account";
    SPENT_AWARD "spent_award" "met subsidie" "from the award";
    SPENT_OWN "spent_own" "met eigen middelen" "from own means";
    SPENT_STIMULUS "spent_stimulus" "met stimulansen" "from stimuli";
    SPENT_OTHER "spent_other" "met andere middelen" "from other means";
    SPENT_THIRD_PARTY "spent_third_party" "door derden" "by third parties";
    RECEIVED "received" "ontvangen" "received";
    LEFT "left" "over" "left";
    CARRIED_OUT "carried_out" "overgedragen uit" "carried out";
    TRANSFERRED "transferred" "verschoven" "transferred";
    REPAID "repaid" "teruggegeven" "given back";
    OPEN "open" "openstaand" "open";
    CHANGE "change" "verandering" "change";
    CHANGE_PCT "change_pct" "verandering in %" "change in %";
    DAYS "days" "dagen" "days";
    REACHED_THIS_YEAR "reached" "bereikt dit jaar" "reached this year";
    REACHED_BEFORE "reached_before" "bereikt vorig jaar" "reached last year";
    REACHED_CHANGE "reached_change" "verandering bereikt" "change in reach";
    REACHED_CHANGE_PCT "reached_change_pct" "verandering in %" "change in %";
    SPENT_THIS_YEAR "spent" "besteed dit jaar" "spent this year";
    SPENT_BEFORE "spent_before" "besteed vorig jaar" "spent last year";
    SPENT_CHANGE "spent_change" "verandering besteed" "change in spending";
    SPENT_CHANGE_PCT "spent_change_pct" "verandering in %" "change in %";
    NOTE "note" "opmerking" "note";
    CATEGORY "category" "categorie" "category";
    PAYER "payer" "betaler" "payer";
    PLANNED "planned" "gepland" "planned";
    BOOKED "booked" "geboekt" "booked";
    AMOUNT "amount" "bedrag" "amount";
    ROLE "role" "functie" "role";
    PLANNED_FTE "planned_fte" "voorzien" "planned";
    FILLED_FTE "filled_fte" "ingevuld" "filled";
    SINCE "since" "sinds" "since";
    VACANT_FTE "vacant_fte" "vacant" "vacant";
    INTERIM_END "interim_end" "tussentijds op" "interim date";
    INTERIM_THRESHOLD_UNITS "interim_threshold_units" "drempel" "interim threshold";
    REACHED_THEN "interim_reached" "toen bereikt" "reached then";
    REPORT_DUE "report_due" "verslag tegen" "report due";
    BALANCE "balance" "saldo" "balance";
    EXPOSED "exposed" "op het spel" "at stake";
    PLANNED_MONTHS "planned_months" "VTE-maanden voorzien" "FTE-months planned";
    FILLED_MONTHS "filled_months" "VTE-maanden ingevuld" "FTE-months filled";
    VACANT_MONTHS "vacant_months" "VTE-maanden vacant" "FTE-months vacant";
    YEARLY_COST "yearly_cost" "jaarkost per VTE" "yearly cost per FTE";
    COST "cost" "kost" "cost";
    FROM "from" "van" "from";
    TO "to" "tot" "to";
    FTE "fte" "VTE" "FTE";
    MONTHS "months" "VTE-maanden" "FTE-months";
    COUNT "count" "aantal" "count";
    WITH_DOUBLES "with_doubles" "met dubbels" "with doubles";
    WITHOUT_DOUBLES "without_doubles" "zonder dubbels" "without doubles";
    SAME_PEOPLE "same_people" "zelfde personen" "same people";
    DOUBLE_INVESTMENT "double_investment" "dubbele investering" "double investment";
    WHAT "what" "wat" "what";
    TEXT "text" "tekst" "text";
    OBJECTIVE "objective" "doelstelling" "objective";
    YEARS "years" "jaren" "years";
    CEILING_UNITS "ceiling_units" "plafond in eenheden" "ceiling in units";
    CRITERION "criterion" "telt mee als" "counts when";
    PAID_ELSEWHERE "paid_elsewhere" "elders betaald" "paid elsewhere";
    BASIS "basis" "bedrag staat voor" "amount stands for";
    ID "id" "id" "id";
    VERSION "version" "versie" "version";
    PATH "path" "bestand" "file";
    SHA256 "sha256" "SHA-256" "SHA-256";
    ENCODING "encoding" "tekens" "letters";
    WINDOWS_1252_ROWS "windows_1252_rows" "rijen als Windows-1252" "rows as Windows-1252";
    SEPARATOR "separator" "scheidingsteken" "separator";
    SEPARATOR_FROM "separator_from" "dat teken volgt uit" "that mark follows from";
    NUMBERS "numbers" "getallen en datums" "numbers and dates";
    NUMBERS_FROM "numbers_from" "die schrijfwijze volgt uit" "that way of writing follows from";
    ROWS "rows" "rijen" "rows";
    COUNTED "counted" "rijen geteld" "rows counted";
    AFTER_AS_OF "after_as_of" "na de datum van het verslag" "after the date of the report";
    BLANK_ROWS "blank_rows" "lege rijen" "blank rows";
    DOUBLE_ROWS "double_rows" "rijen die herhaald zijn" "rows that repeat";
    FIRST_DATE "first_date" "eerste datum geteld" "first date counted";
    LAST_DATE "last_date" "laatste datum geteld" "last date counted";
    COLUMN "column" "kolom" "column";
    HEADING "heading" "kop" "heading";
    READ_AS "key" "gelezen als" "read as";
    USE "use" "gebruik" "use";
    FIXED "fixed" "vast in het dossier" "fixed by the dossier";
    SEVERITY "severity" "gewicht" "severity";
    CODE "code" "code" "code";
    MESSAGE "message" "bevinding" "finding";
    LINE "line" "regel" "line";
    CELL "cell" "cel" "cell";
    ACCEPTED_UNTIL "accepted_until" "aanvaard tot en met" "accepted until";
    AS_OF "as_of" "datum van het verslag" "date of the report";
    // Words of how a file was read.
    F_PROGRESS "progress" "voortgang" "progress";
    F_BOOKINGS "bookings" "boekingen" "bookings";
    E_UTF8 "utf-8" "UTF-8" "UTF-8";
    E_UTF8_MARKED "utf-8-bom" "UTF-8, met teken vooraan" "UTF-8, marked";
    E_UTF16_LE "utf-16le" "UTF-16LE" "UTF-16LE";
    E_UTF16_BE "utf-16be" "UTF-16BE" "UTF-16BE";
    E_WORKBOOK "workbook" "werkmap" "workbook";
    FROM_TEXT_CELLS "text-cells" "tekstcellen van een werkblad" "text cells of a sheet";
    SHEET "sheet" "werkblad" "sheet";
    S_SEMICOLON "semicolon" "puntkomma" "semicolon";
    S_TAB "tab" "tab" "tab";
    S_COMMA "comma" "komma" "comma";
    FROM_DOSSIER "dossier" "het dossier" "the dossier";
    FROM_FIRST_LINE "first-line" "de eerste regel sep=" "the first line sep=";
    FROM_HEADINGS "headings" "de kopregel" "the headings";
    FROM_SEPARATOR "separator" "het scheidingsteken" "the separator";
    N_BELGIAN "nl-BE" "1.250,50 en 31/12/2023" "1.250,50 and 31/12/2023";
    N_PLAIN "plain" "1250.50 en 2023-12-31" "1250.50 and 2023-12-31";
    U_READ "read" "gelezen" "read";
    U_FIXED "fixed" "vast" "fixed";
    U_NOT_USED "not_used" "niet gebruikt" "not used";
    // Words of a state or verdict.
    ST_UNKNOWN "unknown" "onbekend" "unknown";
    ST_NOT_REACHED "not_reached" "niet bereikt" "not reached";
    ST_RUNNING "running" "lopend" "running";
    ST_EXEMPT "exempt" "vrijgesteld" "exempt";
    ST_BELOW "below" "onder de drempel" "below the threshold";
    V_NOT_SUBSIDISED "not_subsidised" "niet gesubsidieerd" "not subsidised";
    V_MATCHES "matches" "klopt" "matches";
    V_EXISTING_REACH "existing_reach" "bestaand bereik" "existing reach";
    V_AT_CEILING "at_ceiling" "op het plafond" "at the ceiling";
    V_DIFFERS "differs" "wijkt af" "differs";
    V_FITS_TOTAL "fits_total" "past in het totaal" "fits the total";
    V_MET "met" "aangetoond" "met";
    V_SHORT "short" "te weinig" "short";
    I_MET "met" "(aangetoond)" "(met)";
    I_SHORT "short" "(te weinig)" "(short)";
    I_RUNNING "running" "(lopend)" "(running)";
    N_NEW "new" "nieuw" "new";
    N_STOPPED "stopped" "gestopt" "stopped";
    N_TARGET_CHANGED "target_changed" "doel gewijzigd" "target changed";
    N_UNIT_CHANGED "unit_changed" "eenheid gewijzigd" "unit changed";
    K_FLOW "flow" "telt op" "adds up";
    K_MILESTONE "milestone" "mijlpaal" "milestone";
    K_HEADCOUNT "headcount" "stand" "headcount";
    K_DISTINCT "distinct" "unieke personen" "unique persons";
    REC_ADVANCE "advance" "voorschot" "advance";
    PAY_AWARD "award" "subsidie" "award";
    PAY_OWN "own" "eigen" "own";
    PAY_STIMULUS "stimulus" "stimulans" "stimulus";
    PAY_OTHER "other" "andere" "other";
    PAY_THIRD_PARTY "third-party" "derden" "third party";
    W_PLANNED "planned" "volgens het dossier" "according to the dossier";
    W_STATUS "status" "stand van zaken" "state of affairs";
    W_REASON "reason" "reden" "reason";
    B_SUBSIDY "subsidy" "subsidie" "subsidy";
    B_TOTAL_COST "total-cost" "totale kost" "total cost";
    A_NONE "none" "zonder rekening" "without an account";
    P_ALL "all" "samen" "together";
    YES "true" "ja" "yes";
    NO "false" "nee" "no";
    OWN_YES "yes" "ja" "yes";
    OWN_NO "no" "nee" "no";
    OWN_WARN "warn" "eerst nakijken" "look first";
    // Weights of findings.
    SEV_ERROR "error" "fout" "error";
    SEV_WARNING "warning" "waarschuwing" "warning";
    SEV_NOTICE "notice" "melding" "notice";
    // Words on the page.
    FINDINGS "findings" "Bevindingen" "Findings";
    SOURCES "sources" "Bronnen" "Sources";
    PER_ACTION "per_action" "Per actie" "Per action";
    OVERVIEW "overview" "Overzicht" "Overview";
    CHARTS "charts" "Grafieken" "Charts";
    SHEETS "sheets" "Werkbladen" "Sheets";
    ACCEPTED "accepted" "aanvaard" "accepted";
    HELP "help" "hulp" "help";
    CONSEQUENCE "consequence" "gevolg" "consequence";
    FIRST_ACTION "first" "Rechtzetten" "Put right";
    CHECK_IT "check" "Nagaan" "Check";
    EXPLAIN_IT "explain" "Toelichten" "Explain";
    RECORD_IT "record" "Registreren" "Record";
    DECIDE_IT "decide" "Beslissen" "Decide";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn no_term_is_empty_or_told_twice() {
        for (index, term) in ALL.iter().enumerate() {
            assert!(!term.key.is_empty() && !term.word.nl.is_empty() && !term.word.en.is_empty());
            assert!(
                !ALL[..index].contains(term),
                "the term {term:?} stands twice"
            );
        }
    }
}
