struct Buffer<const N: usize> {
    bytes: [u8; N],
}

fn main() {
    let buffer = Buffer::<4> { bytes: [0; 4] };
    println!("{}", buffer.bytes.len());
}
