//! The border with the page: converts, calls, converts back.
//!
//! The only room that knows `wasm-bindgen`, `web-sys` and JavaScript. It holds no rule about
//! resources and makes no text of its own. Its types mirror those of the rooms below, so that those
//! stay free to change and each change of what crosses the border is seen here; the page's
//! TypeScript types are generated from them.
//!
//! What is small crosses as JSON; the columns of a picture cross as typed arrays.
//!
//! Units: times are nanoseconds, steps and lines count as in [`replay`](crate::replay), places in
//! the source are UTF-16 code units, as JavaScript counts them.

mod left;
mod look;
mod moment;
mod picture;
mod process;
mod ran;
mod table;

use std::panic::AssertUnwindSafe;

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Performance, WorkerGlobalScope};

use crate::journal::image;
use crate::replay::{InitialFile, Replay};
use crate::script;

use left::Left;
use look::{About, Axis, Export, Look, Seen, TimelineLook};
use picture::{Legend, Picture};
use ran::Ran;

/// What JavaScript gets: wrong calls throw.
type Answer<T> = Result<Ts<T>, JsError>;

/// Runs programs, and shows the last one that ran.
#[wasm_bindgen]
pub struct Playground {
    /// Nobody looks at it after a panic of ours: the page then starts a fresh worker.
    replay: Option<AssertUnwindSafe<Replay>>,
    clock: Option<Performance>,
    /// Whether `tracing` has somewhere to go.
    has_subscriber: bool,
}

#[wasm_bindgen]
impl Playground {
    /// Panics of our own code are written to the console from here on.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript has no use for a default")]
    pub fn new() -> Playground {
        console_error_panic_hook::set_once();
        let scope = js_sys::global().dyn_into::<WorkerGlobalScope>().ok();
        let clock = scope.and_then(|scope| scope.performance());
        Playground { replay: None, clock, has_subscriber: false }
    }

    /// Runs a program. One that cannot run leaves the last that did in place.
    ///
    /// `traced`: its events go to the console and to the browser's performance panel too, which
    /// takes hundreds of times as long.
    pub fn run(&mut self, source: &str, traced: bool) -> Answer<Ran> {
        if traced && !self.has_subscriber {
            tracing_wasm::set_as_global_default();
            self.has_subscriber = true;
        }
        let start = self.now();
        let program = match script::compile(source) {
            Ok(program) => program,
            Err(problems) => return Ok(Ran::refused(source, &problems).into_ts()?),
        };
        let run = if traced { program.run_traced() } else { program.run() };
        let replay = Replay::new(run.journal, initial_files(&program));
        let took = self.now() - start;
        let mut ran = Ran::done(source, &replay, run.problem.as_ref(), took);
        ran.would_die = run.would_die;
        self.replay = Some(AssertUnwindSafe(replay));
        Ok(ran.into_ts()?)
    }

    /// Takes over what a program has left that ran in an instance of its own, and reaps it where
    /// that died. `took`: how many milliseconds that run took.
    pub fn inherit(
        &mut self,
        source: &str,
        left: Ts<Left>,
        image: &[u8],
        took: f64,
    ) -> Answer<Ran> {
        let start = self.now();
        let program = match script::compile(source) {
            Ok(program) => program,
            Err(problems) => return Ok(Ran::refused(source, &problems).into_ts()?),
        };
        let mut journal = image::read(image)?;
        left.to_rust()?.reap(&mut journal);
        let replay = Replay::new(journal, initial_files(&program));
        let took = took + self.now() - start;
        let ran = Ran::done(source, &replay, None, took);
        self.replay = Some(AssertUnwindSafe(replay));
        Ok(ran.into_ts()?)
    }

    /// What of the last run is on the screen. The timeline's picture comes by
    /// [`picture`](Playground::picture).
    pub fn look(&self, look: Ts<Look>) -> Answer<Seen> {
        Ok(Seen::of(self.replay()?, &look.to_rust()?).into_ts()?)
    }

    /// The timeline of the last run, in pixels.
    pub fn picture(&self, look: Ts<TimelineLook>) -> Result<Picture, JsError> {
        let replay = self.replay()?;
        Ok(replay.picture(&look.to_rust()?.view(replay)).into())
    }

    /// What is the case at a step, about a resource if one is named (0 for none).
    pub fn about(&self, step: u32, resource: u32) -> Answer<About> {
        Ok(About::of(self.replay()?, step as usize, resource).into_ts()?)
    }

    /// The step that is the case at a position of an axis.
    #[wasm_bindgen(js_name = stepAt)]
    pub fn step_at(&self, axis: Ts<Axis>, position: f64) -> Result<u32, JsError> {
        Ok(self.replay()?.step_at(axis.to_rust()?.into(), position) as u32)
    }

    /// The whole of the last run as a text.
    pub fn export(&self, form: Ts<Export>) -> Result<String, JsError> {
        Ok(form.to_rust()?.of(self.replay()?))
    }

    /// Whether a program has run.
    #[wasm_bindgen(js_name = hasRun)]
    pub fn has_run(&self) -> bool {
        self.replay.is_some()
    }
}

impl Playground {
    fn replay(&self) -> Result<&Replay, JsError> {
        self.replay.as_deref().ok_or_else(|| JsError::new("nothing has run yet"))
    }

    /// Milliseconds by the browser's clock; 0 where there is none.
    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }
}

/// The files that a program finds.
fn initial_files(program: &script::Program) -> Vec<InitialFile> {
    let files = program.files().into_iter();
    files.map(|(path, node, bytes)| InitialFile { path, node: node.0, bytes }).collect()
}

/// What the codes in a picture stand for.
#[wasm_bindgen]
pub fn legend() -> Answer<Legend> {
    Ok(Legend::new().into_ts()?)
}
