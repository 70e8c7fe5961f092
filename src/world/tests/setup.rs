//! Installing, snapshots, what an observer sees, reaping.

use super::*;

#[test]
fn installing_costs_nothing_and_meets_no_limit_or_fault() {
    let mut world = World::new();
    world.set_disk_size(1);
    world.set_limit(HandleKind::File, 0);
    for operation in Operation::ALL {
        world.add_fault(Fault { operation: *operation, nth: 1, error: ErrorKind::Io });
    }
    world.install("runs/1/a", "hello").unwrap();
    assert_eq!((world.now(), world.disk_used()), (0, 5));
    assert!(Operation::ALL.iter().all(|operation| world.calls(*operation) == 0));
    assert_eq!(shown(&world), "runs/1/a=hello");
}

#[test]
fn installing_again_replaces_the_bytes() {
    let mut world = world("a=long a=x");
    assert_eq!(shown(&world), "a=x");
    world.install_read_only("a", "y").unwrap();
    refuses(&mut world, "denied: a", |world| world.open("a", WRITE));
    world.install("a", "z").unwrap();
    open(&mut world, "a", WRITE);
    assert_eq!(world.disk_used(), 1);
}

#[test]
fn installing_where_something_is_in_the_way_fails() {
    let mut world = world("a=x d/");
    refuses(&mut world, "is a directory: d", |world| world.install("d", ""));
    refuses(&mut world, "is a directory: d/..", |world| world.install("d/..", ""));
    refuses(&mut world, "is a directory: e/", |world| world.install("e/", ""));
    refuses(&mut world, "already exists: a/b", |world| world.install("a/b", ""));
    refuses(&mut world, "not found: ", |world| world.install("", ""));
    refuses(&mut world, "invalid: \0", |world| world.install("\0", ""));
    refuses(&mut world, "already exists: a", |world| world.install_dir("a"));
}

#[test]
fn a_snapshot_brings_everything_back() {
    let mut world = world("a=x d/");
    world.add_fault(Fault { operation: Operation::Open, nth: 3, error: ErrorKind::Io });
    let handle = open(&mut world, "a", READ.write(true));
    let snapshot = world.snapshot();
    let before = world.clone();
    world.write(handle, b"changed").unwrap();
    world.close(handle).unwrap();
    world.rename("a", "d/b").unwrap();
    world.set_disk_size(0);
    assert_ne!(world, before);
    world.restore(&snapshot);
    assert_eq!(world, before);
    assert_eq!(read(&mut world, handle), "x");
}

#[test]
fn looking_costs_nothing() {
    let mut world = world("b=2 a/c=1");
    let handle = open(&mut world, "b", READ);
    let before = world.clone();
    assert_eq!(shown(&world), "a/c=1 b=2");
    assert_eq!(world.contents("b"), Some(&b"2"[..]));
    assert_eq!(world.contents("a"), None);
    assert_eq!(world.contents("b/"), None);
    assert_eq!(world.contents("c"), None);
    let open: Vec<_> = world.open_handles().collect();
    assert_eq!(open, [(handle, HandleKind::File, "/b".to_string())]);
    assert_eq!(world, before);
}

#[test]
fn reaping_closes_everything_in_the_order_of_the_handles() {
    let mut world = world("a=hello");
    let file = open(&mut world, "a", READ);
    let lock = world.lock("l", LockMode::Exclusive).unwrap().handle;
    let last = open(&mut world, "a", READ);
    world.remove_file("a").unwrap();
    world.add_fault(Fault { operation: Operation::Close, nth: 1, error: ErrorKind::Io });
    let before = world.now();
    assert_eq!(world.reap(), [file, lock, last]);
    assert_eq!(world.reap(), []);
    assert_eq!((world.now(), world.disk_used()), (before, 0));
    world.lock("l", LockMode::Exclusive).unwrap();
}
