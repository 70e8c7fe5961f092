// `{:#?}` takes a line for each part.
#[derive(Debug)]
struct Outer {
    name: &'static str,
    inner: Inner,
    list: Vec<i32>,
    empty: Vec<i32>,
    unit: Unit,
}

#[derive(Debug)]
struct Inner(i32, Option<&'static str>);

#[derive(Debug)]
struct Unit;

fn main() {
    let outer = Outer {
        name: "outer",
        inner: Inner(1, Some("x")),
        list: vec![1, 2],
        empty: vec![],
        unit: Unit,
    };
    println!("{outer:#?}");
    println!("{outer:?}");
    println!("{:#?}", (1, "two"));
}
