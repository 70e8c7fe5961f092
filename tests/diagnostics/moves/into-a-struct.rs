struct Holder {
    name: String,
}

fn main() {
    let name = String::from("a");
    let holder = Holder { name };
    println!("{} {}", holder.name, name);
}
