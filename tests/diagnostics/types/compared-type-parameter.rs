fn largest<T>(list: &[T]) -> &T {
    let mut most = &list[0];
    for item in list {
        if item > most {
            most = item;
        }
    }
    most
}

fn main() {
    println!("{}", largest(&[1, 3, 2]));
}
