// `format_args!` extends what it borrows, when it is what a `let` keeps.
#[derive(Debug)]
struct Shown(i32);

impl Drop for Shown {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let arguments = format_args!("{:?}", Shown(1));
    println!("{arguments}");
    println!("{}", format_args!("{:?}", Shown(2)));
    println!("end of main");
}
