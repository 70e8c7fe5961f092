struct Stack {
    items: Vec<i32>,
}

impl Stack {
    fn size(&self) -> usize {
        self.items.len()
    }
}

fn main() {
    let mut stack = Stack { items: Vec::new() };
    stack.push(1);
    println!("{}", stack.size());
}
