// Texts and what one does with them.
fn main() {
    let mut text = String::from("drop");
    text.push_str(" scopes");
    text.push('!');
    println!("{} {} {}", text, text.len(), text.to_uppercase());
    println!("{:?}", text.split(' ').collect::<Vec<_>>());
    println!("{:?} {:?}", text.find("scope"), text.find('z'));
    println!("{} {}", text.replace("drop", "leave"), &text[5..11]);
    println!("{}", text.chars().rev().collect::<String>());
    println!("{} {}", text.starts_with("drop"), text.contains("sc"));
    println!("{:?}", "  a, b ,c ".split(',').map(|part| part.trim()).collect::<Vec<_>>());
    println!("{:?} {:?}", "12".parse::<i32>().ok(), "x".parse::<i32>().is_err());
    println!("{:?}", "k=v".split_once('='));
    println!("{}", ["a", "b"].join("/") + "/c");
}
