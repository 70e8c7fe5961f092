//! The text of the library: `collections`.
//@ std::collections std::collections::vec_deque
#[derive(Clone, Eq, Hash, Ord, PartialOrd)]
struct VecDeque<T>;
impl<T> VecDeque<T> {
    fn new() -> VecDeque<T>;
    fn with_capacity(capacity: usize) -> VecDeque<T>;
    fn get(&self, index: usize) -> Option<&T>;
    fn get_mut(&mut self, index: usize) -> Option<&mut T>;
    fn swap(&mut self, i: usize, j: usize);
    fn capacity(&self) -> usize;
    fn reserve(&mut self, additional: usize);
    fn truncate(&mut self, len: usize);
    fn iter(&self) -> std::slice::Iter<'_, T>;
    fn iter_mut(&mut self) -> std::slice::IterMut<'_, T>;
    fn as_slices(&self) -> (&[T], &[T]);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn range<R: RangeBounds<usize>>(&self, range: R) -> std::slice::Iter<'_, T>;
    fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> std::vec::Drain<'_, T>;
    fn clear(&mut self);
    fn contains(&self, x: &T) -> bool where T: PartialEq;
    fn front(&self) -> Option<&T>;
    fn front_mut(&mut self) -> Option<&mut T>;
    fn back(&self) -> Option<&T>;
    fn back_mut(&mut self) -> Option<&mut T>;
    fn pop_front(&mut self) -> Option<T>;
    fn pop_back(&mut self) -> Option<T>;
    fn push_front(&mut self, value: T);
    fn push_back(&mut self, value: T);
    fn swap_remove_back(&mut self, index: usize) -> Option<T>;
    fn insert(&mut self, index: usize, value: T);
    fn remove(&mut self, index: usize) -> Option<T>;
    fn split_off(&mut self, at: usize) -> VecDeque<T>;
    fn append(&mut self, other: &mut VecDeque<T>);
    fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    fn resize(&mut self, new_len: usize, value: T) where T: Clone;
    fn make_contiguous(&mut self) -> &mut [T];
    fn rotate_left(&mut self, n: usize);
    fn rotate_right(&mut self, n: usize);
    fn binary_search(&self, x: &T) -> Result<usize, usize> where T: Ord;
}
impl<T> Default for VecDeque<T> {}
impl<T: Debug> Debug for VecDeque<T> {}
impl<T: PartialEq> PartialEq for VecDeque<T> {}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for VecDeque<T> {}
impl<T> Index<usize> for VecDeque<T> { type Output = T; }
impl<T> IndexMut<usize> for VecDeque<T> {}
impl<T> FromIterator<T> for VecDeque<T> {}
impl<T> IntoIterator for VecDeque<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a VecDeque<T> { type Item = &'a T; type IntoIter = std::slice::Iter<'a, T>; }
impl<'a, T> IntoIterator for &'a mut VecDeque<T> { type Item = &'a mut T; type IntoIter = std::slice::IterMut<'a, T>; }
impl<T> Extend<T> for VecDeque<T> {}
impl<'a, T: Copy> Extend<&'a T> for VecDeque<T> {}
impl<T> From<Vec<T>> for VecDeque<T> {}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {}
//@ std::collections std::collections::binary_heap
#[derive(Clone, Debug)]
struct BinaryHeap<T>;
impl<T: Ord> BinaryHeap<T> {
    fn new() -> BinaryHeap<T>;
    fn with_capacity(capacity: usize) -> BinaryHeap<T>;
    fn peek_mut(&mut self) -> Option<PeekMut<'_, T>>;
    fn pop(&mut self) -> Option<T>;
    fn push(&mut self, item: T);
    fn into_sorted_vec(self) -> Vec<T>;
    fn append(&mut self, other: &mut BinaryHeap<T>);
}
impl<T> BinaryHeap<T> {
    fn iter(&self) -> std::slice::Iter<'_, T>;
    fn peek(&self) -> Option<&T>;
    fn into_vec(self) -> Vec<T>;
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn drain(&mut self) -> std::vec::Drain<'_, T>;
    fn clear(&mut self);
}
struct PeekMut<'a, T>;
impl<'a, T: Ord> PeekMut<'a, T> {
    fn pop(this: PeekMut<'a, T>) -> T;
}
impl<'a, T> Deref for PeekMut<'a, T> { type Target = T; }
impl<'a, T> DerefMut for PeekMut<'a, T> {}
impl<T: Ord> Default for BinaryHeap<T> {}
impl<T: Ord> FromIterator<T> for BinaryHeap<T> {}
impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {}
impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {}
impl<T> IntoIterator for BinaryHeap<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a BinaryHeap<T> { type Item = &'a T; type IntoIter = std::slice::Iter<'a, T>; }
impl<T: Ord> Extend<T> for BinaryHeap<T> {}
//@ std::collections std::collections::hash_map
#[derive(Clone, Debug)]
struct HashMap<K, V>;
impl<K, V> HashMap<K, V> {
    fn new() -> HashMap<K, V>;
    fn with_capacity(capacity: usize) -> HashMap<K, V>;
    fn capacity(&self) -> usize;
    fn keys(&self) -> HashKeys<'_, K, V>;
    fn into_keys(self) -> std::vec::IntoIter<K>;
    fn values(&self) -> HashValues<'_, K, V>;
    fn values_mut(&mut self) -> HashValuesMut<'_, K, V>;
    fn into_values(self) -> std::vec::IntoIter<V>;
    fn iter(&self) -> HashIter<'_, K, V>;
    fn iter_mut(&mut self) -> HashIterMut<'_, K, V>;
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn clear(&mut self);
    fn drain(&mut self) -> std::vec::Drain<'_, (K, V)>;
    fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F);
}
impl<K: Eq + Hash, V> HashMap<K, V> {
    fn reserve(&mut self, additional: usize);
    fn entry(&mut self, key: K) -> HashEntry<'_, K, V>;
    fn get<Q: Eq + Hash>(&self, k: &Q) -> Option<&V> where K: Borrow<Q>;
    fn get_key_value<Q: Eq + Hash>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q>;
    fn contains_key<Q: Eq + Hash>(&self, k: &Q) -> bool where K: Borrow<Q>;
    fn get_mut<Q: Eq + Hash>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q>;
    fn insert(&mut self, k: K, v: V) -> Option<V>;
    fn remove<Q: Eq + Hash>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q>;
    fn remove_entry<Q: Eq + Hash>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q>;
}
impl<K, V> Default for HashMap<K, V> {}
impl<K: Eq + Hash, V: PartialEq> PartialEq for HashMap<K, V> {}
impl<K: Eq + Hash, V: Eq> Eq for HashMap<K, V> {}
impl<K: Eq + Hash + Borrow<Q>, Q: Eq + Hash, V> Index<&Q> for HashMap<K, V> { type Output = V; }
impl<K: Eq + Hash, V> FromIterator<(K, V)> for HashMap<K, V> {}
impl<K: Eq + Hash, V> Extend<(K, V)> for HashMap<K, V> {}
impl<'a, K: Eq + Hash + Copy, V: Copy> Extend<(&'a K, &'a V)> for HashMap<K, V> {}
impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V> {}
impl<K, V> IntoIterator for HashMap<K, V> { type Item = (K, V); type IntoIter = std::vec::IntoIter<(K, V)>; }
impl<'a, K, V> IntoIterator for &'a HashMap<K, V> { type Item = (&'a K, &'a V); type IntoIter = HashIter<'a, K, V>; }
impl<'a, K, V> IntoIterator for &'a mut HashMap<K, V> { type Item = (&'a K, &'a mut V); type IntoIter = HashIterMut<'a, K, V>; }
#[derive(Debug)]
struct HashIter<'a, K, V>;
impl<'a, K, V> Clone for HashIter<'a, K, V> {}
impl<'a, K, V> Iterator for HashIter<'a, K, V> { type Item = (&'a K, &'a V); }
impl<'a, K, V> ExactSizeIterator for HashIter<'a, K, V> {}
struct HashIterMut<'a, K, V>;
impl<'a, K, V> Iterator for HashIterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
impl<'a, K, V> ExactSizeIterator for HashIterMut<'a, K, V> {}
#[derive(Debug)]
struct HashKeys<'a, K, V>;
impl<'a, K, V> Clone for HashKeys<'a, K, V> {}
impl<'a, K, V> Iterator for HashKeys<'a, K, V> { type Item = &'a K; }
impl<'a, K, V> ExactSizeIterator for HashKeys<'a, K, V> {}
#[derive(Debug)]
struct HashValues<'a, K, V>;
impl<'a, K, V> Clone for HashValues<'a, K, V> {}
impl<'a, K, V> Iterator for HashValues<'a, K, V> { type Item = &'a V; }
impl<'a, K, V> ExactSizeIterator for HashValues<'a, K, V> {}
struct HashValuesMut<'a, K, V>;
impl<'a, K, V> Iterator for HashValuesMut<'a, K, V> { type Item = &'a mut V; }
enum HashEntry<'a, K, V> { Occupied(HashOccupiedEntry<'a, K, V>), Vacant(HashVacantEntry<'a, K, V>) }
impl<'a, K, V> HashEntry<'a, K, V> {
    fn or_insert(self, default: V) -> &'a mut V;
    fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V;
    fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V;
    fn or_default(self) -> &'a mut V where V: Default;
    fn key(&self) -> &K;
    fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
    fn insert_entry(self, value: V) -> HashOccupiedEntry<'a, K, V>;
}
struct HashOccupiedEntry<'a, K, V>;
impl<'a, K, V> HashOccupiedEntry<'a, K, V> {
    fn key(&self) -> &K;
    fn remove_entry(self) -> (K, V);
    fn get(&self) -> &V;
    fn get_mut(&mut self) -> &mut V;
    fn into_mut(self) -> &'a mut V;
    fn insert(&mut self, value: V) -> V;
    fn remove(self) -> V;
}
struct HashVacantEntry<'a, K, V>;
impl<'a, K, V> HashVacantEntry<'a, K, V> {
    fn key(&self) -> &K;
    fn into_key(self) -> K;
    fn insert(self, value: V) -> &'a mut V;
}
//@ std::collections std::collections::hash_set
#[derive(Clone, Debug)]
struct HashSet<T>;
impl<T> HashSet<T> {
    fn new() -> HashSet<T>;
    fn with_capacity(capacity: usize) -> HashSet<T>;
    fn iter(&self) -> HashSetIter<'_, T>;
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn clear(&mut self);
    fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    fn drain(&mut self) -> std::vec::Drain<'_, T>;
}
impl<T: Eq + Hash> HashSet<T> {
    fn difference<'a>(&'a self, other: &'a HashSet<T>) -> HashSetIter<'a, T>;
    fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T>) -> HashSetIter<'a, T>;
    fn intersection<'a>(&'a self, other: &'a HashSet<T>) -> HashSetIter<'a, T>;
    fn union<'a>(&'a self, other: &'a HashSet<T>) -> HashSetIter<'a, T>;
    fn contains<Q: Eq + Hash>(&self, value: &Q) -> bool where T: Borrow<Q>;
    fn get<Q: Eq + Hash>(&self, value: &Q) -> Option<&T> where T: Borrow<Q>;
    fn is_disjoint(&self, other: &HashSet<T>) -> bool;
    fn is_subset(&self, other: &HashSet<T>) -> bool;
    fn is_superset(&self, other: &HashSet<T>) -> bool;
    fn insert(&mut self, value: T) -> bool;
    fn replace(&mut self, value: T) -> Option<T>;
    fn remove<Q: Eq + Hash>(&mut self, value: &Q) -> bool where T: Borrow<Q>;
    fn take<Q: Eq + Hash>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q>;
}
impl<T> Default for HashSet<T> {}
impl<T: Eq + Hash> PartialEq for HashSet<T> {}
impl<T: Eq + Hash> Eq for HashSet<T> {}
impl<T: Eq + Hash> FromIterator<T> for HashSet<T> {}
impl<T: Eq + Hash> Extend<T> for HashSet<T> {}
impl<'a, T: Eq + Hash + Copy> Extend<&'a T> for HashSet<T> {}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T> {}
impl<T> IntoIterator for HashSet<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a HashSet<T> { type Item = &'a T; type IntoIter = HashSetIter<'a, T>; }
impl<T: Eq + Hash + Clone> Sub<&HashSet<T>> for &HashSet<T> { type Output = HashSet<T>; }
impl<T: Eq + Hash + Clone> BitAnd<&HashSet<T>> for &HashSet<T> { type Output = HashSet<T>; }
impl<T: Eq + Hash + Clone> BitOr<&HashSet<T>> for &HashSet<T> { type Output = HashSet<T>; }
impl<T: Eq + Hash + Clone> BitXor<&HashSet<T>> for &HashSet<T> { type Output = HashSet<T>; }
#[derive(Debug)]
struct HashSetIter<'a, T>;
impl<'a, T> Clone for HashSetIter<'a, T> {}
impl<'a, T> Iterator for HashSetIter<'a, T> { type Item = &'a T; }
impl<'a, T> ExactSizeIterator for HashSetIter<'a, T> {}
//@ std::collections std::collections::btree_map
#[derive(Clone, Debug)]
struct BTreeMap<K, V>;
impl<K, V> BTreeMap<K, V> {
    fn new() -> BTreeMap<K, V>;
    fn keys(&self) -> BTreeKeys<'_, K, V>;
    fn into_keys(self) -> std::vec::IntoIter<K>;
    fn values(&self) -> BTreeValues<'_, K, V>;
    fn values_mut(&mut self) -> BTreeValuesMut<'_, K, V>;
    fn into_values(self) -> std::vec::IntoIter<V>;
    fn iter(&self) -> BTreeIter<'_, K, V>;
    fn iter_mut(&mut self) -> BTreeIterMut<'_, K, V>;
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn clear(&mut self);
    fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F);
}
impl<K: Ord, V> BTreeMap<K, V> {
    fn entry(&mut self, key: K) -> BTreeEntry<'_, K, V>;
    fn get<Q: Ord>(&self, k: &Q) -> Option<&V> where K: Borrow<Q>;
    fn get_key_value<Q: Ord>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q>;
    fn contains_key<Q: Ord>(&self, k: &Q) -> bool where K: Borrow<Q>;
    fn get_mut<Q: Ord>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q>;
    fn insert(&mut self, k: K, v: V) -> Option<V>;
    fn remove<Q: Ord>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q>;
    fn remove_entry<Q: Ord>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q>;
    fn first_entry(&mut self) -> Option<BTreeOccupiedEntry<'_, K, V>>;
    fn last_entry(&mut self) -> Option<BTreeOccupiedEntry<'_, K, V>>;
    fn first_key_value(&self) -> Option<(&K, &V)>;
    fn last_key_value(&self) -> Option<(&K, &V)>;
    fn pop_first(&mut self) -> Option<(K, V)>;
    fn pop_last(&mut self) -> Option<(K, V)>;
    fn append(&mut self, other: &mut BTreeMap<K, V>);
    fn split_off<Q: Ord>(&mut self, key: &Q) -> BTreeMap<K, V> where K: Borrow<Q>;
    fn range<T: Ord, R: RangeBounds<T>>(&self, range: R) -> BTreeIter<'_, K, V> where K: Borrow<T>;
    fn range_mut<T: Ord, R: RangeBounds<T>>(&mut self, range: R) -> BTreeIterMut<'_, K, V> where K: Borrow<T>;
}
impl<K, V> Default for BTreeMap<K, V> {}
impl<K: Ord, V: PartialEq> PartialEq for BTreeMap<K, V> {}
impl<K: Ord, V: Eq> Eq for BTreeMap<K, V> {}
impl<K: Ord + Borrow<Q>, Q: Ord, V> Index<&Q> for BTreeMap<K, V> { type Output = V; }
impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {}
impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {}
impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {}
impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {}
impl<K, V> IntoIterator for BTreeMap<K, V> { type Item = (K, V); type IntoIter = std::vec::IntoIter<(K, V)>; }
impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> { type Item = (&'a K, &'a V); type IntoIter = BTreeIter<'a, K, V>; }
impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> { type Item = (&'a K, &'a mut V); type IntoIter = BTreeIterMut<'a, K, V>; }
#[derive(Debug)]
struct BTreeIter<'a, K, V>;
impl<'a, K, V> Clone for BTreeIter<'a, K, V> {}
impl<'a, K, V> Iterator for BTreeIter<'a, K, V> { type Item = (&'a K, &'a V); }
impl<'a, K, V> ExactSizeIterator for BTreeIter<'a, K, V> {}
struct BTreeIterMut<'a, K, V>;
impl<'a, K, V> Iterator for BTreeIterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
impl<'a, K, V> ExactSizeIterator for BTreeIterMut<'a, K, V> {}
#[derive(Debug)]
struct BTreeKeys<'a, K, V>;
impl<'a, K, V> Clone for BTreeKeys<'a, K, V> {}
impl<'a, K, V> Iterator for BTreeKeys<'a, K, V> { type Item = &'a K; }
impl<'a, K, V> ExactSizeIterator for BTreeKeys<'a, K, V> {}
#[derive(Debug)]
struct BTreeValues<'a, K, V>;
impl<'a, K, V> Clone for BTreeValues<'a, K, V> {}
impl<'a, K, V> Iterator for BTreeValues<'a, K, V> { type Item = &'a V; }
impl<'a, K, V> ExactSizeIterator for BTreeValues<'a, K, V> {}
struct BTreeValuesMut<'a, K, V>;
impl<'a, K, V> Iterator for BTreeValuesMut<'a, K, V> { type Item = &'a mut V; }
impl<'a, K, V> DoubleEndedIterator for BTreeIter<'a, K, V> {}
impl<'a, K, V> DoubleEndedIterator for BTreeIterMut<'a, K, V> {}
impl<'a, K, V> DoubleEndedIterator for BTreeKeys<'a, K, V> {}
impl<'a, K, V> DoubleEndedIterator for BTreeValues<'a, K, V> {}
impl<'a, K, V> DoubleEndedIterator for BTreeValuesMut<'a, K, V> {}
impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {}
impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {}
impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {}
enum BTreeEntry<'a, K, V> { Occupied(BTreeOccupiedEntry<'a, K, V>), Vacant(BTreeVacantEntry<'a, K, V>) }
impl<'a, K, V> BTreeEntry<'a, K, V> {
    fn or_insert(self, default: V) -> &'a mut V;
    fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V;
    fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V;
    fn or_default(self) -> &'a mut V where V: Default;
    fn key(&self) -> &K;
    fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
    fn insert_entry(self, value: V) -> BTreeOccupiedEntry<'a, K, V>;
}
struct BTreeOccupiedEntry<'a, K, V>;
impl<'a, K, V> BTreeOccupiedEntry<'a, K, V> {
    fn key(&self) -> &K;
    fn remove_entry(self) -> (K, V);
    fn get(&self) -> &V;
    fn get_mut(&mut self) -> &mut V;
    fn into_mut(self) -> &'a mut V;
    fn insert(&mut self, value: V) -> V;
    fn remove(self) -> V;
}
struct BTreeVacantEntry<'a, K, V>;
impl<'a, K, V> BTreeVacantEntry<'a, K, V> {
    fn key(&self) -> &K;
    fn into_key(self) -> K;
    fn insert(self, value: V) -> &'a mut V;
}
//@ std::collections std::collections::btree_set
#[derive(Clone, Debug)]
struct BTreeSet<T>;
impl<T> BTreeSet<T> {
    fn new() -> BTreeSet<T>;
    fn iter(&self) -> BTreeSetIter<'_, T>;
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn clear(&mut self);
    fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
}
impl<T: Ord> BTreeSet<T> {
    fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetIter<'a, T>;
    fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetIter<'a, T>;
    fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetIter<'a, T>;
    fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetIter<'a, T>;
    fn contains<Q: Ord>(&self, value: &Q) -> bool where T: Borrow<Q>;
    fn get<Q: Ord>(&self, value: &Q) -> Option<&T> where T: Borrow<Q>;
    fn is_disjoint(&self, other: &BTreeSet<T>) -> bool;
    fn is_subset(&self, other: &BTreeSet<T>) -> bool;
    fn is_superset(&self, other: &BTreeSet<T>) -> bool;
    fn insert(&mut self, value: T) -> bool;
    fn replace(&mut self, value: T) -> Option<T>;
    fn remove<Q: Ord>(&mut self, value: &Q) -> bool where T: Borrow<Q>;
    fn take<Q: Ord>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q>;
    fn first(&self) -> Option<&T>;
    fn last(&self) -> Option<&T>;
    fn pop_first(&mut self) -> Option<T>;
    fn pop_last(&mut self) -> Option<T>;
    fn range<K: Ord, R: RangeBounds<K>>(&self, range: R) -> BTreeSetIter<'_, T> where T: Borrow<K>;
    fn append(&mut self, other: &mut BTreeSet<T>);
}
impl<T> Default for BTreeSet<T> {}
impl<T: Ord> PartialEq for BTreeSet<T> {}
impl<T: Ord> Eq for BTreeSet<T> {}
impl<T: Ord> FromIterator<T> for BTreeSet<T> {}
impl<T: Ord> Extend<T> for BTreeSet<T> {}
impl<'a, T: Ord + Copy> Extend<&'a T> for BTreeSet<T> {}
impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {}
impl<T> IntoIterator for BTreeSet<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<'a, T> IntoIterator for &'a BTreeSet<T> { type Item = &'a T; type IntoIter = BTreeSetIter<'a, T>; }
impl<T: Ord + Clone> Sub<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitAnd<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitOr<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
impl<T: Ord + Clone> BitXor<&BTreeSet<T>> for &BTreeSet<T> { type Output = BTreeSet<T>; }
#[derive(Debug)]
struct BTreeSetIter<'a, T>;
impl<'a, T> Clone for BTreeSetIter<'a, T> {}
impl<'a, T> Iterator for BTreeSetIter<'a, T> { type Item = &'a T; }
impl<'a, T> ExactSizeIterator for BTreeSetIter<'a, T> {}
impl<'a, T> DoubleEndedIterator for BTreeSetIter<'a, T> {}
impl<T: Hash> Hash for BTreeSet<T> {}
impl<T: PartialOrd> PartialOrd for BTreeSet<T> {}
impl<T: Ord> Ord for BTreeSet<T> {}
//= std::collections::hash_map::Entry HashEntry
//= std::collections::hash_map::OccupiedEntry HashOccupiedEntry
//= std::collections::hash_map::VacantEntry HashVacantEntry
//= std::collections::hash_map::Iter HashIter
//= std::collections::hash_map::Keys HashKeys
//= std::collections::hash_map::Values HashValues
//= std::collections::btree_map::Entry BTreeEntry
//= std::collections::btree_map::OccupiedEntry BTreeOccupiedEntry
//= std::collections::btree_map::VacantEntry BTreeVacantEntry
//= std::collections::btree_map::Iter BTreeIter
//= std::collections::btree_map::Keys BTreeKeys
//= std::collections::btree_map::Values BTreeValues
