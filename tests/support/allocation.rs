//! An allocator that counts, for tests that ask what a run leaves behind and how much it takes.
//!
//! It counts for each thread by itself, since tests run side by side.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator, with a tally. A test binary that wants it says
/// `#[global_allocator] static ALLOCATOR: Counting = Counting;`.
pub struct Counting;

/// What a thread has allocated and not freed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Live {
    pub blocks: isize,
    pub bytes: isize,
}

thread_local! {
    // Without a destructor, so that it can be counted until the thread is gone.
    static LIVE: Cell<Live> = const { Cell::new(Live { blocks: 0, bytes: 0 }) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// What this thread has allocated and not freed.
pub fn live() -> Live {
    LIVE.get()
}

/// The most bytes that were live in this thread at a time.
pub fn peak() -> isize {
    PEAK.get()
}

fn count(blocks: isize, bytes: isize) {
    let live = LIVE.get();
    let live = Live { blocks: live.blocks + blocks, bytes: live.bytes + bytes };
    LIVE.set(live);
    PEAK.set(PEAK.get().max(live.bytes));
}

// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(1, layout.size() as isize);
        // SAFETY: the caller's promises are those that `System` asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(-1, -(layout.size() as isize));
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(0, size as isize - layout.size() as isize);
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }
}
