trait Container {
    type Item;

    fn first(&self) -> Self::Item;
}

struct One(i32);

impl Container for One {
    type Item = i32;

    fn first(&self) -> i32 {
        self.0
    }
}

fn main() {
    println!("{}", One(1).first());
}
