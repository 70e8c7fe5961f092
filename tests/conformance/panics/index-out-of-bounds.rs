// An index that is too large panics; `get` does not.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn element(list: &[i32], index: usize) -> i32 {
    let _local = Loud("local");
    list[index]
}

fn main() {
    let list = vec![10, 20, 30];
    println!("{:?} {:?}", list.get(1), list.get(3));
    println!("{}", element(&list, 2));
    println!("{}", element(&list, 3));
}
