struct S;

impl S {
    fn f() {
        println!("{}", self.0);
    }
}

fn main() {
    S::f();
}
