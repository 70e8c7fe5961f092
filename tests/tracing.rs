//! The journal's events go through `tracing` as well, when that is switched on.
#![cfg(not(target_arch = "wasm32"))]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use leakproof::guard::Session;
use leakproof::prelude::*;
use leakproof::world::World;
use tracing_subscriber::fmt::MakeWriter;

/// What a subscriber printed.
#[derive(Clone, Default)]
struct Printed(Arc<Mutex<Vec<u8>>>);

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Printed {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// Runs a program in an empty world with a subscriber that prints, and returns what it printed.
fn traced(program: impl FnOnce(&Session)) -> String {
    let printed = Printed::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(printed.clone())
        .with_ansi(false)
        .with_target(false)
        .without_time()
        .finish();
    let session = Session::new(World::new());
    tracing::subscriber::with_default(subscriber, || {
        session.enter(|| program(&session));
        session.finish();
    });
    String::from_utf8(std::mem::take(&mut printed.0.lock().unwrap())).unwrap()
}

#[test]
fn an_open_resource_is_a_span_and_the_rest_are_events_inside_of_it() {
    let printed = traced(|session| {
        session.set_tracing(true);
        let mut file = ManagedFile::create("a.txt").unwrap();
        file.write("hello").unwrap();
    });
    let lines: Vec<&str> = printed.lines().collect();
    let inside = "resource{name=\"a.txt\" resource=1";
    assert!(lines[0].contains("kind=\"acquiring\"") && !lines[0].contains(inside), "{printed}");
    for (line, kind) in
        lines[1..].iter().zip(["acquired", "written", "clean-up-started", "flushed", "released"])
    {
        assert!(line.contains(inside) && line.contains(&format!("kind=\"{kind}\"")), "{printed}");
    }
    assert_eq!(lines.len(), 6, "{printed}");
}

#[test]
fn a_leak_is_an_error_and_its_reaping_a_warning() {
    let printed = traced(|session| {
        session.set_tracing(true);
        std::mem::forget(ManagedFile::create("a.txt").unwrap());
    });
    let ends: Vec<&str> = printed.lines().rev().take(2).collect();
    assert!(ends[1].starts_with("ERROR") && ends[1].contains("kind=\"leaked\""), "{printed}");
    assert!(ends[0].starts_with(" WARN") && ends[0].contains("kind=\"reaped\""), "{printed}");
}

#[test]
fn switched_off_it_says_nothing() {
    let printed = traced(|session| {
        session.set_tracing(true);
        session.set_tracing(false);
        drop(ManagedFile::create("a.txt").unwrap());
    });
    assert_eq!(printed, "");
}

#[test]
fn a_subscriber_may_use_guards_of_the_same_session() {
    /// Writes each line to a file of the world that is being traced.
    struct ToWorld;
    impl Write for ToWorld {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            ManagedFile::append("trace.log")?.write(bytes)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let session = Session::new(World::new());
    let subscriber = tracing_subscriber::fmt().with_writer(|| ToWorld).with_ansi(false).finish();
    tracing::subscriber::with_default(subscriber, || {
        session.enter(|| {
            session.set_tracing(true);
            drop(ManagedFile::create("a.txt").unwrap());
            session.set_tracing(false);
            assert!(fs::read_to_string("trace.log").unwrap().contains("a.txt"));
        });
    });
}
