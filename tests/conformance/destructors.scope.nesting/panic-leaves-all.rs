// A panic leaves scopes in the same order as a `return`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn deep(_parameter: Loud) {
    let _body = Loud("body");
    for _ in 0..2 {
        let _turn = Loud("turn");
        if _turn.0 == "turn" {
            let _block = Loud("block");
            panic!("out of here");
        }
    }
}

fn main() {
    let _main = Loud("main");
    deep(Loud("parameter"));
}
