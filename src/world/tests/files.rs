//! Opening, reading, writing, seeking, closing.

use std::io::SeekFrom;

use super::*;

#[test]
fn what_is_written_is_read() {
    let mut world = World::new();
    let handle = open(&mut world, "a", CREATE.read(true));
    assert_eq!(world.write(handle, b"hello ").unwrap(), 0);
    assert_eq!(world.write(handle, b"world").unwrap(), 6);
    world.seek(handle, SeekFrom::Start(4)).unwrap();
    assert_eq!(read(&mut world, handle), "o world");
    assert_eq!(read(&mut world, handle), "");
    assert_eq!(shown(&world), "a=hello world");
}

#[test]
fn a_write_inside_a_file_replaces_and_then_extends() {
    let mut world = world("a=hello");
    let handle = open(&mut world, "a", WRITE);
    world.seek(handle, SeekFrom::Start(3)).unwrap();
    world.write(handle, b"p me").unwrap();
    assert_eq!(shown(&world), "a=help me");
    assert_eq!(world.disk_used(), 7);
}

#[test]
fn two_handles_to_one_file_have_a_position_each() {
    let mut world = world("a=hello");
    let first = open(&mut world, "a", READ);
    let second = open(&mut world, "a", READ.write(true));
    world.write(second, b"J").unwrap();
    assert_eq!(read(&mut world, first), "Jello");
    assert_eq!(read(&mut world, second), "ello");
}

#[test]
fn appending_goes_to_the_end_wherever_that_is() {
    let mut world = world("log=one");
    let first = open(&mut world, "log", APPEND.read(true));
    let second = open(&mut world, "log", APPEND);
    assert_eq!(world.write(second, b"-two").unwrap(), 3);
    world.seek(first, SeekFrom::Start(0)).unwrap();
    assert_eq!(world.write(first, b"-three").unwrap(), 7);
    assert_eq!(world.position(first).unwrap(), 13);
    assert_eq!(shown(&world), "log=one-two-three");
}

#[test]
fn writing_nothing_moves_nothing() {
    let mut world = world("log=one");
    let handle = open(&mut world, "log", APPEND);
    assert_eq!(world.write(handle, b"").unwrap(), 0);
    assert_eq!(world.position(handle).unwrap(), 0);
    world.seek(handle, SeekFrom::Start(10)).unwrap();
    world.write(handle, b"").unwrap();
    assert_eq!(shown(&world), "log=one");
}

#[test]
fn beyond_the_end_there_is_nothing_to_read_and_zeros_come_before_a_write() {
    let mut world = world("a=x");
    let handle = open(&mut world, "a", READ.write(true));
    assert_eq!(world.seek(handle, SeekFrom::End(2)).unwrap(), 3);
    assert_eq!(read(&mut world, handle), "");
    assert_eq!(world.write(handle, b"y").unwrap(), 3);
    assert_eq!(world.contents("a"), Some(&b"x\0\0y"[..]));
    assert_eq!(world.disk_used(), 4);
}

#[test]
fn seeking_starts_from_the_beginning_the_position_or_the_end() {
    let mut world = world("a=0123456789");
    let handle = open(&mut world, "a", READ);
    assert_eq!(world.seek(handle, SeekFrom::Start(4)).unwrap(), 4);
    assert_eq!(world.seek(handle, SeekFrom::Current(-3)).unwrap(), 1);
    assert_eq!(world.seek(handle, SeekFrom::End(-2)).unwrap(), 8);
    assert_eq!(world.position(handle).unwrap(), 8);
    for to in [SeekFrom::Current(-9), SeekFrom::End(-11), SeekFrom::Start(u64::MAX)] {
        refuses(&mut world, "invalid: /a", |world| world.seek(handle, to));
    }
}

#[test]
fn opening_says_whether_it_made_or_cut_the_file() {
    let mut world = world("old=x");
    let new = world.open("new", CREATE).unwrap();
    assert!(new.created && !new.truncated);
    let old = world.open("old", CREATE).unwrap();
    assert!(!old.created && old.truncated);
    let kept = world.open("old", WRITE.create(true)).unwrap();
    assert!(!kept.created && !kept.truncated);
    assert_eq!(kept.node, old.node);
    assert_ne!(kept.handle, old.handle);
    assert_eq!(shown(&world), "new= old=");
}

#[test]
fn a_file_that_is_not_there_is_only_made_if_asked() {
    let mut world = World::new();
    refuses(&mut world, "not found: a", |world| world.open("a", READ));
    refuses(&mut world, "not found: a", |world| world.open("a", WRITE.truncate(true)));
    world.open("a", WRITE.create(true)).unwrap();
}

#[test]
fn create_new_refuses_whatever_is_there() {
    let mut world = world("a=x d/");
    let options = WRITE.create_new(true);
    refuses(&mut world, "already exists: a", |world| world.open("a", options));
    refuses(&mut world, "already exists: d", |world| world.open("d", options));
    assert!(world.open("b", options).unwrap().created);
}

#[test]
fn a_directory_cannot_be_opened() {
    let mut world = world("d/");
    for options in [READ, WRITE, CREATE] {
        refuses(&mut world, "is a directory: d", |world| world.open("d", options));
        refuses(&mut world, "is a directory: /", |world| world.open("/", options));
    }
}

