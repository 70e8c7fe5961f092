// The operations that say what to do instead.
fn main() {
    println!("{} {}", 250_u8.wrapping_add(10), i32::MIN.wrapping_sub(1));
    println!("{:?} {:?}", 250_u8.checked_add(5), 250_u8.checked_add(6));
    println!("{} {}", 250_u8.saturating_add(10), (-100_i8).saturating_sub(100));
    println!("{:?} {:?}", 200_u8.overflowing_add(100), 1_i32.overflowing_sub(2));
    println!("{} {}", i64::MAX.wrapping_mul(3), 3_i32.pow(4));
    println!("{} {}", (-7_i32).rem_euclid(3), -7 / 2);
    println!("{} {}", 7_u32.leading_zeros(), 12_u8.count_ones());
}
