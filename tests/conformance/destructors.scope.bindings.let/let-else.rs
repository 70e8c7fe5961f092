// What `let … else` binds belongs to the block around; when it does not match, nothing is bound, and
// the value is gone before the `else` block runs.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn find(name: &'static str) -> Option<Loud> {
    if name.is_empty() { None } else { Some(Loud(name)) }
}

fn use_it(name: &'static str) {
    let _before = Loud("before");
    let Some(found) = find(name) else {
        println!("nothing found");
        return;
    };
    let _after = Loud("after");
    println!("found {}", found.0);
}

fn main() {
    use_it("thing");
    use_it("");
}
