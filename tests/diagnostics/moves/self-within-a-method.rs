struct Token(u32);

impl Token {
    fn spend(self) {
        drop(self);
        println!("{}", self.0);
    }
}

fn main() {
    Token(1).spend();
}
