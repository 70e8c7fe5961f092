macro_rules! guards {
    ($($name:ident),*) => {
        $(let $name = stringify!($name);)*
    };
}

fn main() {
    guards!(first, second);
    println!("{}", first);
}
