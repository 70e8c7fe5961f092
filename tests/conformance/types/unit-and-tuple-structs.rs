// Structs without names for their fields, and without fields.
#[derive(Debug, PartialEq, Clone, Copy)]
struct Marker;

#[derive(Debug, PartialEq, Clone)]
struct Rgb(u8, u8, u8);

impl Rgb {
    const BLACK: Rgb = Rgb(0, 0, 0);

    fn brightest(&self) -> u8 {
        self.0.max(self.1).max(self.2)
    }
}

fn main() {
    let marker = Marker;
    let mut color = Rgb(1, 2, 3);
    color.1 = 200;
    println!("{marker:?} {color:?} {}", color.brightest());
    println!("{} {}", marker == Marker, color == Rgb::BLACK);
}
