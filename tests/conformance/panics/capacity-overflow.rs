// No allocation can have so many bytes: that is a panic, and not an allocation that fails. (Kept short:
// `std` raises it on line 28 of a file of its own, which must be none of this one.)
use std::panic::catch_unwind;

fn main() {
    let calls: [fn() -> usize; 5] = [
        || "ab".repeat(usize::MAX).len(),
        || String::with_capacity(usize::MAX).len(),
        || vec![0u8; usize::MAX].len(),
        || [1u8, 2].repeat(usize::MAX).len(),
        || "".repeat(1000).len(),
    ];
    for call in calls {
        match catch_unwind(call) {
            Ok(length) => println!("{length}"),
            Err(payload) => match payload.downcast_ref::<&str>() {
                Some(message) => println!("{message}"),
                None => println!("{}", payload.downcast_ref::<String>().unwrap()),
            },
        }
    }
}
