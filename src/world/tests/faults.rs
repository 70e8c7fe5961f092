//! Failures on demand.

use super::*;

fn fault(operation: Operation, nth: u32, error: ErrorKind) -> Fault {
    Fault { operation, nth, error }
}

#[test]
fn the_nth_call_fails_and_those_around_it_do_not() {
    let mut world = World::new();
    world.add_fault(fault(Operation::Write, 3, ErrorKind::NoSpace));
    let handle = open(&mut world, "a", CREATE);
    world.write(handle, b"1").unwrap();
    world.write(handle, b"2").unwrap();
    refuses(&mut world, "no space: /a", |world| world.write(handle, b"3"));
    world.write(handle, b"4").unwrap();
    assert_eq!(shown(&world), "a=124");
    assert_eq!(world.calls(Operation::Write), 4);
}

#[test]
fn calls_that_fail_by_themselves_count() {
    let mut world = world("a=x");
    world.add_fault(fault(Operation::Open, 2, ErrorKind::Denied));
    refuses(&mut world, "not found: b", |world| world.open("b", READ));
    refuses(&mut world, "denied: a", |world| world.open("a", READ));
    open(&mut world, "a", READ);
}

#[test]
fn a_fault_goes_before_every_other_error() {
    let mut world = World::new();
    world.add_fault(fault(Operation::Open, 1, ErrorKind::Io));
    refuses(&mut world, "i/o error: no/such", |world| world.open("no/such", OpenOptions::new()));
}

#[test]
fn a_failing_close_closes_all_the_same() {
    let mut world = world("a=x");
    world.add_fault(fault(Operation::Close, 1, ErrorKind::Io));
    let handle = open(&mut world, "a", READ);
    let before = world.now();
    assert_eq!(world.close(handle).unwrap_err().to_string(), "i/o error: /a");
    assert_eq!(world.now() - before, cost::CLOSE);
    assert_eq!(world.open_handles().count(), 0);
    refuses(&mut world, "bad handle: handle 3", |world| world.close(handle));
}

#[test]
fn a_failing_close_gives_the_lock_and_the_space_back() {
    let mut world = World::new();
    world.add_fault(fault(Operation::Close, 1, ErrorKind::Io));
    world.add_fault(fault(Operation::Close, 2, ErrorKind::Io));
    let lock = world.lock("l", LockMode::Exclusive).unwrap().handle;
    world.close(lock).unwrap_err();
    world.lock("l", LockMode::Exclusive).unwrap();
    let file = open(&mut world, "a", CREATE);
    world.write(file, b"x").unwrap();
    world.remove_file("a").unwrap();
    assert_eq!(world.close(file).unwrap_err().to_string(), "i/o error: /a (deleted)");
    assert_eq!(world.disk_used(), 0);
}

#[test]
fn every_operation_can_be_made_to_fail() {
    for operation in Operation::ALL {
        let mut world = world("a=x d/ full/f=x");
        let handle = open(&mut world, "a", READ.write(true));
        world.clear_faults();
        world.add_fault(fault(*operation, 1, ErrorKind::Io));
        let call = |world: &mut World| match operation {
            Operation::Open => world.open("a", READ).map(drop),
            Operation::Read => world.read(handle, &mut [0]).map(drop),
            Operation::Write => world.write(handle, b"y").map(drop),
            Operation::Seek => world.seek(handle, std::io::SeekFrom::Start(1)).map(drop),
            Operation::Close => world.close(handle),
            Operation::Lock => world.lock("l", LockMode::Shared).map(drop),
            Operation::Rename => world.rename("a", "b").map(drop),
            Operation::Remove => world.remove_dir("d").map(drop),
            Operation::CreateDirectory => world.create_dir("new").map(drop),
            Operation::List => world.list("d").map(drop),
            Operation::Metadata => world.metadata("a").map(drop),
        };
        let error = call(&mut world).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Io, "{operation:?}");
        assert_eq!(world.calls(*operation), 1, "{operation:?}");
        if *operation != Operation::Close {
            call(&mut world).unwrap();
        }
    }
}

#[test]
fn removing_files_and_directories_is_counted_together() {
    let mut world = world("a=x d/");
    world.add_fault(fault(Operation::Remove, 2, ErrorKind::Busy));
    world.remove_file("a").unwrap();
    refuses(&mut world, "busy: d", |world| world.remove_dir("d"));
}

#[test]
fn a_fault_hides_what_is_there_from_exists() {
    let mut world = world("a=x");
    world.add_fault(fault(Operation::Metadata, 1, ErrorKind::Denied));
    assert!(!world.exists("a"));
    assert!(world.exists("a"));
}

#[test]
fn clearing_faults_counts_from_zero_again() {
    let mut world = world("a=x");
    open(&mut world, "a", READ);
    world.clear_faults();
    world.add_fault(fault(Operation::Open, 2, ErrorKind::Io));
    open(&mut world, "a", READ);
    refuses(&mut world, "i/o error: a", |world| world.open("a", READ));
}

#[test]
fn of_two_faults_for_one_call_the_first_planned_holds() {
    let mut world = world("a=x");
    world.add_fault(fault(Operation::Open, 1, ErrorKind::Io));
    world.add_fault(fault(Operation::Open, 1, ErrorKind::Busy));
    refuses(&mut world, "i/o error: a", |world| world.open("a", READ));
}

#[test]
fn names_of_operations_and_errors_lead_back_to_them() {
    for operation in Operation::ALL {
        assert_eq!(Operation::from_name(operation.name()), Some(*operation));
        assert!(!operation.name().contains(' '), "a directive reads one word");
    }
    for kind in ErrorKind::ALL {
        assert_eq!(ErrorKind::from_name(kind.name()), Some(*kind));
    }
    assert_eq!(Operation::from_name("fly"), None);
    assert_eq!(ErrorKind::from_name(""), None);
}
