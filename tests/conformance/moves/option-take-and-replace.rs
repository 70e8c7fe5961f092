// `Option::take` and `replace` empty and fill an option through a reference.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Slot {
    value: Option<Loud>,
}

impl Slot {
    fn close(&mut self) {
        if let Some(value) = self.value.take() {
            println!("closing {}", value.0);
        } else {
            println!("nothing to close");
        }
    }
}

fn main() {
    let mut slot = Slot { value: Some(Loud("first")) };
    let old = slot.value.replace(Loud("second"));
    println!("{}", old.is_some());
    slot.close();
    slot.close();
    let inserted = slot.value.insert(Loud("third"));
    println!("inserted {}", inserted.0);
}
