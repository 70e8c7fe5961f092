struct Token(u32);

impl Token {
    fn spend(self) -> u32 {
        self.0
    }
}

fn main() {
    let token = Token(3);
    println!("{}", token.spend());
    println!("{}", token.spend());
}
