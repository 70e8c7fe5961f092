//! A program in an instance of its own, which dies with it.
//!
//! Where a process would abort, so does the instance: a WebAssembly trap, after which none of its
//! code runs by itself again. Its memory can still be read, as one opens a core dump. That is what
//! `last_words…` are for. JavaScript gives them a sound stack first (`__stack_pointer`, which an
//! overflow leaves beyond the end), so they are plain functions and not ones of `wasm-bindgen`,
//! which refuses to enter a dead instance. They allocate nothing and drop nothing.

use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::prelude::*;

use crate::guard::{Session, install_panic_hook};
use crate::journal::image::{self, Copier};
use crate::script;

/// Bytes that leave a dead instance at once.
const PIECE: usize = 64 * 1024;

/// Where the pieces are put, one after the other.
struct Piece(std::cell::UnsafeCell<([u8; PIECE], Copier)>);

// SAFETY: an instance has one thread.
unsafe impl Sync for Piece {}

static LAST_WORDS: Piece = Piece(std::cell::UnsafeCell::new(([0; PIECE], Copier::new())));

/// Whether a panic was one of our own code.
static IS_OUR_BUG: AtomicBool = AtomicBool::new(false);

/// Runs a program, and dies with it where a process would. Returns the image of its journal if it
/// lives to its end; nothing for a source that is refused.
#[wasm_bindgen(js_name = runMortal)]
pub fn run_mortal(source: &str) -> Option<Vec<u8>> {
    let program = script::compile(source).ok()?;
    listen_for_our_bugs();
    Some(image::of(&program.run_mortal().journal))
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
