// Each width has its own limits, and casts cut off.
fn main() {
    println!("{} {}", u8::MAX, i8::MIN);
    println!("{} {}", u16::MAX, i16::MIN);
    println!("{} {}", u32::MAX, i32::MIN);
    println!("{} {}", u64::MAX, i64::MIN);
    println!("{} {}", u128::MAX, i128::MIN);
    println!("{} {} {}", 300_i32 as u8, -1_i32 as u32, 3.99_f64 as i32);
    println!("{} {} {}", -1.5_f64 as u8, f64::NAN as i32, 1e20_f64 as i32);
    println!("{} {}", 'A' as u32, 97_u8 as char);
    println!("{} {}", true as i32, u64::MAX as f64);
    println!("{:?} {:?}", u8::try_from(300_i32).is_err(), i64::from(7_i32));
}
