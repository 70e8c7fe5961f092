// What each kind of a panic says, caught one after the other.
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {} panicking={}", self.0, std::thread::panicking());
    }
}
#[derive(Debug)]
struct MyErr {
    code: i32,
}
fn risky(n: i32) -> Result<i32, String> {
    if n < 0 { Err(format!("neg {n}")) } else { Ok(n) }
}
fn main() {
    let r = catch_unwind(|| {
        let _a = L("a");
        let v: Vec<i32> = vec![];
        v[0]
    });
    println!("{}", r.is_err());
    let r = catch_unwind(|| panic!("boom {}", 1));
    match r {
        Ok(()) => {}
        Err(e) => {
            if let Some(s) = e.downcast_ref::<String>() {
                println!("String {s}");
            } else if let Some(s) = e.downcast_ref::<&str>() {
                println!("str {s}");
            }
        }
    }
    let r = catch_unwind(|| {
        panic_any(MyErr { code: 7 });
    });
    if let Err(e) = r {
        match e.downcast::<MyErr>() {
            Ok(m) => println!("{m:?} {}", m.code),
            Err(_) => println!("other"),
        }
    }
    let r = catch_unwind(|| risky(-1).unwrap());
    println!("{:?}", r.unwrap_err().downcast_ref::<String>());
    let r = catch_unwind(|| None::<i32>.expect("nothing there"));
    println!("{:?}", r.unwrap_err().downcast_ref::<&str>().is_some());
    let r = catch_unwind(|| {
        let x: i32 = "12a".parse().unwrap();
        x
    });
    println!("{:?}", r.is_err());
    let cell = RefCell::new(1);
    let r = catch_unwind(AssertUnwindSafe(|| {
        let _b = cell.borrow_mut();
        let _c = cell.borrow_mut();
    }));
    println!("{} {:?}", r.is_err(), cell);
    let outer = catch_unwind(|| {
        let _o = L("outer");
        let inner = catch_unwind(|| {
            let _i = L("inner");
            panic!("inner");
        });
        println!("inner {}", inner.is_err());
        if let Err(p) = inner {
            resume_unwind(p);
        }
    });
    println!("outer {:?}", outer.unwrap_err().downcast_ref::<&str>());
    let mut count = 0;
    for i in 0..4 {
        let res = catch_unwind(AssertUnwindSafe(|| {
            count += 1;
            if i % 2 == 0 {
                panic!("even")
            }
            i * 10
        }));
        println!("{:?}", res.ok());
    }
    println!("{count}");
    let r = catch_unwind(|| unreachable!("state {}", 3));
    let _: Result<(), _> = r.map_err(|e| println!("{:?}", e.downcast_ref::<String>()));
    let r = catch_unwind(|| {
        assert_eq!(1 + 1, 3, "math {}", "broke");
    });
    println!("{}", r.is_err());
    let r = catch_unwind(|| {
        assert!(1 > 2);
    });
    println!("{}", r.is_err());
    let r: Result<(), _> = catch_unwind(|| todo!());
    println!("{}", r.is_err());
    let r = catch_unwind(|| {
        let a = [1, 2, 3];
        let i = a.len();
        a[i]
    });
    println!("{}", r.is_err());
    let r = catch_unwind(|| {
        let d = "".len();
        10 / d
    });
    println!("{}", r.is_err());
    let r = catch_unwind(|| {
        let m = "255".parse::<u8>().unwrap();
        m + 1
    });
    println!("{}", r.is_err());
    let _last = L("last");
    let v = vec![L("v1"), L("v2")];
    std::mem::forget(v);
    Option::<i32>::None.unwrap();
}
