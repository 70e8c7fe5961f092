// The temporaries of a block's tail are dropped before the variables of the block.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn main() {
    let total = {
        let _local = Loud("local");
        length(&Loud("tail"))
    };
    println!("{total}");
    let nested = {
        let _outer = Loud("outer");
        {
            let _inner = Loud("inner");
            length(&Loud("innermost tail"))
        }
    };
    println!("{nested}");
}
