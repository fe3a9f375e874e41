//! The words of the help, in both languages.

use crate::wording::Both;

/// A text of the help.
pub(super) type Word = Both;

macro_rules! words {
    ($($name:ident $nl:literal $en:literal;)*) => {
        $(pub(super) const $name: Word = Both { nl: $nl, en: $en };)*
    };
}

words! {
    ABOUT "Maakt van een subsidiedossier (TOML) en logboeken (CSV) één waarheidsgetrouw verslag" "Makes one truthful account of a subsidy dossier (TOML) and its logs (CSV)";
    USAGE "Gebruik" "Usage";
    EXAMPLES "Voorbeelden" "Examples";
    ARGUMENTS "Argumenten" "Arguments";
    COMMANDS "Opdrachten" "Commands";
    OPTIONS "Opties" "Options";
    ONE_OPTION "OPTIES" "OPTIONS";
    ONE_COMMAND "OPDRACHT" "COMMAND";
    MORE "`samenleven OPDRACHT --help` legt een opdracht uit." "`samenleven COMMAND --help` explains a command.";
    EXIT_CODES "Afsluitcodes: 0 geen fouten in de gegevens · 1 fouten in de gegevens · 2 verkeerd gebruik, of iets is niet te lezen of te schrijven." "Exit codes: 0 no errors in the data · 1 errors in the data · 2 wrong usage, or something cannot be read or written.";
    HELP "Toont deze uitleg" "Shows this help";
    VERSION "Toont de versie" "Shows the version";
    DOSSIER "Map met een dossier.toml, of het bestand zelf; weggelaten: de huidige map" "Folder with a dossier.toml, or the file itself; left out: the current folder";
    DATE "DATUM" "DATE";
    FILE "BESTAND" "FILE";
    CODE "CODE" "CODE";
    NUMBER "NR" "NR";
    FORMAT_NAME "VORM" "FORMAT";
    LANGUAGE_NAME "TAAL" "LANGUAGE";
    WHEN "WANNEER" "WHEN";
    WHAT "WAT" "WHAT";
    ID "REGELING" "SCHEME";
    AS_OF "Dag waarop de stand wordt opgemaakt, als 2023-09-30; today vraagt de klok" "Day the account is drawn up for, as 2023-09-30; today asks the clock";
    SCHEME "Eigen bestand met de regeling die het dossier noemt" "Own file with the scheme that the dossier names";
    ALLOW_OUTSIDE "Leest ook bestanden buiten de map van het dossier" "Reads files outside the dossier's folder as well";
    NAME "NAAM" "NAME";
    FOLDER "MAP" "FOLDER";
    NEW_FOLDER "De map voor het dossier; ze wordt gemaakt als ze er nog niet is" "The folder for the dossier; it is made if it is not there yet";
    NEW_ACTION "Actie van het dossier, met haar nummer in de regeling; herhaalbaar" "Action of the dossier, by its number in the scheme; repeatable";
    NEW_YEAR "Projectjaar van het dossier; herhaalbaar; weggelaten: het eerste" "Project year of the dossier; repeatable; left out: the first";
    NEW_FROM "Werkmap of CSV-bestand met rijen: acties en jaren komen daaruit, en het dossier leest een kopie ervan" "Workbook or CSV file with rows: actions and years come from it, and the dossier reads a copy of it";
    NEW_SHEET "Het werkblad van --from, als er meer dan één is" "The sheet of --from, if there are several";
    NEW_MEMBER "Lid van een samenwerking; herhaalbaar" "Member of a partnership; repeatable";
    NEW_SCHEME "Een ingebouwde regeling, of een eigen bestand; weggelaten: de eerste ingebouwde" "A built-in scheme, or a file of one's own; left out: the first that is built in";
    TEXT "TEKST" "TEXT";
    AMOUNT "AANTAL" "COUNT";
    LOG_DATE "Dag van de rij, als 2023-03-01; today vraagt de klok" "Day of the row, as 2023-03-01; today asks the clock";
    LOG_ACTION "Actie van de rij, met haar nummer in de regeling" "Action of the row, by its number in the scheme";
    LOG_COUNT "Hoeveel er geteld is; een verbetering is negatief en vraagt --note" "How many were counted; a correction is negative and asks --note";
    LOG_PROVIDER "Aanbieder" "Provider";
    LOG_GROUP "Doelgroep" "Target group";
    LOG_PERSON "Pseudoniem van een persoon, nooit een naam" "Pseudonym of a person, never a name";
    LOG_MEMBER "Gemeente van een samenwerking" "Municipality of a partnership";
    LOG_NOTE "Opmerking" "Note";
    LOG_FILE "Het logboek, als het dossier er meer dan één noemt" "The log, if the dossier names several";
    UNNAMED "Uw gemeente" "Your municipality";
    DENY "Laat een code, of warnings, tellen als fout voor de afsluitcode; herhaalbaar" "Lets a code, or warnings, count as an error for the exit code; repeatable";
    WARN "Laat een code tellen als waarschuwing; herhaalbaar" "Lets a code count as a warning; repeatable";
    ALLOW "Toont een code niet en laat ze niet meetellen; de laatste regel zegt hoe vaak; herhaalbaar" "Does not show a code and does not count it; the last line says how often; repeatable";
    EXIT_ZERO "Sluit af met 0, ook als er fouten in de gegevens zijn" "Ends with 0 even when there are errors in the data";
    WATCH "Blijft wachten en maakt het verslag opnieuw als een bestand van het dossier verandert; een HTML-pagina herlaadt dan zichzelf" "Goes on waiting and makes the report anew when a file of the dossier changes; an HTML page then reloads itself";
    PUBLIC "Verbergt aantallen van minder dan 5 personen (of wat de regeling zegt), en de cijfers waaruit ze te berekenen zijn" "Hides counts of fewer than 5 persons (or what the scheme says), and the figures from which they could be worked out";
    PUBLIC_BELOW "Als --public, met een andere grens, 3 of meer: wat kleiner is, wordt verborgen" "As --public, with another bound, 3 or more: what is smaller is hidden";
    YEAR "Toont alleen dit projectjaar; herhaalbaar" "Shows only this project year; repeatable";
    FORMAT "Vorm van het antwoord" "Format of the answer";
    OUTPUT "Schrijft naar een bestand; - is de standaarduitvoer; herhaalbaar, elke extensie kiest haar vorm" "Writes to a file; - is standard output; repeatable, each extension chooses its format";
    OUTPUT_OR_FOLDER "Schrijft naar een bestand, of naar een map (tabellen/) met een CSV-bestand per tabel; - is de standaarduitvoer; herhaalbaar, elke extensie kiest haar vorm" "Writes to a file, or to a folder (tabellen/) with a CSV file per table; - is standard output; repeatable, each extension chooses its format";
    LANG "Taal: nl of en; anders SAMENLEVEN_LANG, het dossier, nl" "Language: nl or en; else SAMENLEVEN_LANG, the dossier, nl";
    COLOR "Kleuren: auto, always of never" "Colours: auto, always or never";
    QUIET "Zegt niets naast het antwoord" "Says nothing beside the answer";
    BY "Waarnaar uitgesplitst: provider (aanbieder)" "What it is split by: provider";
    CALENDAR "Zet projectjaren naast boekjaren, die kalenderjaren zijn" "Sets project years beside accounting years, which are calendar years";
    EXPLAIN_FILE "Zegt hoe een bestand van het dossier gelezen is: scheidingsteken, tekens, getallen, kolommen en rijen" "Says how a file of the dossier was read: separator, letters, numbers, columns and rows";
    EXPLAIN_CODE "Code van een bevinding, zoals K08, in hoofd- of kleine letters" "Code of a finding, such as K08, in any case";
    SCHEME_ID "De regeling waarvan de tarieven getoond worden" "The scheme whose rate card is shown";
    SCHEMA_OF "Van welk bestand: dossier, of scheme (een eigen regeling)" "Of which file: dossier, or scheme (a scheme of one's own)";
    SHELL "De shell: bash, elvish, fish, powershell of zsh" "The shell: bash, elvish, fish, powershell or zsh";
    OUTPUT_FILE "Schrijft naar een bestand; - is de standaarduitvoer; herhaalbaar" "Writes to a file; - is standard output; repeatable";
    OUTPUT_PAGES "Schrijft naar een bestand, of naar een map (share/man/) alle bladzijden in beide talen; - is de standaarduitvoer; herhaalbaar" "Writes to a file, or into a folder (share/man/) all pages in both languages; - is standard output; repeatable";
    MAN_OF "De opdracht; weggelaten: het programma" "The command; left out: the program";
    MAN_MANUAL "Opdrachten voor gebruikers" "User Commands";
    MAN_NAME "Naam" "Name";
    MAN_SYNOPSIS "Overzicht" "Synopsis";
    MAN_DESCRIPTION "Beschrijving" "Description";
    MAN_EXIT "Afsluitcodes" "Exit status";
    MAN_ENVIRONMENT "Omgeving" "Environment";
    MAN_SEE_ALSO "Zie ook" "See also";
    WHY "Waarom" "Why";
    EXAMPLE "Voorbeeld" "Example";
    REPAIR "Zo verhelpt u het" "How to put it right";
}

/// Each exit code with what it means.
pub(super) const EACH_EXIT: [(&str, Word); 3] = [
    (
        "0",
        Word {
            nl: "Geen fouten in de gegevens",
            en: "No errors in the data",
        },
    ),
    (
        "1",
        Word {
            nl: "Fouten in de gegevens",
            en: "Errors in the data",
        },
    ),
    (
        "2",
        Word {
            nl: "Verkeerd gebruik, of iets is niet te lezen of te schrijven",
            en: "Wrong usage, or something cannot be read or written",
        },
    ),
];

/// The variables of the environment that are looked at, with what they do.
pub(super) const VARIABLES: [(&str, Word); 3] = [
    (
        "SAMENLEVEN_LANG",
        Word {
            nl: "De taal, nl of en, waar --lang er geen noemt",
            en: "The language, nl or en, where --lang names none",
        },
    ),
    (
        "NO_COLOR",
        Word {
            nl: "Geen kleuren, waar --color niets anders zegt",
            en: "No colours, where --color does not say otherwise",
        },
    ),
    (
        "CLICOLOR_FORCE",
        Word {
            nl: "Kleuren ook waar geen scherm is, waar --color niets anders zegt",
            en: "Colours even without a screen, where --color does not say otherwise",
        },
    ),
];
