//! The text of the library: `iter`.
//@ std::iter
trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;
    fn into_iter(self) -> Self::IntoIter;
}
trait FromIterator<A> {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}
trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
}
trait Sum<A = Self> {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}
trait Product<A = Self> {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}
trait DoubleEndedIterator: Iterator {
    fn next_back(&mut self) -> Option<Self::Item>;
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {}
    fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {}
    fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {}
}
trait ExactSizeIterator: Iterator {
    fn len(&self) -> usize {}
}
trait FusedIterator: Iterator {}
trait Iterator {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn size_hint(&self) -> (usize, Option<usize>) {}
    fn count(self) -> usize {}
    fn last(self) -> Option<Self::Item> {}
    fn nth(&mut self, n: usize) -> Option<Self::Item> {}
    fn step_by(self, step: usize) -> StepBy<Self> {}
    fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> {}
    fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> {}
    fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> {}
    fn for_each<F: FnMut(Self::Item)>(self, f: F) {}
    fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> {}
    fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> {}
    fn enumerate(self) -> Enumerate<Self> {}
    fn peekable(self) -> Peekable<Self> {}
    fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> {}
    fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> {}
    fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> MapWhile<Self, P> {}
    fn skip(self, n: usize) -> Skip<Self> {}
    fn take(self, n: usize) -> Take<Self> {}
    fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(self, initial_state: St, f: F) -> Scan<Self, St, F> {}
    fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F> {}
    fn flatten(self) -> Flatten<Self> where Self::Item: IntoIterator {}
    fn fuse(self) -> Fuse<Self> {}
    fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> {}
    fn by_ref(&mut self) -> &mut Self {}
    fn collect<B: FromIterator<Self::Item>>(self) -> B {}
    fn partition<B, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B) where B: Default + Extend<Self::Item> {}
    fn try_fold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, f: F) -> R {}
    fn try_for_each<F: FnMut(Self::Item) -> R, R: Try<Output = ()>>(&mut self, f: F) -> R {}
    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {}
    fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> {}
    fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
    fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
    fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {}
    fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> {}
    fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> {}
    fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> where Self: DoubleEndedIterator + ExactSizeIterator {}
    fn max(self) -> Option<Self::Item> where Self::Item: Ord {}
    fn min(self) -> Option<Self::Item> where Self::Item: Ord {}
    fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
    fn max_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> {}
    fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
    fn min_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, compare: F) -> Option<Self::Item> {}
    fn rev(self) -> Rev<Self> where Self: DoubleEndedIterator {}
    fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB) where FromA: Default + Extend<A>, FromB: Default + Extend<B>, Self: Iterator<Item = (A, B)> {}
    fn copied<'a, T: Copy>(self) -> Copied<Self> where Self: Iterator<Item = &'a T> {}
    fn cloned<'a, T: Clone>(self) -> Cloned<Self> where Self: Iterator<Item = &'a T> {}
    fn cycle(self) -> Cycle<Self> where Self: Clone {}
    fn sum<S: Sum<Self::Item>>(self) -> S {}
    fn product<P: Product<Self::Item>>(self) -> P {}
    fn cmp<I: IntoIterator<Item = Self::Item>>(self, other: I) -> Ordering where Self::Item: Ord {}
    fn partial_cmp<I: IntoIterator>(self, other: I) -> Option<Ordering> where Self::Item: PartialOrd<I::Item> {}
    fn eq<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item> {}
    fn ne<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialEq<I::Item> {}
    fn lt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item> {}
    fn le<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item> {}
    fn gt<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item> {}
    fn ge<I: IntoIterator>(self, other: I) -> bool where Self::Item: PartialOrd<I::Item> {}
    fn is_sorted(self) -> bool where Self::Item: PartialOrd {}
}
//@ std::ops::hidden
trait Try {
    type Output;
}
impl<T> Try for Option<T> { type Output = T; }
impl<T, E> Try for Result<T, E> { type Output = T; }
impl<B, C> Try for ControlFlow<B, C> { type Output = C; }
//@ std::iter
impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; }
impl<I: Iterator> Iterator for &mut I { type Item = I::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for &mut I {}
impl<I: ExactSizeIterator> ExactSizeIterator for &mut I {}
#[derive(Clone, Debug)]
struct StepBy<I>;
impl<I: Iterator> Iterator for StepBy<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for StepBy<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
#[derive(Clone, Debug)]
struct Chain<A, B>;
impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> { type Item = A::Item; }
impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {}
#[derive(Clone, Debug)]
struct Zip<A, B>;
impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> { type Item = (A::Item, B::Item); }
impl<A: DoubleEndedIterator, B: DoubleEndedIterator> DoubleEndedIterator for Zip<A, B> {}
impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
#[derive(Clone)]
struct Map<I, F>;
impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> { type Item = B; }
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {}
impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
#[derive(Clone)]
struct Filter<I, P>;
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> { type Item = I::Item; }
impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {}
#[derive(Clone)]
struct FilterMap<I, F>;
impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> { type Item = B; }
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {}
#[derive(Clone, Debug)]
struct Enumerate<I>;
impl<I: Iterator> Iterator for Enumerate<I> { type Item = (usize, I::Item); }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Enumerate<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
#[derive(Clone)]
struct Peekable<I>;
impl<I: Iterator> Peekable<I> {
    fn peek(&mut self) -> Option<&I::Item>;
    fn peek_mut(&mut self) -> Option<&mut I::Item>;
    fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item>;
    fn next_if_eq<T>(&mut self, expected: &T) -> Option<I::Item> where I::Item: PartialEq<T>;
}
impl<I: Iterator> Iterator for Peekable<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
#[derive(Clone)]
struct SkipWhile<I, P>;
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> { type Item = I::Item; }
#[derive(Clone)]
struct TakeWhile<I, P>;
impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> { type Item = I::Item; }
#[derive(Clone)]
struct MapWhile<I, P>;
impl<B, I: Iterator, P: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, P> { type Item = B; }
#[derive(Clone, Debug)]
struct Skip<I>;
impl<I: Iterator> Iterator for Skip<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
#[derive(Clone, Debug)]
struct Take<I>;
impl<I: Iterator> Iterator for Take<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
#[derive(Clone)]
struct Scan<I, St, F>;
impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> { type Item = B; }
#[derive(Clone)]
struct FlatMap<I, U, F>;
impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> { type Item = U::Item; }
impl<I: DoubleEndedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> where U::IntoIter: DoubleEndedIterator {}
#[derive(Clone)]
struct Flatten<I>;
impl<I: Iterator> Iterator for Flatten<I> where I::Item: IntoIterator { type Item = <I::Item as IntoIterator>::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I> where I::Item: IntoIterator {}
#[derive(Clone, Debug)]
struct Fuse<I>;
impl<I: Iterator> Iterator for Fuse<I> { type Item = I::Item; }
#[derive(Clone)]
struct Inspect<I, F>;
impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> { type Item = I::Item; }
impl<I: DoubleEndedIterator, F: FnMut(&I::Item)> DoubleEndedIterator for Inspect<I, F> {}
#[derive(Clone, Debug)]
struct Rev<I>;
impl<I: DoubleEndedIterator> Iterator for Rev<I> { type Item = I::Item; }
impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {}
impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
#[derive(Clone, Debug)]
struct Copied<I>;
impl<'a, I: Iterator<Item = &'a T>, T: Copy> Iterator for Copied<I> { type Item = T; }
impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Copy> DoubleEndedIterator for Copied<I> {}
impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Copy> ExactSizeIterator for Copied<I> {}
#[derive(Clone, Debug)]
struct Cloned<I>;
impl<'a, I: Iterator<Item = &'a T>, T: Clone> Iterator for Cloned<I> { type Item = T; }
impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Clone> DoubleEndedIterator for Cloned<I> {}
impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Clone> ExactSizeIterator for Cloned<I> {}
#[derive(Clone, Debug)]
struct Cycle<I>;
impl<I: Iterator + Clone> Iterator for Cycle<I> { type Item = I::Item; }
#[derive(Clone, Debug)]
struct Empty<T>;
impl<T> Iterator for Empty<T> { type Item = T; }
impl<T> DoubleEndedIterator for Empty<T> {}
#[derive(Clone, Debug)]
struct Once<T>;
impl<T> Iterator for Once<T> { type Item = T; }
impl<T> DoubleEndedIterator for Once<T> {}
impl<T> ExactSizeIterator for Once<T> {}
#[derive(Clone, Debug)]
struct Repeat<T>;
impl<T: Clone> Iterator for Repeat<T> { type Item = T; }
#[derive(Clone, Debug)]
struct RepeatN<T>;
impl<T: Clone> Iterator for RepeatN<T> { type Item = T; }
#[derive(Clone)]
struct RepeatWith<F>;
impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> { type Item = A; }
#[derive(Clone)]
struct FromFn<F>;
impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> { type Item = T; }
#[derive(Clone)]
struct Successors<T, F>;
impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> { type Item = T; }
fn empty<T>() -> Empty<T>;
fn once<T>(value: T) -> Once<T>;
fn repeat<T: Clone>(elt: T) -> Repeat<T>;
fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T>;
fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F>;
fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F>;
fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F>;
fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter>;
