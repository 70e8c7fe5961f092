// Adaptors one after the other, and an iterator of one's own among them.
struct Counter {
    n: u32,
}
impl Iterator for Counter {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.n < 5 {
            self.n += 1;
            Some(self.n)
        } else {
            None
        }
    }
}
struct Bag(Vec<i32>);
impl IntoIterator for Bag {
    type Item = i32;
    type IntoIter = std::vec::IntoIter<i32>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
impl<'a> IntoIterator for &'a Bag {
    type Item = &'a i32;
    type IntoIter = std::slice::Iter<'a, i32>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
impl FromIterator<i32> for Bag {
    fn from_iter<I: IntoIterator<Item = i32>>(it: I) -> Self {
        let mut v = Vec::new();
        for x in it {
            v.push(x);
        }
        Bag(v)
    }
}
impl Extend<i32> for Bag {
    fn extend<I: IntoIterator<Item = i32>>(&mut self, it: I) {
        for x in it {
            self.0.push(x);
        }
    }
}
fn main() {
    let sum: u32 = Counter { n: 0 }
        .zip(Counter { n: 0 }.skip(1))
        .map(|(a, b)| a * b)
        .filter(|x| x % 3 == 0)
        .sum();
    println!("{sum}");
    let mut c = Counter { n: 0 };
    println!("{:?} {:?}", c.next(), c.by_ref().take(2).collect::<Vec<_>>());
    println!("{:?}", c.collect::<Vec<u32>>());
    let mut b: Bag = (1..4).collect();
    for x in &b {
        print!("{x} ");
    }
    b.extend(vec![9, 8]);
    for x in b {
        print!("{x} ");
    }
    println!();
    let v = vec![3, 1, 2];
    let mut it = v.iter().peekable();
    while let Some(x) = it.next() {
        if let Some(n) = it.peek() {
            print!("{x}<{n} ");
        } else {
            println!("{x}");
        }
    }
    println!("{:?}", v.iter().rev().enumerate().collect::<Vec<_>>());
    println!("{:?}", v.iter().copied().min_by(|a, b| a.cmp(b)));
    println!("{:?}", v.iter().max_by(|a, b| a.partial_cmp(b).unwrap()));
    let (even, odd): (Vec<i32>, Vec<i32>) = (1..8).partition(|n| n % 2 == 0);
    println!("{even:?} {odd:?}");
    let (a, b): (Vec<i32>, Vec<char>) = vec![(1, 'a'), (2, 'b')].into_iter().unzip();
    println!("{a:?} {b:?}");
    println!("{:?}", (1..=3).flat_map(|n| vec![n; n]).collect::<Vec<_>>());
    println!("{:?}", "a-b-c".split('-').map(str::to_owned).collect::<Vec<String>>());
    println!(
        "{:?}",
        std::iter::successors(Some(1), |n| if *n < 100 { Some(n * 3) } else { None })
            .collect::<Vec<i32>>()
    );
    let mut n = 0;
    println!(
        "{:?}",
        std::iter::from_fn(|| {
            n += 1;
            if n < 4 { Some(n) } else { None }
        })
        .collect::<Vec<i32>>()
    );
    println!("{:?}", std::iter::repeat("x").take(3).collect::<String>());
    println!(
        "{:?}",
        (1..=4)
            .scan(1, |acc, x| {
                *acc *= x;
                Some(*acc)
            })
            .collect::<Vec<i32>>()
    );
    println!("{:?}", [1, 2, 3, 4, 5].chunks(2).map(|c| c.iter().sum::<i32>()).collect::<Vec<_>>());
    println!("{:?} {:?}", v.iter().nth(1), v.iter().last());
    println!("{}", (1..=5).map(|x| x.to_string()).collect::<Vec<_>>().join("+"));
    println!("{:?}", [3, 4].iter().cycle().take(5).collect::<Vec<_>>());
    println!(
        "{:?}",
        ["1", "2", "x"].iter().map(|s| s.parse::<i32>()).collect::<Result<Vec<_>, _>>().is_err()
    );
    println!("{:?}", ["1", "2"].iter().map(|s| s.parse::<i32>().ok()).collect::<Option<Vec<_>>>());
    println!("{:?}", vec![Some(1), None, Some(3)].into_iter().flatten().collect::<Vec<_>>());
    println!("{:?}", (0..10).step_by(3).rev().collect::<Vec<_>>());
    println!(
        "{:?}",
        [1, 5, 2].iter().map_while(|x| if *x < 5 { Some(x * 2) } else { None }).collect::<Vec<_>>()
    );
    println!("{}", [1, 2, 3].iter().any(|x| *x == 2) && [1, 2].iter().all(|x| *x > 0));
    println!("{:?}", (1..=3).try_fold(0i8, |a, x| a.checked_add(x * 50)));
    println!("{:?}", [1, 2, 3].iter().find_map(|x| if *x > 1 { Some(x * 10) } else { None }));
    println!("{} {}", [1, 2] < [1, 3], (1..3).eq(1..3));
    println!("{:?}", [1, 2, 3].iter().rposition(|x| *x < 3));
    println!("{:?}", vec![1, 2, 3].iter().sum::<i32>() as f64 / 3.0);
    println!("{:?}", (1..=3).product::<u64>());
    println!("{} {:?}", (1..=20).product::<i128>(), (7_u128..).step_by(2).take(2).collect::<Vec<_>>());
    println!("{:?}", ('a'..).take(3).collect::<Vec<char>>());
    let ends = 1..4;
    println!("{} {}", ends.start, ends.end);
    println!("{:?} {:?}", (1..4).len(), (1..4).is_empty());
    println!("{:?}", [1.5, 0.5].iter().cloned().fold(f64::INFINITY, f64::min));
}
