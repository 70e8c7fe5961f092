fn main() {
    let name = String::from("a");
    let end = move || {
        drop(name);
        println!("{name}");
    };
    end();
}
