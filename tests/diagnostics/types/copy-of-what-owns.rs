#[derive(Clone, Copy)]
struct Named {
    name: String,
}

fn main() {
    let named = Named { name: String::from("a") };
    println!("{}", named.name);
}
