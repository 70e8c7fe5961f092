// A block expression hands its value out and drops the rest.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let kept = {
        let _helper = Loud("helper");
        Loud("result")
    };
    println!("have {}", kept.0);
    let number = ({
        let _helper = Loud("second helper");
        21
    }) * 2;
    println!("{number}");
}
