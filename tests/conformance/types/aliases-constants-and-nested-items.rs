// Aliases, constants, statics and items within functions.
use std::collections::BTreeMap;
use std::rc::Rc;
type Grid = [[char; 3]; 2];
type Res<T> = Result<T, String>;
const ZERO: i32 = 0;
const NAMES: [&str; 2] = ["x", "y"];
static VERSION: (u8, u8) = (1, 2);
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Level {
    Low = 1,
    Mid = 5,
    High = 10,
}
impl Level {
    const ALL: [Level; 3] = [Level::Low, Level::Mid, Level::High];
    fn next(self) -> Option<Self> {
        use Level::*;
        match self {
            Low => Some(Mid),
            Mid => Some(High),
            High => None,
        }
    }
}
impl Default for Level {
    fn default() -> Self {
        Level::Mid
    }
}
#[derive(Debug, Default, Clone, PartialEq)]
struct Config {
    name: String,
    level: Level,
    tags: Vec<String>,
    size: Option<u32>,
    map: BTreeMap<String, i32>,
    ratio: f32,
    pair: (i32, bool),
    arr: [u8; 3],
    inner: Rc<String>,
}
struct Builder {
    c: Config,
}
impl Builder {
    fn new() -> Self {
        Self { c: Config::default() }
    }
    fn name(mut self, n: &str) -> Self {
        self.c.name = n.to_string();
        self
    }
    fn tag(mut self, t: impl Into<String>) -> Self {
        self.c.tags.push(t.into());
        self
    }
    fn build(self) -> Res<Config> {
        if self.c.name.is_empty() { Err("no name".to_owned()) } else { Ok(self.c) }
    }
}
fn div(a: i32, b: i32) -> Res<i32> {
    if b == ZERO {
        return Err(format!("{a} / 0"));
    }
    Ok(a / b)
}
fn chain(a: i32) -> Res<i32> {
    let x = div(a, 2)?;
    let y = div(x, x - 1).or_else(|e| if x == 1 { Ok(100) } else { Err(e) })?;
    div(100, y).and_then(|z| z.checked_mul(2).ok_or_else(|| "overflow".into()))
}
fn first_even(v: &[i32]) -> Option<&i32> {
    v.iter().find(|x| **x % 2 == 0)
}
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() >= b.len() { a } else { b }
}
fn modify(v: &mut Vec<i32>) {
    v.push(1);
    v.iter_mut().for_each(|x| *x *= 2);
}
fn inc(n: &mut i32) -> i32 {
    *n += 1;
    *n
}
fn never(b: bool) -> i32 {
    if b { 1 } else { unreachable!() }
}
fn ret_tuple() -> (String, usize) {
    let s = String::from("abc");
    let n = s.len();
    (s, n)
}
fn fact(n: u64) -> u64 {
    (1..=n).product()
}
fn is_prime(n: u32) -> bool {
    n > 1 && (2..).take_while(|d| d * d <= n).all(|d| n % d != 0)
}
fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
fn fizz(n: u32) -> String {
    match (n % 3, n % 5) {
        (0, 0) => "FizzBuzz".into(),
        (0, _) => "Fizz".into(),
        (_, 0) => "Buzz".into(),
        _ => n.to_string(),
    }
}

fn main() {
    let g: Grid = [['a'; 3], ['b', 'c', 'd']];
    println!("{g:?} {} {:?}", g[1][2], VERSION);
    for l in Level::ALL {
        println!("{l:?} {} {:?}", l as i32, l.next());
    }
    println!("{} {:?}", Level::Low < Level::High, Level::ALL.iter().max());
    println!("{:?}", Config::default());
    println!("{:?}", Builder::new().name("n").tag("t1").tag(String::from("t2")).build());
    println!("{:?}", Builder::new().build());
    for a in [1, 2, 3, 4, 9] {
        println!("{a} {:?}", chain(a));
    }
    println!("{:?} {:?}", first_even(&[1, 3, 4]), first_even(&[]));
    println!("{}", longest("ab", "abc"));
    let mut v = vec![5];
    modify(&mut v);
    println!("{v:?}");
    let mut n = 0;
    let t = (inc(&mut n), inc(&mut n));
    println!("{t:?} {n} {}", never(true));
    let (s, len) = ret_tuple();
    println!("{s} {len}");
    println!(
        "{} {:?} {}",
        fact(10),
        (1..20).filter(|&n| is_prime(n)).collect::<Vec<_>>(),
        gcd(48, 18)
    );
    println!("{}", (1..=15).map(fizz).collect::<Vec<_>>().join(","));
    let x = 5;
    let x = x * 2;
    {
        let x = "inner";
        println!("{x}");
    }
    println!("{x} {}", NAMES[1]);
    let y = {
        let a = 1;
        let b = 2;
        a + b
    };
    let z = if y > 2 { "big" } else { "small" };
    println!("{z}");
    let mut it = (1..4).into_iter();
    while let Some(i) = it.next() {
        if i == 2 {
            continue;
        }
        print!("{i},");
    }
    println!();
    let mut c = 10;
    let r = loop {
        c -= 3;
        if c < 0 {
            break c;
        }
    };
    println!("{r}");
    let nested: Vec<Vec<i32>> = (1..4).map(|i| (0..i).collect()).collect();
    println!("{nested:?} {}", nested.iter().map(Vec::len).sum::<usize>());
    let words = "the quick brown the lazy the";
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for w in words.split(' ') {
        *counts.entry(w).or_default() += 1;
    }
    let mut sorted: Vec<(&str, u32)> = counts.into_iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    println!("{sorted:?}");
    let mut arr = [5, 3, 1, 4];
    for i in 0..arr.len() {
        for j in 0..arr.len() - 1 - i {
            if arr[j] > arr[j + 1] {
                arr.swap(j, j + 1);
            }
        }
    }
    println!("{arr:?}");
    let text = String::from("hello world");
    let caps: String = text
        .split(' ')
        .map(|w| {
            let mut c = w.chars();
            match c.next() {
                Some(f) => f.to_uppercase().collect::<String>() + c.as_str(),
                None => String::new(),
            }
        })
        .collect::<Vec<_>>()
        .join(" ");
    println!("{caps}");
    let (mut lo, mut hi) = (0, 100);
    let target = 37;
    let mut steps = 0;
    while lo < hi {
        let mid = lo + (hi - lo) / 2;
        steps += 1;
        if mid < target {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    println!("{lo} {steps}");
    let o: Option<Option<i32>> = Some(None);
    println!(
        "{:?} {:?}",
        o.flatten(),
        Some(3).into_iter().chain(None).chain(Some(4)).collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        "a=1;b=2"
            .split(';')
            .filter_map(|kv| kv.split_once('='))
            .map(|(k, v)| (k, v.parse::<i32>().unwrap()))
            .collect::<BTreeMap<_, _>>()
    );
    let r: &str = &text[6..];
    println!("{r} {:?}", r.bytes().rev().map(|b| b as char).collect::<String>());
    assert!(matches!(Level::default(), Level::Mid));
    println!("{}", i32::pow(2, 5) + i32::abs(-3) + i32::MAX.wrapping_add(1).count_ones() as i32);
}
