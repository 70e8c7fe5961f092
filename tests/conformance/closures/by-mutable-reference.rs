// A closure that changes borrows to change.
fn main() {
    let mut count = 0;
    let mut increase = |by: i32| {
        count += by;
        count
    };
    println!("{}", increase(2));
    println!("{}", increase(3));
    println!("{count}");
}
