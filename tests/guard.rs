//! Every way a guarded scope can end has one defined, recorded outcome.
//!
//! A test is a program and the lifecycle it must leave in the journal, one line an event. The same
//! tests run natively and, with real unwinding, in the browser.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use leakproof::guard::{Session, install_panic_hook, message_of};
use leakproof::journal::{self, Event, Journal, Kind};
use leakproof::prelude::*;
use leakproof::world::{Fault, HandleKind, Operation, World};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Runs a program in a world, and returns how it ended, the lifecycle of its resources, and the
/// world it left.
fn run(world: World, program: impl FnOnce() -> Result<()>) -> (String, String, World) {
    install_panic_hook();
    let session = Session::new(world);
    let outcome = session.enter(|| catch_unwind(AssertUnwindSafe(program)));
    let outcome = match outcome {
        Ok(Ok(())) => String::from("returned"),
        Ok(Err(error)) => format!("error {error:?}"),
        Err(payload) => format!("panic {}", message_of(&*payload)),
    };
    let (journal, world) = session.finish();
    assert_eq!(world.open_handles().count(), 0, "a handle is open after the run");
    (outcome, lifecycle(&journal), world)
}

/// The events of resources, one a line, without what a test of endings does not ask for.
fn lifecycle(journal: &Journal) -> String {
    let mut names = vec![""; journal.len() + 1];
    let mut lines = String::new();
    for event in journal.events() {
        let Event { kind, resource, text, amount, detail, .. } = *event;
        if kind == Kind::Acquiring {
            names[resource.0 as usize] = journal.text(text);
            continue;
        }
        let name = names[resource.0 as usize];
        let ending = || journal::Ending::from_code(detail).expect("an ending").name();
        let _ = match kind {
            Kind::Acquired => writeln!(lines, "{name} acquired"),
            Kind::CleanUpStarted => continue,
            Kind::Released => writeln!(lines, "{name} released ({})", ending()),
            Kind::ReleaseFailed => writeln!(
                lines,
                "{name} release failed ({}): {}, {amount} bytes lost",
                ending(),
                journal.text(text)
            ),
            Kind::Written | Kind::Flushed | Kind::Read | Kind::Leaked | Kind::Reaped => {
                writeln!(lines, "{name} {} {amount}", kind.name())
            }
            _ => writeln!(lines, "{name} {}: {}", kind.name(), journal.text(text)),
        };
    }
    lines
}

/// Checks one program: how it ends, then its lifecycle.
#[track_caller]
fn check(world: World, program: impl FnOnce() -> Result<()>, expected: &str) -> World {
    let (outcome, lifecycle, world) = run(world, program);
    let found = format!("{outcome}\n{lifecycle}");
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(found.lines().map(str::trim).collect::<Vec<_>>(), expected, "\n{found}");
    world
}

fn failing(operation: Operation, nth: u32, error: ErrorKind) -> World {
    let mut world = World::new();
    world.add_fault(Fault { operation, nth, error });
    world
}

/// The content of a file that the program left on the disk.
fn content(world: World, path: &str) -> String {
    Session::new(world).enter(|| fs::read_to_string(path).unwrap())
}

#[test]
fn the_end_of_a_scope_flushes_and_releases() {
    let world = check(
        World::new(),
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("hello")
        },
        "returned
         a acquired
         a written 5
         a flushed 5
         a released (dropped)",
    );
    assert_eq!(content(world, "a"), "hello");
}

#[test]
fn nested_scopes_release_in_reverse_order() {
    check(
        World::new(),
        || {
            let _a = ManagedFile::create("a")?;
            let _b = ManagedFile::create("b")?;
            let _c = ManagedFile::create("c")?;
            Ok(())
        },
        "returned
         a acquired
         b acquired
         c acquired
         c released (dropped)
         b released (dropped)
         a released (dropped)",
    );
}

#[test]
fn a_question_mark_releases_and_passes_the_error_on() {
    check(
        World::new(),
        || {
            let _a = ManagedFile::create("a")?;
            let _b = ManagedFile::open("missing")?;
            unreachable!()
        },
        "error not found: missing
         a acquired
         missing acquisition-failed: not found: missing
         a released (dropped)",
    );
}

#[test]
fn an_early_return_releases() {
    check(
        World::new(),
        || {
            let _a = ManagedFile::create("a")?;
            if fs::exists("a") {
                return Ok(());
            }
            unreachable!()
        },
        "returned
         a acquired
         a released (dropped)",
    );
}

