// What `collect`, `sum` and a declared type want is told to the closures of the chain before them.
fn f(s: &str) -> Result<Vec<f64>, std::num::ParseFloatError> {
    s.split(',').map(|x| x.trim().parse()).collect()
}
fn main() {
    println!(
        "{:?}",
        "1,300".split(',').map(|s| s.parse()).collect::<Result<Vec<u8>, _>>().is_err()
    );
    println!("{:?}", f("1, 2.5"));
    println!("{:?}", f("1, x"));
    let v: Vec<f32> = "1 2".split(' ').map(|s| s.parse().unwrap()).collect();
    println!("{v:?}");
    let v: Vec<u8> = "1 -2".split(' ').filter_map(|s| s.parse().ok()).collect();
    println!("{v:?}");
    let v: Vec<String> = ["a", "b"].iter().map(|&s| s.into()).collect();
    println!("{v:?}");
    let v: Vec<u64> = [1u8, 2].iter().map(|&n| n.into()).collect();
    println!("{v:?}");
    let t: u64 = ["1", "2"].iter().map(|s| s.parse::<u64>().unwrap()).sum();
    println!("{t}");
    let v: Vec<f64> = vec!["1", "2"].iter().flat_map(|s| s.parse()).collect();
    println!("{v:?}");
    let m: std::collections::HashMap<String, f64> = ["a=1"]
        .iter()
        .filter_map(|kv| {
            let (k, v) = kv.split_once('=')?;
            Some((k.to_string(), v.parse().ok()?))
        })
        .collect();
    println!("{m:?}");
    let (a, b): (i32, f64) = {
        let mut it = "3 4".split(' ');
        (it.next().unwrap().parse().unwrap(), it.next().unwrap().parse().unwrap())
    };
    println!("{a} {b:?}");
    let nums: Vec<(u8, f64)> = ["1:2"]
        .iter()
        .map(|s| {
            let (a, b) = s.split_once(':').unwrap();
            (a.parse().unwrap(), b.parse().unwrap())
        })
        .collect();
    println!("{nums:?}");
    struct P {
        x: f64,
        y: f64,
    }
    let ps: Vec<P> = ["1 2"]
        .iter()
        .map(|l| {
            let mut i = l.split(' ').map(|x| x.parse().unwrap());
            P { x: i.next().unwrap(), y: i.next().unwrap() }
        })
        .collect();
    println!("{:?} {:?}", ps[0].x, ps[0].y);
}
