// The usual methods of `Option`.
fn main() {
    let some: Option<i32> = Some(4);
    let none: Option<i32> = None;
    println!("{:?} {:?}", some.map(|n| n * 2), none.map(|n| n * 2));
    println!("{} {}", some.unwrap_or(0), none.unwrap_or(9));
    println!("{} {}", none.unwrap_or_default(), none.unwrap_or_else(|| 3));
    println!("{:?} {:?}", some.filter(|n| *n > 5), some.and_then(|n| n.checked_sub(1)));
    println!("{:?} {:?}", none.or(Some(1)), some.xor(none));
    println!("{:?} {:?}", some.ok_or("missing"), none.ok_or("missing"));
    println!("{} {}", some.is_some_and(|n| n == 4), some.map_or(0, |n| n + 1));
    println!("{:?} {:?}", some.zip(Some('a')), Some(Some(1)).flatten());
    let text = Some(String::from("abc"));
    println!("{:?} {:?}", text.as_deref(), text.as_ref().map(|text| text.len()));
}
