// A labelled block is left by `break`, and drops what it has then.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let found = 'search: {
        let _first = Loud("first");
        if _first.0.len() == 5 {
            break 'search "five letters";
        }
        let _second = Loud("never made");
        "other"
    };
    println!("{found}");
}
