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

mod beside;
mod kills;
mod left;
mod look;
mod moment;
mod output;
mod picture;
mod process;
mod ran;
mod settings;
mod table;
mod text;
mod verdict;
mod why;

use std::panic::AssertUnwindSafe;
use std::rc::Rc;

use js_sys::Uint8Array;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Performance, WorkerGlobalScope};

use crate::journal::image;
use crate::replay::{self, Replay};
use crate::run;
use crate::rust;
use crate::world::Disk;

use beside::LANES_BESIDE;
use kills::Kills;
use left::{Death, Left};
use look::{About, Axis, Export, Look, Seen};
use picture::{Legend, Picture};
use ran::Ran;
use settings::Limits;

/// What JavaScript gets: wrong calls throw.
type Answer<T> = Result<Ts<T>, JsError>;

/// Runs programs, and shows the last one that ran.
#[wasm_bindgen]
pub struct Playground {
    /// Nobody looks at it after a panic of ours: the page then starts a fresh worker.
    replay: Option<AssertUnwindSafe<Replay>>,
    /// Another run of the same program, to be shown beside it.
    beside: Option<AssertUnwindSafe<Replay>>,
    /// The program that was run last. What it has left elsewhere is often asked for next.
    last: Option<AssertUnwindSafe<Last>>,
    clock: Option<Performance>,
    /// Whether `tracing` has somewhere to go.
    has_subscriber: bool,
}

/// A program, and what it was made of.
struct Last {
    source: String,
    disk: Option<Vec<u8>>,
    program: Rc<run::Program>,
}

#[wasm_bindgen]
impl Playground {
    /// Panics of our own code are written to the console from here on.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript has no use for a default")]
    pub fn new() -> Playground {
        console_error_panic_hook::set_once();
        Playground { replay: None, beside: None, last: None, clock: clock(), has_subscriber: false }
    }

    /// Runs a program. One that cannot run leaves the last that did in place.
    ///
    /// `traced`: its events go to the console and to the browser's performance panel too, which
    /// takes hundreds of times as long. `disk`: what another program has left, if it begins on that.
    pub fn run(&mut self, source: &str, disk: Option<Vec<u8>>, traced: bool) -> Answer<Ran> {
        if traced && !self.has_subscriber {
            tracing_wasm::set_as_global_default();
            self.has_subscriber = true;
        }
        let start = self.now();
        let program = match self.program(source, disk) {
            Ok(program) => program,
            Err(problems) => return Ok(Ran::refused(source, &problems).into_ts()?),
        };
        let run = if traced { program.run_traced() } else { program.run() };
        let replay = Replay::new(run.journal, program.beginning());
        let took = self.now() - start;
        let mut ran = Ran::done(source, &replay, run.problem.as_ref(), took);
        ran.would_die = run.would_die;
        self.show(replay);
        Ok(ran.into_ts()?)
    }

    /// Takes over what a program has left that ran in an instance of its own, and reaps it where
    /// that died.
    pub fn inherit(
        &mut self,
        source: &str,
        disk: Option<Vec<u8>>,
        left: Ts<Left>,
        image: &[u8],
    ) -> Answer<Ran> {
        let start = self.now();
        let program = match self.program(source, disk) {
            Ok(program) => program,
            Err(problems) => return Ok(Ran::refused(source, &problems).into_ts()?),
        };
        let left = left.to_rust()?;
        let replay = left_by(&program, &left, image)?;
        let took = left.took + self.now() - start;
        let problem = run::stopped(source, replay.journal());
        let ran = Ran::done(source, &replay, problem.as_ref(), took);
        self.show(replay);
        Ok(ran.into_ts()?)
    }

    /// Takes over another run of the program that was run last, to be shown beside it.
    #[wasm_bindgen(js_name = putBeside)]
    pub fn put_beside(
        &mut self,
        source: &str,
        disk: Option<Vec<u8>>,
        left: Ts<Left>,
        image: &[u8],
    ) -> Result<(), JsError> {
        if let Ok(program) = self.program(source, disk) {
            self.beside = Some(AssertUnwindSafe(left_by(&program, &left.to_rust()?, image)?));
        }
        Ok(())
    }

    /// Lays side by side what a program has left that was killed at every moment. `whole` is the
    /// image of a run that was not killed; `killed` those of the ones that were, and `times` when
    /// they were, in nanoseconds by their own clocks.
    pub fn kills(
        &self,
        source: &str,
        disk: Option<Vec<u8>>,
        whole: &[u8],
        killed: Vec<Uint8Array>,
        times: &[f64],
    ) -> Result<Option<Ts<Kills>>, JsError> {
        let Ok(program) = rust::compile(source) else { return Ok(None) };
        let program = program.on(read_disk(disk));
        let whole = left_by(&program, &Left { died_of: None, time: 0.0, took: 0.0 }, whole)?;
        let killed = killed.iter().zip(times).map(|(image, &time)| {
            let left = Left { died_of: Some(Death::Killed), time, took: 0.0 };
            left_by(&program, &left, &image.to_vec())
        });
        let killed: Vec<Replay> = killed.collect::<Result<_, _>>()?;
        Ok(Some(Kills::from(replay::kills(&whole, &killed)).into_ts()?))
    }

