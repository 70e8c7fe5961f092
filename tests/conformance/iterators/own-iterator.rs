// A type of one's own can be iterated over, and adapted.
struct Countdown(u32);

impl Iterator for Countdown {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        self.0 -= 1;
        Some(self.0 + 1)
    }
}

impl Drop for Countdown {
    fn drop(&mut self) {
        println!("drop the countdown at {}", self.0);
    }
}

fn main() {
    for n in Countdown(5) {
        println!("{n}");
        if n == 4 {
            break;
        }
    }
    println!("{:?}", Countdown(3).map(|n| n * n).collect::<Vec<_>>());
}
