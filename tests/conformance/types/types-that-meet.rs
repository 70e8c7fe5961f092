// Branches, comparisons, indexes and assignments whose types become one another.
const LIMIT: i32 = 10;
static NAME: &str = "n";
fn main() {
    let LIMIT2 = 3;
    let mut total = 0;
    for i in 0..LIMIT {
        total += i;
    }
    let mut n = 5;
    let r = &mut n;
    *r += 1;
    let rr = &mut *r;
    *rr -= 2;
    println!("{n} {total} {NAME} {LIMIT2}");
    let mut v = vec![1, 2, 3];
    for x in &mut v {
        *x *= 2;
    }
    for x in v.iter_mut() {
        *x += 1;
    }
    for x in v.iter() {
        total += x;
        total += *x;
    }
    for (i, x) in v.iter_mut().enumerate() {
        *x += i as i32;
    }
    let mut best = &v[0];
    for x in &v {
        if x > best {
            best = x;
        }
    }
    println!("{best} {total}");
    let mut s = String::from("a");
    {
        let t = &mut s;
        t.push('b');
        *t += "c";
        t.insert(0, '>');
    }
    s += &"d".to_string();
    let mut cur = s.as_str();
    cur = cur.trim_start_matches('>');
    println!("{cur} {}", s.len());
    let msg = if n > 3 {
        "big"
    } else if n == 3 {
        "three"
    } else {
        &s
    };
    println!("{msg}");
    let text = match n {
        0 => "zero".to_string(),
        1..=3 => String::from("few"),
        _ => format!("{n}"),
    };
    println!("{text}");
    let x: f64 = if n > 2 { 1.5 } else { 2.0 };
    let y = match n {
        4 => 1u8,
        _ => 2,
    };
    let z: u64 = if y == 1 { 5 } else { y.into() };
    println!("{x} {y} {z}");
    let w = if n == 4 { -1 } else { 1i64 };
    println!("{w}");
    let o: Option<i32> = Some(4);
    println!("{} {} {}", o == Some(4), o > None, o.unwrap() + 1);
    let c = 'a';
    println!("{} {}", c == 'a', "a" == c.to_string());
    let b: u8 = b'a';
    println!("{}", b == b'a' && (b as char) == 'a' && b as u32 == 97);
    let i: usize = 1;
    println!("{} {} {:?}", v[i], v[i - 1], &s[i..]);
    let idx = 2;
    println!("{}", v[idx]);
    let t: (i32, &str) = (1, "a");
    let (a, _) = t;
    let (ref q, w2) = t;
    let (.., last) = (1, 2, 3);
    println!("{a} {q} {w2} {last}");
    let neg: i8 = -128;
    let u: u8 = !0;
    println!("{neg} {u} {}", -(5i32));
    let closure = |a: i32| -> String {
        if a > 1 {
            return "r".into();
        }
        "end".to_string()
    };
    let unit = |a: i32| {
        println!("{a}");
    };
    unit(3);
    println!("{} {}", closure(1), closure(2));
    let never = |a: Option<i32>| -> i32 {
        match a {
            Some(n) => n,
            None => panic!("none"),
        }
    };
    println!("{}", never(o));
    let words: Vec<String> = vec!["x".into()];
    for w in words.iter() {
        if w == "x" {
            println!("{}", w);
        }
    }
    for w in &words {
        let k: &str = w;
        println!("{k} {}", *w == "x");
    }
}
