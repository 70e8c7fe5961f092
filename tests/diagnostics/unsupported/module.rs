mod first {
    pub fn open() -> i32 {
        1
    }
}

mod second {
    pub fn open() -> i32 {
        2
    }
}

fn main() {
    println!("{} {}", first::open(), second::open());
}
