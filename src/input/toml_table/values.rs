//! Values of a table, each from its literal text and with its place.

use super::misfit::{AMOUNT, DATE, FLAG, LIST_OF_NUMBERS, NUMBER, TEXT, WHOLE, malformed, wrong};
use super::{Kind, Reading, Table, Value, not_in_list};
use crate::finding::Finding;
use crate::input::fault::{ImpossibleFte, NumberFault};
use crate::input::{listed, literal, personal_data};
use crate::model::{Date, Euro, Fte, LARGEST_NR, Share, Units};
use crate::source::Spanned;
use crate::wording::Both;
use rust_decimal::Decimal;
use toml::Spanned as TomlSpanned;
use toml::de::DeValue;

impl Table<'_> {
    /// A text.
    pub(in crate::input) fn text(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        match value.get_ref() {
            DeValue::String(text) => Some(Spanned::new(
                personal_data::shown(reading, text, span),
                span,
            )),
            other => wrong(reading, key, span, TEXT, other),
        }
    }

    /// A text that is used as it stands, such as a path; never masked.
    pub(in crate::input) fn plain_text(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        text_value(reading, key, self.value(key)?)
    }

    /// A text or several.
    pub(in crate::input) fn texts(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Vec<String> {
        match self.value(key).map(TomlSpanned::get_ref) {
            None => Vec::new(),
            Some(DeValue::Array(items)) => items
                .iter()
                .filter_map(|item| text_item(reading, key, item))
                .collect(),
            Some(_) => self
                .text(reading, key)
                .map(|text| text.value)
                .into_iter()
                .collect(),
        }
    }

    /// A text or several that nothing is made of: only what is of another sort is told.
    pub(in crate::input) fn passed_over(&self, reading: &mut Reading<'_>, key: &'static str) {
        let Some(value) = self.value(key) else { return };
        let one = std::slice::from_ref(value);
        let items = value.get_ref().as_array().map_or(one, |items| &items[..]);
        for item in items.iter().filter(|it| !it.get_ref().is_str()) {
            wrong::<()>(
                reading,
                key,
                reading.span(item.span()),
                TEXT,
                item.get_ref(),
            );
        }
    }

    /// A whole number.
    pub(in crate::input) fn whole(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<u64>> {
        whole_item(reading, key, self.value(key)?)
    }

    /// A whole number that is not less than `least`, so that it hides what is smaller.
    pub(in crate::input) fn bound(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
        least: u64,
    ) -> Option<Spanned<u64>> {
        let bound = self.whole(reading, key)?;
        if bound.value < least {
            return malformed(reading, bound.span, NumberFault::TellingBound);
        }
        Some(bound)
    }

    /// The number of an action, a year or an objective of a scheme. Every number that a
    /// dossier or a log may name differs from those that a scheme may give.
    pub(in crate::input) fn nr(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<u64>> {
        let nr = self.whole(reading, key)?;
        if nr.value > LARGEST_NR {
            return malformed(reading, nr.span, NumberFault::NoNumberOfAnything);
        }
        Some(nr)
    }

    /// Whole numbers, each with its place.
    pub(in crate::input) fn wholes(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Vec<Spanned<u64>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| whole_item(reading, key, item))
                .collect(),
            other => {
                let span = reading.span(value.span());
                wrong::<()>(reading, key, span, LIST_OF_NUMBERS, other);
                Vec::new()
            }
        }
    }

    /// An amount, not negative.
    pub(in crate::input) fn amount(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Euro>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        number(reading, key, value, AMOUNT)?;
        match literal::amount(&reading.text[value.span()]) {
            Ok(amount) => Some(Spanned::new(amount, span)),
            Err(why) => malformed(reading, span, why),
        }
    }

    /// Units, perhaps a half.
    pub(in crate::input) fn units(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Units>> {
        const MOST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
        let number = self.decimal(reading, key)?;
        if number.value >= MOST {
            return malformed(reading, number.span, NumberFault::TooManyDigits);
        }
        match Units::new(number.value).filter(|_| !number.value.is_sign_negative()) {
            Some(units) => Some(Spanned::new(units, number.span)),
            None => malformed(reading, number.span, NumberFault::NotWhole),
        }
    }

    /// FTE.
    pub(in crate::input) fn fte(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Fte>> {
        let number = self.decimal(reading, key)?;
        let fte = Fte::new(number.value);
        if fte.is_none() {
            let range = number.span.start..number.span.end;
            let text = reading.text[range].to_owned();
            reading
                .findings
                .push(Finding::new(ImpossibleFte { text }, number.span));
        }
        Some(Spanned::new(fte?, number.span))
    }

    fn decimal(&self, reading: &mut Reading<'_>, key: &'static str) -> Option<Spanned<Decimal>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        number(reading, key, value, NUMBER)?;
        match literal::decimal(&reading.text[value.span()]) {
            Ok(number) => Some(Spanned::new(number, span)),
            Err(why) => malformed(reading, span, why),
        }
    }

    /// A date.
    pub(in crate::input) fn date(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Date>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        if reading.bad_dates.contains(&value.span()) {
            return None;
        }
        match value.get_ref() {
            DeValue::Datetime(date) => match literal::toml_date(date) {
                Some(date) => Some(Spanned::new(date, span)),
                None => wrong(reading, key, span, DATE, value.get_ref()),
            },
            other => wrong(reading, key, span, DATE, other),
        }
    }

    /// Yes or no.
    pub(in crate::input) fn flag(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<bool> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            other => wrong(reading, key, reading.span(value.span()), FLAG, other),
        }
    }

    /// A share, written as a text such as `"1/2"` or `"25 %"`.
    pub(in crate::input) fn share(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Share> {
        let text = self.text(reading, key)?;
        let share = Share::parse(&text.value);
        if share.is_none() {
            malformed::<()>(reading, text.span, NumberFault::NotANumber);
        }
        share
    }

    /// One of the words that the shape lists for the key.
    pub(in crate::input) fn choice(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<&'static str>> {
        let text = self.text(reading, key)?;
        let words = self.words(key);
        let Some(word) = words.iter().copied().find(|word| *word == text.value) else {
            let allowed = listed::keys(words.iter().copied());
            not_in_list(reading, key, &text, allowed);
            return None;
        };
        Some(Spanned::new(word, text.span))
    }

    /// Those of the words that the shape lists for the key; each other one is told.
    pub(in crate::input) fn choices(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Vec<&'static str> {
        let texts = self.texts(reading, key);
        let at = self.span_of(reading, key);
        let words = self.words(key);
        let mut known = Vec::new();
        for text in texts {
            match words.iter().copied().find(|word| *word == text) {
                Some(word) => known.push(word),
                None => {
                    let allowed = listed::keys(words.iter().copied());
                    not_in_list(reading, key, &Spanned::new(text, at), allowed);
                }
            }
        }
        known
    }

    fn words(&self, key: &str) -> &'static [&'static str] {
        match self
            .shape
            .keys
            .iter()
            .find(|known| known.name == key)
            .map(|known| known.kind)
        {
            Some(Kind::Choice(words) | Kind::Choices(words)) => words,
            _ => &[],
        }
    }
}

