// When collecting fails in the middle, what was collected is dropped.
struct Numbered(i32);

impl Drop for Numbered {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(n: i32) -> Result<Numbered, String> {
    if n == 3 { Err(format!("no {n}")) } else { Ok(Numbered(n)) }
}

fn main() {
    let outcome: Result<Vec<Numbered>, String> = (1..6).map(make).collect();
    match outcome {
        Ok(list) => println!("{} made", list.len()),
        Err(text) => println!("{text}"),
    }
}
