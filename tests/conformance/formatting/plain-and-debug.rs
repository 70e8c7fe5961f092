// `{}` shows, `{:?}` shows as in the source.
fn main() {
    let text = "quote \" and\ttab";
    println!("{text} {text:?}");
    println!("{} {:?}", 'c', 'c');
    println!("{:?} {:?}", "line\n", '\'');
    println!("{:?} {:?} {:?}", (1, "a"), [1.0, 2.5], ());
    println!("{:?} {:?}", Some("x"), Ok::<i32, ()>(1));
    println!("{:?} {:?}", vec![Some(1), None], String::from("s"));
    println!("{} {:?} {}", true, 1.0, 1.0);
    println!("{{}} {{{}}}", 1);
}
