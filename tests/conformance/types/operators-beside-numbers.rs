// An operator can have a number on its left, and `sum` adds up what has a `Sum` of its own.
use std::iter::Sum;
use std::ops::{Add, Mul};
#[derive(Debug, Clone, Copy, Default)]
struct Vector {
    x: f64,
    y: f64,
}
impl Add for Vector {
    type Output = Vector;
    fn add(self, other: Vector) -> Vector {
        Vector { x: self.x + other.x, y: self.y + other.y }
    }
}
impl Mul<Vector> for f64 {
    type Output = Vector;
    fn mul(self, vector: Vector) -> Vector {
        Vector { x: self * vector.x, y: self * vector.y }
    }
}
impl<'a> Sum<&'a Vector> for Vector {
    fn sum<I: Iterator<Item = &'a Vector>>(vectors: I) -> Vector {
        vectors.fold(Vector::default(), |a, b| a + *b)
    }
}
fn main() {
    let a = Vector { x: 1.0, y: 2.0 };
    let b = 0.5 * a;
    println!("{b:?} {:?}", 2.0 * a + b);
    let total: Vector = [a, b].iter().sum();
    println!("{total:?}");
}
