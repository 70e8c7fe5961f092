struct S;
enum S {
    A,
}

fn main() {}
