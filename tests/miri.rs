//! Programs interpreted under Miri, which watches the evaluator itself: a value that is dropped twice,
//! one that is read after it is gone, or one that is left over when all is done, ends the test.
//!
//! `make miri` runs it, in some minutes; without Miri there is nothing here.
#![cfg(miri)]

use leakproof::rust;

macro_rules! programs {
    ($($name:ident: $path:literal;)*) => {
        $(
            #[test]
            fn $name() {
                let source = include_str!(concat!("conformance/", $path));
                let program = rust::compile(source).unwrap_or_else(|said| panic!("{said:?}"));
                let run = program.run();
                assert_eq!(run.problem, None);
                assert!(!run.stdout.is_empty() || run.journal.len() > 1, "it did nothing");
            }
        )*
    };
}

programs! {
    a_panic_drops_what_it_passes: "panics/file-closes-while-unwinding.rs";
    a_panic_in_a_destructor_lets_the_rest_be_dropped: "panics/in-a-field-destructor.rs";
    a_panic_is_caught_with_its_payload: "catch-unwind/payload-with-a-destructor.rs";
    captures_are_dropped_with_their_closure: "closures/moved-captures-die-with-the-closure.rs";
    elements_leave_a_vec_one_by_one: "moves/vec-truncate-clear-insert.rs";
    guards_are_held_by_a_stack: "guards/exit-stack-fails-half-way.rs";
    iterators_drop_what_they_did_not_give: "iterators/by-value-drops-the-rest.rs";
    parts_that_were_moved_are_dropped_elsewhere: "moves/partial-move-of-nested-fields.rs";
    pointers_share_until_the_last_is_gone: "rc/parent-and-children.rs";
    values_change_places: "moves/mem-replace-swap-take.rs";
}
