use std::cell::RefCell;

thread_local! {
    static LOG: RefCell<Vec<String>> = RefCell::new(Vec::new());
}

fn main() {
    LOG.with(|log| log.borrow_mut().push("line".to_string()));
}
