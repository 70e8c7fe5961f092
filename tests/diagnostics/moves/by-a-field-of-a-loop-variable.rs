struct Node {
    name: String,
}

fn main() {
    let nodes = vec![Node { name: String::from("a") }];
    for node in &nodes {
        let name = node.name;
        println!("{name}");
    }
}
