// An alias is another name for the same type.
type Pairs = Vec<(i32, String)>;

fn make() -> Pairs {
    vec![(1, String::from("one")), (2, String::from("two"))]
}

fn main() {
    let mut pairs = make();
    pairs.push((3, "three".into()));
    for (number, name) in &pairs {
        println!("{number} {name}");
    }
}
