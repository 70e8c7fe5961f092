// A wrapper that dereferences to what it holds.
use std::ops::{Deref, DerefMut};

struct Wrapper {
    inner: Vec<i32>,
}

impl Deref for Wrapper {
    type Target = Vec<i32>;

    fn deref(&self) -> &Vec<i32> {
        &self.inner
    }
}

impl DerefMut for Wrapper {
    fn deref_mut(&mut self) -> &mut Vec<i32> {
        &mut self.inner
    }
}

impl Drop for Wrapper {
    fn drop(&mut self) {
        println!("drop {} elements", self.len());
    }
}

fn main() {
    let mut wrapper = Wrapper { inner: vec![1] };
    wrapper.push(2);
    println!("{} {:?}", wrapper.len(), wrapper.first());
}
