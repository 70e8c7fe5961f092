struct Holder {
    name: Option<String>,
}

impl Holder {
    fn show(&self) {
        println!("{}", self.name.unwrap());
    }
}

fn main() {
    Holder { name: None }.show();
}
