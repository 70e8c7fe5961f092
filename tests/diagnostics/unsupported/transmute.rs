fn main() {
    let n: u32 = unsafe { std::mem::transmute(1.0f32) };
    println!("{n}");
}
