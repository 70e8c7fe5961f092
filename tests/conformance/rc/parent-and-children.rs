// A tree: parents own their children, children know their parents by `Weak`.
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Node {
    name: &'static str,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    fn new(name: &'static str) -> Rc<Node> {
        Rc::new(Node {
            name,
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(Vec::new()),
        })
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let parent = match self.parent.borrow().upgrade() {
            Some(parent) => parent.name,
            None => "nobody",
        };
        println!("drop {} of {parent}", self.name);
    }
}

fn main() {
    let root = Node::new("root");
    for name in ["left", "right"] {
        let child = Node::new(name);
        *child.parent.borrow_mut() = Rc::downgrade(&root);
        root.children.borrow_mut().push(child);
    }
    println!("{} children", root.children.borrow().len());
    let kept = Rc::clone(&root.children.borrow()[0]);
    drop(root);
    println!("kept {}", kept.name);
}