#[test]
fn a_break_releases_before_the_loop_is_left() {
    check(
        World::new(),
        || {
            for i in 0.. {
                let _a = ManagedFile::create(format!("a{i}"))?;
                if i == 1 {
                    break;
                }
            }
            let _after = ManagedFile::create("after")?;
            Ok(())
        },
        "returned
         a0 acquired
         a0 released (dropped)
         a1 acquired
         a1 released (dropped)
         after acquired
         after released (dropped)",
    );
}

#[test]
fn a_panic_in_the_body_releases_while_it_unwinds() {
    let world = check(
        World::new(),
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("half")?;
            panic!("bad batch");
        },
        "panic bad batch
         a acquired
         a written 4
         panic-raised: bad batch
         a flushed 4
         a released (unwound)",
    );
    assert_eq!(content(world, "a"), "half");
}

#[test]
fn a_panic_in_a_nested_body_releases_inside_out() {
    check(
        World::new(),
        || {
            let _outer = ManagedFile::create("outer")?;
            let inner = || {
                let _inner = ManagedFile::create("inner").unwrap();
                panic!("deep");
            };
            inner()
        },
        "panic deep
         outer acquired
         inner acquired
         panic-raised: deep
         inner released (unwound)
         outer released (unwound)",
    );
}

#[test]
fn if_the_second_of_three_acquisitions_fails_only_the_first_is_released() {
    check(
        failing(Operation::Open, 2, ErrorKind::Denied),
        || {
            let _a = ManagedFile::create("a")?;
            let _b = ManagedFile::create("b")?;
            let _c = ManagedFile::create("c")?;
            unreachable!()
        },
        "error denied: b
         a acquired
         b acquisition-failed: denied: b
         a released (dropped)",
    );
}

