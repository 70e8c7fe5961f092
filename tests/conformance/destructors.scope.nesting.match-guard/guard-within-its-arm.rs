// A guard's temporaries are gone once the guard has been evaluated, whether it succeeds or not.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn check(number: i32) {
    match number {
        n if Loud("first guard").0.len() as i32 == n => println!("eleven"),
        n if Loud("second guard").0.len() as i32 == n => println!("twelve"),
        _ => println!("other"),
    }
}

fn main() {
    check(11);
    check(12);
    check(13);
}
