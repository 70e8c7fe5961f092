// A list made of boxes: dropping the first drops the rest, from the outside in.
enum List {
    End,
    Item(i32, Box<List>),
}

impl Drop for List {
    fn drop(&mut self) {
        match self {
            List::End => println!("drop the end"),
            List::Item(n, _) => println!("drop {n}"),
        }
    }
}

fn sum(list: &List) -> i32 {
    match list {
        List::End => 0,
        List::Item(n, rest) => n + sum(rest),
    }
}

fn main() {
    let list = List::Item(1, Box::new(List::Item(2, Box::new(List::End))));
    println!("{}", sum(&list));
}
