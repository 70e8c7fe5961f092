// A borrowed constant needs no temporary: the reference may leave the function.
fn answer() -> &'static i32 {
    &42
}

fn nothing() -> &'static Option<String> {
    &None
}

fn main() {
    println!("{} {:?}", answer(), nothing());
    let reference: &'static [i32] = &[1, 2, 3];
    println!("{reference:?}");
}
