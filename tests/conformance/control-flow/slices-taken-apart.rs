// Through a slice, as through any reference, the variables of a pattern are references.
#[derive(Debug)]
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn sum(xs: &[i32]) -> i32 {
    match xs {
        [] => 0,
        [x] => *x,
        [x, rest @ ..] => x + sum(rest),
    }
}
fn ends(v: &mut [D]) {
    if let [first, .., last] = v {
        std::mem::swap(first, last);
        first.0 += 100;
    }
}
fn by_value(v: &[i32]) -> i32 {
    match v {
        &[a, b] => a * b,
        &[a, .., c] => a - c,
        _ => -1,
    }
}
fn names<'a>(v: &[&'a str]) -> Option<&'a str> {
    match v {
        [_, name, ..] => Some(name),
        _ => None,
    }
}
fn pairs(v: &[(String, u32)]) -> u32 {
    let mut n = 0;
    for (k, c) in v {
        if k.len() > 1 {
            n += c;
        }
    }
    if let [(k, c), ..] = v {
        println!("{k} {c}");
    }
    n
}
fn main() {
    let mut v = vec![D(1), D(2), D(3)];
    ends(&mut v);
    if let [a, b, c] = v.as_slice() {
        println!("{a:?} {b:?} {c:?}");
    }
    if let [.., last] = &mut v[1..] {
        last.0 = 9;
    }
    match &v[..] {
        [x, y @ .., z] if y.len() == 1 => println!("{} {} {:?}", x.0, z.0, y),
        _ => println!("other"),
    }
    println!("{} {} {}", sum(&[1, 2, 3]), by_value(&[3, 4]), by_value(&[9, 5, 4]));
    println!("{:?} {:?}", names(&["a", "b"]), names(&[]));
    println!("{}", pairs(&[("ab".to_string(), 2), ("c".to_string(), 5)]));
    for w in v.windows(2) {
        if let [a, b] = w {
            println!("{}", a.0 - b.0);
        }
    }
    for pair in [1, 2, 3, 4].chunks(2) {
        let [a, b] = pair else { continue };
        println!("{}", a + b);
    }
    let [a, b, c]: [D; 3] = v.try_into().unwrap();
    println!("{} {} {}", a.0, b.0, c.0);
    let arr = [[1, 2], [3, 4]];
    for [x, y] in arr {
        println!("{}", x * y);
    }
    for [x, y] in &arr {
        println!("{}", x + *y);
    }
    let text = ["k=v", "x"];
    for parts in text.iter().map(|t| t.split('=').collect::<Vec<_>>()) {
        match parts[..] {
            [k, v] => println!("{k}->{v}"),
            [k] => println!("{k}"),
            _ => {}
        }
    }
    for parts in text.iter().map(|t| t.split('=').collect::<Vec<_>>()) {
        match parts.as_slice() {
            &[k, v] => println!("{k}->{v}"),
            [k, ..] => println!("{k}"),
            [] => {}
        }
    }
}
