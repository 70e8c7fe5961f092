fn increase(n: &mut i32) {
    n += 1;
}

fn set(n: &mut i32) {
    n = 5;
}

fn main() {
    let mut n = 1;
    increase(&mut n);
    set(&mut n);
    let mut list = vec![1, 2];
    for item in list.iter_mut() {
        item *= 2;
    }
    println!("{} {:?}", n, list);
}
