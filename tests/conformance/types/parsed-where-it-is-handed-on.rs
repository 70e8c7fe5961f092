// What is parsed has the type that the branch wants which hands it on.
#[derive(Debug, Default)]
struct Args {
    epochs: u8,
    lr: f32,
    name: Option<i64>,
}
fn h(s: &str) -> Result<u8, String> {
    match s.parse() {
        Ok(n) => Ok(n),
        Err(_) => Err(format!("bad {s}")),
    }
}
fn o(s: &str) -> Option<i8> {
    if let Ok(n) = s.parse() { Some(n) } else { None }
}
fn lr(s: &str) -> f32 {
    match s.trim().parse() {
        Ok(x) => x,
        Err(_) => 0.1,
    }
}
fn main() {
    println!("{:?} {:?} {:?} {:?}", h("300"), h("30"), o("200"), o("-3"));
    println!("{} {}", lr(" 0.3"), lr("x") + 0.2);
    for guess in ["42", "-1", "abc", "7"] {
        let guess: u32 = match guess.trim().parse() {
            Ok(num) => num,
            Err(_) => {
                println!("no number: {guess}");
                continue;
            }
        };
        println!("{guess}");
    }
    let n: u8 = if let Ok(n) = "256".parse() { n } else { 0 };
    let m: i16 = match "5".parse::<i16>() {
        Ok(n) if n > 3 => n * 2,
        Ok(n) => n,
        Err(e) => panic!("{e}"),
    };
    let all: u16 = !0;
    let mask = !0u8 >> 4;
    println!("{n} {m} {all} {mask} {}", !5i32);
    let first: i32 = match [3, 4].iter().max() {
        Some(n) => *n,
        None => 0,
    };
    let c: char = match "xyz".chars().next() {
        Some(c) => c,
        None => '?',
    };
    let v: Vec<i32> = match "1,2".split(',').map(|s| s.parse()).collect() {
        Ok(v) => v,
        Err(e) => {
            let e: std::num::ParseIntError = e;
            panic!("{e}")
        }
    };
    println!("{first} {c} {v:?}");
    let mut a = Args::default();
    for kv in ["epochs=3", "lr=0.5", "name=-4", "epochs=x", "what=1"] {
        let Some((k, v)) = kv.split_once('=') else { continue };
        match k {
            "epochs" => match v.parse() {
                Ok(n) => a.epochs = n,
                Err(e) => println!("{k}: {e}"),
            },
            "lr" => a.lr = v.parse().unwrap_or(a.lr),
            "name" => a.name = v.parse().ok(),
            other => println!("unknown {other}"),
        }
    }
    println!("{a:?}");
}
