// `self` by value is a parameter like others: dropped last.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Owner {
    thing: Loud,
}

impl Owner {
    fn finish(self, _reason: Loud) -> &'static str {
        let _local = Loud("local");
        println!("finish {}", self.thing.0);
        "finished"
    }
}

fn main() {
    let owner = Owner { thing: Loud("thing") };
    println!("{}", owner.finish(Loud("reason")));
}
