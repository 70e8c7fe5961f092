//! The text of the library: pointers and cells.
//@ std::boxed
#[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct Box<T>;
impl<T> Box<T> {
    fn new(x: T) -> Box<T>;
    fn leak<'a>(b: Box<T>) -> &'a mut T;
    fn into_inner(boxed: Box<T>) -> T;
}
impl Box<dyn Any> {
    fn downcast<T>(self) -> Result<Box<T>, Box<dyn Any>>;
}
impl Clone for Box<str> {}
impl<T: Clone> Clone for Box<[T]> {}
impl<T> Default for Box<[T]> {}
impl Default for Box<str> {}
impl<T: Display> Display for Box<T> {}
impl<T> Deref for Box<T> { type Target = T; }
impl<T> DerefMut for Box<T> {}
impl<T> AsRef<T> for Box<T> {}
impl<T> AsMut<T> for Box<T> {}
impl<T> Borrow<T> for Box<T> {}
impl<I: Iterator> Iterator for Box<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Box<I> {}
impl<T> From<T> for Box<T> {}
impl From<&str> for Box<str> {}
impl From<String> for Box<str> {}
impl<T: Clone> From<&[T]> for Box<[T]> {}
impl<T> From<Vec<T>> for Box<[T]> {}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {}
impl<'a, E: Error> From<E> for Box<dyn Error + 'a> {}
impl<'a> From<&str> for Box<dyn Error + 'a> {}
impl<'a> From<String> for Box<dyn Error + 'a> {}
impl<T> FromIterator<T> for Box<[T]> {}
impl FromIterator<char> for Box<str> {}
impl<T> IntoIterator for Box<[T]> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Box<[T]> { type Item = &'a T; type IntoIter = std::slice::Iter<'a, T>; }
impl<W: std::io::Write> std::io::Write for Box<W> {}
impl<R: std::io::Read> std::io::Read for Box<R> {}
//@ std::rc
#[derive(Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct Rc<T>;
impl<T> Rc<T> {
    fn new(value: T) -> Rc<T>;
    fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T>;
    fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>>;
    fn into_inner(this: Rc<T>) -> Option<T>;
    fn unwrap_or_clone(this: Rc<T>) -> T where T: Clone;
    fn downgrade(this: &Rc<T>) -> Weak<T>;
    fn weak_count(this: &Rc<T>) -> usize;
    fn strong_count(this: &Rc<T>) -> usize;
    fn get_mut(this: &mut Rc<T>) -> Option<&mut T>;
    fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool;
    fn make_mut(this: &mut Rc<T>) -> &mut T where T: Clone;
}
impl Rc<dyn Any> {
    fn downcast<T>(self) -> Result<Rc<T>, Rc<dyn Any>>;
}
impl<T> Clone for Rc<T> {}
impl<T: Display> Display for Rc<T> {}
impl<T> Deref for Rc<T> { type Target = T; }
impl<T> AsRef<T> for Rc<T> {}
impl<T> Borrow<T> for Rc<T> {}
impl<T> From<T> for Rc<T> {}
impl<T> From<Box<T>> for Rc<T> {}
impl From<&str> for Rc<str> {}
impl From<String> for Rc<str> {}
impl<T: Clone> From<&[T]> for Rc<[T]> {}
impl<T> From<Vec<T>> for Rc<[T]> {}
impl<T, const N: usize> From<[T; N]> for Rc<[T]> {}
impl<T> FromIterator<T> for Rc<[T]> {}
#[derive(Debug)]
struct Weak<T>;
impl<T> Weak<T> {
    fn new() -> Weak<T>;
    fn upgrade(&self) -> Option<Rc<T>>;
    fn strong_count(&self) -> usize;
    fn weak_count(&self) -> usize;
    fn ptr_eq(&self, other: &Weak<T>) -> bool;
}
impl<T> Clone for Weak<T> {}
impl<T> Debug for Weak<T> {}
impl<T> Default for Weak<T> {}
//@ std::cell
#[derive(Default)]
struct Cell<T>;
impl<T> Cell<T> {
    fn new(value: T) -> Cell<T>;
    fn set(&self, val: T);
    fn swap(&self, other: &Cell<T>);
    fn replace(&self, val: T) -> T;
    fn into_inner(self) -> T;
    fn get(&self) -> T where T: Copy;
    fn get_mut(&mut self) -> &mut T;
    fn update(&self, f: impl FnOnce(T) -> T) where T: Copy;
    fn take(&self) -> T where T: Default;
}
impl<T: Copy> Clone for Cell<T> {}
impl<T: Copy + Debug> Debug for Cell<T> {}
impl<T: Copy + PartialEq> PartialEq for Cell<T> {}
impl<T: Copy + Eq> Eq for Cell<T> {}
impl<T: Copy + PartialOrd> PartialOrd for Cell<T> {}
impl<T: Copy + Ord> Ord for Cell<T> {}
impl<T> From<T> for Cell<T> {}
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
struct RefCell<T>;
impl<T> RefCell<T> {
    fn new(value: T) -> RefCell<T>;
    fn into_inner(self) -> T;
    fn replace(&self, t: T) -> T;
    fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T;
    fn swap(&self, other: &RefCell<T>);
    fn borrow(&self) -> Ref<'_, T>;
    fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError>;
    fn borrow_mut(&self) -> RefMut<'_, T>;
    fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError>;
    fn get_mut(&mut self) -> &mut T;
    fn take(&self) -> T where T: Default;
}
impl<T> From<T> for RefCell<T> {}
#[derive(Debug)]
struct BorrowError;
impl Display for BorrowError {}
impl Error for BorrowError {}
#[derive(Debug)]
struct BorrowMutError;
impl Display for BorrowMutError {}
impl Error for BorrowMutError {}
#[derive(Debug)]
struct Ref<'b, T>;
impl<'b, T> Ref<'b, T> {
    fn clone(orig: &Ref<'b, T>) -> Ref<'b, T>;
    fn map<U, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U>;
}
impl<'b, T> Deref for Ref<'b, T> { type Target = T; }
impl<'b, T: Display> Display for Ref<'b, T> {}
#[derive(Debug)]
struct RefMut<'b, T>;
impl<'b, T> RefMut<'b, T> {
    fn map<U, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U>;
}
impl<'b, T> Deref for RefMut<'b, T> { type Target = T; }
impl<'b, T> DerefMut for RefMut<'b, T> {}
impl<'b, T: Display> Display for RefMut<'b, T> {}
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct OnceCell<T>;
impl<T> OnceCell<T> {
    fn new() -> OnceCell<T>;
    fn get(&self) -> Option<&T>;
    fn get_mut(&mut self) -> Option<&mut T>;
    fn set(&self, value: T) -> Result<(), T>;
    fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
    fn into_inner(self) -> Option<T>;
    fn take(&mut self) -> Option<T>;
}
#[derive(Debug)]
struct LazyCell<T, F = fn() -> T>;
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    fn new(f: F) -> LazyCell<T, F>;
    fn force(this: &LazyCell<T, F>) -> &T;
}
impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> { type Target = T; }
//@ std::mem
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct ManuallyDrop<T>;
impl<T> ManuallyDrop<T> {
    fn new(value: T) -> ManuallyDrop<T>;
    fn into_inner(slot: ManuallyDrop<T>) -> T;
    fn take(slot: &mut ManuallyDrop<T>) -> T;
    fn drop(slot: &mut ManuallyDrop<T>);
}
impl<T> Deref for ManuallyDrop<T> { type Target = T; }
impl<T> DerefMut for ManuallyDrop<T> {}
fn swap<T>(x: &mut T, y: &mut T);
fn replace<T>(dest: &mut T, src: T) -> T;
fn take<T: Default>(dest: &mut T) -> T;
fn forget<T>(t: T);
fn needs_drop<T>() -> bool;
fn size_of<T>() -> usize;
fn size_of_val<T>(val: &T) -> usize;
fn align_of<T>() -> usize;
fn discriminant<T>(v: &T) -> Discriminant<T>;
//@ std::mem
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct Discriminant<T>;
fn drop<T>(x: T);
