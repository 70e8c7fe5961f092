// Operators of a type of one's own: arithmetic, indices, `*`.
use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Mul, Neg, Not, Sub};
#[derive(Debug, Clone, Copy, PartialEq)]
struct V(i32, i32);
impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V(self.0 + o.0, self.1 + o.1)
    }
}
impl Sub for V {
    type Output = V;
    fn sub(self, o: V) -> V {
        V(self.0 - o.0, self.1 - o.1)
    }
}
impl Mul<i32> for V {
    type Output = V;
    fn mul(self, k: i32) -> V {
        V(self.0 * k, self.1 * k)
    }
}
impl Neg for V {
    type Output = V;
    fn neg(self) -> V {
        V(-self.0, -self.1)
    }
}
impl Not for V {
    type Output = bool;
    fn not(self) -> bool {
        self.0 == 0
    }
}
impl AddAssign for V {
    fn add_assign(&mut self, o: V) {
        self.0 += o.0;
        self.1 += o.1;
    }
}
struct Grid {
    cells: Vec<i32>,
    width: usize,
}
impl Index<(usize, usize)> for Grid {
    type Output = i32;
    fn index(&self, (x, y): (usize, usize)) -> &i32 {
        &self.cells[y * self.width + x]
    }
}
impl IndexMut<(usize, usize)> for Grid {
    fn index_mut(&mut self, (x, y): (usize, usize)) -> &mut i32 {
        println!("index_mut");
        &mut self.cells[y * self.width + x]
    }
}
struct Wrap {
    inner: Vec<i32>,
}
impl Deref for Wrap {
    type Target = Vec<i32>;
    fn deref(&self) -> &Vec<i32> {
        println!("deref");
        &self.inner
    }
}
impl DerefMut for Wrap {
    fn deref_mut(&mut self) -> &mut Vec<i32> {
        println!("deref_mut");
        &mut self.inner
    }
}
fn main() {
    let mut a = V(1, 2);
    a += V(10, 10);
    println!("{:?} {:?} {:?} {:?} {}", a + V(1, 1), a - V(1, 1), a * 3, -a, !V(0, 1));
    let mut g = Grid { cells: vec![0; 6], width: 3 };
    g[(1, 1)] = 5;
    g[(0, 1)] += 2;
    println!("{} {} {:?}", g[(1, 1)], g[(0, 1)], g.cells);
    let mut w = Wrap { inner: vec![1] };
    w.push(2);
    println!("{} {:?}", w.len(), w.iter().sum::<i32>());
    w[0] = 7;
    println!("{}", w[0]);
    for x in w.iter_mut() {
        *x += 1;
    }
    println!("{:?}", *w);
    let s: V = [V(1, 1), V(2, 2)].into_iter().fold(V(0, 0), |a, b| a + b);
    println!("{s:?}");
}
