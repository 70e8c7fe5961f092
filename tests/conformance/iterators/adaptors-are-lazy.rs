// Adaptors do nothing until items are asked for.
fn main() {
    let list = [1, 2, 3, 4, 5, 6];
    let mut seen = 0;
    let even: Vec<i32> = list
        .iter()
        .inspect(|_| seen += 1)
        .filter(|n| *n % 2 == 0)
        .map(|n| n * 10)
        .take(2)
        .collect();
    println!("{even:?} after {seen}");
    println!("{}", list.iter().map(|n| n * n).sum::<i32>());
    println!("{:?}", list.iter().position(|n| *n == 4));
    println!("{} {}", list.iter().any(|n| *n > 5), list.iter().all(|n| *n > 1));
    println!("{:?} {:?}", list.iter().max(), list.iter().min_by_key(|n| (*n - 4).abs()));
}
