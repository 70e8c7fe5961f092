// A struct, tuple or slice pattern extends if one of its parts does.
struct Wrapped<T>(T);

impl<T> Drop for Wrapped<T> {
    fn drop(&mut self) {
        println!("drop a wrapped value");
    }
}

struct Named {
    field: Wrapped<i32>,
}

fn main() {
    let Wrapped(ref a) = Wrapped(1);
    let (Wrapped(ref b), _) = (Wrapped(2), ());
    let [Wrapped(ref c), ..] = [Wrapped(3), Wrapped(4)];
    let Named { field: ref d } = Named { field: Wrapped(5) };
    println!("{a} {b} {c} {}", d.0);
}
