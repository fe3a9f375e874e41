//! One bar of the chart on targets.

use super::{says, value};
use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus, InterimStatus, is_over};
use crate::document::{BarRow, Mark, Name, Piece};
use crate::finding::About;
use crate::model::{Known, KpiKind, Period, Unknown};
use crate::report::Asked;
use crate::report::chart::words::{action_name, joined, silence, without_set_aside, year};
use crate::report::kpi::DoubtfulReach;
use crate::report::words::status;
use crate::wording::Sentence;
use rust_decimal::Decimal;

/// A bar is not cut into more pieces than this, nor does it name more providers.
const MOST_PROVIDERS: usize = 8;

/// What bars are drawn from.
pub(super) struct Setting<'a, 'b> {
    pub(super) analysis: &'b Analysis<'a>,
    pub(super) doubtful: DoubtfulReach,
    /// Where the scale ends.
    pub(super) end: Decimal,
    /// Whether only one year is drawn.
    pub(super) one_year: bool,
}

/// The bar of a row. Where only one year is drawn it is cut by provider.
pub(super) fn row(
    setting: &Setting<'_, '_>,
    asked: &Asked<'_>,
    row: &ActionAttainment<'_>,
) -> BarRow {
    let (analysis, one_year) = (setting.analysis, setting.one_year);
    let is_about = |about: &About| *about == About::Action(row.year, row.action.nr);
    let unit = || {
        row.rate
            .map_or_else(silence, |rate| Box::new(rate.unit.clone()))
    };
    BarRow {
        name: Name {
            action: one_year.then_some(row.action.nr),
            name: if one_year {
                action_name(analysis, row.action)
            } else {
                year(row.year)
            },
            remark: one_year.then(unit),
            codes: asked.codes(&['K'], is_about),
        },
        is_total: false,
        figure: says::figure(row),
        state: Some(status(row.status)),
        remark: Some(says::count_of(row)),
        below: below(setting, row),
        pieces: pieces(setting, row),
        signs: signs(analysis, row, setting.end),
        told: says::told(analysis, row, below(setting, row)),
    }
}

/// The marks that the bar of a row is drawn with.
pub(super) fn marks(setting: &Setting<'_, '_>, row: &ActionAttainment<'_>) -> Vec<Mark> {
    let pieces = pieces(setting, row);
    let signs = signs(setting.analysis, row, setting.end);
    let pieces = pieces.iter().map(|piece| piece.mark);
    pieces.chain(signs.iter().map(|(mark, _)| *mark)).collect()
}

fn pieces(setting: &Setting<'_, '_>, row: &ActionAttainment<'_>) -> Vec<Piece> {
    let piece = |mark, from: Decimal, to: Decimal| Piece {
        mark,
        from: from.clamp(Decimal::ZERO, setting.end),
        to: to.clamp(Decimal::ZERO, setting.end),
    };
    let ratio = match &row.ratio {
        Ok(ratio) => *ratio,
        // There is nothing to draw a percentage of, and nothing unknown.
        Err(Unknown::TargetIsZero) => return Vec::new(),
        Err(_) => {
            let unknown = piece(Mark::Unknown, Decimal::ZERO, Decimal::ONE);
            return row.target.iter().map(|_| unknown).collect();
        }
    };
    let mut pieces = vec![piece(Mark::Asked, Decimal::ZERO, Decimal::ONE)];
    let mut from = Decimal::ZERO;
    for (mark, count) in cuts(setting, row) {
        let to = from + Decimal::from(count) / ratio.whole();
        pieces.push(piece(mark, from, to));
        from = to;
    }
    if row.status == AttainmentStatus::NotReached {
        let reached = value(ratio).max(Decimal::ZERO);
        pieces.push(piece(Mark::Missing, reached, Decimal::ONE));
    }
    pieces.retain(|piece| piece.from < piece.to);
    pieces
}

/// What a bar is cut into, the doubtful part last: providers where they add up to it
/// and only one year is drawn.
fn cuts(setting: &Setting<'_, '_>, row: &ActionAttainment<'_>) -> Vec<(Mark, i64)> {
    let Ok(reached) = row.reached else {
        return Vec::new();
    };
    let parts = parts(setting, row);
    if let Some(cuts) = by_provider(&parts, reached).filter(|_| setting.one_year) {
        return cuts;
    }
    let doubtful = parts.iter().filter(|part| part.is_doubtful);
    let doubtful: i64 = doubtful.filter_map(|part| part.count.clone().ok()).sum();
    let doubtful = doubtful.clamp(0, reached.max(0));
    vec![
        (Mark::Happened, reached - doubtful),
        (Mark::Doubtful, doubtful),
    ]
}

/// A piece for each provider, where each of them is known and they add up.
fn by_provider(parts: &[Part<'_>], reached: i64) -> Option<Vec<(Mark, i64)>> {
    let cut = |part: &Part<'_>| {
        let mark = if part.is_doubtful {
            Mark::Doubtful
        } else {
            Mark::Happened
        };
        Some((mark, part.count.clone().ok()?))
    };
    let cuts: Vec<(Mark, i64)> = parts.iter().map(cut).collect::<Option<_>>()?;
    let adds_up = cuts.iter().map(|(_, count)| count).sum::<i64>() == reached;
    let are_pieces = cuts.len() <= MOST_PROVIDERS && cuts.iter().all(|(_, count)| *count >= 0);
    (adds_up && are_pieces).then_some(cuts)
}

