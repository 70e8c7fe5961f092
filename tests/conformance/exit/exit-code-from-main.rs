// An enum with numbers of its own, and `main` that returns an `ExitCode`.
use std::process::ExitCode;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Level {
    Low = 1,
    Mid = 5,
    High,
}
impl Level {
    const ALL: [Level; 3] = [Level::Low, Level::Mid, Level::High];
    fn from_u8(n: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|l| *l as u8 == n)
    }
}
fn main() -> ExitCode {
    println!("{:?} {:?} {}", Level::from_u8(6), Level::from_u8(9), Level::Mid as i32);
    println!("{:?}", Level::ALL.iter().max());
    ExitCode::from(3)
}
