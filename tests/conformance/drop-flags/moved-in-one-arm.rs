// The same by a `match`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Fate {
    Keep,
    Drop,
    Hand(&'static str),
}

fn decide(fate: Fate) -> Option<Loud> {
    let value = Loud("value");
    let answer = match fate {
        Fate::Keep => None,
        Fate::Drop => {
            drop(value);
            None
        }
        Fate::Hand(to) => {
            println!("handed to {to}");
            Some(value)
        }
    };
    println!("end of decide");
    answer
}

fn main() {
    decide(Fate::Keep);
    decide(Fate::Drop);
    let got = decide(Fate::Hand("main"));
    println!("{}", got.is_some());
}
