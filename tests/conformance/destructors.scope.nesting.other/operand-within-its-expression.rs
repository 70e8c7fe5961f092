// A scope within an operand is within the expression around it.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let sum = {
        let _left = Loud("left");
        1
    } + {
        let _right = Loud("right");
        2
    };
    println!("sum {sum}");
    println!(
        "{}",
        if {
            let _condition = Loud("condition");
            true
        } {
            let _then = Loud("then");
            "yes"
        } else {
            "no"
        }
    );
}
