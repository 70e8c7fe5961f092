use std::collections::{HashMap, VecDeque};

fn main() {
    let counts = HashMap::new();
    counts.insert("a", 1);
    let queue = VecDeque::from([1]);
    queue.push_back(2);
    println!("{} {:?}", counts.len(), queue);
}
