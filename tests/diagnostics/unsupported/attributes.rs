#[cfg(debug_assertions)]
fn checked() -> bool {
    true
}

#[cfg(not(debug_assertions))]
fn checked() -> bool {
    false
}

fn main() {
    println!("{}", checked());
}
