//! Why a figure is unknown, in both languages.

use super::{Say, dutch, english};
use crate::model::Unknown;

impl Say for Unknown {
    fn dutch(&self) -> String {
        match self {
            Self::AllSetAside(year) => {
                format!("alle rijen die in projectjaar {year} kunnen vallen, zijn opzij gezet")
            }
            Self::CarryOverNotSaid(year) => {
                format!("het dossier zegt niet of er uit projectjaar {year} iets is overgedragen")
            }
            Self::YearDates(year) => {
                format!("de regeling noemt geen eerste en laatste dag van projectjaar {year}")
            }
            Self::NoRowInYear(year) => {
                format!("geen enkele rij van een logboek valt in projectjaar {year}")
            }
            Self::YearNotBegun(year) => format!("projectjaar {year} is nog niet begonnen"),
            Self::YearNotOver(year) => format!("projectjaar {year} is nog niet voorbij"),
            Self::BeforeInterim(day) => format!("{} is nog niet voorbij", dutch::date(*day)),
            Self::NoRowByInterim(day) => format!(
                "het logboek heeft geen rij van deze actie tot en met {}",
                dutch::date(*day)
            ),
            Self::OneDate(day) => format!(
                "alle rijen van het projectjaar dragen één datum, {}",
                dutch::date(*day)
            ),
            Self::LogUnreadable(path) => {
                format!("{} kon niet gelezen worden", super::visible(path))
            }
            _ => fixed(self).0.to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::AllSetAside(year) => {
                format!("every row that may fall in project year {year} was set aside")
            }
            Self::CarryOverNotSaid(year) => {
                format!(
                    "the dossier does not say whether anything was carried out of project year {year}"
                )
            }
            Self::YearDates(year) => {
                format!("the scheme gives no first and last day of project year {year}")
            }
            Self::NoRowInYear(year) => format!("no row of any log falls in project year {year}"),
            Self::YearNotBegun(year) => format!("project year {year} has not begun"),
            Self::YearNotOver(year) => format!("project year {year} is not over"),
            Self::BeforeInterim(day) => format!("{} has not passed", english::date(*day)),
            Self::NoRowByInterim(day) => format!(
                "the log has no row of this action up to {}",
                english::date(*day)
            ),
            Self::OneDate(day) => format!(
                "all rows of the project year bear one date, {}",
                english::date(*day)
            ),
            Self::LogUnreadable(path) => format!("{} could not be read", super::visible(path)),
            _ => fixed(self).1.to_owned(),
        }
    }
}

/// The reasons that hold no figure.
fn fixed(unknown: &Unknown) -> (&'static str, &'static str) {
    award(unknown)
        .or_else(|| money(unknown))
        .or_else(|| compared(unknown))
        .or_else(|| reach(unknown))
        .unwrap_or_else(|| rest(unknown))
}

/// The award and what the scheme would give.
fn award(unknown: &Unknown) -> Option<(&'static str, &'static str)> {
    Some(match unknown {
        Unknown::AwardOnlyAsTotal => (
            "de brief geeft alleen een totaal",
            "the grant letter gives only a total",
        ),
        Unknown::AwardOfAction => (
            "het dossier noemt geen toekenning voor deze actie",
            "the dossier has no award for this action",
        ),
        Unknown::AwardOfYear => (
            "het dossier noemt geen toekenning voor dit jaar",
            "the dossier has no award for this year",
        ),
        Unknown::AwardOfSomeYear => (
            "het dossier noemt niet voor elk jaar een toekenning",
            "the dossier does not have an award for every year",
        ),
        Unknown::AwardToCompare => (
            "de toekenning van dit of het vorige jaar is onbekend",
            "the award of this year or the one before is unknown",
        ),
        Unknown::NoWholeUnits => (
            "de toekenning is geen geheel aantal keer het bedrag per eenheid",
            "the award is no whole number of units",
        ),
        Unknown::NoRate => (
            "de regeling heeft in dat jaar geen tarief voor deze actie",
            "the scheme has no rate for this action in that year",
        ),
        Unknown::NoCeiling => (
            "de regeling noemt geen plafond",
            "the scheme has no ceiling",
        ),
        _ => return None,
    })
}

/// What is set against the year before, and what the dossier does not part.
fn compared(unknown: &Unknown) -> Option<(&'static str, &'static str)> {
    Some(match unknown {
        Unknown::OnlyForWholeDossier => (
            "het dossier zegt het alleen voor het geheel, niet per actie",
            "the dossier says it for the whole only, not per action",
        ),
        Unknown::CarryOverMixed => (
            "er is overgedragen per actie en voor het geheel; of het ene in het andere zit, is niet gezegd",
            "there are amounts carried over per action and for the whole; whether one holds the other is not said",
        ),
        Unknown::LinesAlike => (
            "verscheidene geplande lijnen passen op dezelfde boekingen",
            "several planned lines fit the same bookings",
        ),
        Unknown::NothingBefore => (
            "in het jaar ervoor was het nul",
            "it was nothing in the year before",
        ),
        Unknown::UnitChanged => ("de eenheid is gewijzigd", "the unit has changed"),
        Unknown::NotCompared => (
            "zo’n cijfer wordt niet over jaren vergeleken",
            "such a figure is not compared over years",
        ),
        Unknown::YearlyCost => (
            "het dossier noemt geen jaarkost",
            "the dossier gives no yearly cost",
        ),
        Unknown::NoReceipts => (
            "het dossier noemt geen ontvangsten",
            "the dossier names no receipts",
        ),
        _ => return None,
    })
}

