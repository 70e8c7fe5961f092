//! What paths mean.

use super::*;

#[test]
fn one_file_has_many_paths() {
    let mut world = world("runs/1/a=x runs/2/");
    let node = world.metadata("runs/1/a").unwrap().node;
    for path in ["/runs/1/a", "//runs///1//a", "./runs/./1/a", "runs/2/../1/a", "../../runs/1/a"] {
        assert_eq!(world.metadata(path).unwrap().node, node, "{path}");
    }
}

#[test]
fn nothing_escapes_above_the_root() {
    let mut world = World::new();
    world.open("../../../etc", CREATE).unwrap();
    assert_eq!(world.list("/..").unwrap(), ["etc"]);
    assert_eq!(shown(&world), "etc=");
}

#[test]
fn what_comes_before_dots_must_be_a_directory() {
    let mut world = world("a=x d/");
    refuses(&mut world, "not found: no/../a", |world| world.open("no/../a", READ));
    refuses(&mut world, "not a directory: a/../a", |world| world.open("a/../a", READ));
    refuses(&mut world, "not a directory: a/.", |world| world.open("a/.", READ));
    open(&mut world, "d/../a", READ);
}

#[test]
fn a_slash_at_the_end_only_suits_a_directory() {
    let mut world = world("a=x d/");
    refuses(&mut world, "not a directory: a/", |world| world.open("a/", READ));
    refuses(&mut world, "not a directory: a/", |world| world.metadata("a/"));
    refuses(&mut world, "not a directory: a/", |world| world.remove_file("a/"));
    for path in ["new/", "a/", "d/"] {
        let expected = format!("is a directory: {path}");
        refuses(&mut world, &expected, |world| world.open(path, CREATE));
        refuses(&mut world, &expected, |world| world.open(path, WRITE.create_new(true)));
        refuses(&mut world, &expected, |world| world.lock(path, LockMode::Shared));
    }
    refuses(&mut world, "not found: new/", |world| world.open("new/", READ));
    assert!(world.metadata("d//").unwrap().is_dir);
    world.create_dir("e/").unwrap();
    world.rename("e/", "f/").unwrap();
    world.remove_dir("f/").unwrap();
}

#[test]
fn the_empty_path_is_not_found_and_a_nul_is_invalid() {
    let mut world = world("d/");
    refuses(&mut world, "not found: ", |world| world.open("", CREATE));
    refuses(&mut world, "invalid: a\0b", |world| world.open("a\0b", CREATE));
    refuses(&mut world, "invalid: no/a\0b", |world| world.create_dir("no/a\0b"));
    refuses(&mut world, "invalid: \0", |world| world.create_dir_all("\0"));
    refuses(&mut world, "invalid: d\0/..", |world| world.list("d\0/.."));
}

#[test]
fn names_may_hold_anything_but_a_slash() {
    let mut world = World::new();
    for name in ["...", "a b", "ü/日本", " ", "-", "\\"] {
        world.install(name, name).unwrap();
        assert_eq!(world.contents(name), Some(name.as_bytes()));
    }
}

#[test]
fn the_plain_form_of_a_path() {
    for (path, plain) in [
        ("", "/"),
        ("/", "/"),
        (".", "/"),
        ("..", "/"),
        ("a", "/a"),
        ("a/", "/a"),
        ("a//b", "/a/b"),
        ("a/./b/.", "/a/b"),
        ("a/../b", "/b"),
        ("../a/../../b/..c/...", "/b/..c/..."),
    ] {
        assert_eq!(normalise(path), plain, "{path:?}");
    }
}

#[test]
fn a_path_or_name_that_is_too_long_is_invalid() {
    let mut world = World::new();
    let name = "n".repeat(LONGEST_NAME);
    world.create_dir(&name).unwrap();
    let long = format!("{name}n");
    refuses(&mut world, &format!("invalid: {long}"), |world| world.open(&long, CREATE));
    refuses(&mut world, &format!("invalid: {long}"), |world| world.create_dir_all(&long));
    let path = format!("{}{name}", "/".repeat(LONGEST_PATH - LONGEST_NAME));
    assert!(world.exists(&path));
    let long = format!("/{path}");
    refuses(&mut world, &format!("invalid: {long}"), |world| world.metadata(&long));
}

#[test]
fn a_tree_deeper_than_any_path_needs_no_stack() {
    let mut world = world("d/a=x");
    let bottom = "e/".repeat(1_000);
    for _ in 0..5 {
        world.create_dir_all(&bottom).unwrap();
        world.rename("d", &format!("{bottom}d")).unwrap();
        world.rename("e", "d").unwrap();
    }
    assert_eq!(world.clone().files()[0].0.len(), "/d".len() * 5_001 + "/a".len());
}
