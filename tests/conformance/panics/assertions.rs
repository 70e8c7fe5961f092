// What assertions say when they fail.
use std::panic;

fn attempt(body: impl FnOnce() + panic::UnwindSafe) {
    match panic::catch_unwind(body) {
        Ok(()) => println!("holds"),
        Err(payload) => match payload.downcast_ref::<String>() {
            Some(text) => println!("{text}"),
            None => println!("{}", payload.downcast_ref::<&str>().unwrap()),
        },
    }
}

fn main() {
    let (one, two) = (1, 2);
    attempt(move || assert!(one < two));
    attempt(move || assert!(one > two));
    attempt(move || assert!(one > two, "{one} is not above {two}"));
    attempt(move || assert_eq!(one + one, two));
    attempt(move || assert_eq!(one, two));
    attempt(move || assert_eq!(one, two, "while counting to {}", 3));
    attempt(move || assert_ne!(one, one));
    attempt(|| unreachable!());
    attempt(|| unreachable!("state {}", 7));
    attempt(|| todo!());
    attempt(|| todo!("the rest"));
    attempt(|| unimplemented!("for now"));
}
