// Methods of numbers of all kinds, 128 bits wide ones among them.
fn main() {
    println!(
        "{:?} {:?} {:?}",
        250u8.checked_add(10),
        250u8.wrapping_add(10),
        250u8.saturating_add(10)
    );
    println!("{:?} {:?}", i32::MAX.overflowing_add(1), 5u32.overflowing_sub(6));
    println!("{} {} {}", 0xffu8, 0b1010, 0o17);
    println!("{} {}", 1_000_000i64, 1e3);
    println!("{} {} {} {}", 5 & 3, 5 | 3, 5 ^ 3, !5);
    println!("{} {} {}", 1 << 4, -16 >> 2, 0xf0u8 >> 4);
    println!("{} {} {}", -7 / 2, -7 % 2, (-7i32).rem_euclid(2));
    println!("{} {}", 7.0 / 2.0, 7.5 % 2.0);
    println!("{} {} {}", 2i32.pow(10), 2f64.powi(3), 2f64.sqrt());
    println!("{:?} {:?}", 1.0, 0.1 + 0.2);
    println!("{} {} {}", 1e21, 1e-7, f64::MAX);
    println!("{:?} {:?}", 1e16, 1.5e300);
    println!("{} {}", f32::MAX, 0.1f32 + 0.2f32);
    println!("{:?} {:?} {:?}", f64::NAN, f64::INFINITY, -0.0);
    println!("{} {}", 10.0f64.ln(), 1f64.exp());
    println!("{} {}", 3.7 as i32, -3.7 as u32);
    println!("{} {}", 255u8 as i8, -1i8 as u16);
    println!("{:?}", (2.5f64).round());
    println!("{:?} {:?} {:?}", 2.5f64.floor(), 2.4f64.ceil(), -2.5f64.trunc());
    println!("{:?}", 10i32.checked_div(0));
    println!("{:?} {:?}", 10u32.checked_rem(3), 2u32.checked_pow(40));
    println!("{:?}", i32::MIN.checked_abs());
    println!("{} {} {}", 12u8.count_ones(), 8u8.trailing_zeros(), 1u16.leading_zeros());
    println!("{} {}", 5.min(3), 5.clamp(1, 3));
    println!("{} {}", 10.max(2), (-5i32).abs());
    println!("{} {}", 5i32.signum(), (-2.0f64).signum());
    println!("{}", u64::MAX);
    println!("{}", i64::MIN);
    println!("{:?} {:?}", 100u8.checked_mul(3), 100i8.saturating_mul(2));
    println!("{} {}", 1u8.rotate_left(7), 0x12u8.swap_bytes());
    println!("{:?}", 7u32.is_power_of_two());
    println!("{:?} {:?}", 5u32.next_power_of_two(), 17i32.isqrt());
    println!("{:?}", 1u32.wrapping_sub(2));
    println!("{:?}", 5i32.wrapping_neg());
    println!("{}", 1u32.wrapping_shl(33));
    println!(
        "{} {}",
        i32::from_str_radix("ff", 16).unwrap(),
        u8::from_str_radix("101", 2).unwrap()
    );
    println!("{}", usize::BITS);
    println!("{} {}", 10u32.div_ceil(3), 7i32.div_euclid(-2));
    println!("{:?}", 3.0f64.max(f64::NAN));
    println!("{:?}", 1.0f64.total_cmp(&2.0));
    println!("{:?}", 3.2f64.fract());
    println!("{}", std::f64::consts::PI);
    println!("{:?}", 5u8 as char);
    println!("{}", b'a');
    println!("{:?}", b"ab");
    println!("{}", true as u8 + 1);
    println!("{}", 'a' < 'b');
    println!("{}", (1, 2.0, 'c') < (1, 3.0, 'a'));
    println!("{:?}", 5.cmp(&3));
    println!("{:?}", 1.0.partial_cmp(&f64::NAN));
    println!(
        "{:.3} {:8.2}| {:<8}| {:^8}| {:>8}| {:+} {:08.3} {:e}",
        3.14159, 2.5, 1, 2, 3, 4, -1.5, 1234.5
    );
    println!("{:#x} {:#b} {:#o} {:X} {:#010x} {:08b}", 255, 5, 8, 255, 255, 5);
    println!("{:?} {:?}", i32::from(5u8), u64::from(5u32));
    println!("{}", f64::from(1.5f32));
    println!("{}", u32::from('a'));
    println!("{}", char::from(97u8));
    println!("{:?}", 300i32 as u8 as char);
    println!("{} {}", u128::MAX, i128::MIN);
    let big: u128 = 1 << 100;
    println!("{big} {}", big * 3);
    println!("{:?}", 5u128.checked_sub(6));
    println!("{}", (1..=30).map(|x| x as u128).product::<u128>());
    println!("{}", 9.99_f64 as f32);
    println!("{}", 16777217i32 as f32);
    println!("{}", i32::MAX as f32);
    println!("{:?}", 0.1f32);
    println!("{:5}|{:<5}|{:^5}|{:>5}", "ab", "ab", "ab", "ab");
    println!("{:*^9}", "mid");
    println!("{:-<6}", 1);
    println!("{:?} {:5?}|{:<5?}|", "s", 1, 2);
    println!("{:6?}", vec![1, 2]);
    println!("{:06.2?}", vec![1.5, 2.25]);
    println!("{:.*}", 2, 1.23456);
    println!("{:>1$}", 7, 4);
    println!("{:>width$.prec$}", 1.23456, width = 8, prec = 2);
    println!("{0} {1} {0}", "a", "b");
    println!("{:#?}", (1, "a"));
    println!("{:02}:{:02}", 5, 7);
    println!("{:?}", Some("x"));
    println!("{:4}|", 'c');
    println!("{:<4}|", true);
    println!("{:?}", ());
    println!("{:10.3}|{:<10.3}|", "abcdef", "abcdef");
    println!("{{}} {{{}}}", 1);
}
