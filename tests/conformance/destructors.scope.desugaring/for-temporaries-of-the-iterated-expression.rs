// Temporaries in the expression of a `for` live until the loop is over, as in a `match`.
struct Source(Vec<i32>);

impl Source {
    fn items(&self) -> &Vec<i32> {
        &self.0
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        println!("drop the source");
    }
}

fn main() {
    for item in Source(vec![10, 20]).items() {
        println!("item {item}");
    }
    println!("after the loop");
}
