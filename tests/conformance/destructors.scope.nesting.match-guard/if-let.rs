// What an `if let` guard makes lives to the end of its arm, or to the end of the guard that fails.
struct L(&'static str);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn find(n: i32) -> Option<L> {
    println!("find {n}");
    if n > 2 { Some(L("found")) } else { None }
}
fn check(l: &L) -> Result<usize, String> {
    if l.0.len() > 3 { Ok(l.0.len()) } else { Err("short".into()) }
}
fn run(n: i32) -> i32 {
    match n {
        x if let Some(l) = find(x)
            && let Ok(k) = check(&l) =>
        {
            println!("arm {} {k}", l.0);
            let _i = L("inner");
            1
        }
        1 | 2 if n == 1 => 2,
        y if let Some(z) = Some(y * 2)
            && z > 0 =>
        {
            println!("z {z}");
            3
        }
        _ => 4,
    }
}
fn main() {
    for n in [0, 1, 2, 3, -4] {
        println!("-> {}", run(n));
    }
    let v = Some(String::from("own"));
    match v {
        Some(s) if let Some(c) = s.chars().next() => println!("{c} {s}"),
        Some(_) => {}
        None => {}
    }
    let r = std::panic::catch_unwind(|| match Some(L("scrut")) {
        Some(_)
            if let Some(x) = find(5)
                && {
                    if x.0.len() > 1 {
                        panic!("in guard")
                    }
                    true
                } => {}
        _ => {}
    });
    println!("{}", r.is_err());
    let t = (L("a"), 5);
    match t {
        (ref a, n) if let 4..=6 = n => println!("{} {n}", a.0),
        _ => println!("no"),
    }
    let f = |n: i32| -> Option<i32> {
        match n {
            m if let Some(k) = find(m) => {
                println!("{}", k.0);
                return Some(m);
            }
            _ => None,
        }
    };
    println!("{:?} {:?}", f(1), f(9));
    for i in 0..4 {
        match i {
            j if let Some(_l) = find(j) => {
                println!("break");
                break;
            }
            _ => continue,
        }
    }
    println!("end");
}