    /// What of the last run is on the screen. The timeline's picture comes by
    /// [`picture`](Playground::picture).
    pub fn look(&self, look: Ts<Look>) -> Answer<Seen> {
        Ok(Seen::of(self.replay()?, self.beside.as_deref(), &look.to_rust()?).into_ts()?)
    }

    /// The timeline of the last run, in pixels. Of a look it takes the timeline, and the step where
    /// what follows it is left out.
    pub fn picture(&self, look: Ts<Look>) -> Result<Picture, JsError> {
        let replay = self.replay()?;
        Ok(replay.picture(&look.to_rust()?.view(replay, self.beside.as_deref())).into())
    }

    /// The timeline of the run beside the last one, in the same pixels and from its first lane on.
    #[wasm_bindgen(js_name = pictureBeside)]
    pub fn picture_beside(&self, look: Ts<Look>) -> Result<Option<Picture>, JsError> {
        let Some(beside) = self.beside.as_deref() else { return Ok(None) };
        let view = look.to_rust()?.view(self.replay()?, Some(beside));
        let view = replay::View { first_lane: 0, lanes: LANES_BESIDE, ..view };
        Ok(Some(beside.picture(&view).into()))
    }

    /// The state at a step, of a resource if one is named (0 for none). `until`: the last step of which
    /// anything is shown, where what follows it is left out.
    pub fn about(&self, step: u32, resource: u32, until: Option<u32>) -> Answer<About> {
        let known = until.map_or(usize::MAX, |step| step as usize);
        Ok(About::of(self.replay()?, step as usize, resource, known).into_ts()?)
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

    /// The disk as the last run has left it, as bytes.
    #[wasm_bindgen(js_name = diskLeft)]
    pub fn disk_left(&self) -> Result<Vec<u8>, JsError> {
        let replay = self.replay()?;
        let mut disk = Disk::after(replay.runs_on_disk().saturating_add(1));
        for (path, bytes) in replay.disk(replay.steps()) {
            match bytes {
                Some(bytes) => disk.put_file(path, bytes),
                None => disk.put_directory(path),
            }
        }
        Ok(disk.to_bytes())
    }

    /// Whether a program has run.
    #[wasm_bindgen(js_name = hasRun)]
    pub fn has_run(&self) -> bool {
        self.replay.is_some()
    }
}

impl Playground {
    /// The program of a source on a disk. That of the last call need not be compiled again.
    fn program(
        &mut self,
        source: &str,
        disk: Option<Vec<u8>>,
    ) -> Result<Rc<run::Program>, Vec<run::Diagnostic>> {
        if let Some(last) = &self.last
            && last.source == source
            && last.disk == disk
        {
            return Ok(last.program.clone());
        }
        let program = Rc::new(rust::compile(source)?.on(read_disk(disk.clone())));
        let last = Last { source: source.to_owned(), disk, program: program.clone() };
        self.last = Some(AssertUnwindSafe(last));
        Ok(program)
    }

    fn show(&mut self, replay: Replay) {
        self.replay = Some(AssertUnwindSafe(replay));
        self.beside = None;
    }

    fn replay(&self) -> Result<&Replay, JsError> {
        self.replay.as_deref().ok_or_else(|| JsError::new("nothing has run yet"))
    }

    /// Milliseconds by the browser's clock; 0 where there is none.
    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }
}

/// The clock of the worker, if it is one.
fn clock() -> Option<Performance> {
    js_sys::global().dyn_into::<WorkerGlobalScope>().ok()?.performance()
}

/// The disk of such bytes. They may come from the browser's storage, where others can write: what is
/// no disk is as none.
fn read_disk(bytes: Option<Vec<u8>>) -> Option<Disk> {
    Disk::from_bytes(&bytes?).ok()
}

/// What a program has left that ran elsewhere, reaped where it died.
fn left_by(program: &run::Program, left: &Left, image: &[u8]) -> Result<Replay, JsError> {
    let mut journal = image::read(image)?;
    left.reap(&mut journal);
    Ok(Replay::new(journal, program.beginning()))
}

/// What the codes in a picture stand for.
#[wasm_bindgen]
pub fn legend() -> Answer<Legend> {
    Ok(Legend::new().into_ts()?)
}

/// The limits that hold for every program.
#[wasm_bindgen]
pub fn limits() -> Answer<Limits> {
    Ok(Limits::new().into_ts()?)
}
