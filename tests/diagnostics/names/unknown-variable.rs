fn main() {
    let batches = 3;
    println!("{}", batchs);
}
