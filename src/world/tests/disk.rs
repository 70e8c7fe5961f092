//! What is left of a world when it is off.

use super::*;

/// A disk, one entry a word, as [`world`] takes them.
fn listed(disk: &Disk) -> String {
    let show = |(path, bytes): (&str, Option<&[u8]>)| match bytes {
        Some(bytes) => format!("{}={}", &path[1..], String::from_utf8_lossy(bytes)),
        None => format!("{}/", &path[1..]),
    };
    disk.entries().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_disk_has_what_has_a_name_and_nothing_else_of_a_world() {
    let mut left = world("a=1 runs/ runs/7/log=x");
    let file = left.open("a", READ).unwrap().handle;
    left.lock("runs/7/log", LockMode::Exclusive).unwrap();
    left.remove_file("a").unwrap();
    let disk = left.disk(3);
    assert_eq!((disk.runs, listed(&disk).as_str()), (3, "runs/ runs/7/ runs/7/log=x"));

    let mut next = World::new();
    next.install_disk(&disk).unwrap();
    assert_eq!(next.disk(3), disk);
    assert_eq!((next.open_handles().count(), next.now()), (0, 0));
    assert!(next.lock("runs/7/log", LockMode::Exclusive).is_ok(), "the lock died with its holder");
    left.close(file).unwrap();
}

#[test]
fn a_disk_goes_through_bytes_and_back() {
    for items in ["", "a= b=text", "d/ d/e/ d/e/f=1"] {
        let disk = world(items).disk(7);
        assert_eq!(Disk::from_bytes(&disk.to_bytes()), Ok(disk), "{items}");
    }
}

#[test]
fn bytes_that_are_cut_off_are_no_disk() {
    let bytes = world("a=text d/").disk(1).to_bytes();
    // Between two entries nothing says that there was another.
    let whole = [8, bytes.len() - 10];
    for length in (0..bytes.len()).filter(|length| !whole.contains(length)) {
        assert_eq!(Disk::from_bytes(&bytes[..length]), Err(DiskError), "{length} bytes");
    }
}
