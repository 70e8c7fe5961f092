struct Counter {
    value: i32,
}

fn main() {
    let counters = vec![Counter { value: 1 }];
    counters.iter().for_each(|counter| counter.value += 1);
    println!("{}", counters[0].value);
}
