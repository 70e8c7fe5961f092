// Each item ends where an adaptor gives it up, and the rest where the iterator ends.
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn gen_vec(n: i32) -> Vec<D> {
    (0..n).map(D).collect()
}
fn main() {
    let mut it = gen_vec(4).into_iter().filter(|d| d.0 % 2 == 1).map(|d| {
        println!("map {}", d.0);
        d
    });
    println!("lazy");
    let first = it.next();
    println!("first {}", first.is_some());
    drop(it);
    println!("-- zip");
    for (a, b) in gen_vec(2).into_iter().zip(gen_vec(3).into_iter().skip(1)) {
        println!("{} {}", a.0, b.0);
    }
    println!("-- find");
    let f = gen_vec(3).into_iter().find(|d| d.0 == 1);
    println!("found {}", f.map_or(-1, |d| d.0));
    println!("-- peek");
    let mut p = gen_vec(3).into_iter().peekable();
    while let Some(d) = p.next() {
        if p.peek().is_some_and(|n| n.0 == 2) {
            println!("before two: {}", d.0);
            break;
        }
    }
    println!("-- chain last");
    let l = gen_vec(1).into_iter().chain([D(10), D(11)]).last();
    println!("{}", l.unwrap().0);
    println!("-- fold");
    let s = gen_vec(3).into_iter().fold(0, |a, d| a + d.0);
    println!("{s}");
    println!("-- max");
    let m = gen_vec(3).into_iter().max_by_key(|d| (d.0 - 1).abs());
    println!("{}", m.as_ref().unwrap().0);
    println!("-- rev take");
    let v: Vec<D> = gen_vec(4).into_iter().rev().take(2).collect();
    println!("{:?}", v.iter().map(|d| d.0).collect::<Vec<_>>());
    println!("-- any");
    println!("{}", gen_vec(4).into_iter().any(|d| d.0 == 1));
    println!("-- flat");
    let w: Vec<i32> = vec![gen_vec(1), gen_vec(2)].into_iter().flatten().map(|d| d.0).collect();
    println!("{w:?}");
    println!("-- nth/skip_while/step_by");
    println!("{}", gen_vec(5).into_iter().nth(2).unwrap().0);
    println!("{}", gen_vec(4).into_iter().skip_while(|d| d.0 < 2).count());
    println!("{}", gen_vec(5).into_iter().step_by(2).map(|d| d.0).sum::<i32>());
    println!("-- unzip");
    let (a, b): (Vec<D>, Vec<i32>) = gen_vec(2)
        .into_iter()
        .map(|d| {
            let n = d.0;
            (d, n)
        })
        .unzip();
    println!("{} {b:?}", a.len());
    println!("-- cmp/collect err");
    let r: Result<Vec<D>, String> = gen_vec(3)
        .into_iter()
        .map(|d| if d.0 == 1 { Err(format!("bad {}", d.0)) } else { Ok(d) })
        .collect();
    println!("{:?}", r.err());
    let o: Option<Vec<D>> = vec![Some(D(20)), None, Some(D(21))].into_iter().collect();
    println!("{}", o.is_none());
    println!("-- end");
}