#[test]
fn a_close_that_fails_alone_is_returned_by_close() {
    check(
        failing(Operation::Close, 1, ErrorKind::Io),
        || ManagedFile::create("a")?.close(),
        "error i/o error: /a
         a acquired
         a release failed (closed): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_close_that_fails_in_drop_is_recorded_and_does_not_panic() {
    check(
        failing(Operation::Close, 1, ErrorKind::Io),
        || {
            let _a = ManagedFile::create("a")?;
            Ok(())
        },
        "returned
         a acquired
         a release failed (dropped): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_close_that_fails_alone_is_returned_by_with() {
    check(
        failing(Operation::Close, 1, ErrorKind::Io),
        || with(Opening::create("a"), |_| Ok(())),
        "error i/o error: /a
         a acquired
         a release failed (returned): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_close_that_fails_while_an_error_travels_is_attached_to_it() {
    check(
        failing(Operation::Close, 1, ErrorKind::Io),
        || with(Opening::create("a"), |_| Err(Error::other("bad batch"))),
        "error bad batch
           suppressed: i/o error: /a
         a acquired
         a release failed (failed): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_close_that_fails_while_a_panic_travels_is_recorded_and_the_panic_goes_on() {
    check(
        failing(Operation::Close, 1, ErrorKind::Io),
        || with(Opening::create("a"), |_| panic!("bad batch")),
        "panic bad batch
         a acquired
         panic-raised: bad batch
         a release failed (panicked): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_flush_that_fails_in_closing_says_what_is_lost_and_closes_all_the_same() {
    let mut world = World::new();
    world.set_disk_size(4);
    check(
        world,
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("too much")?;
            file.close()
        },
        "error no space: /a
         a acquired
         a written 8
         a operation-failed: no space: /a
         a release failed (closed): no space: /a, 8 bytes lost",
    );
}

#[test]
fn of_two_errors_in_closing_the_second_is_attached_to_the_first() {
    let mut world = failing(Operation::Close, 1, ErrorKind::Io);
    world.set_disk_size(4);
    check(
        world,
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("too much")?;
            file.close()
        },
        "error no space: /a
           suppressed: i/o error: /a
         a acquired
         a written 8
         a operation-failed: no space: /a
         a release failed (closed): no space: /a, 8 bytes lost",
    );
}

#[test]
fn a_failed_flush_keeps_the_bytes_and_can_be_tried_again() {
    let world = check(
        failing(Operation::Write, 1, ErrorKind::Io),
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("hello")?;
            file.flush().unwrap_err();
            file.flush()
        },
        "returned
         a acquired
         a written 5
         a operation-failed: i/o error: /a
         a flushed 5
         a released (dropped)",
    );
    assert_eq!(content(world, "a"), "hello");
}

#[test]
fn closing_the_same_handle_twice_is_a_bad_handle() {
    let mut world = World::new();
    let opened = world.open("a", OpenOptions::new().write(true).create(true)).unwrap();
    let other = world.open("b", OpenOptions::new().write(true).create(true)).unwrap();
    world.close(opened.handle).unwrap();
    assert_eq!(world.close(opened.handle).unwrap_err().kind, ErrorKind::BadHandle);
    let open: Vec<_> = world.open_handles().map(|open| open.0).collect();
    assert_eq!(open, [other.handle]);
}

#[test]
fn using_a_file_after_its_run_is_over_is_a_bad_handle() {
    let session = Session::new(World::new());
    let mut file = session.enter(|| ManagedFile::create("a").unwrap());
    let (before, _world) = session.finish();
    assert_eq!(file.write("late").unwrap_err().kind(), Some(ErrorKind::BadHandle));
    assert_eq!(file.handle(), None);
    drop(file);
    assert_eq!(before.events().last().map(|event| event.kind), Some(Kind::Reaped));
    assert!(session.with_journal(Journal::is_empty), "a dead program recorded something");
}

#[test]
fn a_held_resource_is_a_bad_handle_after_its_stack_has_ended() {
    check(
        World::new(),
        || {
            let mut stack = ExitStack::new();
            let file = stack.hold(Opening::create("a"))?;
            stack.close()?;
            file.get().map(|_| ())
        },
        "error bad handle: its exit stack has ended
         a acquired
         a released (stack ended)",
    );
}

#[test]
fn a_forgotten_file_loses_its_bytes_and_is_reaped() {
    let world = check(
        World::new(),
        || {
            let mut file = ManagedFile::create("a")?;
            file.write("lost")?;
            std::mem::forget(file);
            Ok(())
        },
        "returned
         a acquired
         a written 4
         a leaked 4
         a reaped 4",
    );
    assert_eq!(content(world, "a"), "");
}

#[test]
fn a_leaked_box_is_reaped() {
    check(
        World::new(),
        || {
            let file = Box::leak(Box::new(ManagedFile::create("a")?));
            file.write("kept")?;
            file.flush()
        },
        "returned
         a acquired
         a written 4
         a flushed 4
         a leaked 0
         a reaped 0",
    );
}

#[test]
fn a_cycle_of_rcs_is_reaped() {
    struct Node {
        _file: ManagedFile,
        next: RefCell<Option<Rc<Node>>>,
    }
    check(
        World::new(),
        || {
            let node = Rc::new(Node { _file: ManagedFile::create("a")?, next: RefCell::new(None) });
            *node.next.borrow_mut() = Some(Rc::clone(&node));
            Ok(())
        },
        "returned
         a acquired
         a leaked 0
         a reaped 0",
    );
}

#[test]
fn leaked_files_fill_the_table_and_the_next_open_fails() {
    let mut world = World::new();
    world.set_limit(HandleKind::File, 2);
    check(
        world,
        || {
            for i in 0..3 {
                std::mem::forget(ManagedFile::create(format!("a{i}"))?);
            }
            Ok(())
        },
        "error too many open files: a2
         a0 acquired
         a1 acquired
         a2 acquisition-failed: too many open files: a2
         a0 leaked 0
         a1 leaked 0
         a0 reaped 0
         a1 reaped 0",
    );
}

#[test]
fn an_underscore_binds_nothing_and_releases_at_once() {
    check(
        World::new(),
        || {
            let _ = ManagedFile::create("a")?;
            let _b = ManagedFile::create("b")?;
            Ok(())
        },
        "returned
         a acquired
         a released (dropped)
         b acquired
         b released (dropped)",
    );
}

#[test]
fn with_tells_exit_how_the_body_ended() {
    check(
        World::new(),
        || {
            with(Opening::create("a"), |file| file.write("x"))?;
            with(Opening::create("b"), |_| Err::<(), _>(Error::other("no"))).unwrap_err();
            with(Opening::create("c"), |_| panic!("no"))
        },
        "panic no
         a acquired
         a written 1
         a flushed 1
         a released (returned)
         b acquired
         b released (failed)
         c acquired
         panic-raised: no
         c released (panicked)",
    );
}

#[test]
fn a_panic_in_exit_while_a_panic_travels_does_not_hide_the_first() {
    struct Clumsy;
    impl Managed for Clumsy {
        type Resource = ();
        fn enter(self) -> Result<()> {
            Ok(())
        }
        fn exit((): (), _: Ending<'_>) -> Result<()> {
            panic!("second")
        }
    }
    check(
        World::new(),
        || {
            let _outer = ManagedFile::create("outer")?;
            with(Clumsy, |()| panic!("first"))
        },
        "panic first
         outer acquired
         panic-raised: first
         panic-raised: second
         outer released (unwound)",
    );
}

#[test]
fn a_stack_releases_what_it_acquired_when_a_later_acquisition_fails() {
    check(
        failing(Operation::Open, 3, ErrorKind::NoSpace),
        || {
            with(ExitStack::new(), |stack| {
                for i in 0..5 {
                    stack.hold(Opening::create(&format!("shard-{i}")))?;
                }
                unreachable!()
            })
        },
        "error no space: shard-2
         shard-0 acquired
         shard-1 acquired
         shard-2 acquisition-failed: no space: shard-2
         shard-1 released (stack failed)
         shard-0 released (stack failed)",
    );
}

#[test]
fn a_stack_runs_every_clean_up_and_returns_the_errors_together() {
    let mut world = failing(Operation::Close, 1, ErrorKind::Io);
    world.add_fault(Fault { operation: Operation::Close, nth: 3, error: ErrorKind::Io });
    check(
        world,
        || {
            let mut stack = ExitStack::new();
            for name in ["a", "b", "c"] {
                stack.hold(Opening::create(name))?;
            }
            stack.close()
        },
        "error i/o error: /c
           suppressed: i/o error: /a
         a acquired
         b acquired
         c acquired
         c release failed (stack ended): i/o error: /c, 0 bytes lost
         b released (stack ended)
         a release failed (stack ended): i/o error: /a, 0 bytes lost",
    );
}

#[test]
fn a_panic_in_a_clean_up_does_not_keep_the_others_from_running() {
    check(
        World::new(),
        || {
            let mut stack = ExitStack::new();
            stack.hold(Opening::create("a"))?;
            stack.defer(|_| panic!("in clean-up"));
            stack.hold(Opening::create("b"))?;
            stack.close()
        },
        "panic in clean-up
         a acquired
         b acquired
         b released (stack ended)
         panic-raised: in clean-up
         a released (stack panicked)",
    );
}

#[test]
fn a_stack_that_ends_while_a_resource_is_in_use_says_so_and_releases_later() {
    check(
        World::new(),
        || {
            let mut stack = ExitStack::new();
            let file = stack.hold(Opening::create("a"))?;
            let in_use = file.get()?;
            let closed = stack.close();
            drop(in_use);
            closed
        },
        "error busy: still in use
         a acquired
         a released (dropped)",
    );
}

#[test]
fn a_sealed_program_runs_no_clean_up() {
    let session = Session::new(World::new());
    session.enter(|| {
        let mut file = ManagedFile::create("a").unwrap();
        file.write("lost").unwrap();
        session.seal();
    });
    let (journal, world) = session.finish();
    assert!(lifecycle(&journal).ends_with("a leaked 4\na reaped 4\n"), "{}", lifecycle(&journal));
    assert_eq!(world.open_handles().count(), 0);
}

#[test]
fn how_long_it_was_open_is_tracked_by_the_virtual_clock() {
    Session::new(World::new()).enter(|| {
        let file = ManagedFile::create("a").unwrap();
        sleep(7);
        assert_eq!(file.open_for().as_millis(), 7);
    });
}

#[test]
fn reading_sees_what_the_same_handle_has_buffered() {
    let options = OpenOptions::new().read(true).write(true).create(true);
    check(
        World::new(),
        || {
            let mut file = ManagedFile::with_options("a", options)?;
            let epoch = 3;
            write!(file, "epoch {epoch}")?;
            file.seek(std::io::SeekFrom::Start(6))?;
            assert_eq!(file.read_to_string()?, "3");
            Ok(())
        },
        "returned
         a acquired
         a written 7
         a flushed 7
         a read 1
         a read 0
         a released (dropped)",
    );
}

#[test]
fn files_written_in_turns_and_closed_out_of_order_have_each_their_own_bytes() {
    let world = check(
        failing(Operation::Write, 2, ErrorKind::NoSpace),
        || {
            let mut first = ManagedFile::create("first")?;
            let mut second = ManagedFile::create("second")?;
            let mut third = ManagedFile::create("third")?;
            third.write("3")?;
            second.write("22")?;
            first.write("1")?;
            first.close()?;
            assert!(second.close().is_err(), "its bytes are lost, and no later file has them");
            let mut fourth = ManagedFile::create("fourth")?;
            fourth.write("4")?;
            third.write("5")
        },
        "returned
         first acquired
         second acquired
         third acquired
         third written 1
         second written 2
         first written 1
         first flushed 1
         first released (closed)
         second operation-failed: no space: /second
         second release failed (closed): no space: /second, 2 bytes lost
         fourth acquired
         fourth written 1
         third written 1
         fourth flushed 1
         fourth released (dropped)
         third flushed 2
         third released (dropped)",
    );
    let contents = ["first", "second", "third", "fourth"].map(|path| content(world.clone(), path));
    assert_eq!(contents, ["1", "", "35", "4"]);
}
