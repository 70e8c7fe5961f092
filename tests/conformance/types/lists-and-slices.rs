// What lists and slices can do: sorting, searching, windows, chunks, patterns.
fn main() {
    let mut v = vec![5, 3, 8, 1, 3];
    v.sort_unstable_by(|a, b| b.cmp(a));
    println!("{v:?}");
    v.dedup();
    println!("{v:?} {:?} {:?}", v.binary_search_by(|x| 5.cmp(x)), v.iter().position(|x| *x == 8));
    v.sort();
    println!("{:?} {:?}", v.binary_search(&5), v.binary_search(&4));
    v.insert(1, 9);
    v.swap(0, 2);
    v.truncate(4);
    println!("{v:?} {:?} {:?}", v.first(), v.last());
    v.retain(|x| x % 2 == 1);
    println!("{v:?}");
    v.extend_from_slice(&[7, 7, 6]);
    v.dedup_by_key(|x| *x / 2);
    println!("{v:?} {}", v.contains(&7));
    let d: Vec<i32> = v.drain(1..).collect();
    println!("{v:?} {d:?}");
    let mut w = vec![1, 2, 3, 4, 5, 6];
    println!("{:?} {:?}", w.split_first(), w.split_last());
    println!("{:?}", w.split_at(2));
    w.rotate_left(2);
    println!("{w:?}");
    w.rotate_right(1);
    println!("{w:?}");
    w.reverse();
    println!("{w:?} {:?}", w.concat_check());
    println!("{:?}", w.iter().rev().skip(1).step_by(2).collect::<Vec<_>>());
    let [a, b, .., z] = [1, 2, 3, 4, 5];
    println!("{a} {b} {z}");
    match w.as_slice() {
        [] => println!("none"),
        [one] => println!("{one}"),
        [first, .., last] => println!("{first}..{last}"),
    }
    match &w[..] {
        [x, rest @ ..] => println!("{x} {rest:?}"),
        _ => {}
    }
    if let [x, y, rest @ ..] = &mut w[..] {
        *x += *y;
        println!("{}", rest.len());
    }
    println!("{:?}", vec![vec![1, 2], vec![3]].concat());
    println!("{:?}", [[1, 2], [3, 4]].iter().flatten().collect::<Vec<_>>());
    let mut arr = [[0; 3]; 2];
    arr[1][2] = 5;
    println!("{arr:?} {}", arr.len());
    println!("{:?}", w.get(1..3));
    println!("{:?}", w.get(9));
    if let Some(x) = w.get_mut(0) {
        *x = 100;
    }
    if let Some(x) = w.last_mut() {
        *x = 200;
    }
    if let Some(x) = w.first_mut() {
        *x += 1;
    }
    println!("{w:?}");
    for (i, c) in w.chunks_mut(2).enumerate() {
        c[0] = i as i32;
    }
    println!("{w:?}");
    let s: &[i32] = &w;
    println!("{:?} {:?}", &s[1..], s.to_vec());
    w.resize(8, -1);
    w.fill(2);
    println!("{w:?}");
    println!("{:?}", w.splice(0..2, [9, 9, 9]).collect::<Vec<_>>());
    println!("{w:?}");
    let mut two = (vec![1], vec![2]);
    std::mem::swap(&mut two.0, &mut two.1);
    println!("{two:?}");
    println!("{:?}", ["b", "a"].iter().map(|s| s.len()).max());
    let mut names = vec!["bob".to_string(), "al".to_string()];
    names.sort_by_key(|n| n.len());
    println!("{names:?}");
    names.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    println!("{names:?}");
    println!("{}", names.iter().map(|s| s.as_str()).collect::<Vec<&str>>().concat());
    println!("{:?} {:?}", vec![1, 2] == [1, 2], vec![1] < vec![1, 0]);
    println!("{:?}", [1, 2, 3].map(|x| x * 2));
    println!(
        "{:?} {:?}",
        [3, 1].iter().is_sorted(),
        [1, 2, 3, 4].windows(2).map(|w| w[1] - w[0]).collect::<Vec<_>>()
    );
    println!("{:?}", [1, 2, 3, 4].split(|x| x % 2 == 0).collect::<Vec<_>>());
    println!("{:?}", vec![1; 3].iter().zip(["a"; 3]).collect::<Vec<_>>());
}
trait C {
    fn concat_check(&self) -> usize;
}
impl C for Vec<i32> {
    fn concat_check(&self) -> usize {
        self.len()
    }
}
