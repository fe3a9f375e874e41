//! Work of ours and of a peer in the same process, timed in turn, so that a slow moment
//! of the machine falls on both.
//!
//! The libraries that time work run one function to its end and then the next, and tell
//! no ratio of two; on a busy machine the ratio is all that can be told.

use std::time::{Duration, Instant};

/// Rounds that count.
const ROUNDS: usize = 11;

/// A round takes at least so long.
const ROUND: Duration = Duration::from_millis(20);

/// Work that takes some items at a call.
pub(crate) struct Timed<'w> {
    name: &'w str,
    items: u128,
    work: Box<dyn FnMut() + 'w>,
    /// Calls of a round.
    calls: u32,
}

impl<'w> Timed<'w> {
    /// Work on so many items. What it makes is thrown away, and made all the same.
    pub(crate) fn new<T>(name: &'w str, items: usize, mut work: impl FnMut() -> T + 'w) -> Self {
        Self {
            name,
            items: u128::try_from(items).expect("it fits"),
            work: Box::new(move || drop(std::hint::black_box(work()))),
            calls: 1,
        }
    }

    fn round(&mut self) -> Duration {
        let start = Instant::now();
        for _ in 0..self.calls {
            (self.work)();
        }
        start.elapsed()
    }

    /// Finds how many calls fill a round.
    fn warm_up(&mut self) {
        while self.round() < ROUND {
            self.calls *= 2;
        }
    }

    /// Picoseconds for an item, of a round.
    fn an_item(&self, round: Duration) -> u128 {
        round.as_nanos() * 1000 / (u128::from(self.calls) * self.items)
    }
}

/// Times work, and a peer in turn with it where there is one; tells the middle time for
/// an item and the middle ratio.
pub(crate) fn tell(mut ours: Timed<'_>, mut peer: Option<Timed<'_>>) {
    ours.warm_up();
    if let Some(peer) = &mut peer {
        peer.warm_up();
    }
    let (mut own, mut others, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let own_round = ours.round();
        let one = ours.an_item(own_round);
        own.push(one);
        if let Some(peer) = &mut peer {
            let round = peer.round();
            let other = peer.an_item(round).max(1);
            others.push(other);
            ratios.push(one * 100 / other);
        }
    }
    print!("{}: {} each", ours.name, time(middle(&mut own)));
    if let Some(peer) = &peer {
        let ratio = middle(&mut ratios);
        let (whole, part) = (ratio / 100, ratio % 100);
        let other = time(middle(&mut others));
        print!("; {}: {other}; ratio {whole}.{part:02}", peer.name);
    }
    println!();
}

fn middle(numbers: &mut [u128]) -> u128 {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

/// A time in the unit that leaves it readable.
fn time(picoseconds: u128) -> String {
    let (unit, name) = match picoseconds {
        0..1_000_000 => (1_000, "ns"),
        1_000_000..1_000_000_000 => (1_000_000, "µs"),
        _ => (1_000_000_000, "ms"),
    };
    format!(
        "{}.{} {name}",
        picoseconds / unit,
        picoseconds % unit * 10 / unit
    )
}
