//! A program in an instance of its own, which dies with it.
//!
//! Where a process would abort, so does the instance: a WebAssembly trap, after which none of its
//! code runs by itself again. Its memory can still be read, as one opens a core dump. That is what
//! `last_words…` are for. JavaScript gives them a sound stack first (`__stack_pointer`, which an
//! overflow leaves beyond the end), so they are plain functions and not ones of `wasm-bindgen`,
//! which refuses to enter a dead instance. They allocate nothing and drop nothing.

use std::cell::Cell;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

use crate::guard::{Session, install_panic_hook};
use crate::journal::image::{self, Copier, Mark};
use crate::run;
use crate::rust;

/// Bytes that leave a dead instance at once.
const PIECE: usize = 64 * 1024;

/// Where the pieces are put, one after the other.
struct Piece(std::cell::UnsafeCell<([u8; PIECE], Copier)>);

// SAFETY: an instance has one thread.
unsafe impl Sync for Piece {}

static LAST_WORDS: Piece =
    Piece(std::cell::UnsafeCell::new(([0; PIECE], Copier::since(Mark::START))));

/// Whether a panic was one of our own code.
static IS_OUR_BUG: AtomicBool = AtomicBool::new(false);

/// Milliseconds of a program's running that may be missing in the journal of one that is ended from
/// outside.
const STREAMED_EVERY: f64 = 10.0;

/// What a program that lives to its end has left.
#[wasm_bindgen(getter_with_clone)]
pub struct Lived {
    /// The image of its journal.
    pub image: Vec<u8>,
    /// How many events that has.
    pub events: usize,
}

/// Runs a program, and dies with it where a process would. Returns what it has left if it lives to
/// its end; nothing for a source that is refused.
///
/// `disk`: what another program has left, if it begins on that. `dies_at`: the number of events at
/// which it is to die, if it is. `send` gets the journal while the program runs, as batches of an
/// image with the time in nanoseconds: whoever ends the worker has nothing else.
#[wasm_bindgen(js_name = runMortal)]
pub fn run_mortal(
    source: &str,
    disk: Option<Vec<u8>>,
    dies_at: Option<u32>,
    send: Function,
) -> Option<Lived> {
    let program = rust::compile(source).ok()?;
    let program = program.on(super::read_disk(disk));
    listen_for_our_bugs();
    let run = program.run_mortal(streaming(send), dies_at.map(|events| events as usize));
    Some(Lived { image: image::of(&run.journal), events: run.journal.len() })
}

/// Sends what the journal has got since the last time, if that is long enough ago.
fn streaming(send: Function) -> run::Watch {
    let clock = super::clock();
    let now = move || clock.as_ref().map_or(0.0, Performance::now);
    let (sent_at, mark) = (Cell::new(now()), Cell::new(Mark::START));
    Box::new(move |session| {
        if now() - sent_at.get() < STREAMED_EVERY {
            return;
        }
        let mut sent = mark.get();
        let batch = session.with_journal(|journal| image::since(journal, &mut sent));
        // The worker's `postMessage` is all that can fail here, and then nobody hears of anything.
        let batch = Uint8Array::from(&batch[..]);
        let _ = send.call2(&JsValue::NULL, &batch, &(session.now() as f64).into());
        sent_at.set(now());
        mark.set(sent);
    })
}

/// The hook that hears of every panic that is not the program's.
fn listen_for_our_bugs() {
    static LISTENING: std::sync::Once = std::sync::Once::new();
    LISTENING.call_once(|| {
        panic::set_hook(Box::new(|info| {
            IS_OUR_BUG.store(true, Ordering::Relaxed);
            console_error_panic_hook::hook(info);
        }));
        install_panic_hook();
    });
}

/// Copies the next piece of the dead program's journal and says how many bytes it has: less than
/// there is room for only at the end.
#[unsafe(no_mangle)]
extern "C" fn last_words() -> usize {
    // SAFETY: one thread, and nobody else uses it.
    let (piece, copier) = unsafe { &mut *LAST_WORDS.0.get() };
    // SAFETY: JavaScript asks when the program is dead.
    unsafe { Session::remains(|journal, _| copier.copy(journal, piece)) }.unwrap_or(0)
}

/// Where the pieces are in memory.
#[unsafe(no_mangle)]
extern "C" fn last_words_at() -> *const u8 {
    LAST_WORDS.0.get().cast()
}

/// How many bytes a piece can have.
#[unsafe(no_mangle)]
extern "C" fn last_words_room() -> usize {
    PIECE
}

/// How many events the dead program's journal has.
#[unsafe(no_mangle)]
extern "C" fn last_words_events() -> usize {
    // SAFETY: JavaScript asks when the program is dead.
    unsafe { Session::remains(|journal, _| journal.len()) }.unwrap_or(0)
}

/// When the program died, in nanoseconds by its clock.
#[unsafe(no_mangle)]
extern "C" fn last_words_time() -> f64 {
    // SAFETY: JavaScript asks when the program is dead.
    unsafe { Session::remains(|_, now| now as f64) }.unwrap_or(0.0)
}

/// Whether it died of a mistake of ours.
#[unsafe(no_mangle)]
extern "C" fn last_words_blame_us() -> bool {
    IS_OUR_BUG.load(Ordering::Relaxed)
}
