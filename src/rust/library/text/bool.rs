//! The text of the library: `bool`.
//@ std::hidden
impl bool {
    fn then_some<T>(self, t: T) -> Option<T>;
    fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T>;
}
impl Copy for bool {}
impl Clone for bool {}
impl Debug for bool {}
impl Display for bool {}
impl Default for bool {}
impl Hash for bool {}
impl PartialEq for bool {}
impl Eq for bool {}
impl PartialOrd for bool {}
impl Ord for bool {}
impl FromStr for bool { type Err = ParseBoolError; }
impl Not for bool { type Output = bool; }
impl Not for &bool { type Output = bool; }
impl BitAnd for bool { type Output = bool; }
impl BitOr for bool { type Output = bool; }
impl BitXor for bool { type Output = bool; }
impl BitAnd<&bool> for bool { type Output = bool; }
impl BitOr<&bool> for bool { type Output = bool; }
impl BitXor<&bool> for bool { type Output = bool; }
impl BitAndAssign for bool {}
impl BitOrAssign for bool {}
impl BitXorAssign for bool {}
