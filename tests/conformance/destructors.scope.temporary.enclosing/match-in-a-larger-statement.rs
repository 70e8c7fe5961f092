// The end of the statement may come well after the end of the `match`.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn length(of: &Loud) -> usize {
    of.0.len()
}

fn announce(text: &str, late: &Loud) {
    println!("{text} while {} lives", late.0);
}

fn main() {
    announce(
        match length(&Loud("scrutinee")) {
            9 => "nine",
            _ => "other",
        },
        &Loud("late"),
    );
    println!("after the statement");
}
