//! The text of the library: the traits that most types have.
//@ std::clone
trait Clone {
    fn clone(&self) -> Self;
    fn clone_from(&mut self, source: &Self) {}
}
//@ std::marker
trait Copy: Clone {}
trait Sized {}
trait Send {}
trait Sync {}
trait Unpin {}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct PhantomData<T>;
struct PhantomPinned;
//@ std::default
trait Default {
    fn default() -> Self;
}
//@ std::hash
trait Hash {
    fn hash<H: Hasher>(&self, state: &mut H);
}
trait Hasher {
    fn finish(&self) -> u64;
    fn write(&mut self, bytes: &[u8]);
    fn write_u8(&mut self, i: u8) {}
    fn write_u32(&mut self, i: u32) {}
    fn write_u64(&mut self, i: u64) {}
    fn write_usize(&mut self, i: usize) {}
}
//@ std::hash std::collections::hash_map
#[derive(Clone, Debug, Default)]
struct DefaultHasher;
impl DefaultHasher {
    fn new() -> Self;
}
impl Hasher for DefaultHasher {}
//@ std::cmp
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Ordering { Less, Equal, Greater }
impl Ordering {
    fn is_eq(self) -> bool;
    fn is_ne(self) -> bool;
    fn is_lt(self) -> bool;
    fn is_gt(self) -> bool;
    fn is_le(self) -> bool;
    fn is_ge(self) -> bool;
    fn reverse(self) -> Ordering;
    fn then(self, other: Ordering) -> Ordering;
    fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering;
}
trait PartialEq<Rhs = Self> {
    fn eq(&self, other: &Rhs) -> bool;
    fn ne(&self, other: &Rhs) -> bool {}
}
trait Eq: PartialEq {}
trait PartialOrd<Rhs = Self>: PartialEq<Rhs> {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    fn lt(&self, other: &Rhs) -> bool {}
    fn le(&self, other: &Rhs) -> bool {}
    fn gt(&self, other: &Rhs) -> bool {}
    fn ge(&self, other: &Rhs) -> bool {}
}
trait Ord: Eq + PartialOrd {
    fn cmp(&self, other: &Self) -> Ordering;
    fn max(self, other: Self) -> Self {}
    fn min(self, other: Self) -> Self {}
    fn clamp(self, min: Self, max: Self) -> Self {}
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
struct Reverse<T>(T);
impl<T: Ord> Ord for Reverse<T> {}
impl<T: PartialOrd> PartialOrd for Reverse<T> {}
fn max<T: Ord>(v1: T, v2: T) -> T;
fn min<T: Ord>(v1: T, v2: T) -> T;
fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T;
fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T;
fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T;
fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T;
//@ std::convert
trait From<T> {
    fn from(value: T) -> Self;
}
trait Into<T> {
    fn into(self) -> T;
}
trait TryFrom<T> {
    type Error;
    fn try_from(value: T) -> Result<Self, Self::Error>;
}
trait TryInto<T> {
    type Error;
    fn try_into(self) -> Result<T, Self::Error>;
}
trait AsRef<T> {
    fn as_ref(&self) -> &T;
}
trait AsMut<T> {
    fn as_mut(&mut self) -> &mut T;
}
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Infallible {}
impl Display for Infallible {}
impl Error for Infallible {}
fn identity<T>(x: T) -> T;
impl<T> From<T> for T {}
impl<T, U: From<T>> Into<U> for T {}
impl<T, U: Into<T>> TryFrom<U> for T { type Error = Infallible; }
impl<T, U: TryFrom<T>> TryInto<U> for T { type Error = U::Error; }
impl<T, U> AsRef<U> for &T where T: AsRef<U> {}
impl<T, U> AsRef<U> for &mut T where T: AsRef<U> {}
impl<T, U> AsMut<U> for &mut T where T: AsMut<U> {}
//@ std::borrow
trait Borrow<Borrowed> {
    fn borrow(&self) -> &Borrowed;
}
trait BorrowMut<Borrowed>: Borrow<Borrowed> {
    fn borrow_mut(&mut self) -> &mut Borrowed;
}
trait ToOwned {
    type Owned;
    fn to_owned(&self) -> Self::Owned;
    fn clone_into(&self, target: &mut Self::Owned) {}
}
impl<T: Clone> ToOwned for T { type Owned = T; }
impl<T> Borrow<T> for T {}
impl<T> BorrowMut<T> for T {}
impl<T> Borrow<T> for &T {}
impl<T> Borrow<T> for &mut T {}
enum Cow<'a, B> { Borrowed(&'a B), Owned(B::Owned) }
impl<'a, B: ToOwned> Cow<'a, B> {
    fn into_owned(self) -> B::Owned;
    fn to_mut(&mut self) -> &mut B::Owned;
    fn is_borrowed(&self) -> bool;
    fn is_owned(&self) -> bool;
}
impl<'a, B: ToOwned> Clone for Cow<'a, B> {}
impl<'a, B: ToOwned> Deref for Cow<'a, B> { type Target = B; }
impl<'a, B: ToOwned> AsRef<B> for Cow<'a, B> {}
impl<'a, B: ToOwned + Debug> Debug for Cow<'a, B> where B::Owned: Debug {}
impl<'a, B: ToOwned + Display> Display for Cow<'a, B> where B::Owned: Display {}
impl<'a, 'b, B: ToOwned + PartialEq<C>, C: ToOwned> PartialEq<Cow<'b, C>> for Cow<'a, B> {}
impl<'a, B: ToOwned + Eq> Eq for Cow<'a, B> {}
impl<'a, B: ToOwned + PartialOrd> PartialOrd for Cow<'a, B> {}
impl<'a, B: ToOwned + Ord> Ord for Cow<'a, B> {}
impl<'a, B: ToOwned + Hash> Hash for Cow<'a, B> {}
impl<'a> From<&'a str> for Cow<'a, str> {}
impl<'a> From<String> for Cow<'a, str> {}
impl<'a> From<&'a String> for Cow<'a, str> {}
impl<'a, T: Clone> From<&'a [T]> for Cow<'a, [T]> {}
impl<'a, T: Clone> From<Vec<T>> for Cow<'a, [T]> {}
impl<'a> PartialEq<str> for Cow<'a, str> {}
impl<'a, 'b> PartialEq<&'b str> for Cow<'a, str> {}
impl<'a> PartialEq<String> for Cow<'a, str> {}
impl<'a> Add<&'a str> for Cow<'a, str> { type Output = Cow<'a, str>; }
//@ std::any
trait Any {
    fn type_id(&self) -> TypeId;
}
impl<T> Any for T {}
impl dyn Any {
    fn is<T>(&self) -> bool;
    fn downcast_ref<T>(&self) -> Option<&T>;
    fn downcast_mut<T>(&mut self) -> Option<&mut T>;
}
impl Debug for dyn Any {}
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct TypeId;
impl TypeId {
    fn of<T>() -> TypeId;
}
fn type_name<T>() -> &'static str;
fn type_name_of_val<T>(val: &T) -> &'static str;
//@ std::error
trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {}
    fn description(&self) -> &str {}
    fn cause(&self) -> Option<&dyn Error> {}
}
impl dyn Error {
    fn is<T>(&self) -> bool;
    fn downcast_ref<T>(&self) -> Option<&T>;
    fn downcast_mut<T>(&mut self) -> Option<&mut T>;
    fn downcast<T>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>>;
}
impl<'a, T: Error> Error for &'a T {}
impl<T: Error> Error for Box<T> {}
impl<T: Error> Error for Arc<T> {}
