// An array of values that are copied is copied as a whole; one of others moves.
#[derive(Debug, Clone, Copy, PartialEq)]
struct P {
    x: i32,
    y: i32,
}
struct Loud(i32);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn sum(a: [i32; 3]) -> i32 {
    a.iter().sum()
}
fn main() {
    let a = [1, 2, 3];
    let b = a;
    println!("{a:?} {b:?} {}", sum(a) + sum(a));
    let mut c = a;
    c[0] = 9;
    println!("{a:?} {c:?} {}", a == b);
    let p = P { x: 1, y: 2 };
    let q = p;
    let r = P { y: 5, ..p };
    println!("{p:?} {q:?} {r:?}");
    let t = (1, 'a', "s");
    let u = t;
    println!("{t:?} {u:?}");
    let louds = [Loud(1), Loud(2), Loud(3)];
    let [first, ..] = louds;
    println!("first {}", first.0);
    let grid = [[0u8; 3]; 2];
    let g2 = grid;
    println!("{grid:?} {}", g2.len());
    let opt = Some(5);
    let o2 = opt;
    println!("{opt:?} {o2:?}");
    let arr2 = [Loud(10), Loud(11)];
    for l in arr2 {
        println!("visit {}", l.0);
        if l.0 == 10 {
            continue;
        }
    }
    let arr3 = [String::from("a"), String::from("b")];
    let [x, y] = arr3;
    println!("{x}{y}");
    let moved: [Loud; 2] = [20, 21].map(Loud);
    println!("{}", moved.len());
    let mut v = vec![Loud(30), Loud(31), Loud(32)];
    v[1] = Loud(33);
    println!("assigned");
    let _ = v.swap_remove(0);
    println!("removed");
    v.truncate(1);
    println!("end");
}
