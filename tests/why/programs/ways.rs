use leakproof::prelude::*;

fn find(wanted: i32) -> Result<i32> {
    for i in 0..5 {
        let _turn = ManagedFile::create(format!("turn-{i}"))?;
        if i == 0 {
            continue;
        }
        if i == wanted {
            let _found = ManagedFile::create("found")?;
            return Ok(i);
        }
        break;
    }
    Err(Error::other("nothing found"))
}

fn first(text: &str) -> Option<char> {
    let _file = ManagedFile::create("first").ok()?;
    let char = text.chars().next()?;
    Some(char)
}

fn main() {
    let mut turns = 0;
    while turns < 1 {
        turns += 1;
        let _lock = ManagedLock::exclusive("while.lock").unwrap();
    }
    loop {
        let _lock = ManagedLock::shared("loop.lock").unwrap();
        break;
    }
    if turns == 2 {
        println!("never");
    } else {
        let _file = ManagedFile::create("else").unwrap();
    }
    match find(1) {
        Ok(found) => println!("{found}"),
        Err(error) => println!("{error}"),
    }
    println!("{:?}", find(9).map_err(|error| error.to_string()));
    println!("{:?}", first(""));
}
