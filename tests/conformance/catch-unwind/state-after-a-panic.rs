// What was changed before the panic stays changed: unwinding does not undo.
use std::panic::{self, AssertUnwindSafe};

fn main() {
    let mut total = 0;
    let mut log = Vec::new();
    for limit in [2, 5] {
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            for i in 0..4 {
                if i == limit {
                    panic!("limit");
                }
                total += i;
                log.push(i);
            }
        }));
        println!("{} {total} {log:?}", outcome.is_ok());
    }
}