/// A whole number from any value.
pub(in crate::input) fn whole_item(
    reading: &mut Reading<'_>,
    key: &str,
    value: Value<'_>,
) -> Option<Spanned<u64>> {
    let span = reading.span(value.span());
    number(reading, key, value, WHOLE)?;
    match literal::whole(&reading.text[value.span()]) {
        Ok(number) => Some(Spanned::new(number, span)),
        Err(why) => malformed(reading, span, why),
    }
}

/// A text from any value.
pub(in crate::input) fn text_value(
    reading: &mut Reading<'_>,
    key: &str,
    value: Value<'_>,
) -> Option<Spanned<String>> {
    let span = reading.span(value.span());
    match value.get_ref() {
        DeValue::String(text) => Some(Spanned::new(text.to_string(), span)),
        other => wrong(reading, key, span, TEXT, other),
    }
}

fn text_item(reading: &mut Reading<'_>, key: &str, item: Value<'_>) -> Option<String> {
    let text = text_value(reading, key, item)?;
    Some(personal_data::shown(reading, &text.value, text.span))
}

fn number(reading: &mut Reading<'_>, key: &str, value: Value<'_>, wanted: Both) -> Option<()> {
    match value.get_ref() {
        DeValue::Integer(_) | DeValue::Float(_) => Some(()),
        other => wrong(reading, key, reading.span(value.span()), wanted, other),
    }
}
