//! What a program finds in a world.

use crate::journal::{Beginning, Capacity, InitialFile};
use crate::world::{HandleKind, World};

/// What a program finds that begins in this world: what a
/// [`Replay`](crate::replay::Replay) has to know beside the journal.
///
/// ```
/// use leakproof::guard::{Session, beginning};
/// use leakproof::prelude::*;
/// use leakproof::replay::Replay;
/// use leakproof::world::World;
///
/// let mut world = World::new();
/// world.install("a.txt", "hello").unwrap();
/// let found = beginning(&world);
/// let session = Session::new(world);
/// session.enter(|| fs::remove_file("a.txt").unwrap());
/// let (journal, _) = session.finish();
///
/// let replay = Replay::new(journal, found);
/// assert_eq!(replay.disk(0), [("a.txt".to_owned(), Some(b"hello".to_vec()))]);
/// assert_eq!(replay.disk(1), []);
/// ```
pub fn beginning(world: &World) -> Beginning {
    let files = world.files().into_iter();
    let files = files.map(|(path, node, bytes)| InitialFile::file(path, node.0, bytes));
    let directories = world.directories().into_iter();
    let directories = directories.map(|(path, node)| InitialFile::directory(path, node.0));
    Beginning {
        files: files.chain(directories).collect(),
        capacity: Some(Capacity {
            files: world.limit(HandleKind::File),
            locks: world.limit(HandleKind::Lock),
            disk: world.disk_size(),
        }),
    }
}
