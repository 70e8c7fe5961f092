mod inner {
    pub fn f() {}
}

fn main() {
    inner::f();
}
