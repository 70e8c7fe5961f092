use std::rc::Rc;

struct Counter {
    count: i32,
    steps: Vec<i32>,
}

impl Counter {
    fn increase(&mut self) {
        self.count += 1;
    }
}

fn main() {
    let counter = Rc::new(Counter { count: 0, steps: Vec::new() });
    counter.count += 1;
    counter.increase();
    counter.steps.push(1);
    let list = Rc::new(vec![1]);
    list.push(2);
}
