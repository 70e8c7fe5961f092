// The last byte of an arm is looked at by itself, and was taken for a letter.
struct Named {
    nameé: i32,
}

fn main() {
    let named = Named { nameé: 1 };
    let n = match 1 {
        1 => named.nameé,
        _ => 2,
    };
    println!("{n}");
}
