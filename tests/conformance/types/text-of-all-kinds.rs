// Texts are written to, cut, gone over, parsed and shown.
use std::fmt::Write;
fn main() {
    let mut s = String::new();
    write!(s, "{}-{:03}", "a", 7).unwrap();
    writeln!(s).unwrap();
    print!("{s}");
    let t = "The quick brown fox";
    println!("{:?}", t.split(' ').map(|w| w.chars().rev().collect::<String>()).collect::<Vec<_>>());
    println!("{:?}", t.char_indices().filter(|(_, c)| c.is_uppercase()).collect::<Vec<_>>());
    println!("{}", t.bytes().map(u32::from).sum::<u32>());
    println!("{:?} {:?}", t.find("quick"), t.rfind('o'));
    println!("{}", t.replace("quick", "slow").replacen('o', "0", 1));
    println!(
        "{:?}",
        "a=1;b=2"
            .split(';')
            .filter_map(|kv| kv.split_once('='))
            .map(|(k, v)| (k, v.parse::<i32>().unwrap()))
            .collect::<Vec<_>>()
    );
    println!("{:?}", "x".repeat(3));
    println!("{:?}", "  pad ".trim_start());
    println!("{:?} {:?}", "é".len(), "é".chars().count());
    println!("{}", &t[4..9]);
    println!("{:?}", t.get(0..100));
    println!("{:?}", "line1\nline2\r\nline3".lines().collect::<Vec<_>>());
    let mut u = String::from("hello");
    u.insert(0, '>');
    u.insert_str(1, "> ");
    u.truncate(6);
    println!("{u} {:?} {}", u.pop(), u.len());
    u.retain(|c| c != '>');
    println!("{u:?} {:?}", u.remove(0));
    println!("{:?}", u.drain(..1).collect::<String>());
    println!("{}", u.is_empty());
    println!("{:?}", "abc".chars().map(|c| (c as u8 + 1) as char).collect::<String>());
    println!("{:?}", 'a'.is_alphanumeric() && '9'.is_ascii_digit());
    println!("{:?} {:?}", 'z'.to_digit(36), std::char::from_digit(7, 10));
    println!("{:?}", ('a'..='e').step_by(2).collect::<String>());
    println!("{:?}", "Hello".eq_ignore_ascii_case("hELLO"));
    println!("{:?}", "b,a,c".split(',').max());
    println!("{:?}", "one two".splitn(2, ' ').last());
    let c = 'ß';
    println!("{} {:?} {}", c.len_utf8(), c.to_uppercase().collect::<String>(), c as u32);
    println!("{:e} {:?} {} {}", 1234.5f64, 1e21, 1e15, f64::NAN);
    println!("{:?} {:?} {:?}", "1.5".parse::<f64>(), "abc".parse::<f64>(), "".parse::<i32>());
    println!("{:?} {:?}", "300".parse::<u8>(), "-1".parse::<u8>());
    println!("{:+} {:08.3} {:#x} {:#010b} {:^9}|", 5, -3.14159, 255, 5, "mid");
    println!("{:?}", "tab\t\"q\" \u{1F600} \0");
    println!("{0} {0:?} {1:>w$} {name:.2}", "x", 5, w = 4, name = 2.71828);
    assert!(true, "no {}", 1);
}
