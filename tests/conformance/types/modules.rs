// Items in modules, and paths to them.
mod geometry {
    pub const UNIT: f64 = 1.0;
    #[derive(Debug, Clone, PartialEq)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }
    impl Point {
        pub fn new(x: f64, y: f64) -> Self {
            Self { x, y }
        }
        pub fn norm(&self) -> f64 {
            helper(self)
        }
    }
    fn helper(p: &Point) -> f64 {
        p.x.hypot(p.y)
    }
    pub mod shapes {
        use super::Point;
        #[derive(Debug)]
        pub enum Shape {
            Dot(Point),
            Line { from: Point, to: Point },
        }
        impl Shape {
            pub fn len(&self) -> f64 {
                match self {
                    Shape::Dot(_) => 0.0,
                    Self::Line { from, to } => super::dist(from, to),
                }
            }
        }
        pub fn origin() -> Point {
            Point::new(0.0, super::UNIT - 1.0)
        }
    }
    pub fn dist(a: &Point, b: &Point) -> f64 {
        ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt()
    }
    pub trait Area {
        const SIDES: u32;
        fn area(&self) -> f64;
        fn twice(&self) -> f64 {
            self.area() * 2.0
        }
    }
}
mod pool {
    use std::cell::RefCell;
    pub struct Pool {
        free: RefCell<Vec<u32>>,
    }
    pub struct Lease<'p> {
        pub id: u32,
        pool: &'p Pool,
    }
    impl Pool {
        pub fn new(n: u32) -> Self {
            Pool { free: RefCell::new((0..n).collect()) }
        }
        pub fn take(&self) -> Option<Lease<'_>> {
            let id = self.free.borrow_mut().pop()?;
            Some(Lease { id, pool: self })
        }
        pub fn left(&self) -> usize {
            self.free.borrow().len()
        }
    }
    impl Drop for Lease<'_> {
        fn drop(&mut self) {
            println!("back {}", self.id);
            self.pool.free.borrow_mut().push(self.id);
        }
    }
    pub mod error {
        #[derive(Debug)]
        pub struct Empty;
        impl std::fmt::Display for Empty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "empty")
            }
        }
    }
}
use geometry::shapes::{self, Shape};
use geometry::{Area, Point as P, dist};
use pool::error::Empty;
struct Square(f64);
impl geometry::Area for Square {
    const SIDES: u32 = 4;
    fn area(&self) -> f64 {
        self.0 * self.0 * geometry::UNIT
    }
}
fn lease(p: &pool::Pool) -> Result<pool::Lease<'_>, Empty> {
    p.take().ok_or(Empty)
}
fn make() -> geometry::Point {
    self::geometry::Point { x: 3.0, y: 4.0 }
}
fn main() {
    let p = P::new(3.0, 4.0);
    println!(
        "{} {:?} {} {}",
        p.norm(),
        shapes::origin(),
        dist(&p, &geometry::shapes::origin()),
        p == self::make()
    );
    let s = [
        Shape::Dot(p.clone()),
        shapes::Shape::Line { from: p, to: geometry::Point::new(0.0, 0.0) },
    ];
    println!("{:?}", s.iter().map(Shape::len).collect::<Vec<_>>());
    println!("{} {} {}", Square(2.0).area(), Square(1.0).twice(), Square::SIDES);
    let pool = pool::Pool::new(2);
    {
        let a = lease(&pool).unwrap();
        let b = lease(&pool);
        println!("{} {} {}", a.id, b.is_ok(), pool.left());
        if let Err(e) = lease(&pool) {
            println!("{e}");
        }
    }
    println!("{}", pool.left());
}
