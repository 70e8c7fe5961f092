//! Renaming, removing, making and listing.

use super::*;

#[test]
fn rename_replaces_the_file_that_stood_there() {
    let mut world = world("new=2 best=1");
    let node = world.metadata("new").unwrap().node;
    assert_eq!(world.rename("new", "best").unwrap(), node);
    assert_eq!(shown(&world), "best=2");
    assert_eq!(world.metadata("best").unwrap().node, node);
}

#[test]
fn open_handles_do_not_notice_a_rename() {
    let mut world = world("a=old b=new");
    let replaced = open(&mut world, "a", READ);
    let moved = open(&mut world, "b", READ);
    world.rename("b", "a").unwrap();
    assert_eq!(read(&mut world, replaced), "old");
    assert_eq!(read(&mut world, moved), "new");
    let paths: Vec<_> = world.open_handles().map(|(.., path)| path).collect();
    assert_eq!(paths, ["/a (deleted)", "/a"]);
}

#[test]
fn rename_moves_a_directory_with_all_that_is_in_it() {
    let mut world = world("runs/1/a=x runs/1/b=y old/");
    world.rename("runs/1", "old/first").unwrap();
    assert_eq!(shown(&world), "old/first/a=x old/first/b=y");
    world.rename("old", "runs").unwrap();
    assert_eq!(shown(&world), "runs/first/a=x runs/first/b=y");
}

#[test]
fn rename_to_itself_changes_nothing() {
    let mut world = world("a=x d/e=y");
    world.rename("a", "./a").unwrap();
    world.rename("d/", "d").unwrap();
    assert_eq!(shown(&world), "a=x d/e=y");
}

#[test]
fn rename_refuses_what_makes_no_sense() {
    let mut world = world("a=x d/e=y d/s/f=z empty/");
    for (from, to, expected) in [
        ("b", "c", "not found: b"),
        ("a", "no/b", "not found: no/b"),
        ("a", "a/b", "not a directory: a/b"),
        ("a/", "b", "not a directory: a/"),
        ("a", "b/", "not a directory: b/"),
        ("a", "empty", "is a directory: empty"),
        ("empty", "a", "not a directory: a"),
        ("empty", "d", "directory not empty: d"),
        ("d", "d/sub", "invalid: d/sub"),
        ("d", "d/s/sub", "invalid: d/s/sub"),
        ("d", "d/s", "invalid: d/s"),
        ("d", "d/sub/sub", "not found: d/sub/sub"),
        ("d/s/f", "d", "directory not empty: d"),
        ("d/e", "d", "directory not empty: d"),
        ("/", "b", "busy: /"),
        ("a", "/", "busy: /"),
        ("d/.", "b", "busy: d/."),
        ("a", "d/..", "busy: d/.."),
        ("", "b", "not found: "),
    ] {
        refuses(&mut world, expected, |world| world.rename(from, to));
    }
}

#[test]
fn a_directory_replaces_an_empty_one() {
    let mut world = world("d/e=y empty/");
    world.rename("d", "empty").unwrap();
    assert_eq!(shown(&world), "empty/e=y");
    assert_eq!(world.list("/").unwrap(), ["empty"]);
}

#[test]
fn only_a_file_can_be_removed_as_a_file() {
    let mut world = world("a=x d/");
    refuses(&mut world, "is a directory: d", |world| world.remove_file("d"));
    refuses(&mut world, "is a directory: /", |world| world.remove_file("/"));
    refuses(&mut world, "not found: b", |world| world.remove_file("b"));
    refuses(&mut world, "not a directory: a/b", |world| world.remove_file("a/b"));
    world.remove_file("a").unwrap();
    assert!(!world.exists("a"));
}

#[test]
fn only_an_empty_directory_can_be_removed() {
    let mut world = world("d/e=y a=x");
    for (path, expected) in [
        ("d", "directory not empty: d"),
        ("a", "not a directory: a"),
        ("b", "not found: b"),
        ("d/.", "invalid: d/."),
        ("d/..", "directory not empty: d/.."),
        ("/", "busy: /"),
    ] {
        refuses(&mut world, expected, |world| world.remove_dir(path));
    }
    world.remove_file("d/e").unwrap();
    world.remove_dir("d").unwrap();
    assert_eq!(world.list("/").unwrap(), ["a"]);
}

#[test]
fn a_directory_can_be_removed_while_a_removed_file_of_it_is_open() {
    let mut world = world("d/e=y");
    let handle = open(&mut world, "d/e", READ);
    world.remove_file("d/e").unwrap();
    world.remove_dir("d").unwrap();
    world.create_dir("other").unwrap();
    assert_eq!(read(&mut world, handle), "y");
    world.close(handle).unwrap();
}

#[test]
fn create_dir_makes_one_directory() {
    let mut world = world("a=x");
    let node = world.create_dir("d").unwrap();
    assert_eq!(world.metadata("d").unwrap(), Metadata { len: 0, is_dir: true, node });
    for (path, expected) in [
        ("d", "already exists: d"),
        ("a", "already exists: a"),
        ("/", "already exists: /"),
        (".", "already exists: ."),
        ("x/y", "not found: x/y"),
        ("a/b", "not a directory: a/b"),
    ] {
        refuses(&mut world, expected, |world| world.create_dir(path));
    }
}

#[test]
fn create_dir_all_makes_what_is_missing_and_says_what_that_was() {
    let mut world = world("runs/");
    let made = world.create_dir_all("runs/1/../2/./logs").unwrap();
    let paths: Vec<_> = made.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["/runs/1", "/runs/2", "/runs/2/logs"]);
    assert_eq!(world.create_dir_all("runs/2/logs").unwrap(), []);
    assert_eq!(world.create_dir_all("").unwrap(), []);
    assert_eq!(world.now(), 3 * cost::CREATE_DIRECTORY);
}

#[test]
fn create_dir_all_makes_all_or_none() {
    let mut world = world("a=x d/f=y");
    for (path, expected) in [
        ("a", "already exists: a"),
        ("a/", "not a directory: a/"),
        ("a/b", "not a directory: a/b"),
        ("new/../a/b", "not a directory: new/../a/b"),
        ("new/new/../../d/f", "already exists: new/new/../../d/f"),
    ] {
        refuses(&mut world, expected, |world| world.create_dir_all(path));
    }
}

#[test]
fn a_listing_is_sorted_and_has_no_dots() {
    let mut world = world("d/b=1 d/a=2 d/c/x=3 d/B=4 d/é=5");
    assert_eq!(world.list("d").unwrap(), ["B", "a", "b", "c", "é"]);
    assert_eq!(world.list("/").unwrap(), ["d"]);
    refuses(&mut world, "not found: e", |world| world.list("e"));
    refuses(&mut world, "not a directory: d/a", |world| world.list("d/a"));
}

#[test]
fn metadata_tells_files_from_directories() {
    let mut world = world("d/a=hello");
    let file = world.metadata("d/a").unwrap();
    assert!(!file.is_dir && file.len == 5);
    assert!(world.metadata("/").unwrap().is_dir);
    refuses(&mut world, "not found: b", |world| world.metadata("b"));
    assert!(world.exists("d") && !world.exists("b") && !world.exists("d/a/b"));
}
