//! What one dossier says: targets, awards, staff, budget, and the logs it names.

use super::{
    Accept, ActionNr, BudgetLine, CarryOver, Date, Euro, Fte, Language, LogFile, Receipt, Repaid,
    StimulusAward, Transfer, Unknown, YearNr,
};
use crate::source::{Span, Spanned};

/// A dossier, its actions in the scheme's order.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Language of the report, where given.
    pub language: Option<Language>,
    /// The dossier's own as-of date.
    pub as_of: Option<Date>,
    /// Who applied.
    pub applicant: Applicant,
    /// Project years, in order.
    pub years: Vec<DossierYear>,
    /// Actions, in the scheme's order.
    pub actions: Vec<DossierAction>,
    /// Staff lines, as written.
    pub staff: Vec<Staff>,
    /// Planned cost lines, as written.
    pub budget: Vec<BudgetLine>,
    /// Stimuli, as written.
    pub stimuli: Vec<StimulusAward>,
    /// Money carried from one year to the next, as written.
    pub carry_overs: Vec<CarryOver>,
    /// Money moved between actions, as written.
    pub transfers: Vec<Transfer>,
    /// Money given back, as written.
    pub repaid: Vec<Repaid>,
    /// Money that came in, as written.
    pub receipts: Vec<Receipt>,
    /// What is known of people counted twice, as written.
    pub overlaps: Vec<Overlap>,
    /// Progress logs.
    pub progress: Vec<LogFile>,
    /// Bookings files.
    pub bookings: Vec<LogFile>,
    /// Findings that may stand, as written.
    pub accepts: Vec<Accept>,
    /// Notes on the dossier as a whole.
    pub notes: Vec<String>,
    /// What it states in a way that cannot be read.
    pub unreadable: Unreadable,
}

/// Families of lines of which one could not be read. What they would add up to is
/// unknown; what refers to them is not told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unreadable {
    /// The as-of date.
    pub as_of: bool,
    /// A project year.
    pub years: bool,
    /// An action.
    pub actions: bool,
    /// A staff line.
    pub staff: bool,
    /// A budget line.
    pub budget: bool,
    /// A stimulus.
    pub stimuli: bool,
    /// A carry-over.
    pub carry_overs: bool,
    /// Money moved between actions.
    pub transfers: bool,
    /// Money given back.
    pub repaid: bool,
    /// Money that came in.
    pub receipts: bool,
    /// A bookings file that is named.
    pub bookings: bool,
}

impl Dossier {
    /// The project year with this number.
    #[must_use]
    pub fn year(&self, nr: YearNr) -> Option<&DossierYear> {
        self.years.iter().find(|year| year.nr == nr)
    }

    /// The action with this number.
    #[must_use]
    pub fn action(&self, nr: ActionNr) -> Option<&DossierAction> {
        self.actions.iter().find(|action| action.nr == nr)
    }

    /// Every action that runs in a year, with what the dossier says of that year.
    pub fn actions_in(&self, year: YearNr) -> impl Iterator<Item = (&DossierAction, &ActionYear)> {
        self.actions
            .iter()
            .filter_map(move |action| Some((action, action.year(year)?)))
    }
}

/// Who applied.
#[derive(Debug, Clone)]
pub struct Applicant {
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: ApplicantKind,
    /// Members of a partnership.
    pub members: Vec<String>,
    /// The member that receives the money.
    pub receives: Option<String>,
    /// Notes.
    pub notes: Vec<String>,
}

/// What an applicant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplicantKind {
    /// One municipality.
    Municipality,
    /// Several together.
    Partnership,
    /// Anything else.
    Other,
}

impl ApplicantKind {
    /// The key in dossiers and machine formats.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Partnership => "partnership",
            Self::Other => "other",
        }
    }
}

/// A project year of the dossier.
#[derive(Debug, Clone)]
pub struct DossierYear {
    /// Its number.
    pub nr: YearNr,
    /// The total of the grant letter.
    pub award_total: Option<Spanned<Euro>>,
    /// The own share that was planned, as one amount.
    pub own_planned: Option<Spanned<Euro>>,
    /// Keys that stand there and cannot be read.
    pub unreadable: Vec<&'static str>,
    /// Notes.
    pub notes: Vec<String>,
    /// Its header.
    pub span: Span,
}

