//! The limits of the table of handles and of the disk.

use std::io::SeekFrom;

use super::*;

#[test]
fn sixteen_files_and_sixteen_locks_are_open_at_most_unless_told_otherwise() {
    let mut world = world("a=x");
    for number in 0..DEFAULT_LIMIT {
        open(&mut world, "a", READ);
        world.lock(&number.to_string(), LockMode::Exclusive).unwrap();
    }
    refuses(&mut world, "too many open files: a", |world| world.open("a", READ));
    refuses(&mut world, "too many open files: l", |world| world.lock("l", LockMode::Exclusive));
}

#[test]
fn a_full_table_is_noticed_before_the_path_is_looked_at() {
    let mut world = World::new();
    world.set_limit(HandleKind::File, 0);
    refuses(&mut world, "too many open files: new", |world| world.open("new", CREATE));
    refuses(&mut world, "too many open files: no/a", |world| world.open("no/a", READ));
}

#[test]
fn closing_makes_room_in_the_table() {
    let mut world = world("a=x");
    world.set_limit(HandleKind::File, 1);
    let handle = open(&mut world, "a", READ);
    refuses(&mut world, "too many open files: a", |world| world.open("a", READ));
    world.close(handle).unwrap();
    open(&mut world, "a", READ);
    assert_eq!((world.open_count(HandleKind::File), world.limit(HandleKind::File)), (1, 1));
}

#[test]
fn each_kind_has_a_limit_of_its_own() {
    let mut world = world("a=x");
    world.set_limit(HandleKind::File, 1);
    world.set_limit(HandleKind::Lock, 2);
    world.lock("l", LockMode::Shared).unwrap();
    open(&mut world, "a", READ);
    world.lock("l", LockMode::Shared).unwrap();
    refuses(&mut world, "too many open files: l", |world| world.lock("l", LockMode::Shared));
}

#[test]
fn a_write_fits_whole_or_not_at_all() {
    let mut world = world("a=12345678");
    world.set_disk_size(10);
    let handle = open(&mut world, "a", APPEND);
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"abc"));
    world.write(handle, b"ab").unwrap();
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"c"));
    assert_eq!(shown(&world), "a=12345678ab");
}

#[test]
fn replacing_bytes_takes_no_space() {
    let mut world = world("a=12345");
    world.set_disk_size(5);
    let handle = open(&mut world, "a", WRITE);
    world.write(handle, b"abcde").unwrap();
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"f"));
}

#[test]
fn a_gap_takes_space() {
    let mut world = World::new();
    world.set_disk_size(8);
    let handle = open(&mut world, "a", CREATE);
    world.seek(handle, SeekFrom::Start(8)).unwrap();
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"x"));
    world.seek(handle, SeekFrom::Start(7)).unwrap();
    world.write(handle, b"x").unwrap();
}

#[test]
fn no_seek_reaches_beyond_the_memory() {
    let mut world = World::new();
    world.set_disk_size(u64::MAX);
    assert_eq!(world.disk_size(), LARGEST_DISK);
    let handle = open(&mut world, "a", CREATE);
    for far in [LARGEST_DISK, u64::from(u32::MAX), i64::MAX as u64] {
        world.seek(handle, SeekFrom::Start(far)).unwrap();
        refuses(&mut world, "no space: /a", |world| world.write(handle, b"x"));
    }
}

#[test]
fn cutting_and_removing_give_space_back() {
    let mut world = world("a=12345 b=12345");
    world.set_disk_size(10);
    let handle = open(&mut world, "a", CREATE);
    assert_eq!(world.disk_used(), 5);
    world.remove_file("b").unwrap();
    world.write(handle, &[0; 10]).unwrap();
}

#[test]
fn an_open_file_without_a_name_gives_its_space_back_with_its_last_handle() {
    let mut world = world("a=12345");
    world.set_disk_size(5);
    let held = open(&mut world, "a", READ);
    let handle = open(&mut world, "b", CREATE);
    world.remove_file("a").unwrap();
    refuses(&mut world, "no space: /b", |world| world.write(handle, b"x"));
    world.close(held).unwrap();
    world.write(handle, b"12345").unwrap();
}

#[test]
fn a_replaced_file_gives_its_space_back() {
    let mut world = world("a=123 b=12345");
    let held = open(&mut world, "b", READ);
    world.rename("a", "b").unwrap();
    assert_eq!(world.disk_used(), 8);
    world.close(held).unwrap();
    assert_eq!(world.disk_used(), 3);
}

#[test]
fn a_smaller_disk_keeps_what_is_there() {
    let mut world = world("a=12345");
    world.set_disk_size(2);
    let handle = open(&mut world, "a", WRITE);
    world.write(handle, b"abc").unwrap();
    assert_eq!(shown(&world), "a=abc45");
    let handle = open(&mut world, "a", APPEND);
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"x"));
}
