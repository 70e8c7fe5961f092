// Each operation has its own message.
use std::panic;

fn attempt<T: std::fmt::Debug>(body: impl FnOnce() -> T + panic::UnwindSafe) {
    match panic::catch_unwind(body) {
        Ok(value) => println!("{value:?}"),
        Err(payload) => match payload.downcast_ref::<&str>() {
            Some(text) => println!("{text}"),
            None => println!("{}", payload.downcast_ref::<String>().unwrap()),
        },
    }
}

fn number<T>(value: T) -> T {
    value
}

fn main() {
    attempt(|| number(i32::MAX) + 1);
    attempt(|| number(0_usize) - 1);
    attempt(|| number(i64::MAX) * 2);
    attempt(|| number(7_u16) / number(0));
    attempt(|| number(7_i8) % number(0));
    attempt(|| number(i32::MIN) / number(-1));
    attempt(|| -number(i8::MIN));
    attempt(|| number(1_u32) << number(32));
    attempt(|| number(1_u8) >> number(8));
    attempt(|| number(i16::MIN).abs());
    attempt(|| number(10_u8).pow(3));
    attempt(|| {
        let mut n = number(255_u8);
        n += 1;
        n
    });
    attempt(|| [i32::MAX, 1].iter().sum::<i32>());
}
