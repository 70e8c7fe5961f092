unsafe fn danger() {}

fn main() {
    unsafe { danger() }
}
