// Floats do not overflow into a panic.
fn main() {
    let tenth = 0.1_f64;
    println!("{} {}", tenth + 0.2, tenth * 3.0 == 0.3);
    println!("{} {} {}", f64::MAX * 2.0, -1.0 / 0.0, 0.0_f64 / 0.0);
    println!("{:?} {:?} {:?} {}", 1.0, 1e21, 1.5e-7, 1e15);
    println!("{} {}", 0.1_f32 + 0.2_f32, 1.0_f32 / 3.0);
    println!("{} {} {}", 2.5_f64.round(), (-2.5_f64).floor(), 2.0_f64.powi(10));
    println!("{} {}", 2.0_f64.sqrt(), f64::EPSILON);
    println!("{:?}", 1.0_f64.partial_cmp(&f64::NAN));
}
