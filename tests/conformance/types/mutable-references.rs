// A method that changes, a function that changes through a reference, a reference to a part.
struct Counter {
    count: u32,
    log: Vec<String>,
}

impl Counter {
    fn add(&mut self, by: u32) -> &mut Self {
        self.count += by;
        self.log.push(format!("+{by}"));
        self
    }
}

fn double(value: &mut u32) {
    *value *= 2;
}

fn main() {
    let mut counter = Counter { count: 1, log: Vec::new() };
    counter.add(2).add(3);
    double(&mut counter.count);
    let log = &mut counter.log;
    log.push(String::from("x2"));
    println!("{} {:?}", counter.count, counter.log);
    let mut grid = [[0; 3]; 2];
    for (y, row) in grid.iter_mut().enumerate() {
        for (x, cell) in row.iter_mut().enumerate() {
            *cell = y * 10 + x;
        }
    }
    println!("{grid:?}");
}
