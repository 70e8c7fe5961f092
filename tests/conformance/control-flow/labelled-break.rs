// `break` with a label leaves several loops at once.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut count = 0;
    'outer: for i in 0..3 {
        let _outer_turn = Loud("outer turn");
        for j in 0..3 {
            let _inner_turn = Loud("inner turn");
            count += 1;
            if i == 1 && j == 1 {
                break 'outer;
            }
        }
    }
    println!("{count}");
}
