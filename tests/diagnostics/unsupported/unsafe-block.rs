fn main() {
    let n = 1;
    let pointer = &raw const n;
    println!("{}", unsafe { *pointer });
}
