//! Advisory locks.

use super::LockMode::{Exclusive, Shared};
use super::*;

#[test]
fn an_exclusive_lock_excludes_every_other() {
    let mut world = World::new();
    world.lock("l", Exclusive).unwrap();
    refuses(&mut world, "busy: l", |world| world.lock("l", Exclusive));
    refuses(&mut world, "busy: l", |world| world.lock("l", Shared));
}

#[test]
fn shared_locks_exclude_only_exclusive_ones() {
    let mut world = World::new();
    let first = world.lock("l", Shared).unwrap().handle;
    let second = world.lock("l", Shared).unwrap().handle;
    refuses(&mut world, "busy: l", |world| world.lock("l", Exclusive));
    world.close(first).unwrap();
    refuses(&mut world, "busy: l", |world| world.lock("l", Exclusive));
    world.close(second).unwrap();
    world.lock("l", Exclusive).unwrap();
}

#[test]
fn locks_on_different_files_do_not_meet() {
    let mut world = World::new();
    world.lock("a", Exclusive).unwrap();
    world.lock("b", Exclusive).unwrap();
}

#[test]
fn a_lock_makes_its_file_and_leaves_it_behind() {
    let mut world = World::new();
    let lock = world.lock("l", Exclusive).unwrap();
    assert!(lock.created);
    world.close(lock.handle).unwrap();
    let again = world.lock("l", Shared).unwrap();
    assert!(!again.created && again.node == lock.node);
    assert_eq!(shown(&world), "l=");
}

#[test]
fn a_refused_lock_makes_no_file() {
    let mut world = world("d/");
    refuses(&mut world, "not found: x/l", |world| world.lock("x/l", Exclusive));
    refuses(&mut world, "is a directory: d", |world| world.lock("d", Exclusive));
    refuses(&mut world, "is a directory: l/", |world| world.lock("l/", Exclusive));
}

#[test]
fn a_lock_belongs_to_the_file_and_not_to_the_path() {
    let mut world = World::new();
    let held = world.lock("l", Exclusive).unwrap();
    world.rename("l", "moved").unwrap();
    refuses(&mut world, "busy: moved", |world| world.lock("moved", Shared));
    world.remove_file("moved").unwrap();
    assert_ne!(world.lock("moved", Exclusive).unwrap().node, held.node);
}

#[test]
fn a_lock_hinders_nobody_who_does_not_ask() {
    let mut world = world("l=x");
    world.lock("l", Exclusive).unwrap();
    let handle = open(&mut world, "l", CREATE);
    world.write(handle, b"y").unwrap();
    assert_eq!(shown(&world), "l=y");
}

#[test]
fn a_read_only_file_can_be_locked() {
    world("key!=secret").lock("key", Exclusive).unwrap();
}

#[test]
fn a_lock_can_neither_be_read_nor_written() {
    let mut world = World::new();
    let handle = world.lock("l", Exclusive).unwrap().handle;
    refuses(&mut world, "bad handle: /l", |world| world.read(handle, &mut [0]));
    refuses(&mut world, "bad handle: /l", |world| world.write(handle, b"x"));
    refuses(&mut world, "bad handle: /l", |world| world.position(handle));
}
