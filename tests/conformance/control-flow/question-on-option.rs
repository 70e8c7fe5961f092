// `?` on an `Option` returns `None` from the function.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn first_two(list: &[i32]) -> Option<i32> {
    let _local = Loud("local");
    let first = list.first()?;
    let second = list.get(1)?;
    Some(first + second)
}

fn main() {
    println!("{:?}", first_two(&[1, 2, 3]));
    println!("{:?}", first_two(&[1]));
    println!("{:?}", first_two(&[]));
}
