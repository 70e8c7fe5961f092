//! The text of the library: `slice`.
//@ std::slice
trait SliceIndex<T> {
    type Output;
}
impl<T> SliceIndex<[T]> for usize { type Output = T; }
impl<T> SliceIndex<[T]> for Range<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeFrom<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeTo<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeFull { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeInclusive<usize> { type Output = [T]; }
impl<T> SliceIndex<[T]> for RangeToInclusive<usize> { type Output = [T]; }
impl<T> [T] {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn first(&self) -> Option<&T>;
    fn first_mut(&mut self) -> Option<&mut T>;
    fn split_first(&self) -> Option<(&T, &[T])>;
    fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])>;
    fn split_last(&self) -> Option<(&T, &[T])>;
    fn last(&self) -> Option<&T>;
    fn last_mut(&mut self) -> Option<&mut T>;
    fn first_chunk<const N: usize>(&self) -> Option<&[T; N]>;
    fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output>;
    fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output>;
    fn swap(&mut self, a: usize, b: usize);
    fn reverse(&mut self);
    fn iter(&self) -> Iter<'_, T>;
    fn iter_mut(&mut self) -> IterMut<'_, T>;
    fn windows(&self, size: usize) -> Windows<'_, T>;
    fn chunks(&self, chunk_size: usize) -> Chunks<'_, T>;
    fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T>;
    fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T>;
    fn rchunks(&self, chunk_size: usize) -> Chunks<'_, T>;
    fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F>;
    fn split_at(&self, mid: usize) -> (&[T], &[T]);
    fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]);
    fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])>;
    fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F>;
    fn contains(&self, x: &T) -> bool where T: PartialEq;
    fn starts_with(&self, needle: &[T]) -> bool where T: PartialEq;
    fn ends_with(&self, needle: &[T]) -> bool where T: PartialEq;
    fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord;
    fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize>;
    fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize>;
    fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize;
    fn sort_unstable(&mut self) where T: Ord;
    fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F);
    fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
    fn sort(&mut self) where T: Ord;
    fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F);
    fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
    fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F);
    fn is_sorted(&self) -> bool where T: PartialOrd;
    fn rotate_left(&mut self, mid: usize);
    fn rotate_right(&mut self, k: usize);
    fn fill(&mut self, value: T) where T: Clone;
    fn fill_with<F: FnMut() -> T>(&mut self, f: F);
    fn clone_from_slice(&mut self, src: &[T]) where T: Clone;
    fn copy_from_slice(&mut self, src: &[T]) where T: Copy;
    fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize) where T: Copy;
    fn swap_with_slice(&mut self, other: &mut [T]);
    fn to_vec(&self) -> Vec<T> where T: Clone;
    fn into_vec(self: Box<Self>) -> Vec<T>;
    fn repeat(&self, n: usize) -> Vec<T> where T: Copy;
    fn concat<Item>(&self) -> <[T] as Concat<Item>>::Output where [T]: Concat<Item>;
    fn join<Separator>(&self, sep: Separator) -> <[T] as Join<Separator>>::Output where [T]: Join<Separator>;
}
impl [u8] {
    fn is_ascii(&self) -> bool;
    fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool;
    fn to_ascii_uppercase(&self) -> Vec<u8>;
    fn to_ascii_lowercase(&self) -> Vec<u8>;
    fn make_ascii_uppercase(&mut self);
    fn make_ascii_lowercase(&mut self);
}
trait Concat<Item> {
    type Output;
}
trait Join<Separator> {
    type Output;
}
impl<S: Borrow<str>> Concat<str> for [S] { type Output = String; }
impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] { type Output = Vec<T>; }
impl<S: Borrow<str>> Join<&str> for [S] { type Output = String; }
impl<T: Clone, V: Borrow<[T]>> Join<&T> for [V] { type Output = Vec<T>; }
impl<T: Clone, V: Borrow<[T]>> Join<&[T]> for [V] { type Output = Vec<T>; }
impl<T: Clone> ToOwned for [T] { type Owned = Vec<T>; }
impl<T: Debug> Debug for [T] {}
impl<T: Hash> Hash for [T] {}
impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &mut [T] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &[T] {}
impl<T: Eq> Eq for [T] {}
impl<T: PartialOrd> PartialOrd for [T] {}
impl<T: Ord> Ord for [T] {}
impl<T, I: SliceIndex<[T]>> Index<I> for [T] { type Output = I::Output; }
impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {}
impl<T> AsRef<[T]> for [T] {}
impl<T> AsMut<[T]> for [T] {}
impl<'a, T> IntoIterator for &'a [T] { type Item = &'a T; type IntoIter = Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut [T] { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; }
impl<'a, T> Default for &'a [T] {}
impl std::io::Read for &[u8] {}
#[derive(Debug)]
struct Iter<'a, T>;
impl<'a, T> Clone for Iter<'a, T> {}
impl<'a, T> Iter<'a, T> {
    fn as_slice(&self) -> &'a [T];
}
impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; }
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {}
impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
#[derive(Debug)]
struct IterMut<'a, T>;
impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; }
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {}
impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}
struct Windows<'a, T>;
impl<'a, T> Clone for Windows<'a, T> {}
impl<'a, T> Iterator for Windows<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for Windows<'a, T> {}
impl<'a, T> ExactSizeIterator for Windows<'a, T> {}
struct Chunks<'a, T>;
impl<'a, T> Clone for Chunks<'a, T> {}
impl<'a, T> Iterator for Chunks<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {}
impl<'a, T> ExactSizeIterator for Chunks<'a, T> {}
struct ChunksMut<'a, T>;
impl<'a, T> Iterator for ChunksMut<'a, T> { type Item = &'a mut [T]; }
impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {}
impl<'a, T> ExactSizeIterator for ChunksMut<'a, T> {}
struct ChunksExact<'a, T>;
impl<'a, T> ChunksExact<'a, T> {
    fn remainder(&self) -> &'a [T];
}
impl<'a, T> Iterator for ChunksExact<'a, T> { type Item = &'a [T]; }
impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {}
impl<'a, T> ExactSizeIterator for ChunksExact<'a, T> {}
struct ChunkBy<'a, T, P>;
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> { type Item = &'a [T]; }
struct Split<'a, T, P>;
impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> { type Item = &'a [T]; }
fn from_ref<T>(s: &T) -> &[T];
//@ std::array
#[derive(Clone, Debug)]
struct IntoIter<T, const N: usize>;
impl<T, const N: usize> Iterator for IntoIter<T, N> { type Item = T; }
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(f: F) -> [T; N];
#[derive(Clone, Copy, Debug)]
struct TryFromSliceError;
impl Display for TryFromSliceError {}
impl Error for TryFromSliceError {}
impl<T, const N: usize> [T; N] {
    fn map<F: FnMut(T) -> U, U>(self, f: F) -> [U; N];
    fn as_slice(&self) -> &[T];
    fn as_mut_slice(&mut self) -> &mut [T];
    fn each_ref(&self) -> [&T; N];
    fn each_mut(&mut self) -> [&mut T; N];
}
impl<T, const N: usize> IntoIterator for [T; N] { type Item = T; type IntoIter = IntoIter<T, N>; }
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] { type Item = &'a T; type IntoIter = std::slice::Iter<'a, T>; }
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] { type Item = &'a mut T; type IntoIter = std::slice::IterMut<'a, T>; }
impl<T: Debug, const N: usize> Debug for [T; N] {}
impl<T: Hash, const N: usize> Hash for [T; N] {}
impl<T: Default, const N: usize> Default for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U]> for [T; N] {}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {}
impl<T: Ord, const N: usize> Ord for [T; N] {}
impl<T, I, const N: usize> Index<I> for [T; N] where [T]: Index<I> { type Output = <[T] as Index<I>>::Output; }
impl<T, I, const N: usize> IndexMut<I> for [T; N] where [T]: IndexMut<I> {}
impl<T, const N: usize> AsRef<[T]> for [T; N] {}
impl<T, const N: usize> AsMut<[T]> for [T; N] {}
impl<T, const N: usize> Borrow<[T]> for [T; N] {}
impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] { type Error = TryFromSliceError; }
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] { type Error = TryFromSliceError; }
