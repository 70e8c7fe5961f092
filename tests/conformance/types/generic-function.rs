// A generic function with a bound.
use std::fmt::Debug;

fn largest<T: PartialOrd + Copy>(list: &[T]) -> Option<T> {
    let mut largest = *list.first()?;
    for &item in list {
        if item > largest {
            largest = item;
        }
    }
    Some(largest)
}

fn show<T>(value: T) -> String
where
    T: Debug,
{
    format!("<{value:?}>")
}

fn main() {
    println!("{:?} {:?}", largest(&[3, 9, 2]), largest(&[1.5, 0.5]));
    println!("{:?}", largest::<char>(&[]));
    println!("{} {}", show("text"), show(Some(1)));
}
