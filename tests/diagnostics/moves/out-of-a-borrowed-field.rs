struct Holder {
    name: String,
}

impl Holder {
    fn take(&self) -> String {
        self.name
    }
}

fn main() {
    let holder = Holder { name: String::from("a") };
    println!("{}", holder.take());
}
