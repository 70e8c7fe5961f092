// Every temporary of a chain of calls lives to the end of the statement, the last one made going
// first.
struct Step(i32);

impl Step {
    fn next(&self) -> Step {
        println!("after {} comes {}", self.0, self.0 + 1);
        Step(self.0 + 1)
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let number = Step(1).next().next().next().0;
    println!("{number}");
}
