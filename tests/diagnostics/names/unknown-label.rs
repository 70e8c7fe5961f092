fn main() {
    'outer: loop {
        break 'outr;
    }
}
