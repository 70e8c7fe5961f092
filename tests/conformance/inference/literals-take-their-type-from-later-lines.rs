// A literal has the type that a later line gives it, however large it is.
const LIMIT: u64 = 10_000_000_000;

enum Seed {
    Small(u32),
    Large(u64, u16),
}

static SMALL: Seed = Seed::Small(2_654_435_769);
static LARGE: Seed = Seed::Large(0x1234_5678_9abc_def0, 1);

struct Quota {
    bytes: u64,
}

fn twice(n: u64) -> u64 {
    n * 2
}

fn masked(n: u32) -> u32 {
    n & 0xAAAA_AAAA
}

fn bit(n: u8) -> u64 {
    1 << n
}

fn flipped(bytes: &[u8], key: u8) -> Vec<u8> {
    bytes.iter().map(|byte| byte ^ key).collect()
}

fn main() {
    let input = 987_654_321_123;
    println!("{} {LIMIT}", twice(input));
    let list = vec![twice(93_819_012_551)];
    assert_eq!(list, [187_638_025_102]);
    let largest = 4_294_967_295;
    println!("{} {}", masked(largest), masked(10));
    println!("{} {}", bit(40), Quota { bytes: 10_000_000_000 }.bytes);
    let mask: u64 = 5;
    assert_eq!(0xFFFF_0000_FFFF, mask | 0xFFFF_0000_FFFA);
    let wide: u128 = u128::MAX - 1;
    assert_eq!(!1, wide);
    let key = !0;
    println!("{:?}", flipped(b"a", key));
    let shift = 10_usize;
    let sum: isize = {
        let (a, b) = (10, 10);
        (a + b) >> shift
    };
    println!("{sum}");
    if let Seed::Small(n) = SMALL {
        println!("{n}");
    }
    if let Seed::Large(n, m) = LARGE {
        println!("{n} {m}");
    }
}
