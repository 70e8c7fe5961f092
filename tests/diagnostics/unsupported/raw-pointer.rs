fn main() {
    let n = 1;
    let pointer = &n as *const i32;
    println!("{}", pointer.is_null());
}
