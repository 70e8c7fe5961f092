// Which method is called follows from types alone: their arguments, what later lines say, what a trait is for.
trait Double {
    fn double(&self) -> u64;
}
impl Double for u64 {
    fn double(&self) -> u64 {
        *self * 2
    }
}
fn doubled<T: Double>(of: T) -> u64 {
    of.double()
}

trait Kind {
    fn kind(&self) -> &'static str;
}
impl Kind for Vec<u32> {
    fn kind(&self) -> &'static str {
        "unsigned"
    }
}
impl Kind for Vec<i32> {
    fn kind(&self) -> &'static str {
        "signed"
    }
}

struct State<T>(T);
struct Open;
struct Closed;
impl State<Open> {
    fn name(&self) -> &'static str {
        "open"
    }
}
impl State<Closed> {
    fn name(&self) -> &'static str {
        "closed"
    }
}

trait Plus<R> {
    fn plus(self, other: R) -> i32;
}
struct Points(i32);
impl Plus<Points> for Points {
    fn plus(self, other: Points) -> i32 {
        self.0 + other.0
    }
}
impl Plus<i32> for Points {
    fn plus(self, other: i32) -> i32 {
        self.0 + other
    }
}

trait Named {
    fn name() -> String;
}
struct Dog;
impl Dog {
    fn name() -> String {
        "its own".to_string()
    }
}
impl Named for Dog {
    fn name() -> String {
        "of the trait".to_string()
    }
}

trait Count {
    fn iter(&self) -> usize;
}
impl Count for [i32] {
    fn iter(&self) -> usize {
        self.iter().count()
    }
}

trait Length {
    fn len(&self) -> usize;
}
impl Length for String {
    fn len(&self) -> usize {
        99
    }
}

struct Sum(i32);
impl TryFrom<(i16, i16)> for Sum {
    type Error = ();
    fn try_from(of: (i16, i16)) -> Result<Sum, ()> {
        Ok(Sum((of.0 + of.1) as i32))
    }
}
impl TryFrom<[i16; 2]> for Sum {
    type Error = ();
    fn try_from(of: [i16; 2]) -> Result<Sum, ()> {
        Self::try_from((of[0], of[1]))
    }
}

trait Animal {
    fn new(name: &'static str) -> Self;
}
struct Sheep(&'static str);
impl Animal for Sheep {
    fn new(name: &'static str) -> Self {
        Sheep(name)
    }
}

fn main() {
    println!("{} {}", doubled(5), 4.double());
    let mut list = Vec::new();
    let kind = list.kind();
    list.push(0u32);
    println!("{kind}");
    println!("{} {}", State(Open).name(), State(Closed).name());
    println!("{} {}", Points(1).plus(Points(2)), Points(1).plus(5));
    println!("{}, {}", Dog::name(), <Dog as Named>::name());
    println!("{}", Count::iter(&[1, 2][..]));
    println!("{}", String::from("abc").len());
    println!("{:?}", Sum::try_from([1, 2]).map(|sum| sum.0));
    let sheep: Sheep = Animal::new("Dolly");
    println!("{}", sheep.0);
}
