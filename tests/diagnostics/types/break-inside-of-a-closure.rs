fn main() {
    for n in 0..3 {
        let stop = || break;
        stop();
        println!("{n}");
    }
}
