//! The text of the library: `sync`.
//@ std::sync
#[derive(Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct Arc<T>;
impl<T> Arc<T> {
    fn new(value: T) -> Arc<T>;
    fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T>;
    fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>>;
    fn into_inner(this: Arc<T>) -> Option<T>;
    fn unwrap_or_clone(this: Arc<T>) -> T where T: Clone;
    fn downgrade(this: &Arc<T>) -> Weak<T>;
    fn weak_count(this: &Arc<T>) -> usize;
    fn strong_count(this: &Arc<T>) -> usize;
    fn get_mut(this: &mut Arc<T>) -> Option<&mut T>;
    fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool;
    fn make_mut(this: &mut Arc<T>) -> &mut T where T: Clone;
}
impl<T> Clone for Arc<T> {}
impl<T: Display> Display for Arc<T> {}
impl<T> Deref for Arc<T> { type Target = T; }
impl<T> AsRef<T> for Arc<T> {}
impl<T> Borrow<T> for Arc<T> {}
impl<T> From<T> for Arc<T> {}
impl<T> From<Box<T>> for Arc<T> {}
impl From<&str> for Arc<str> {}
impl From<String> for Arc<str> {}
impl<T: Clone> From<&[T]> for Arc<[T]> {}
impl<T> From<Vec<T>> for Arc<[T]> {}
impl<T, const N: usize> From<[T; N]> for Arc<[T]> {}
impl<T> FromIterator<T> for Arc<[T]> {}
#[derive(Debug)]
struct Weak<T>;
impl<T> Weak<T> {
    fn new() -> Weak<T>;
    fn upgrade(&self) -> Option<Arc<T>>;
    fn strong_count(&self) -> usize;
    fn weak_count(&self) -> usize;
    fn ptr_eq(&self, other: &Weak<T>) -> bool;
}
impl<T> Clone for Weak<T> {}
impl<T> Debug for Weak<T> {}
impl<T> Default for Weak<T> {}
#[derive(Debug, Default)]
struct Mutex<T>;
impl<T> Mutex<T> {
    fn new(t: T) -> Mutex<T>;
    fn lock(&self) -> Result<MutexGuard<'_, T>, PoisonError<MutexGuard<'_, T>>>;
    fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError<MutexGuard<'_, T>>>;
    fn is_poisoned(&self) -> bool;
    fn clear_poison(&self);
    fn into_inner(self) -> Result<T, PoisonError<T>>;
    fn get_mut(&mut self) -> Result<&mut T, PoisonError<&mut T>>;
}
impl<T> From<T> for Mutex<T> {}
#[derive(Debug)]
struct MutexGuard<'a, T>;
impl<'a, T> Deref for MutexGuard<'a, T> { type Target = T; }
impl<'a, T> DerefMut for MutexGuard<'a, T> {}
impl<'a, T: Display> Display for MutexGuard<'a, T> {}
#[derive(Debug, Default)]
struct RwLock<T>;
impl<T> RwLock<T> {
    fn new(t: T) -> RwLock<T>;
    fn read(&self) -> Result<RwLockReadGuard<'_, T>, PoisonError<RwLockReadGuard<'_, T>>>;
    fn write(&self) -> Result<RwLockWriteGuard<'_, T>, PoisonError<RwLockWriteGuard<'_, T>>>;
    fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError<RwLockReadGuard<'_, T>>>;
    fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError<RwLockWriteGuard<'_, T>>>;
    fn is_poisoned(&self) -> bool;
    fn clear_poison(&self);
    fn into_inner(self) -> Result<T, PoisonError<T>>;
    fn get_mut(&mut self) -> Result<&mut T, PoisonError<&mut T>>;
}
#[derive(Debug)]
struct RwLockReadGuard<'a, T>;
impl<'a, T> Deref for RwLockReadGuard<'a, T> { type Target = T; }
#[derive(Debug)]
struct RwLockWriteGuard<'a, T>;
impl<'a, T> Deref for RwLockWriteGuard<'a, T> { type Target = T; }
impl<'a, T> DerefMut for RwLockWriteGuard<'a, T> {}
struct PoisonError<G>;
impl<G> PoisonError<G> {
    fn new(data: G) -> PoisonError<G>;
    fn into_inner(self) -> G;
    fn get_ref(&self) -> &G;
    fn get_mut(&mut self) -> &mut G;
}
impl<G> Debug for PoisonError<G> {}
impl<G> Display for PoisonError<G> {}
impl<G> Error for PoisonError<G> {}
enum TryLockError<G> { Poisoned(PoisonError<G>), WouldBlock }
impl<G> Debug for TryLockError<G> {}
impl<G> Display for TryLockError<G> {}
impl<G> Error for TryLockError<G> {}
#[derive(Clone, Debug, Default)]
struct OnceLock<T>;
impl<T> OnceLock<T> {
    fn new() -> OnceLock<T>;
    fn get(&self) -> Option<&T>;
    fn get_mut(&mut self) -> Option<&mut T>;
    fn set(&self, value: T) -> Result<(), T>;
    fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
    fn into_inner(self) -> Option<T>;
    fn take(&mut self) -> Option<T>;
}
#[derive(Debug)]
struct LazyLock<T, F = fn() -> T>;
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    fn new(f: F) -> LazyLock<T, F>;
    fn force(this: &LazyLock<T, F>) -> &T;
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> { type Target = T; }
//@ std::sync::atomic
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Ordering { Relaxed, Release, Acquire, AcqRel, SeqCst }
#[derive(Debug, Default)]
struct AtomicBool;
impl AtomicBool {
    fn new(v: bool) -> AtomicBool;
    fn load(&self, order: Ordering) -> bool;
    fn store(&self, val: bool, order: Ordering);
    fn swap(&self, val: bool, order: Ordering) -> bool;
    fn into_inner(self) -> bool;
    fn get_mut(&mut self) -> &mut bool;
    fn compare_exchange(&self, current: bool, new: bool, success: Ordering, failure: Ordering) -> Result<bool, bool>;
    fn fetch_update<F: FnMut(bool) -> Option<bool>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<bool, bool>;
    fn fetch_and(&self, val: bool, order: Ordering) -> bool;
    fn fetch_or(&self, val: bool, order: Ordering) -> bool;
    fn fetch_xor(&self, val: bool, order: Ordering) -> bool;
}
#[derive(Debug, Default)]
struct AtomicI32;
impl AtomicI32 {
    fn new(v: i32) -> AtomicI32;
    fn load(&self, order: Ordering) -> i32;
    fn store(&self, val: i32, order: Ordering);
    fn swap(&self, val: i32, order: Ordering) -> i32;
    fn into_inner(self) -> i32;
    fn get_mut(&mut self) -> &mut i32;
    fn compare_exchange(&self, current: i32, new: i32, success: Ordering, failure: Ordering) -> Result<i32, i32>;
    fn fetch_update<F: FnMut(i32) -> Option<i32>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i32, i32>;
    fn fetch_and(&self, val: i32, order: Ordering) -> i32;
    fn fetch_or(&self, val: i32, order: Ordering) -> i32;
    fn fetch_xor(&self, val: i32, order: Ordering) -> i32;
    fn fetch_add(&self, val: i32, order: Ordering) -> i32;
    fn fetch_sub(&self, val: i32, order: Ordering) -> i32;
    fn fetch_max(&self, val: i32, order: Ordering) -> i32;
    fn fetch_min(&self, val: i32, order: Ordering) -> i32;
}
#[derive(Debug, Default)]
struct AtomicI64;
impl AtomicI64 {
    fn new(v: i64) -> AtomicI64;
    fn load(&self, order: Ordering) -> i64;
    fn store(&self, val: i64, order: Ordering);
    fn swap(&self, val: i64, order: Ordering) -> i64;
    fn into_inner(self) -> i64;
    fn get_mut(&mut self) -> &mut i64;
    fn compare_exchange(&self, current: i64, new: i64, success: Ordering, failure: Ordering) -> Result<i64, i64>;
    fn fetch_update<F: FnMut(i64) -> Option<i64>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<i64, i64>;
    fn fetch_and(&self, val: i64, order: Ordering) -> i64;
    fn fetch_or(&self, val: i64, order: Ordering) -> i64;
    fn fetch_xor(&self, val: i64, order: Ordering) -> i64;
    fn fetch_add(&self, val: i64, order: Ordering) -> i64;
    fn fetch_sub(&self, val: i64, order: Ordering) -> i64;
    fn fetch_max(&self, val: i64, order: Ordering) -> i64;
    fn fetch_min(&self, val: i64, order: Ordering) -> i64;
}
#[derive(Debug, Default)]
struct AtomicIsize;
impl AtomicIsize {
    fn new(v: isize) -> AtomicIsize;
    fn load(&self, order: Ordering) -> isize;
    fn store(&self, val: isize, order: Ordering);
    fn swap(&self, val: isize, order: Ordering) -> isize;
    fn into_inner(self) -> isize;
    fn get_mut(&mut self) -> &mut isize;
    fn compare_exchange(&self, current: isize, new: isize, success: Ordering, failure: Ordering) -> Result<isize, isize>;
    fn fetch_update<F: FnMut(isize) -> Option<isize>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<isize, isize>;
    fn fetch_and(&self, val: isize, order: Ordering) -> isize;
    fn fetch_or(&self, val: isize, order: Ordering) -> isize;
    fn fetch_xor(&self, val: isize, order: Ordering) -> isize;
    fn fetch_add(&self, val: isize, order: Ordering) -> isize;
    fn fetch_sub(&self, val: isize, order: Ordering) -> isize;
    fn fetch_max(&self, val: isize, order: Ordering) -> isize;
    fn fetch_min(&self, val: isize, order: Ordering) -> isize;
}
#[derive(Debug, Default)]
struct AtomicU8;
impl AtomicU8 {
    fn new(v: u8) -> AtomicU8;
    fn load(&self, order: Ordering) -> u8;
    fn store(&self, val: u8, order: Ordering);
    fn swap(&self, val: u8, order: Ordering) -> u8;
    fn into_inner(self) -> u8;
    fn get_mut(&mut self) -> &mut u8;
    fn compare_exchange(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8>;
    fn fetch_update<F: FnMut(u8) -> Option<u8>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u8, u8>;
    fn fetch_and(&self, val: u8, order: Ordering) -> u8;
    fn fetch_or(&self, val: u8, order: Ordering) -> u8;
    fn fetch_xor(&self, val: u8, order: Ordering) -> u8;
    fn fetch_add(&self, val: u8, order: Ordering) -> u8;
    fn fetch_sub(&self, val: u8, order: Ordering) -> u8;
    fn fetch_max(&self, val: u8, order: Ordering) -> u8;
    fn fetch_min(&self, val: u8, order: Ordering) -> u8;
}
#[derive(Debug, Default)]
struct AtomicU16;
impl AtomicU16 {
    fn new(v: u16) -> AtomicU16;
    fn load(&self, order: Ordering) -> u16;
    fn store(&self, val: u16, order: Ordering);
    fn swap(&self, val: u16, order: Ordering) -> u16;
    fn into_inner(self) -> u16;
    fn get_mut(&mut self) -> &mut u16;
    fn compare_exchange(&self, current: u16, new: u16, success: Ordering, failure: Ordering) -> Result<u16, u16>;
    fn fetch_update<F: FnMut(u16) -> Option<u16>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u16, u16>;
    fn fetch_and(&self, val: u16, order: Ordering) -> u16;
    fn fetch_or(&self, val: u16, order: Ordering) -> u16;
    fn fetch_xor(&self, val: u16, order: Ordering) -> u16;
    fn fetch_add(&self, val: u16, order: Ordering) -> u16;
    fn fetch_sub(&self, val: u16, order: Ordering) -> u16;
    fn fetch_max(&self, val: u16, order: Ordering) -> u16;
    fn fetch_min(&self, val: u16, order: Ordering) -> u16;
}
#[derive(Debug, Default)]
struct AtomicU32;
impl AtomicU32 {
    fn new(v: u32) -> AtomicU32;
    fn load(&self, order: Ordering) -> u32;
    fn store(&self, val: u32, order: Ordering);
    fn swap(&self, val: u32, order: Ordering) -> u32;
    fn into_inner(self) -> u32;
    fn get_mut(&mut self) -> &mut u32;
    fn compare_exchange(&self, current: u32, new: u32, success: Ordering, failure: Ordering) -> Result<u32, u32>;
    fn fetch_update<F: FnMut(u32) -> Option<u32>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u32, u32>;
    fn fetch_and(&self, val: u32, order: Ordering) -> u32;
    fn fetch_or(&self, val: u32, order: Ordering) -> u32;
    fn fetch_xor(&self, val: u32, order: Ordering) -> u32;
    fn fetch_add(&self, val: u32, order: Ordering) -> u32;
    fn fetch_sub(&self, val: u32, order: Ordering) -> u32;
    fn fetch_max(&self, val: u32, order: Ordering) -> u32;
    fn fetch_min(&self, val: u32, order: Ordering) -> u32;
}
#[derive(Debug, Default)]
struct AtomicU64;
impl AtomicU64 {
    fn new(v: u64) -> AtomicU64;
    fn load(&self, order: Ordering) -> u64;
    fn store(&self, val: u64, order: Ordering);
    fn swap(&self, val: u64, order: Ordering) -> u64;
    fn into_inner(self) -> u64;
    fn get_mut(&mut self) -> &mut u64;
    fn compare_exchange(&self, current: u64, new: u64, success: Ordering, failure: Ordering) -> Result<u64, u64>;
    fn fetch_update<F: FnMut(u64) -> Option<u64>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<u64, u64>;
    fn fetch_and(&self, val: u64, order: Ordering) -> u64;
    fn fetch_or(&self, val: u64, order: Ordering) -> u64;
    fn fetch_xor(&self, val: u64, order: Ordering) -> u64;
    fn fetch_add(&self, val: u64, order: Ordering) -> u64;
    fn fetch_sub(&self, val: u64, order: Ordering) -> u64;
    fn fetch_max(&self, val: u64, order: Ordering) -> u64;
    fn fetch_min(&self, val: u64, order: Ordering) -> u64;
}
#[derive(Debug, Default)]
struct AtomicUsize;
impl AtomicUsize {
    fn new(v: usize) -> AtomicUsize;
    fn load(&self, order: Ordering) -> usize;
    fn store(&self, val: usize, order: Ordering);
    fn swap(&self, val: usize, order: Ordering) -> usize;
    fn into_inner(self) -> usize;
    fn get_mut(&mut self) -> &mut usize;
    fn compare_exchange(&self, current: usize, new: usize, success: Ordering, failure: Ordering) -> Result<usize, usize>;
    fn fetch_update<F: FnMut(usize) -> Option<usize>>(&self, set_order: Ordering, fetch_order: Ordering, f: F) -> Result<usize, usize>;
    fn fetch_and(&self, val: usize, order: Ordering) -> usize;
    fn fetch_or(&self, val: usize, order: Ordering) -> usize;
    fn fetch_xor(&self, val: usize, order: Ordering) -> usize;
    fn fetch_add(&self, val: usize, order: Ordering) -> usize;
    fn fetch_sub(&self, val: usize, order: Ordering) -> usize;
    fn fetch_max(&self, val: usize, order: Ordering) -> usize;
    fn fetch_min(&self, val: usize, order: Ordering) -> usize;
}
