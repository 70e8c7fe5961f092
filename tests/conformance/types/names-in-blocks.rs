// The items of a block mean what they mean in that block only: others may have their names.
use std::fmt;

const LIMIT: i32 = 1;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn helper() -> i32 {
    0
}

fn one() -> i32 {
    fn helper() -> i32 {
        const LIMIT: i32 = 10;
        LIMIT + 1
    }
    let _noisy = Noisy("one");
    helper() + LIMIT
}

fn two() -> i32 {
    fn helper() -> i32 {
        LIMIT + 2
    }
    helper()
}

fn main() {
    println!("{} {} {}", helper(), one(), two());
    {
        use std::fmt::Write as _;
        const LIMIT: i32 = 2;
        fn helper() -> Noisy {
            Noisy("made in a block")
        }
        let mut text = String::new();
        let _noisy = helper();
        write!(text, "{LIMIT} of {}", two()).unwrap();
        println!("{text}");
    }
    println!("{} {LIMIT}", helper());
    let by_closure = || {
        struct Local(i32);
        impl fmt::Display for Local {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{}>", self.0)
            }
        }
        fn helper() -> Local {
            Local(LIMIT)
        }
        helper().to_string()
    };
    println!("{} {}", by_closure(), helper());
}