/// What is spent and what the own share is.
fn money(unknown: &Unknown) -> Option<(&'static str, &'static str)> {
    Some(match unknown {
        Unknown::NoBookings => (
            "er is geen boekingenbestand ingelezen",
            "no bookings file was read",
        ),
        Unknown::UsualAmount => ("er is geen bedrag gepubliceerd", "no amount is published"),
        Unknown::BookedWithoutAction => (
            "geen enkele boeking met subsidie noemt een actie",
            "no booking of the award names an action",
        ),
        Unknown::NoBookingCounted => ("geen enkele boeking is geteld", "no booking was counted"),
        Unknown::OwnPlanned => (
            "het dossier noemt geen gepland eigen aandeel",
            "the dossier names no planned own share",
        ),
        Unknown::OwnLineWithoutCategory => (
            "een eigen budgetlijn heeft geen categorie",
            "an own budget line has no category",
        ),
        Unknown::CarryOverAmount => (
            "het overgedragen bedrag is niet opgegeven",
            "the amount carried over is not given",
        ),
        Unknown::StimulusAmount => (
            "het bedrag van een stimulans is niet opgegeven",
            "the amount of a stimulus is not given",
        ),
        Unknown::OwnShareIsWhole => (
            "de regeling vraagt het hele bedrag als eigen aandeel",
            "the scheme asks the whole amount as own share",
        ),
        _ => return None,
    })
}

fn reach(unknown: &Unknown) -> Option<(&'static str, &'static str)> {
    Some(match unknown {
        Unknown::Target => ("het dossier noemt geen doel", "the dossier has no target"),
        Unknown::TargetIsZero => ("het doel is 0", "the target is 0"),
        Unknown::CurrentReach => (
            "het huidige bereik is niet opgegeven",
            "the current reach is not given",
        ),
        Unknown::NoLog => (
            "het dossier noemt geen logboek",
            "the dossier names no progress log",
        ),
        Unknown::NoState => (
            "niemand heeft in dat jaar een stand genoteerd",
            "nobody recorded a state in that year",
        ),
        Unknown::StateBelowZero => (
            "de laatste stand is minder dan nul; schrijf de nieuwe stand, of verbeter die van toen op haar eigen datum",
            "the last state is below zero; write the new state, or correct the earlier one on its own date",
        ),
        Unknown::PersonsNotTold => (
            "de personen zijn niet uit elkaar te houden",
            "the persons cannot be told apart",
        ),
        Unknown::MilestoneUnclear => (
            "de mijlpaal is anders dan met 0 of 1 genoteerd",
            "the milestone was recorded as something else than 0 or 1",
        ),
        Unknown::NoInterimDate => (
            "de regeling noemt geen tussentijdse datum voor dat jaar",
            "the scheme has no interim date for that year",
        ),
        Unknown::NoReportDate => (
            "de regeling zegt niet wanneer het verslag van dat jaar binnen moet zijn",
            "the scheme does not say when the report of that year is due",
        ),
        Unknown::InterimExempt => (
            "deze actie wordt tussentijds niet in procenten beoordeeld",
            "this action is not judged in percent at the interim date",
        ),
        Unknown::CountsDiffer => (
            "de aantallen van de aanbieder verschillen per actie",
            "the provider's counts differ between the actions",
        ),
        Unknown::Provider => ("niet uitgesplitst", "not split up"),
        Unknown::Hidden => (
            "verborgen in de openbare versie",
            "hidden in the public version",
        ),
        Unknown::Reached => ("wat bereikt is, is onbekend", "what was reached is unknown"),
        _ => return None,
    })
}

fn rest(unknown: &Unknown) -> (&'static str, &'static str) {
    match unknown {
        Unknown::AsOf => (
            "er is geen datum waarop de stand wordt opgemaakt",
            "there is no as-of date",
        ),
        Unknown::PlannedFte => (
            "de voorziene VTE zijn niet opgegeven",
            "the planned FTE are not given",
        ),
        Unknown::FilledFte => (
            "de ingevulde VTE zijn niet opgegeven",
            "the filled FTE are not given",
        ),
        Unknown::Since => (
            "de begindatum is niet opgegeven",
            "the first day is not given",
        ),
        Unknown::Payer => ("de betaler is niet opgegeven", "the payer is not given"),
        Unknown::Category => (
            "de categorie is niet opgegeven",
            "the category is not given",
        ),
        Unknown::SamePeople => (
            "het dossier zegt niet of het dezelfde personen zijn",
            "the dossier does not say whether these are the same people",
        ),
        Unknown::DoubleInvestment => (
            "het dossier zegt niet of er dubbel geïnvesteerd is",
            "the dossier does not say whether double the investment was made",
        ),
        Unknown::Unreadable => (
            "wat het dossier zegt, is niet te lezen",
            "what the dossier says cannot be read",
        ),
        Unknown::LineUnreadable => (
            "een lijn van het dossier is niet te lezen",
            "a line of the dossier cannot be read",
        ),
        Unknown::ReachAboveTarget => (
            "het huidige bereik ligt boven het doel",
            "the current reach is above the target",
        ),
        Unknown::TooManyRowsForDoubles => (
            "het bestand heeft te veel rijen om herhaalde te zoeken",
            "the file has too many rows to look for those that repeat",
        ),
        Unknown::NothingToShare => (
            "er is niets om een aandeel van te nemen",
            "there is nothing to take a share of",
        ),
        _ => (
            "het hangt af van iets dat onbekend is",
            "it depends on something unknown",
        ),
    }
}
