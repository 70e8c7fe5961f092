// Literals, ranges, alternatives, guards, bindings, in the order in which they stand.
fn kind(n: i32) -> &'static str {
    match n {
        i32::MIN..=-1 => "negative",
        0 => "zero",
        1 | 2 | 3 => "small",
        x if x % 2 == 0 => "even",
        100.. => "large and odd",
        _ => "odd",
    }
}

fn letter(c: char) -> u8 {
    match c {
        'a'..='z' => 1,
        'A'..='Z' => 2,
        '0'..='9' => 3,
        _ => 0,
    }
}

fn shape(list: &[i32]) -> String {
    match list {
        [] => String::from("empty"),
        [one] => format!("only {one}"),
        [first, .., last] => format!("from {first} to {last}"),
    }
}

fn text(word: &str) -> i32 {
    match word {
        "one" => 1,
        "two" => 2,
        other => other.len() as i32,
    }
}

fn main() {
    for n in [-5, 0, 2, 8, 9, 101] {
        println!("{n}: {}", kind(n));
    }
    println!("{} {} {} {}", letter('q'), letter('Q'), letter('7'), letter('-'));
    println!("{} {} {}", shape(&[]), shape(&[4]), shape(&[4, 5, 6]));
    println!("{} {} {}", text("one"), text("two"), text("three"));
}
