// A comparison takes its operands by reference: they are temporaries of the statement.
#[derive(PartialEq)]
struct Token(i32);

impl Drop for Token {
    fn drop(&mut self) {
        println!("drop token {}", self.0);
    }
}

fn main() {
    let same = Token(1) == Token(2);
    println!("same: {same}");
    if Token(3) == Token(3) {
        println!("equal");
    }
}
