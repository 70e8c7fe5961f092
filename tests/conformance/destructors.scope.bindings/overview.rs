// Variables belong to a block, to an arm, or to a function, by where they are declared.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn declare(parameter: Loud) {
    let block = Loud("of the block");
    match Some(Loud("of the arm")) {
        Some(arm) => println!("{}, {}, {}", parameter.0, block.0, arm.0),
        None => {}
    }
    if let Some(condition) = Some(Loud("of the if let")) {
        println!("{}", condition.0);
    }
    println!("end of the function");
}

fn main() {
    declare(Loud("of the function"));
}
