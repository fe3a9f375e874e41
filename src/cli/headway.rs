//! How far long work has come, on a terminal: one line on the error stream, which stands
//! there from the second second on and is gone before anything else is written.
//!
//! The work itself only leaves numbers behind. A thread of its own looks at them ten
//! times a second; it alone draws, so no work waits for a slow terminal but at its end.

mod line;
mod words;

use super::arguments::Invocation;
use super::destination::interruption;
use super::surroundings::Surroundings;
use crate::input::Listener;
use crate::model::Language;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use line::Line;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use words::Moment;
pub(super) use words::Work;

/// From one look at the work to the next.
const BETWEEN: Duration = Duration::from_millis(100);

/// Looks before the line appears: a second of them.
const UNSEEN: usize = 10;

/// As long as a signal waits for the line to go. A terminal that takes nothing more must
/// not keep the program alive.
const AT_A_SIGNAL: Duration = Duration::from_millis(200);

/// Shows how far some work has come, for as long as it is kept.
pub(super) struct Headway(Option<Shown>);

struct Shown {
    course: Arc<Course>,
    drawer: Option<JoinHandle<()>>,
}

impl Headway {
    /// Begins to show some work, if there is a terminal to show it on and it is wanted.
    /// The language is the dossier's, where that is known already.
    pub(super) fn of(
        work: Work,
        language: Option<Language>,
        asked: &Invocation<'_>,
        surroundings: &Surroundings,
    ) -> Self {
        if asked.is_quiet() || !surroundings.shows_headway() {
            return Self(None);
        }
        let course = Arc::new(Course::new(work, language, *surroundings));
        let seen = Arc::clone(&course);
        let drawer = thread::Builder::new().spawn(move || draw(&seen));
        // Without a thread the work is done unseen.
        let drawer = drawer.ok();
        Self(drawer.map(|drawer| Shown {
            course,
            drawer: Some(drawer),
        }))
    }

    /// Whom to tell how far the work has come; nobody where it is not shown.
    pub(super) fn listener(&self) -> Option<&dyn Listener> {
        self.0.as_ref().map(|it| &*it.course as &dyn Listener)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.course.is_over();
        if let Some(drawer) = self.drawer.take() {
            // What it has drawn is gone when it ends; that it has panicked changes
            // nothing of the answer.
            let _ = drawer.join();
        }
        interruption::clears(None);
    }
}

/// Some work, as it leaves its numbers behind.
struct Course {
    work: Work,
    surroundings: Surroundings,
    language: Mutex<Language>,
    bytes: AtomicU64,
    passed: AtomicU64,
    rows: AtomicU64,
    stage: Mutex<Stage>,
    moved: Condvar,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The work goes on.
    GoesOn,
    /// The work is over; the line may still stand there.
    Over,
    /// The line is gone.
    Gone,
}

impl Listener for Course {
    fn begin(&self, bytes: u64, language: Option<Language>) {
        self.bytes.store(bytes, Relaxed);
        if language.is_some() {
            *known(&self.language) = self.surroundings.language_or(language);
        }
    }

    fn pass(&self, bytes: u64, rows: u64) {
        self.passed.store(bytes, Relaxed);
        self.rows.store(rows, Relaxed);
    }
}

impl Course {
    fn new(work: Work, language: Option<Language>, surroundings: Surroundings) -> Self {
        Self {
            work,
            surroundings,
            language: Mutex::new(surroundings.language_or(language)),
            bytes: AtomicU64::new(0),
            passed: AtomicU64::new(0),
            rows: AtomicU64::new(0),
            stage: Mutex::new(Stage::GoesOn),
            moved: Condvar::new(),
        }
    }

    /// Waits until the next look. Gives whether the work goes on.
    fn goes_on(&self) -> bool {
        let stage = known(&self.stage);
        let goes_on = |stage: &mut Stage| *stage == Stage::GoesOn;
        let waited = self.moved.wait_timeout_while(stage, BETWEEN, goes_on);
        waited.is_ok_and(|(stage, _)| *stage == Stage::GoesOn)
    }

    fn is_over(&self) {
        self.go_to(Stage::Over);
    }

    fn go_to(&self, next: Stage) {
        *known(&self.stage) = next;
        self.moved.notify_all();
    }

    /// Ends the work for whoever looks at it, and waits a little until the line is gone.
    fn clear(&self) {
        self.is_over();
        let is_there = |stage: &mut Stage| *stage != Stage::Gone;
        let gone = self
            .moved
            .wait_timeout_while(known(&self.stage), AT_A_SIGNAL, is_there);
        drop(gone);
    }

    /// The numbers of this moment, given to the bar for its reckoning of the time.
    fn moment(&self, bar: &ProgressBar) -> Moment {
        let (bytes, passed) = (self.bytes.load(Relaxed), self.passed.load(Relaxed));
        if bar.length() != Some(bytes) {
            bar.set_length(bytes);
        }
        bar.set_position(passed);
        Moment {
            bytes,
            passed,
            rows: self.rows.load(Relaxed),
            left: bar.eta(),
        }
    }
}

/// What a lock holds, also when whoever held it has panicked: numbers stay numbers.
fn known<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Draws the line until the work is over. The time is reckoned from the first look on.
fn draw(course: &Arc<Course>) {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let mut looks = 0;
    while course.goes_on() {
        looks += 1;
        let moment = course.moment(&bar);
        if looks < UNSEEN {
            continue;
        }
        let line = Line::default();
        let width = line.room();
        if looks == UNSEEN {
            let own = Arc::clone(course);
            interruption::clears(Some(Box::new(move || own.clear())));
            interruption::watch();
            bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(line)));
        }
        bar.set_style(style(moment.has_bar(width)));
        bar.set_message(course.work.told(&moment, width, *known(&course.language)));
    }
    bar.finish_and_clear();
    course.go_to(Stage::Gone);
}

fn style(has_bar: bool) -> ProgressStyle {
    let template = if has_bar { "{bar:20} {msg}" } else { "{msg}" };
    let style = ProgressStyle::with_template(template).expect("the template is a good one");
    style.progress_chars("█▉▊▋▌▍▎▏░")
}
