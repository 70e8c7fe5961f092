//! What the world promises, one promise a test.

mod directories;
mod disk;
mod faults;
mod files;
mod limits;
mod locks;
mod paths;
mod setup;

use std::fmt::Debug;

use super::*;

/// A world with these files and directories: `a.txt=hello runs/ key!=secret`, where `/` makes a
/// directory and `!=` a read-only file.
fn world(items: &str) -> World {
    let mut world = World::new();
    for item in items.split_whitespace() {
        let made = match item.split_once('=') {
            Some((name, bytes)) => match name.strip_suffix('!') {
                Some(name) => world.install_read_only(name, bytes),
                None => world.install(name, bytes),
            },
            None => world.install_dir(item.trim_end_matches('/')),
        };
        made.unwrap();
    }
    world
}

/// Every file, as [`world`] takes it.
fn shown(world: &World) -> String {
    let show = |(path, _, bytes): (String, NodeId, &[u8])| {
        format!("{}={}", &path[1..], String::from_utf8_lossy(bytes))
    };
    world.files().into_iter().map(show).collect::<Vec<_>>().join(" ")
}

const READ: OpenOptions = OpenOptions::new().read(true);
const WRITE: OpenOptions = OpenOptions::new().write(true);
const APPEND: OpenOptions = OpenOptions::new().append(true);
const CREATE: OpenOptions = OpenOptions::new().write(true).create(true).truncate(true);

/// The handle of a file that can be opened.
fn open(world: &mut World, path: &str, options: OpenOptions) -> Handle {
    world.open(path, options).unwrap().handle
}

/// Up to 64 bytes from where the handle stands.
fn read(world: &mut World, handle: Handle) -> String {
    let mut buffer = [0; 64];
    let count = world.read(handle, &mut buffer).unwrap();
    String::from_utf8_lossy(&buffer[..count]).into_owned()
}

/// The state of a world without how often it was called.
fn state(world: &World) -> World {
    let mut world = world.clone();
    world.clear_faults();
    world
}

/// A call must fail with this, displayed, and change nothing.
#[track_caller]
fn refuses<T: Debug>(
    world: &mut World,
    expected: &str,
    call: impl FnOnce(&mut World) -> Result<T, Error>,
) {
    let before = state(world);
    let error = call(world).expect_err("this call must fail");
    assert_eq!(error.to_string(), expected);
    assert_eq!(state(world), before, "a failed call leaves no trace");
}
