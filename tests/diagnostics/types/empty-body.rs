fn double(n: i32) -> i32 {
    println!("{n}");
}

fn main() {
    println!("{}", double(2));
}
