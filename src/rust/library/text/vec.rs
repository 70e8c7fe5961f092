//! The text of the library: `vec`.
//@ std::vec
#[derive(Clone, Eq, Hash, Ord)]
struct Vec<T>;
impl<T> Vec<T> {
    fn new() -> Vec<T>;
    fn with_capacity(capacity: usize) -> Vec<T>;
    fn capacity(&self) -> usize;
    fn reserve(&mut self, additional: usize);
    fn reserve_exact(&mut self, additional: usize);
    fn shrink_to_fit(&mut self);
    fn shrink_to(&mut self, min_capacity: usize);
    fn into_boxed_slice(self) -> Box<[T]>;
    fn truncate(&mut self, len: usize);
    fn as_slice(&self) -> &[T];
    fn as_mut_slice(&mut self) -> &mut [T];
    fn swap_remove(&mut self, index: usize) -> T;
    fn insert(&mut self, index: usize, element: T);
    fn remove(&mut self, index: usize) -> T;
    fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F);
    fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, key: F);
    fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, same_bucket: F);
    fn dedup(&mut self) where T: PartialEq;
    fn push(&mut self, value: T);
    fn pop(&mut self) -> Option<T>;
    fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T>;
    fn append(&mut self, other: &mut Vec<T>);
    fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T>;
    fn clear(&mut self);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn split_off(&mut self, at: usize) -> Vec<T>;
    fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F);
    fn leak<'a>(self) -> &'a mut [T];
    fn resize(&mut self, new_len: usize, value: T) where T: Clone;
    fn extend_from_slice(&mut self, other: &[T]) where T: Clone;
    fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) where T: Clone;
    fn splice<R: RangeBounds<usize>, I: IntoIterator<Item = T>>(&mut self, range: R, replace_with: I) -> IntoIter<T>;
}
impl<T> Default for Vec<T> {}
impl<T: Debug> Debug for Vec<T> {}
impl<T> Deref for Vec<T> { type Target = [T]; }
impl<T> DerefMut for Vec<T> {}
impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {}
impl<T> FromIterator<T> for Vec<T> {}
impl<T> IntoIterator for Vec<T> { type Item = T; type IntoIter = IntoIter<T>; }
impl<'a, T> IntoIterator for &'a Vec<T> { type Item = &'a T; type IntoIter = std::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut Vec<T> { type Item = &'a mut T; type IntoIter = std::slice::IterMut<'a, T>; }
impl<T> Extend<T> for Vec<T> {}
impl<'a, T: Copy> Extend<&'a T> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {}
impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Vec<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for Vec<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for Vec<T> {}
impl<T: PartialOrd> PartialOrd<Vec<T>> for Vec<T> {}
impl<T> AsRef<[T]> for Vec<T> {}
impl<T> AsRef<Vec<T>> for Vec<T> {}
impl<T> AsMut<[T]> for Vec<T> {}
impl<T> Borrow<[T]> for Vec<T> {}
impl<T: Clone> From<&[T]> for Vec<T> {}
impl<T: Clone> From<&mut [T]> for Vec<T> {}
impl<T, const N: usize> From<[T; N]> for Vec<T> {}
impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {}
impl<T> From<Box<[T]>> for Vec<T> {}
impl<T> From<BinaryHeap<T>> for Vec<T> {}
impl<T> From<VecDeque<T>> for Vec<T> {}
impl From<&str> for Vec<u8> {}
impl From<String> for Vec<u8> {}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] { type Error = Vec<T>; }
impl std::io::Write for Vec<u8> {}
#[derive(Clone, Debug)]
struct IntoIter<T>;
impl<T> IntoIter<T> {
    fn as_slice(&self) -> &[T];
}
impl<T> Iterator for IntoIter<T> { type Item = T; }
impl<T> DoubleEndedIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
#[derive(Debug)]
struct Drain<'a, T>;
impl<'a, T> Iterator for Drain<'a, T> { type Item = T; }
impl<'a, T> DoubleEndedIterator for Drain<'a, T> {}
impl<'a, T> ExactSizeIterator for Drain<'a, T> {}
