struct Pair {
    left: String,
    right: String,
}

enum Either {
    Left(String),
    Right(String),
}

fn main() {
    let mut pair = Pair { left: String::from("a"), right: String::from("b") };
    drop(pair.left);
    println!("{}", pair.right);
    pair.left = String::from("c");
    println!("{} {}", pair.left, pair.right);
    let either = if pair.left.len() > 3 {
        Either::Left(pair.left)
    } else {
        Either::Right(pair.right)
    };
    match either {
        Either::Left(text) => println!("{text}"),
        Either::Right(text) => println!("{text}"),
    }
    let later;
    if 1 > 2 {
        later = 1;
    } else {
        later = 2;
    }
    let mut names = vec![String::from("a")];
    for _ in 0..2 {
        drop(names);
        names = Vec::new();
    }
    println!("{later} {}", names.len());
}
