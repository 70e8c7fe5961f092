// Operands of tuples, arrays, structs and constructors.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Holder<'a> {
    loud: &'a Loud,
}

fn main() {
    let tuple = (&Loud("tuple"), 1);
    let array = [&Loud("array")];
    let holder = Holder { loud: &Loud("struct") };
    let option = Some(&Loud("variant"));
    println!("{} {} {} {}", tuple.0.0, array[0].0, holder.loud.0, option.is_some());
}
