// The usual methods of `Result`.
fn half(n: i32) -> Result<i32, String> {
    if n % 2 == 0 { Ok(n / 2) } else { Err(format!("{n} is odd")) }
}

fn main() {
    println!("{:?} {:?}", half(8), half(7));
    println!("{:?}", half(8).and_then(half).and_then(half).and_then(half));
    println!("{:?} {:?}", half(7).map_err(|text| text.len()), half(6).map(|n| n + 1));
    println!("{} {}", half(7).unwrap_or(-1), half(7).unwrap_or_else(|text| text.len() as i32));
    println!("{:?} {:?}", half(8).ok(), half(7).err());
    println!("{} {}", half(8).is_ok(), half(7).is_err_and(|text| text.contains("odd")));
    let all: Result<Vec<i32>, String> = [2, 4, 6].into_iter().map(half).collect();
    let failed: Result<Vec<i32>, String> = [2, 3, 5].into_iter().map(half).collect();
    println!("{all:?} {failed:?}");
}
