// Shared state that changes; each borrow ends with its statement.
use std::cell::{Cell, RefCell};
use std::rc::Rc;

struct Logger {
    lines: Rc<RefCell<Vec<String>>>,
    count: Rc<Cell<usize>>,
}

impl Drop for Logger {
    fn drop(&mut self) {
        self.lines.borrow_mut().push(format!("closed after {}", self.count.get()));
    }
}

impl Logger {
    fn log(&self, line: &str) {
        self.count.set(self.count.get() + 1);
        self.lines.borrow_mut().push(line.to_string());
    }
}

fn main() {
    let lines = Rc::new(RefCell::new(Vec::new()));
    let count = Rc::new(Cell::new(0));
    {
        let logger = Logger { lines: Rc::clone(&lines), count: count.clone() };
        logger.log("one");
        logger.log("two");
    }
    println!("{:?} {}", lines.borrow(), count.get());
}
