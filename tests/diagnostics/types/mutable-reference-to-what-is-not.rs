fn main() {
    let n = 1;
    let m = &mut n;
    *m += 1;
}
