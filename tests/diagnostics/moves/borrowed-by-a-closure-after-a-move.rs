fn main() {
    let name = String::from("a");
    drop(name);
    let show = || println!("{name}");
    show();
}