/// Whether each piece of the bar of a row is a provider.
pub(super) fn is_cut(setting: &Setting<'_, '_>, row: &ActionAttainment<'_>) -> bool {
    let parts = parts(setting, row);
    let cuts = |reached: &i64| by_provider(&parts, *reached);
    parts.is_empty() || row.reached.as_ref().ok().and_then(cuts).is_some()
}

/// What a provider reached of a row.
struct Part<'a> {
    provider: &'a str,
    count: Known<i64>,
    is_doubtful: bool,
}

/// The providers of a row, the largest first and those that are hidden last.
fn parts<'a>(setting: &Setting<'a, '_>, row: &ActionAttainment<'_>) -> Vec<Part<'a>> {
    let reached = setting.analysis.providers.iter();
    let of_row = reached.filter(|it| it.year == row.year && it.action.nr == row.action.nr);
    let mut parts: Vec<Part<'_>> = of_row
        .map(|it| Part {
            provider: it.provider,
            count: it.reached.clone(),
            is_doubtful: setting.doubtful.has(it),
        })
        .collect();
    parts.sort_by_key(|part| (part.is_doubtful, std::cmp::Reverse(part.count.clone().ok())));
    parts
}

fn signs(
    analysis: &Analysis<'_>,
    row: &ActionAttainment<'_>,
    end: Decimal,
) -> Vec<(Mark, Decimal)> {
    let mut signs = Vec::new();
    if row.target.is_ok() && row.ratio != Err(Unknown::TargetIsZero) {
        signs.push((Mark::Norm, Decimal::ONE));
    } else {
        return signs;
    }
    signs.extend(interim(analysis, row, end));
    signs.extend(passed(analysis, row).map(|part| (Mark::Passed, part)));
    if row.kind == KpiKind::Milestone && row.status == AttainmentStatus::Reached {
        signs.push((Mark::Milestone, Decimal::ONE));
    }
    if row.ratio.clone().is_ok_and(|ratio| value(ratio) > end) {
        signs.push((Mark::Beyond, end));
    }
    signs
}

/// The threshold where it is tested, and the figure then.
fn interim(
    analysis: &Analysis<'_>,
    row: &ActionAttainment<'_>,
    end: Decimal,
) -> Vec<(Mark, Decimal)> {
    let threshold = analysis.account.scheme.interim_threshold;
    let is_tested = row.interim.date.is_some() && row.interim.status != InterimStatus::Exempt;
    let (Some(threshold), true, Ok(_)) = (threshold, is_tested, &row.target) else {
        return Vec::new();
    };
    let at = Decimal::from(threshold.numerator()) / Decimal::from(threshold.denominator());
    let mark = match row.interim.status {
        InterimStatus::Reached => Some(Mark::InterimReached),
        InterimStatus::Below => Some(Mark::InterimBelow),
        _ => None,
    };
    let figure = mark.zip(row.interim.ratio.clone().ok().map(value));
    std::iter::once((Mark::Threshold, at))
        .chain(figure.map(|(mark, at)| (mark, at.clamp(Decimal::ZERO, end))))
        .collect()
}

/// The part of a running year that has passed.
fn passed(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<Decimal> {
    let account = analysis.account;
    let (today, year) = (account.today().ok()?, account.period(row.year).ok()?);
    if is_over(account, row.year).ok()? || !year.has_begun(today) {
        return None;
    }
    let so_far = Period { end: today, ..year };
    Some(Decimal::from(so_far.days()) / Decimal::from(year.days()))
}

/// What stands under a bar: providers, the interim figure below its threshold, rows
/// set aside.
fn below(setting: &Setting<'_, '_>, row: &ActionAttainment<'_>) -> Option<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    let parts = parts(setting, row);
    if setting.one_year
        && row.reached.is_ok()
        && !parts.is_empty()
        && row.kind != KpiKind::Milestone
    {
        let (told, more) = parts.split_at(parts.len().min(MOST_PROVIDERS));
        let told = told
            .iter()
            .map(|it| (it.provider.to_owned(), it.count.clone()));
        let more = (more.len(), more.iter().map(|it| it.count.clone()).sum());
        said.push(says::providers(told.collect(), more));
    }
    if let (InterimStatus::Below, Some(date), Ok(reached), Ok(ratio)) = (
        row.interim.status,
        row.interim.date,
        row.interim.reached.clone(),
        row.interim.ratio.clone(),
    ) {
        let threshold = setting.analysis.account.scheme.interim_threshold;
        let thresholds = threshold.into_iter().chain(says::full()).collect();
        said.push(says::below_threshold(date, reached, ratio, thresholds));
    }
    if row.set_aside > 0 {
        said.push(without_set_aside(row.set_aside));
    }
    (!said.is_empty()).then(|| joined(said, "; "))
}