#[test]
fn options_without_sense_are_invalid() {
    let mut world = world("a=x");
    for options in [OpenOptions::new(), READ.truncate(true), READ.create(true)] {
        refuses(&mut world, "invalid: a", |world| world.open("a", options));
    }
    refuses(&mut world, "invalid: a", |world| world.open("a", APPEND.truncate(true)));
}

#[test]
fn a_read_only_file_can_be_read_but_not_written() {
    let mut world = world("key!=secret");
    for options in [WRITE, APPEND, CREATE, READ.write(true)] {
        refuses(&mut world, "denied: key", |world| world.open("key", options));
    }
    let handle = open(&mut world, "key", READ);
    assert_eq!(read(&mut world, handle), "secret");
}

#[test]
fn a_read_only_file_can_be_replaced_since_its_directory_is_open_to_all() {
    let mut world = world("key!=secret new=x");
    world.rename("new", "key").unwrap();
    assert_eq!(shown(&world), "key=x");
    open(&mut world, "key", WRITE);
}

#[test]
fn a_handle_is_bad_for_what_it_was_not_opened_for() {
    let mut world = world("a=x");
    let reader = open(&mut world, "a", READ);
    let writer = open(&mut world, "a", WRITE);
    refuses(&mut world, "bad handle: /a", |world| world.write(reader, b"y"));
    refuses(&mut world, "bad handle: /a", |world| world.read(writer, &mut [0]));
}

#[test]
fn a_closed_handle_is_bad_for_everything() {
    let mut world = world("a=x");
    let handle = open(&mut world, "a", READ.write(true));
    world.close(handle).unwrap();
    refuses(&mut world, "bad handle: handle 3", |world| world.close(handle));
    refuses(&mut world, "bad handle: handle 3", |world| world.read(handle, &mut [0]));
    refuses(&mut world, "bad handle: handle 3", |world| world.write(handle, b"x"));
    refuses(&mut world, "bad handle: handle 3", |world| world.seek(handle, SeekFrom::Start(0)));
    refuses(&mut world, "bad handle: handle 3", |world| world.position(handle));
    refuses(&mut world, "bad handle: handle 9", |world| world.close(Handle(9)));
}

#[test]
fn numbers_of_handles_and_nodes_are_never_used_again() {
    let mut world = World::new();
    let mut last = world.open("a", CREATE).unwrap();
    assert_eq!(last.handle, Handle(3));
    for _ in 0..100 {
        world.close(last.handle).unwrap();
        world.remove_file("a").unwrap();
        let next = world.open("a", CREATE).unwrap();
        assert!(next.handle > last.handle && next.node > last.node);
        last = next;
    }
}

#[test]
fn an_error_of_a_handle_names_the_path_the_file_has_now() {
    let mut world = world("a=x d/");
    let handle = open(&mut world, "a", READ);
    world.rename("a", "d/b").unwrap();
    refuses(&mut world, "bad handle: /d/b", |world| world.write(handle, b"y"));
    world.rename("d", "e").unwrap();
    refuses(&mut world, "bad handle: /e/b", |world| world.write(handle, b"y"));
    world.remove_file("e/b").unwrap();
    world.remove_dir("e").unwrap();
    refuses(&mut world, "bad handle: /e/b (deleted)", |world| world.write(handle, b"y"));
}

#[test]
fn a_removed_file_lives_until_its_last_handle_is_closed() {
    let mut world = world("a=hello");
    let first = open(&mut world, "a", READ.write(true));
    let second = open(&mut world, "a", READ);
    world.remove_file("a").unwrap();
    refuses(&mut world, "not found: a", |world| world.open("a", READ));
    world.write(first, b"J").unwrap();
    world.close(first).unwrap();
    assert_eq!(world.disk_used(), 5);
    assert_eq!(read(&mut world, second), "Jello");
    world.close(second).unwrap();
    assert_eq!(world.disk_used(), 0);
}

#[test]
fn a_new_file_under_an_old_name_is_another_file() {
    let mut world = world("a=old");
    let old = open(&mut world, "a", READ);
    world.remove_file("a").unwrap();
    let new = open(&mut world, "a", CREATE);
    world.write(new, b"new").unwrap();
    assert_eq!(read(&mut world, old), "old");
    assert_eq!(shown(&world), "a=new");
}

#[test]
fn each_operation_takes_its_time() {
    let mut world = World::new();
    let handle = open(&mut world, "a", CREATE.read(true));
    assert_eq!(world.now(), cost::OPEN);
    world.write(handle, &[0; 100]).unwrap();
    assert_eq!(world.now(), cost::OPEN + cost::WRITE + 100 * cost::WRITE_BYTE);
    let before = world.now();
    world.seek(handle, SeekFrom::Start(90)).unwrap();
    world.read(handle, &mut [0; 64]).unwrap();
    assert_eq!(world.now() - before, cost::SEEK + cost::READ + 10 * cost::READ_BYTE);
    let before = world.now();
    world.sleep(5_000_000);
    world.close(handle).unwrap();
    assert_eq!(world.now() - before, 5_000_000 + cost::CLOSE);
    world.sleep(u64::MAX);
    assert_eq!(world.now(), u64::MAX);
}

#[test]
fn a_hundred_thousand_files_made_and_removed_leave_the_memory_small() {
    let mut world = World::new();
    for _ in 0..100_000 {
        let handle = open(&mut world, "a", CREATE);
        world.close(handle).unwrap();
        world.remove_file("a").unwrap();
    }
    assert_eq!(world.nodes.slots(), 2);
}
