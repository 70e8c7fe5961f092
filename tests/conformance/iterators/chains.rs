// Zip, chain, skip, enumerate, fold, windows, chunks.
fn main() {
    let letters = ["a", "b", "c"];
    for (i, letter) in letters.iter().enumerate().skip(1) {
        print!("{i}{letter} ");
    }
    println!();
    let zipped: Vec<(i32, &str)> = (1..).zip(letters).collect();
    println!("{zipped:?}");
    let chained: Vec<i32> = (0..2).chain(5..=6).rev().collect();
    println!("{chained:?}");
    println!("{}", (1..=5).fold(String::new(), |text, n| format!("{text}{n}")));
    println!("{:?}", [1, 4, 9].windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3].chunks(2).map(|chunk| chunk.len()).collect::<Vec<_>>());
    println!("{:?}", (1..4).flat_map(|n| vec![n; n]).collect::<Vec<_>>());
    println!(
        "{:?}",
        ["1", "x", "3"].iter().filter_map(|t| t.parse::<i32>().ok()).collect::<Vec<_>>()
    );
    println!("{:?}", (0..10).skip_while(|n| *n < 3).take_while(|n| *n < 6).collect::<Vec<_>>());
    println!("{:?} {:?}", (0..10).step_by(4).last(), (0..3).product::<i32>());
    println!("{:?}", [3, 1, 2].iter().copied().reduce(|a, b| a * 10 + b));
}
