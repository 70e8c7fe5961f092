// Each loop was followed twice, and each loop within it twice as often.
fn main() {
    let s = String::new();
    loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { loop { drop(s); break; } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } 
}
