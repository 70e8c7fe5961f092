// Patterns within patterns, with bindings, guards and alternatives.
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle { r: f64 },
    Rect { w: f64, h: f64 },
    Named(String, Box<Shape>),
    Unit,
}
struct L(i32);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
enum Msg {
    Quit,
    Move { x: i32, y: i32 },
    Write(String),
    Color(u8, u8, u8),
    Own(L),
}
fn handle(m: Msg) -> String {
    match m {
        Msg::Quit => "quit".into(),
        Msg::Move { x: 0, y } => format!("vertical {y}"),
        Msg::Move { x, y: 0 } => format!("horizontal {x}"),
        Msg::Move { x, y } if x == y => format!("diagonal {x}"),
        Msg::Move { .. } => "move".to_string(),
        Msg::Write(s) if s.is_empty() => "empty".into(),
        Msg::Write(s) => s,
        Msg::Color(r, _, b) => format!("{r}/{b}"),
        Msg::Own(l) => {
            println!("own {}", l.0);
            "owned".into()
        }
    }
}
fn area(s: &Shape) -> f64 {
    match s {
        Shape::Circle { r } => 3.0 * r * r,
        Shape::Rect { w, h } => w * h,
        Shape::Named(_, inner) => area(inner),
        Shape::Unit => 0.0,
    }
}
fn main() {
    for m in [
        Msg::Quit,
        Msg::Move { x: 0, y: 3 },
        Msg::Move { x: 2, y: 0 },
        Msg::Move { x: 4, y: 4 },
        Msg::Move { x: 1, y: 2 },
        Msg::Write(String::new()),
        Msg::Write("hi".into()),
        Msg::Color(1, 2, 3),
        Msg::Own(L(9)),
    ] {
        println!("{}", handle(m));
    }
    let s = Shape::Named("n".into(), Box::new(Shape::Rect { w: 2.0, h: 3.5 }));
    println!("{} {:?}", area(&s), s.clone() == s);
    if let Shape::Named(name, b) = s {
        println!("{name} {b:?}");
    }
    let n = 42u8;
    let d = match n {
        0 => "zero",
        1..=9 => "digit",
        10 | 20 | 30 => "round",
        x if x % 2 == 0 => "even",
        _ => "odd",
    };
    println!("{d}");
    let pair = (3, -3);
    match pair {
        (x, y) if x + y == 0 => println!("zero sum"),
        (x, _) if x % 2 == 1 => println!("odd x"),
        _ => println!("none"),
    }
    let msg = Some(L(1));
    match &msg {
        Some(l) => println!("ref {}", l.0),
        None => {}
    }
    match msg {
        Some(L(ref n)) => println!("inner {n}"),
        None => {}
    }
    println!("after");
    let id @ 1..=5 = 3 else { return };
    println!("{id}");
    let v = vec![1, 2, 3];
    match v.as_slice() {
        [first, .., last] if first != last => println!("{first} {last}"),
        _ => {}
    }
    if let [a, b, c] = v[..] {
        println!("{}", a + b + c);
    }
    let x = 5;
    let msg = match x {
        n @ (1 | 5) => format!("special {n}"),
        n => format!("{n}"),
    };
    println!("{msg}");
    let Some(q) = Some(1).filter(|x| *x > 0) else { panic!("no") };
    println!("{q}");
    let c = 'k';
    println!("{}", matches!(c, 'a'..='z' if c > 'c'));
    let t = ((1, 2), [3, 4]);
    let ((a, _), [_, d]) = t;
    println!("{a}{d}");
    let mut o = Some(3);
    while let Some(i) = o {
        if i == 0 {
            o = None;
        } else {
            print!("{i} ");
            o = Some(i - 1);
        }
    }
    println!();
    let refs = &Some(String::from("r"));
    if let Some(s) = refs {
        println!("{s}");
    }
    let mut st = Some(String::from("m"));
    if let Some(s) = &mut st {
        s.push('!');
    }
    println!("{st:?}");
    if let Some(ref mut s) = st {
        s.push('?');
    }
    println!("{}", st.as_deref().unwrap_or(""));
    let b = Box::new((L(5), L(6)));
    let (l5, _) = *b;
    println!("{}", l5.0);
    let r = &L(7);
    let &L(num) = r;
    println!("{num}");
    const K: i32 = 7;
    match num {
        K => println!("const"),
        _ => {}
    }
    match "abc" {
        "abc" => println!("str"),
        _ => {}
    }
    match (1, "x") {
        (1, s @ ("x" | "y")) => println!("{s}"),
        _ => {}
    }
    let z = if let Some(n) = Some(2)
        && n > 1
    {
        n
    } else {
        0
    };
    println!("{z}");
    match -5 {
        i32::MIN..=-1 => println!("neg"),
        0 => {}
        1.. => {}
    }
}
