// What texts can do: searching by several kinds of patterns, cutting, parsing.
fn main() {
    let mut s = String::from("héllo");
    s.push_str(" wörld");
    s.insert(0, '>');
    s.insert_str(1, "> ");
    println!("{s} {} {}", s.len(), s.chars().count());
    println!("{:?} {:?}", s.find('w'), s.find("zz"));
    println!("{:?}", s.char_indices().take(5).collect::<Vec<_>>());
    println!("{} {}", &s[0..2], s.to_uppercase());
    println!("{:?} {:?}", s.pop(), s.remove(0));
    s.truncate(3);
    println!("{s:?}");
    s.clear();
    println!("{s:?} {}", s.is_empty());
    let t = "  a,b ,c  ";
    println!("{:?}", t.trim().split(',').map(|p| p.trim()).collect::<Vec<_>>());
    println!("{:?}", "one two  three".split_whitespace().rev().collect::<Vec<&str>>());
    println!("{:?} {:?}", "k=v=w".split_once('='), "k=v=w".rsplit_once('='));
    println!("{:?}", "a1b2".chars().filter(|c| c.is_ascii_digit()).collect::<String>());
    println!("{:?}", "abc".chars().rev().collect::<String>());
    println!("{:?}", "abc".bytes().map(|b| b as u32).sum::<u32>());
    println!("{} {}", "abc" < "abd", "a".cmp("b") as i32);
    println!("{:?}", "x".repeat(3) + "y" + &"z".to_string());
    println!("{:?} {:?}", "Hello".strip_prefix("He"), "Hello".strip_suffix("x"));
    println!("{:?}", "line1\nline2\r\nline3".lines().collect::<Vec<_>>());
    println!("{} {}", "tEsT".to_lowercase(), "abc".replace("b", "--"));
    println!("{:?}", "a,b,c".splitn(2, ',').collect::<Vec<_>>());
    println!("{:?}", "abcabc".matches("bc").count());
    println!("{:?} {:?}", "abc".starts_with('a'), "abc".ends_with(char::is_alphabetic));
    println!("{:?}", "abc".chars().map(|c| ((c as u8) + 1) as char).collect::<String>());
    println!("{:?} {:?} {:?}", 'a'.is_alphabetic(), '9'.to_digit(10), 'ß'.is_lowercase());
    println!("{:?} {:?}", 'a'.to_ascii_uppercase(), 'é'.len_utf8());
    println!("{:?} {:?}", char::from_digit(7, 10), char::from_u32(0x41));
    println!("{:?}", std::str::from_utf8(&[104, 105]).unwrap());
    println!("{:?}", String::from_utf8(vec![104, 105]));
    println!("{:?}", String::from_utf8_lossy(&[104, 105]));
    println!("{}", 'x' as u32 + 1);
    println!("{}", ('a'..='e').collect::<String>());
    println!("{:?}", "tab\t\"quote\" \u{1F600} \\");
    println!("{}", r"raw\n");
    println!("{}", r#"a "b""#);
    println!("{:?}", "abc".get(0..1));
    println!("{:?}", "abc".chars().nth(1));
    println!("{:?}", "abc".as_bytes()[0]);
    println!(
        "{}",
        "a\
              b"
    );
    println!("{}", concat!("a", 1, 'c'));
    let words = vec!["a", "b"];
    println!("{}", words.join("-"));
    println!("{:?}", "Mary had".char_indices().nth(2));
    let o: Option<&str> = None;
    println!("{}", o.unwrap_or("none"));
    println!("{:?}", "3.14".parse::<f32>());
    println!("{}", "z".eq_ignore_ascii_case("Z"));
    println!("{:?}", "abc".split("").collect::<Vec<_>>());
    println!("{:?}", "a.b.c".rsplit('.').collect::<Vec<_>>());
    println!("{:?}", "xxaxx".trim_matches('x'));
    println!(
        "{:?}",
        "αβγ".chars().map(|c| c.to_uppercase().to_string()).collect::<Vec<_>>().concat()
    );
    let c: char = 'q';
    match c {
        'a'..='m' => println!("first"),
        'n'..='z' => println!("second"),
        _ => println!("?"),
    }
    println!("{:?}", String::with_capacity(10));
    println!("{}", String::from('c') + "d");
    let b: Box<str> = "boxed".into();
    println!("{b}");
    println!("{:?}", "abc".char_indices().map(|(i, c)| format!("{i}{c}")).collect::<Vec<_>>());
    let mut st = String::new();
    for i in 0..3 {
        st += &i.to_string();
        st.extend(['-', '+']);
    }
    println!("{st}");
    println!("{:?}", st.drain(..2).collect::<String>());
    println!("{st}");
    st.retain(|c| c != '-');
    println!("{st}");
}
