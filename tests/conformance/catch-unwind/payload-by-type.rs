// The payload tells what was thrown: a literal is a `&str`, a formatted message a `String`, and
// `panic_any` throws any value.
use std::any::Any;
use std::panic;

fn describe(payload: Box<dyn Any + Send>) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        format!("str {text:?}")
    } else if let Some(text) = payload.downcast_ref::<String>() {
        format!("String {text:?}")
    } else if let Some(number) = payload.downcast_ref::<i32>() {
        format!("i32 {number}")
    } else {
        String::from("something else")
    }
}

fn main() {
    let number = 3;
    println!("{}", describe(panic::catch_unwind(|| panic!("literal")).unwrap_err()));
    println!("{}", describe(panic::catch_unwind(|| panic!("number {number}")).unwrap_err()));
    println!("{}", describe(panic::catch_unwind(|| panic::panic_any(17)).unwrap_err()));
    println!("{}", describe(panic::catch_unwind(|| panic::panic_any('c')).unwrap_err()));
}
