fn main() {
    println!("yes");
}
}
