//! The text of the library: `option`.
//@ std::option
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Option<T> { None, Some(T) }

impl<T> Option<T> {
    fn is_some(&self) -> bool;
    fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool;
    fn is_none(&self) -> bool;
    fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool;
    fn as_ref(&self) -> Option<&T>;
    fn as_mut(&mut self) -> Option<&mut T>;
    fn as_slice(&self) -> &[T];
    fn expect(self, msg: &str) -> T;
    fn unwrap(self) -> T;
    fn unwrap_or(self, default: T) -> T;
    fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T;
    fn unwrap_or_default(self) -> T where T: Default;
    fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U>;
    fn inspect<F: FnOnce(&T)>(self, f: F) -> Self;
    fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U;
    fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U;
    fn ok_or<E>(self, err: E) -> Result<T, E>;
    fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E>;
    fn as_deref(&self) -> Option<&T::Target> where T: Deref;
    fn as_deref_mut(&mut self) -> Option<&mut T::Target> where T: DerefMut;
    fn iter(&self) -> Iter<'_, T>;
    fn iter_mut(&mut self) -> IterMut<'_, T>;
    fn and<U>(self, optb: Option<U>) -> Option<U>;
    fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U>;
    fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Self;
    fn or(self, optb: Option<T>) -> Option<T>;
    fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T>;
    fn xor(self, optb: Option<T>) -> Option<T>;
    fn insert(&mut self, value: T) -> &mut T;
    fn get_or_insert(&mut self, value: T) -> &mut T;
    fn get_or_insert_default(&mut self) -> &mut T where T: Default;
    fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T;
    fn take(&mut self) -> Option<T>;
    fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T>;
    fn replace(&mut self, value: T) -> Option<T>;
    fn zip<U>(self, other: Option<U>) -> Option<(T, U)>;
}
impl<T, U> Option<(T, U)> {
    fn unzip(self) -> (Option<T>, Option<U>);
}
impl<T> Option<&T> {
    fn copied(self) -> Option<T> where T: Copy;
    fn cloned(self) -> Option<T> where T: Clone;
}
impl<T> Option<&mut T> {
    fn copied(self) -> Option<T> where T: Copy;
    fn cloned(self) -> Option<T> where T: Clone;
}
impl<T, E> Option<Result<T, E>> {
    fn transpose(self) -> Result<Option<T>, E>;
}
impl<T> Option<Option<T>> {
    fn flatten(self) -> Option<T>;
}
impl<T> From<T> for Option<T> {}
impl<'a, T> From<&'a Option<T>> for Option<&'a T> {}
impl<T> IntoIterator for Option<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Option<T> { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Option<T> { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {}
impl<T, U: Sum<T>> Sum<Option<T>> for Option<U> {}
impl<T, U: Product<T>> Product<Option<T>> for Option<U> {}
struct Iter<'a, T>;
struct IterMut<'a, T>;
struct IntoIter<T>;
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
