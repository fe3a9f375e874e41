//! What the bookings say: spent by whom, and what of it counts as own share.

use super::own_share::{CountsAsOwn, counts};
use crate::model::{Account, BookedUnder, Bookings, Euro, Known, Payer, Unknown, YearNr};

/// What was booked in one stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Booked {
    /// Spent of the award.
    pub award: Euro,
    /// Spent of stimuli.
    pub stimulus: Euro,
    /// Registered as own share.
    pub own: Euro,
    /// Left out of the own share: third parties paid.
    pub third_party: Euro,
    /// Left out of the own share: somebody has to look first.
    pub to_look_at: Euro,
    /// Left out of the own share: the category does not count.
    pub category: Euro,
}

impl Booked {
    /// Everything that was booked, whoever paid.
    #[must_use]
    pub fn total(self) -> Euro {
        self.award + self.stimulus + self.own + self.third_party + self.to_look_at + self.category
    }
}

impl std::ops::Add for Booked {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            award: self.award + other.award,
            stimulus: self.stimulus + other.stimulus,
            own: self.own + other.own,
            third_party: self.third_party + other.third_party,
            to_look_at: self.to_look_at + other.to_look_at,
            category: self.category + other.category,
        }
    }
}

/// The bookings, once they can say what was spent: then a year without any has 0,00.
///
/// # Errors
/// When the dossier names no file of them, one cannot be read, or no row was counted.
pub(super) fn speaking(account: &Account) -> Known<&Bookings> {
    let bookings = &account.bookings;
    if account.dossier.unreadable.bookings {
        return Err(Unknown::LineUnreadable);
    }
    if account.dossier.bookings.is_empty() {
        return Err(Unknown::NoBookings);
    }
    if let Some(file) = bookings.files.iter().find(|file| !file.readable) {
        return Err(Unknown::LogUnreadable(file.path.clone()));
    }
    if !bookings.has_counted() {
        return Err(Unknown::NoBookingCounted);
    }
    Ok(bookings)
}

/// The same, of one year: no booking can fall in a year without a first and last day.
pub(super) fn speaking_of(account: &Account, year: YearNr) -> Known<&Bookings> {
    let bookings = speaking(account)?;
    account.period(year)?;
    Ok(bookings)
}

/// What was booked in a project year.
pub(super) fn booked(account: &Account, year: YearNr) -> Known<Booked> {
    let bookings = speaking_of(account, year)?;
    let of_year = bookings.sums.iter().filter(|(under, _)| under.year == year);
    let mut booked = Booked::default();
    for (under, amount) in of_year {
        *part(account, under, &mut booked) += *amount;
    }
    Ok(booked)
}

/// Where a booking adds.
fn part<'b>(account: &Account, under: &BookedUnder, booked: &'b mut Booked) -> &'b mut Euro {
    let scheme = &account.scheme;
    let category = under
        .category
        .and_then(|index| scheme.categories.get(index));
    match under.payer {
        Payer::Award => return &mut booked.award,
        Payer::Stimulus => return &mut booked.stimulus,
        Payer::Own | Payer::Other | Payer::ThirdParty => {}
    }
    match counts(Some(under.payer), category) {
        CountsAsOwn::Yes => &mut booked.own,
        CountsAsOwn::ThirdParty => &mut booked.third_party,
        CountsAsOwn::CategoryDoesNot => &mut booked.category,
        CountsAsOwn::ToLookAt | CountsAsOwn::CategoryUnknown | CountsAsOwn::NotOwn => {
            &mut booked.to_look_at
        }
    }
}

/// What was spent of the award in a year on the bookings that are meant.
pub(super) fn spent(
    account: &Account,
    year: YearNr,
    is_meant: impl Fn(&BookedUnder) -> bool,
) -> Known<Euro> {
    Ok(speaking_of(account, year)?.sum(year, Payer::Award, is_meant))
}
