// What a `Display` of one's own learns of the width, the precision and the rest.
use std::fmt;
struct P {
    x: f64,
    y: f64,
}
impl fmt::Display for P {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if f.alternate() {
            write!(f, "P[{}; {}]", self.x, self.y)
        } else if let Some(p) = f.precision() {
            write!(f, "({:.*}, {:.*})", p, self.x, p, self.y)
        } else {
            write!(f, "({}, {})", self.x, self.y)
        }
    }
}
struct Name(&'static str);
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
struct Plain;
impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plain")
    }
}
impl fmt::Debug for P {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("P").field("x", &self.x).field("y", &self.y).finish()
    }
}
struct T(i32, String);
impl fmt::Debug for T {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("T").field(&self.0).field(&self.1).finish()
    }
}
struct Ls(Vec<i32>);
impl fmt::Debug for Ls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter()).finish()
    }
}
#[derive(Debug, Clone, Default)]
struct D {
    a: i32,
    b: Option<String>,
    c: Vec<(i32, char)>,
    u: U,
    e: E,
}
#[derive(Debug, Clone, Default)]
struct U;
#[derive(Debug, Clone, Default)]
enum E {
    #[default]
    One,
    Two(i32),
    Three {
        z: f32,
    },
}
struct W<T>(T);
impl<T: fmt::Display> fmt::Display for W<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[")?;
        self.0.fmt(f)?;
        f.write_str("]")
    }
}
impl fmt::LowerHex for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.len(), f)
    }
}
fn main() {
    let p = P { x: 1.0, y: 2.5 };
    println!("{p} {p:#} {p:.2} {p:>20}|{:<10}|", Plain);
    println!(
        "{:>8}|{:<8}|{:^8}|{:.2}|{:*^9}|",
        Name("abc"),
        Name("abc"),
        Name("abc"),
        Name("abc"),
        Name("abc")
    );
    println!(
        "{p:?} {p:#?} {:?} {:#?} {:?} {:#?}",
        T(1, "s".into()),
        T(1, "s".into()),
        Ls(vec![1, 2]),
        Ls(vec![1])
    );
    let d = D { a: 1, b: Some("x".into()), c: vec![(1, 'a')], u: U, e: E::Two(3) };
    println!("{d:?}");
    println!("{d:#?}");
    println!("{:?} {:?} {:#?}", D::default(), E::Three { z: 1.5 }, E::Three { z: 1.5 });
    println!("{} {:>5} {:05} {:+}", W(5), W(5), W(5), W(5));
    println!("{:5?}|{:<5?}|{:05?}|{:?}", Some(1), [1, 2], (1, 2), "q\"uote");
    println!("{:8.3?}|{:?}|{:?}", vec![1.0, 2.5], 1e10, 1.0e-10);
    println!("{:?} {:?}", 'a'..='c', ..5);
    println!("{:10}|{:<10}|{:>10}|{:^10}|", true, 'c', "s", 1.5);
    println!("{:#?}", (1, "a", [Some(2), None]));
    println!("{:#?} {:#?}", Vec::<i32>::new(), ());
    println!("{:02x}{:02X} {:#06x} {:e} {:?}", 10, 171, 255, 1500.0, f32::MIN_POSITIVE);
    println!("{0:>1$} {0:>w$} {name:?}", 5, 4, w = 6, name = "n");
    let w = 7;
    let pr = 2;
    println!("{:w$.pr$}|{:>w$}|{:<w$}|", 3.14159, "a", "b");
    println!("{}", format!("{:?}", format_args!("{} {}", 1, "x")));
    let mut s = String::new();
    use std::fmt::Write;
    write!(s, "{}-{}", 1, 2).unwrap();
    writeln!(s, "!").unwrap();
    print!("{s}");
    println!("{:?}", std::fmt::Error);
    assert!(format!("{p}") == "(1, 2.5)");
    eprintln!("err {}", 1);
    eprint!("x");
    println!("{:?}", Box::new(5));
    println!("{:?} {:?}", std::rc::Rc::new("a"), std::cell::RefCell::new(1));
    println!(
        "{:>6}|{:<6}|{:^6}|",
        Some(1).map_or("none".to_string(), |x| x.to_string()),
        'x',
        "ab"
    );
}
