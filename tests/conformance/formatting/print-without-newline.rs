// `print!` and `eprintln!`.
fn main() {
    for i in 0..3 {
        print!("{i},");
    }
    println!();
    eprintln!("to the other stream");
    eprint!("without newline");
    print!("end");
}
