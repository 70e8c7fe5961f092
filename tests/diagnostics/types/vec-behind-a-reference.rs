struct Stack {
    items: Vec<i32>,
}

impl Stack {
    fn push(&self, n: i32) {
        self.items.push(n);
    }
}

fn main() {
    let stack = Stack { items: Vec::new() };
    stack.push(1);
}
