// A `return` leaves many scopes at once; they are left from the inside outwards.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn deep(parameter: Loud) -> &'static str {
    let _body = Loud("body");
    loop {
        let _turn = Loud("turn");
        match Loud("scrutinee") {
            scrutinee => {
                let _arm = Loud("arm");
                {
                    let _block = Loud("block");
                    println!("leaving with {} and {}", parameter.0, scrutinee.0);
                    return "left";
                }
            }
        }
    }
}

fn main() {
    println!("{}", deep(Loud("parameter")));
}
