// A hook is set, taken and put back; it runs before anything is unwound.
use std::cell::RefCell;
use std::panic;
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn main() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let _keep = &default;
        println!(
            "hook line {} payload {:?}",
            info.location().unwrap().line(),
            info.payload().downcast_ref::<&str>()
        );
        if let Some(s) = info.payload().downcast_ref::<String>() {
            println!("string {s}");
        }
    }));
    let r = panic::catch_unwind(|| {
        let _a = L("a");
        panic!("first");
    });
    println!("{}", r.is_err());
    let r = panic::catch_unwind(|| {
        let n = 3;
        panic!("second {n}");
    });
    println!("{}", r.is_err());
    let l = L("in hook");
    panic::set_hook(Box::new(move |_| println!("captured {}", l.0)));
    println!("replaced");
    let _ = panic::catch_unwind(|| Option::<i32>::None.unwrap());
    let _ = panic::take_hook();
    println!("taken");
    panic::set_hook(Box::new(|i| {
        if let Some(m) = i.payload_as_str() {
            println!("as str {m}")
        }
    }));
    let _ = panic::catch_unwind(|| -> () { std::panic::panic_any(5) });
    let _ = panic::catch_unwind(|| assert_eq!(1, 2));
    let _z = L("z");
    let _: i32 = "x".parse().unwrap();
}