/// An action of the dossier.
#[derive(Debug, Clone)]
pub struct DossierAction {
    /// Its number in the scheme.
    pub nr: ActionNr,
    /// The local title.
    pub label: Option<String>,
    /// The years it runs in, in order.
    pub years: Vec<ActionYear>,
    /// Whether one of its years could not be read.
    pub has_unreadable_year: bool,
    /// Notes.
    pub notes: Vec<String>,
    /// Where its number stands.
    pub span: Span,
}

impl DossierAction {
    /// What the dossier says of the action in a year.
    #[must_use]
    pub fn year(&self, nr: YearNr) -> Option<&ActionYear> {
        self.years.iter().find(|year| year.nr == nr)
    }
}

/// An action in one project year.
#[derive(Debug, Clone)]
pub struct ActionYear {
    /// The year.
    pub nr: YearNr,
    /// The KPI target of the grant letter.
    pub target: Option<Spanned<u64>>,
    /// What was reached before, without this money.
    pub current_reach: Option<Spanned<u64>>,
    /// The letter's euro for the action.
    pub award: Option<Spanned<Euro>>,
    /// Targets of the scheme's groups, by key.
    pub groups: Vec<(String, Spanned<u64>)>,
    /// What was planned.
    pub planned: Vec<String>,
    /// How it stands.
    pub status: Vec<String>,
    /// Why the target was missed.
    pub reason: Option<String>,
    /// Keys that stand there and cannot be read.
    pub unreadable: Vec<&'static str>,
    /// Notes.
    pub notes: Vec<String>,
    /// Its header, or the action's where the dossier names no years.
    pub span: Span,
}

impl ActionYear {
    /// Why a key is unknown: it cannot be read, else as `left_out` says.
    #[must_use]
    pub fn why_not(&self, key: &'static str, left_out: Unknown) -> Unknown {
        if self.unreadable.contains(&key) {
            Unknown::Unreadable
        } else {
            left_out
        }
    }

    /// Where a finding on the target points: the target, else the header.
    #[must_use]
    pub fn target_span(&self) -> Span {
        self.target.map_or(self.span, |target| target.span)
    }
}

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// The subsidy.
    Award,
    /// The applicant itself.
    Own,
    /// A stimulus.
    Stimulus,
    /// Another subsidy or instrument.
    Other,
    /// Somebody else, outside subsidy and own share.
    ThirdParty,
}

impl Payer {
    /// All payers.
    pub const ALL: [Self; 5] = [
        Self::Award,
        Self::Own,
        Self::Stimulus,
        Self::Other,
        Self::ThirdParty,
    ];

    /// The key in dossiers and machine formats.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Award => "award",
            Self::Own => "own",
            Self::Stimulus => "stimulus",
            Self::Other => "other",
            Self::ThirdParty => "third-party",
        }
    }
}

/// A staff line. One person for several actions is one line, never divided.
#[derive(Debug, Clone)]
pub struct Staff {
    /// What they do.
    pub role: String,
    /// For which actions; empty for the whole dossier.
    pub actions: Vec<ActionNr>,
    /// In which years.
    pub years: Vec<YearNr>,
    /// Planned.
    pub fte: Option<Spanned<Fte>>,
    /// Who pays.
    pub payer: Option<Payer>,
    /// Euro for one FTE and twelve months; unknown when left out.
    pub yearly_cost: Option<Spanned<Euro>>,
    /// Who was taken on; none when unknown, empty when nobody.
    pub filled: Option<Vec<Filled>>,
    /// Keys that stand there and cannot be read.
    pub unreadable: Vec<&'static str>,
    /// Where `filled` stands, else the header.
    pub filled_span: Span,
    /// Notes.
    pub notes: Vec<String>,
    /// Its header.
    pub span: Span,
}

/// Somebody taken on for a staff line.
#[derive(Debug, Clone)]
pub struct Filled {
    /// How much; unknown when left out.
    pub fte: Option<Spanned<Fte>>,
    /// First day; unknown when left out.
    pub from: Option<Spanned<Date>>,
    /// Last day; none when still there.
    pub to: Option<Spanned<Date>>,
}

/// What is known about the same people under several actions.
#[derive(Debug, Clone)]
pub struct Overlap {
    /// Who counted them.
    pub provider: String,
    /// Under which actions.
    pub actions: Vec<ActionNr>,
    /// In which year.
    pub year: YearNr,
    /// Whether they are the same people.
    pub same_people: Option<bool>,
    /// Whether double the investment stands against it.
    pub double_investment: Option<bool>,
    /// Its header.
    pub span: Span,
}
