// `unwrap` and `expect` panic with the error in the message.
use std::panic;

fn attempt(name: &str, body: impl FnOnce() -> i32 + panic::UnwindSafe) {
    match panic::catch_unwind(body) {
        Ok(value) => println!("{name}: {value}"),
        Err(payload) => {
            let text = payload
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| payload.downcast_ref::<&str>().map(|text| text.to_string()));
            println!("{name}: panicked with {text:?}");
        }
    }
}

fn main() {
    attempt("some", || Some(1).unwrap());
    attempt("none", || None::<i32>.unwrap());
    attempt("expect none", || None::<i32>.expect("a number"));
    attempt("err", || "x".parse::<i32>().map_err(|_| "not a number").unwrap());
    attempt("expect err", || Err::<i32, String>(String::from("broken")).expect("whole"));
    attempt("expect_err", || match Ok::<i32, String>(5).expect_err("an error").len() {
        length => length as i32,
    });
}
