// Other bases, named, numbered and captured arguments.
fn main() {
    println!("{:x} {:X} {:#x} {:o} {:b} {:#b}", 255, 255, 255, 8, 5, 5);
    println!("{:08b} {:#010x} {:x}", 5_u8, 255, -1_i8);
    println!("{0} {1} {0} {name}", "a", "b", name = "c");
    let value = 1.5;
    println!("{value} {value:?} {value:>6.2} {0:e}", 1234.5);
    println!("{:e} {:e}", 1500, 0.00012);
    println!("{:.2e} {:.1e}", 12345, 0.00567);
}
