//! The text of the library: `result`.
//@ std::result
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Result<T, E> { Ok(T), Err(E) }

impl<T, E> Result<T, E> {
    fn is_ok(&self) -> bool;
    fn is_ok_and(self, f: impl FnOnce(T) -> bool) -> bool;
    fn is_err(&self) -> bool;
    fn is_err_and(self, f: impl FnOnce(E) -> bool) -> bool;
    fn ok(self) -> Option<T>;
    fn err(self) -> Option<E>;
    fn as_ref(&self) -> Result<&T, &E>;
    fn as_mut(&mut self) -> Result<&mut T, &mut E>;
    fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E>;
    fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U;
    fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U;
    fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F>;
    fn inspect<F: FnOnce(&T)>(self, f: F) -> Self;
    fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self;
    fn as_deref(&self) -> Result<&T::Target, &E> where T: Deref;
    fn iter(&self) -> std::option::Iter<'_, T>;
    fn expect(self, msg: &str) -> T where E: Debug;
    fn unwrap(self) -> T where E: Debug;
    fn unwrap_or_default(self) -> T where T: Default;
    fn expect_err(self, msg: &str) -> E where T: Debug;
    fn unwrap_err(self) -> E where T: Debug;
    fn and<U>(self, res: Result<U, E>) -> Result<U, E>;
    fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E>;
    fn or<F>(self, res: Result<T, F>) -> Result<T, F>;
    fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F>;
    fn unwrap_or(self, default: T) -> T;
    fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T;
}
impl<T, E> Result<&T, E> {
    fn copied(self) -> Result<T, E> where T: Copy;
    fn cloned(self) -> Result<T, E> where T: Clone;
}
impl<T, E> Result<Option<T>, E> {
    fn transpose(self) -> Option<Result<T, E>>;
}
impl<T, E> Result<Result<T, E>, E> {
    fn flatten(self) -> Result<T, E>;
}
impl<T, E> IntoIterator for Result<T, E> { type Item = T; type IntoIter = std::option::IntoIter<T>; }
impl<'a, T, E> IntoIterator for &'a Result<T, E> { type Item = &'a T; type IntoIter = std::option::Iter<'a, T>; }
impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {}
impl<T, U: Sum<T>, E> Sum<Result<T, E>> for Result<U, E> {}
impl<T, U: Product<T>, E> Product<Result<T, E>> for Result<U, E> {}
