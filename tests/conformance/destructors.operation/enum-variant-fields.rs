// Of an enum, the fields of the variant it is are dropped, in order.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Shape {
    Nothing,
    One(Loud),
    Two { first: Loud, second: Loud },
}

fn main() {
    let _nothing = Shape::Nothing;
    let _one = Shape::One(Loud("only"));
    let _two = Shape::Two { second: Loud("second"), first: Loud("first") };
    println!("end of main");
}
