//! Panics unwind for real: the ground that everything else stands on.
//!
//! One body for everywhere: natively, in a page and in a worker. With a standard library that aborts
//! on panic every test here would fail.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};
use std::rc::Rc;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What was dropped, in order.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn note(&self, what: impl Into<String>) {
        self.0.borrow_mut().push(what.into());
    }

    fn guard(&self, name: &'static str) -> Noted {
        Noted { name, log: self.clone() }
    }

    fn take(&self) -> Vec<String> {
        self.0.take()
    }
}

/// Notes its name when it is dropped, with a `!` when that happens because of a panic.
struct Noted {
    name: &'static str,
    log: Log,
}

impl Drop for Noted {
    fn drop(&mut self) {
        let mark = if std::thread::panicking() { "!" } else { "" };
        self.log.note(format!("{}{mark}", self.name));
    }
}

/// Runs `body` and returns the message of the panic that left it.
fn message_of(body: impl FnOnce()) -> Option<String> {
    let payload = catch_unwind(AssertUnwindSafe(body)).err()?;
    payload
        .downcast_ref::<&str>()
        .map(|text| text.to_string())
        .or_else(|| payload.downcast_ref::<String>().cloned())
}

#[test]
fn a_panic_drops_in_reverse_order_of_declaration() {
    let log = Log::default();
    let message = message_of(|| {
        let _first = log.guard("first");
        let _second = log.guard("second");
        {
            let _inner = log.guard("inner");
        }
        let _third = log.guard("third");
        panic!("broken at {}", 3);
    });
    assert_eq!(message.as_deref(), Some("broken at 3"));
    assert_eq!(log.take(), ["inner", "third!", "second!", "first!"]);
}

#[test]
fn a_panic_unwinds_every_frame_between() {
    fn descend(depth: u32, log: &Log) {
        let _guard = log.guard("frame");
        if depth == 0 {
            panic!("the bottom");
        }
        // Not a tail call: the guard of this frame is dropped after the call.
        descend(depth - 1, log);
        log.note("not reached");
    }
    let log = Log::default();
    assert_eq!(message_of(|| descend(99, &log)).as_deref(), Some("the bottom"));
    assert_eq!(log.take(), vec!["frame!"; 100]);
}

#[test]
fn the_payload_of_a_panic_arrives_unchanged() {
    let caught = catch_unwind(|| panic_any(42_u64)).expect_err("it panics");
    assert_eq!(caught.downcast_ref::<u64>(), Some(&42));
    let again = catch_unwind(AssertUnwindSafe(|| resume_unwind(caught))).expect_err("it goes on");
    assert_eq!(again.downcast_ref::<u64>(), Some(&42));
}

#[test]
fn life_goes_on_after_a_caught_panic() {
    let log = Log::default();
    for _ in 0..1000 {
        message_of(|| {
            let _guard = log.guard("turn");
            panic!("again");
        });
    }
    assert!(!std::thread::panicking());
    assert_eq!(log.take().len(), 1000);
    drop(log.guard("calm"));
    assert_eq!(log.take(), ["calm"]);
}

#[test]
fn a_panic_inside_a_drop_is_caught_and_the_rest_is_dropped() {
    struct Breaks<'a>(&'a Log);
    impl Drop for Breaks<'_> {
        fn drop(&mut self) {
            self.0.note("breaks");
            panic!("in drop");
        }
    }
    let log = Log::default();
    let message = message_of(|| {
        let _outer = log.guard("outer");
        let _breaks = Breaks(&log);
        let _inner = log.guard("inner");
    });
    assert_eq!(message.as_deref(), Some("in drop"));
    assert_eq!(log.take(), ["inner", "breaks", "outer!"]);
}

#[test]
fn what_is_forgotten_is_not_dropped_by_a_panic_either() {
    let log = Log::default();
    message_of(|| {
        let kept = log.guard("kept");
        let _dropped = log.guard("dropped");
        std::mem::forget(kept);
        panic!("broken");
    });
    assert_eq!(log.take(), ["dropped!"]);
}

#[test]
fn a_panic_in_the_middle_of_building_drops_what_was_built() {
    let log = Log::default();
    let message = message_of(|| {
        let fails = || -> Noted { panic!("the third") };
        let _all = [log.guard("a"), log.guard("b"), fails(), log.guard("d")];
    });
    assert_eq!(message.as_deref(), Some("the third"));
    // Parts of an aggregate that was never finished drop in reverse order.
    assert_eq!(log.take(), ["b!", "a!"]);
}
