// `return` and `?` within a closure leave the closure, not the function around it.
fn main() {
    let check = |n: i32| -> Result<i32, String> {
        if n < 0 {
            return Err(format!("{n} is negative"));
        }
        let half = n.checked_div(2).ok_or("cannot happen")?;
        Ok(half)
    };
    println!("{:?} {:?}", check(8), check(-1));
    println!("end of main");
}
