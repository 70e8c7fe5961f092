// `let` in chains of conditions, `let`-`else`, and labelled blocks with temporaries.
struct L(i32);
impl Drop for L {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn get(n: i32) -> Option<L> {
    (n > 0).then(|| L(n))
}
fn first(s: &str) -> Result<i32, String> {
    let Some(w) = s.split_whitespace().next() else {
        return Err("empty".to_string());
    };
    let Ok(n) = w.parse::<i32>() else { return Err(format!("bad {w}")) };
    Ok(n)
}
fn main() {
    if let Some(a) = get(1)
        && let Some(b) = get(2)
        && a.0 < b.0
    {
        println!("both");
    } else {
        println!("not");
    }
    while let Some(x) = get(0) {
        println!("{}", x.0);
    }
    println!("{:?} {:?} {:?}", first("3 4"), first(""), first("x"));
    let r = 'a: {
        if get(3).is_some() {
            break 'a 1;
        }
        2
    };
    println!("{r}");
    let t = if let Some(L(n)) = &get(4) { *n } else { 0 };
    println!("{t}");
    let x = match get(5) {
        Some(L(n @ 1..=9)) => n,
        Some(_) => 100,
        None => 0,
    };
    println!("{x}");
    let v = [1, 2, 3, 4, 5];
    if let [a, .., z] = v {
        println!("{a} {z}");
    }
    if let [a, rest @ ..] = &v[..] {
        println!("{a} {rest:?}");
    }
}
