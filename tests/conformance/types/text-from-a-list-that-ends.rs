// A field declared as `&str` keeps the text, and no reference into the list that it came from.
struct Task {
    name: &'static str,
}
impl Drop for Task {
    fn drop(&mut self) {
        println!("end of {}", self.name);
    }
}
fn named(name: &&'static str) -> &'static str {
    name
}
fn main() {
    let tasks: Vec<Task> = ["load", "train"].iter().map(|name| Task { name }).collect();
    let last: &str = {
        let names = ["save"];
        named(&names[0])
    };
    println!("{} {last}", tasks.len());
}
