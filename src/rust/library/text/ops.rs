//! The text of the library: `ops`.
//@ std::ops
trait Drop {
    fn drop(&mut self);
}
trait Deref {
    type Target;
    fn deref(&self) -> &Self::Target;
}
trait DerefMut: Deref {
    fn deref_mut(&mut self) -> &mut Self::Target;
}
trait Index<Idx> {
    type Output;
    fn index(&self, index: Idx) -> &Self::Output;
}
trait IndexMut<Idx>: Index<Idx> {
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}
trait FnOnce<Args> {
    type Output;
}
trait FnMut<Args>: FnOnce<Args> {}
trait Fn<Args>: FnMut<Args> {}
trait Add<Rhs = Self> {
    type Output;
    fn add(self, rhs: Rhs) -> Self::Output;
}
trait Sub<Rhs = Self> {
    type Output;
    fn sub(self, rhs: Rhs) -> Self::Output;
}
trait Mul<Rhs = Self> {
    type Output;
    fn mul(self, rhs: Rhs) -> Self::Output;
}
trait Div<Rhs = Self> {
    type Output;
    fn div(self, rhs: Rhs) -> Self::Output;
}
trait Rem<Rhs = Self> {
    type Output;
    fn rem(self, rhs: Rhs) -> Self::Output;
}
trait BitAnd<Rhs = Self> {
    type Output;
    fn bitand(self, rhs: Rhs) -> Self::Output;
}
trait BitOr<Rhs = Self> {
    type Output;
    fn bitor(self, rhs: Rhs) -> Self::Output;
}
trait BitXor<Rhs = Self> {
    type Output;
    fn bitxor(self, rhs: Rhs) -> Self::Output;
}
trait Shl<Rhs = Self> {
    type Output;
    fn shl(self, rhs: Rhs) -> Self::Output;
}
trait Shr<Rhs = Self> {
    type Output;
    fn shr(self, rhs: Rhs) -> Self::Output;
}
trait Neg {
    type Output;
    fn neg(self) -> Self::Output;
}
trait Not {
    type Output;
    fn not(self) -> Self::Output;
}
trait AddAssign<Rhs = Self> {
    fn add_assign(&mut self, rhs: Rhs);
}
trait SubAssign<Rhs = Self> {
    fn sub_assign(&mut self, rhs: Rhs);
}
trait MulAssign<Rhs = Self> {
    fn mul_assign(&mut self, rhs: Rhs);
}
trait DivAssign<Rhs = Self> {
    fn div_assign(&mut self, rhs: Rhs);
}
trait RemAssign<Rhs = Self> {
    fn rem_assign(&mut self, rhs: Rhs);
}
trait BitAndAssign<Rhs = Self> {
    fn bitand_assign(&mut self, rhs: Rhs);
}
trait BitOrAssign<Rhs = Self> {
    fn bitor_assign(&mut self, rhs: Rhs);
}
trait BitXorAssign<Rhs = Self> {
    fn bitxor_assign(&mut self, rhs: Rhs);
}
trait ShlAssign<Rhs = Self> {
    fn shl_assign(&mut self, rhs: Rhs);
}
trait ShrAssign<Rhs = Self> {
    fn shr_assign(&mut self, rhs: Rhs);
}
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
struct Range<Idx> { start: Idx, end: Idx }
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct RangeFrom<Idx> { start: Idx }
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct RangeTo<Idx> { end: Idx }
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
struct RangeFull;
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct RangeInclusive<Idx>;
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct RangeToInclusive<Idx> { end: Idx }
impl<Idx: PartialOrd> Range<Idx> {
    fn contains<U: PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
    fn is_empty(&self) -> bool;
}
impl<Idx: PartialOrd> RangeFrom<Idx> {
    fn contains<U: PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
}
impl<Idx: PartialOrd> RangeTo<Idx> {
    fn contains<U: PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
}
impl<Idx: PartialOrd> RangeToInclusive<Idx> {
    fn contains<U: PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
}
impl<Idx> RangeInclusive<Idx> {
    fn new(start: Idx, end: Idx) -> Self;
    fn start(&self) -> &Idx;
    fn end(&self) -> &Idx;
    fn into_inner(self) -> (Idx, Idx);
    fn contains<U: PartialOrd<Idx>>(&self, item: &U) -> bool where Idx: PartialOrd<U>;
    fn is_empty(&self) -> bool where Idx: PartialOrd;
}
//@ std::iter
trait Step: Clone + PartialOrd {}
impl Step for char {}
impl<Int> Step for Int {}
impl<A: Step> Iterator for Range<A> { type Item = A; }
impl<A: Step> Iterator for RangeFrom<A> { type Item = A; }
impl<A: Step> Iterator for RangeInclusive<A> { type Item = A; }
impl<A: Step> DoubleEndedIterator for Range<A> {}
impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {}
impl<A: Step> ExactSizeIterator for Range<A> {}
impl<A: Step> ExactSizeIterator for RangeInclusive<A> {}
//@ std::ops
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Bound<T> { Included(T), Excluded(T), Unbounded }
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum ControlFlow<B, C = ()> { Continue(C), Break(B) }
impl<B, C> ControlFlow<B, C> {
    fn is_break(&self) -> bool;
    fn is_continue(&self) -> bool;
    fn break_value(self) -> Option<B>;
    fn continue_value(self) -> Option<C>;
    fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C>;
}
trait RangeBounds<T> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
    fn contains<U>(&self, item: &U) -> bool where T: PartialOrd<U>, U: PartialOrd<T> {}
}
impl<T> RangeBounds<T> for Range<T> {}
impl<T> RangeBounds<T> for RangeFrom<T> {}
impl<T> RangeBounds<T> for RangeTo<T> {}
impl<T> RangeBounds<T> for RangeFull {}
impl<T> RangeBounds<T> for RangeInclusive<T> {}
impl<T> RangeBounds<T> for RangeToInclusive<T> {}
impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}
impl<T> RangeBounds<T> for Range<&T> {}
impl<T> RangeBounds<T> for RangeInclusive<&T> {}
